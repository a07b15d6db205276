#include "CCurl.h"
#include <dlfcn.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <pthread.h>

// The part of CURLMsg that is read (curl/multi.h).
struct message {
  int kind;
  ccurl_easy *easy;
  union {
    void *whatever;
    int result;
  } data;
};

static struct {
  int (*global_init)(long);
  ccurl_easy *(*easy_init)(void);
  void (*easy_cleanup)(ccurl_easy *);
  int (*easy_setopt)(ccurl_easy *, int, ...);
  int (*easy_getinfo)(ccurl_easy *, int, ...);
  ccurl_list *(*slist_append)(ccurl_list *, const char *);
  void (*slist_free_all)(ccurl_list *);
  ccurl_multi *(*multi_init)(void);
  int (*multi_add_handle)(ccurl_multi *, ccurl_easy *);
  int (*multi_remove_handle)(ccurl_multi *, ccurl_easy *);
  int (*multi_perform)(ccurl_multi *, int *);
  int (*multi_poll)(ccurl_multi *, void *, unsigned, int, int *);
  struct message *(*multi_info_read)(ccurl_multi *, int *);
  int (*multi_cleanup)(ccurl_multi *);
} curl;

static const char *failure;

static void *find(void *library, const char *name) {
  void *function = dlsym(library, name);
  if (!function && !failure) failure = dlerror();
  return function;
}

static void open_library(void) {
#ifdef __GLIBC__
  // What a package takes goes back to the system at once: unless it is set, the size from which it does
  // grows with what is freed.
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
#endif
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    failure = dlerror();
    return;
  }
  curl.global_init = find(library, "curl_global_init");
  curl.easy_init = find(library, "curl_easy_init");
  curl.easy_cleanup = find(library, "curl_easy_cleanup");
  curl.easy_setopt = find(library, "curl_easy_setopt");
  curl.easy_getinfo = find(library, "curl_easy_getinfo");
  curl.slist_append = find(library, "curl_slist_append");
  curl.slist_free_all = find(library, "curl_slist_free_all");
  curl.multi_init = find(library, "curl_multi_init");
  curl.multi_add_handle = find(library, "curl_multi_add_handle");
  curl.multi_remove_handle = find(library, "curl_multi_remove_handle");
  curl.multi_perform = find(library, "curl_multi_perform");
  curl.multi_poll = find(library, "curl_multi_poll");
  curl.multi_info_read = find(library, "curl_multi_info_read");
  curl.multi_cleanup = find(library, "curl_multi_cleanup");
  const long everything = 3; // CURL_GLOBAL_ALL
  if (!failure && curl.global_init(everything)) failure = "curl_global_init";
}

const char *ccurl_open(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return failure;
}

ccurl_easy *ccurl_easy_new(void) { return curl.easy_init(); }
void ccurl_easy_free(ccurl_easy *easy) { curl.easy_cleanup(easy); }

int ccurl_set_url(ccurl_easy *easy, const char *url) {
  return curl.easy_setopt(easy, 10002 /* URL */, url);
}

int ccurl_set_user_agent(ccurl_easy *easy, const char *name) {
  return curl.easy_setopt(easy, 10018 /* USERAGENT */, name);
}

int ccurl_set_headers(ccurl_easy *easy, ccurl_list *list) {
  return curl.easy_setopt(easy, 10023 /* HTTPHEADER */, list);
}

int ccurl_set_body(ccurl_easy *easy, const void *bytes, size_t count) {
  int code = curl.easy_setopt(easy, 60 /* POSTFIELDSIZE */, (long)count);
  return code ? code : curl.easy_setopt(easy, 10165 /* COPYPOSTFIELDS */, bytes);
}

int ccurl_set_roots(ccurl_easy *easy, const void *bytes, size_t count) {
  struct {
    const void *data;
    size_t count;
    unsigned flags;
  } blob = {bytes, count, 1 /* CURL_BLOB_COPY */};
  int code = curl.easy_setopt(easy, 10097 /* CAPATH */, (char *)NULL);
  return code ? code : curl.easy_setopt(easy, 40309 /* CAINFO_BLOB */, &blob);
}

