// libical, which is opened when a calendar is first written: no other command loads it, and no header of it is
// needed to build. Its kinds are asked for by their names in RFC 5545, so that none of its numbers stands here.
#pragma once

typedef struct cical_component cical_component;

// Opens libical, once. NULL, or why it can't be used.
const char *cical_open(void);

// A component such as VEVENT; NULL where there is no such kind, or no memory.
cical_component *cical_component_new(const char *kind);
// Frees a component with all that is in it.
void cical_component_free(cical_component *component);
// Puts a component into another one, which then owns it.
void cical_component_add(cical_component *component, cical_component *part);
// Adds a property whose value is text, which libical escapes; 0 where that failed. X- names are taken too.
int cical_add_text(cical_component *component, const char *name, const char *text);
// Adds a property whose value is of another type, such as DATE, or of the usual one, as RFC 5545 writes it;
// 0 where that failed.
int cical_add_value(
  cical_component *component, const char *name, const char *type, const char *value);
// The component as RFC 5545 has it, folded, with CRLF; NULL without memory. For cical_free.
char *cical_text(cical_component *component);
void cical_free(char *text);
