#include "CIcal.h"
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

typedef struct property property;
typedef struct value value;

static struct {
  int (*component_kind)(const char *);
  cical_component *(*component_new)(int);
  void (*component_free)(cical_component *);
  void (*add_component)(cical_component *, cical_component *);
  void (*add_property)(cical_component *, property *);
  int (*property_kind)(const char *);
  property *(*property_new)(int);
  void (*property_free)(property *);
  void (*set_x_name)(property *, const char *);
  void (*set_value)(property *, value *);
  value *(*get_value)(property *);
  void (*set_from_string)(property *, const char *, const char *);
  value *(*text_new)(const char *);
  char *(*text)(cical_component *);
  void (*free_text)(void *);
} ical;

static const char *failure;

static void *find(void *library, const char *name) {
  void *function = dlsym(library, name);
  if (!function && !failure) failure = dlerror();
  return function;
}

static void open_library(void) {
  void *library = dlopen("libical.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    failure = dlerror();
    return;
  }
  ical.component_kind = find(library, "icalcomponent_string_to_kind");
  ical.component_new = find(library, "icalcomponent_new");
  ical.component_free = find(library, "icalcomponent_free");
  ical.add_component = find(library, "icalcomponent_add_component");
  ical.add_property = find(library, "icalcomponent_add_property");
  ical.property_kind = find(library, "icalproperty_string_to_kind");
  ical.property_new = find(library, "icalproperty_new");
  ical.property_free = find(library, "icalproperty_free");
  ical.set_x_name = find(library, "icalproperty_set_x_name");
  ical.set_value = find(library, "icalproperty_set_value");
  ical.get_value = find(library, "icalproperty_get_value");
  ical.set_from_string = find(library, "icalproperty_set_value_from_string");
  ical.text_new = find(library, "icalvalue_new_text");
  ical.text = find(library, "icalcomponent_as_ical_string_r");
  ical.free_text = find(library, "icalmemory_free_buffer");
}

const char *cical_open(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return failure;
}

cical_component *cical_component_new(const char *kind) {
  return ical.component_new(ical.component_kind(kind));
}

void cical_component_free(cical_component *component) { ical.component_free(component); }

void cical_component_add(cical_component *component, cical_component *part) {
  ical.add_component(component, part);
}

static int add(cical_component *component, property *added) {
  // One that took no value would be written as a name alone.
  if (!ical.get_value(added)) {
    ical.property_free(added);
    return 0;
  }
  ical.add_property(component, added);
  return 1;
}

int cical_add_text(cical_component *component, const char *name, const char *text) {
  property *added = ical.property_new(ical.property_kind(name));
  value *content = ical.text_new(text);
  if (!added || !content) return 0;
  ical.set_value(added, content);
  if (!strncmp(name, "X-", 2)) ical.set_x_name(added, name);
  return add(component, added);
}

int cical_add_value(
  cical_component *component, const char *name, const char *type, const char *content) {
  property *added = ical.property_new(ical.property_kind(name));
  if (!added) return 0;
  // "NO" is libical's word for the usual type of a property.
  ical.set_from_string(added, content, type ? type : "NO");
  return add(component, added);
}

char *cical_text(cical_component *component) { return ical.text(component); }
void cical_free(char *text) { ical.free_text(text); }