int ccurl_set_timeouts(ccurl_easy *easy, long connecting, long whole) {
  int code = curl.easy_setopt(easy, 156 /* CONNECTTIMEOUT_MS */, connecting);
  return code ? code : curl.easy_setopt(easy, 155 /* TIMEOUT_MS */, whole);
}

int ccurl_set_strict(ccurl_easy *easy) {
  static const struct {
    int option;
    long value;
  } settings[] = {
      {181 /* PROTOCOLS */, 2 /* HTTPS */}, {52 /* FOLLOWLOCATION */, 0},
      {32 /* SSLVERSION */, 6 /* TLS 1.2 or later */},
      {64 /* SSL_VERIFYPEER */, 1}, {81 /* SSL_VERIFYHOST */, 2},
      {99 /* NOSIGNAL */, 1},
  };
  for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
    int code = curl.easy_setopt(easy, settings[i].option, settings[i].value);
    if (code) return code;
  }
  return ccurl_ok;
}

int ccurl_set_plain(ccurl_easy *easy) {
  int code = curl.easy_setopt(easy, 181 /* PROTOCOLS */, 1L /* HTTP */);
  return code ? code : curl.easy_setopt(easy, 10177 /* NOPROXY */, "*");
}

int ccurl_set_writer(ccurl_easy *easy, ccurl_write write, void *context) {
  int code = curl.easy_setopt(easy, 20011 /* WRITEFUNCTION */, write);
  return code ? code : curl.easy_setopt(easy, 10001 /* WRITEDATA */, context);
}

int ccurl_set_observer(ccurl_easy *easy, ccurl_observe observe, void *context) {
  int code = curl.easy_setopt(easy, 20094 /* DEBUGFUNCTION */, observe);
  if (!code) code = curl.easy_setopt(easy, 10095 /* DEBUGDATA */, context);
  return code ? code : curl.easy_setopt(easy, 41 /* VERBOSE */, 1L);
}

static long number(ccurl_easy *easy, int what) {
  long value = -1;
  return curl.easy_getinfo(easy, 0x200000 + what, &value) ? -1 : value;
}

static const char *text(ccurl_easy *easy, int what) {
  const char *value = NULL;
  return curl.easy_getinfo(easy, 0x100000 + what, &value) ? NULL : value;
}

long ccurl_status(ccurl_easy *easy) { return number(easy, 2 /* RESPONSE_CODE */); }
long ccurl_proxy_status(ccurl_easy *easy) { return number(easy, 22 /* HTTP_CONNECTCODE */); }
long ccurl_verification(ccurl_easy *easy) { return number(easy, 13 /* SSL_VERIFYRESULT */); }
long ccurl_system_error(ccurl_easy *easy) { return number(easy, 25 /* OS_ERRNO */); }
long ccurl_request_size(ccurl_easy *easy) { return number(easy, 12 /* REQUEST_SIZE */); }
const char *ccurl_content_type(ccurl_easy *easy) { return text(easy, 18 /* CONTENT_TYPE */); }
const char *ccurl_redirection(ccurl_easy *easy) { return text(easy, 31 /* REDIRECT_URL */); }

ccurl_list *ccurl_list_append(ccurl_list *list, const char *field) {
  return curl.slist_append(list, field);
}
void ccurl_list_free(ccurl_list *list) { curl.slist_free_all(list); }

ccurl_multi *ccurl_multi_new(void) { return curl.multi_init(); }

void ccurl_multi_free(ccurl_multi *multi, ccurl_easy *easy) {
  curl.multi_remove_handle(multi, easy);
  curl.multi_cleanup(multi);
}

int ccurl_multi_add(ccurl_multi *multi, ccurl_easy *easy) {
  return curl.multi_add_handle(multi, easy);
}

int ccurl_multi_perform(ccurl_multi *multi, int *running) {
  return curl.multi_perform(multi, running);
}

int ccurl_multi_wait(ccurl_multi *multi, int milliseconds) {
  return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

int ccurl_multi_result(ccurl_multi *multi) {
  int left = 0;
  struct message *message = curl.multi_info_read(multi, &left);
  const int done = 1; // CURLMSG_DONE
  return message && message->kind == done ? message->data.result : -1;
}
