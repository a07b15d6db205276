#include "CHTTPD.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct daemon daemon_t;
typedef struct response response;
typedef struct processor processor;
typedef int (*handler)(
  void *, chttpd_exchange *, const char *, const char *, const char *, const char *, size_t *, void **);
typedef int (*iterator)(void *, int, const char *, const char *);
typedef int (*fields)(
  void *, int, const char *, const char *, const char *, const char *, const char *, uint64_t, size_t);
typedef ssize_t (*reader)(void *, uint64_t, char *, size_t);

static struct {
  daemon_t *(*start)(unsigned, uint16_t, void *, void *, handler, void *, ...);
  void (*stop)(daemon_t *);
  int (*values)(chttpd_exchange *, int, iterator, void *);
  const void *(*info)(chttpd_exchange *, int, ...);
  response *(*from_buffer)(size_t, void *, int);
  response *(*from_callback)(uint64_t, size_t, reader, void *, void (*)(void *));
  int (*add_header)(response *, const char *, const char *);
  int (*queue)(chttpd_exchange *, unsigned, response *);
  void (*free_response)(response *);
  processor *(*new_processor)(chttpd_exchange *, size_t, fields, void *);
  int (*process)(processor *, const char *, size_t);
  int (*free_processor)(processor *);
} httpd;

static const char *failure;

static void *find(void *library, const char *name) {
  void *function = dlsym(library, name);
  if (!function && !failure) failure = dlerror();
  return function;
}

static void open_library(void) {
  void *library = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    failure = dlerror();
    return;
  }
  httpd.start = find(library, "MHD_start_daemon");
  httpd.stop = find(library, "MHD_stop_daemon");
  httpd.values = find(library, "MHD_get_connection_values");
  httpd.info = find(library, "MHD_get_connection_info");
  httpd.from_buffer = find(library, "MHD_create_response_from_buffer");
  httpd.from_callback = find(library, "MHD_create_response_from_callback");
  httpd.add_header = find(library, "MHD_add_response_header");
  httpd.queue = find(library, "MHD_queue_response");
  httpd.free_response = find(library, "MHD_destroy_response");
  httpd.new_processor = find(library, "MHD_create_post_processor");
  httpd.process = find(library, "MHD_post_process");
  httpd.free_processor = find(library, "MHD_destroy_post_processor");
}

const char *chttpd_open(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return failure;
}

struct chttpd_server {
  daemon_t *daemon;
  chttpd_handlers handlers;
};

// A request while it comes in.
struct request {
  chttpd_handlers *handlers;
  void *whole;
  processor *form;
};

static int field(
  void *context, int kind, const char *name, const char *file, const char *type, const char *encoding,
  const char *bytes, uint64_t offset, size_t count) {
  struct request *request = context;
  // A browser sends a file that was not chosen as an empty one without a name.
  const int is_file = file && *file;
  return name ? request->handlers->field(request->whole, name, is_file, bytes, count) : 0;
}

static int handle(
  void *context, chttpd_exchange *exchange, const char *path, const char *method, const char *version,
  const char *bytes, size_t *count, void **known) {
  chttpd_server *server = context;
  struct request *request = *known;
  if (!request) {
    request = calloc(1, sizeof *request);
    if (!request) return 0;
    *known = request;
    request->handlers = &server->handlers;
    request->whole = server->handlers.begin(server->handlers.context, exchange, method, path);
    // None where the body is no form.
    request->form = httpd.new_processor(exchange, 4096, field, request);
    return request->whole != NULL;
  }
  if (*count) {
    int isTaken = !request->form || httpd.process(request->form, bytes, *count);
    *count = 0;
    return isTaken;
  }
  if (request->form) {
    // The last field is given when the form is let go.
    httpd.free_processor(request->form);
    request->form = NULL;
  }
  return server->handlers.finish(request->whole, exchange);
}

static void complete(void *context, chttpd_exchange *exchange, void **known, int how) {
  struct request *request = *known;
  if (!request) return;
  if (request->form) httpd.free_processor(request->form);
  if (request->whole) request->handlers->end(request->whole);
  free(request);
  *known = NULL;
}

chttpd_server *chttpd_start(
  int socket, chttpd_limits limits, const char *certificate, const char *key, chttpd_handlers handlers) {
  enum { tls = 2, thread_per_connection = 4, polling_thread = 8, poll = 64 };
  enum {
    end = 0, memory_limit = 1, connection_limit = 2, timeout = 3, completed = 4, key_option = 8,
    certificate_option = 9, priorities = 11, listen_socket = 12, strict = 29, ignores_sigpipe = 33
  };
  chttpd_server *server = calloc(1, sizeof *server);
  if (!server) return NULL;
  server->handlers = handlers;
  const unsigned flags = thread_per_connection | polling_thread | poll;
  server->daemon =
    certificate
      ? httpd.start(
          flags | tls, 0, NULL, NULL, handle, server, listen_socket, socket, memory_limit, limits.head,
          connection_limit, limits.connections, timeout, limits.seconds, strict, 1, ignores_sigpipe, 1,
          completed, complete, NULL, key_option, key, certificate_option, certificate, priorities,
          "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2", end)
      : httpd.start(
          flags, 0, NULL, NULL, handle, server, listen_socket, socket, memory_limit, limits.head,
          connection_limit, limits.connections, timeout, limits.seconds, strict, 1, ignores_sigpipe, 1,
          completed, complete, NULL, end);
  if (server->daemon) return server;
  free(server);
  return NULL;
}

void chttpd_stop(chttpd_server *server) {
  httpd.stop(server->daemon);
  free(server);
}

struct pairs {
  chttpd_pair pair;
  void *context;
};

static int pair(void *context, int kind, const char *name, const char *value) {
  struct pairs *pairs = context;
  pairs->pair(pairs->context, name, value ? value : "");
  return 1;
}

void chttpd_headers(chttpd_exchange *exchange, chttpd_pair each, void *context) {
  struct pairs pairs = {each, context};
  httpd.values(exchange, 1 /* MHD_HEADER_KIND */, pair, &pairs);
}

void chttpd_arguments(chttpd_exchange *exchange, chttpd_pair each, void *context) {
  struct pairs pairs = {each, context};
  httpd.values(exchange, 8 /* MHD_GET_ARGUMENT_KIND */, pair, &pairs);
}

int chttpd_socket(chttpd_exchange *exchange) {
  const int *socket = httpd.info(exchange, 6 /* MHD_CONNECTION_INFO_CONNECTION_FD */);
  return socket ? *socket : -1;
}

static int queue(
  chttpd_exchange *exchange, unsigned status, const char *const *headers, response *response) {
  if (!response) return 0;
  int isDone = 1;
  for (; *headers && isDone; headers += 2)
    isDone = httpd.add_header(response, headers[0], headers[1]);
  if (isDone) isDone = httpd.queue(exchange, status, response);
  httpd.free_response(response);
  return isDone;
}

int chttpd_answer(
  chttpd_exchange *exchange, unsigned status, const char *const *headers, const void *bytes, size_t count) {
  return queue(
    exchange, status, headers, httpd.from_buffer(count, (void *)bytes, 2 /* MHD_RESPMEM_MUST_COPY */));
}

struct stream {
  chttpd_read read;
  void (*free)(void *);
  void *stream;
};

static ssize_t next(void *context, uint64_t position, char *bytes, size_t most) {
  struct stream *stream = context;
  return stream->read(stream->stream, bytes, most);
}

static void close_stream(void *context) {
  struct stream *stream = context;
  stream->free(stream->stream);
  free(stream);
}

int chttpd_stream(
  chttpd_exchange *exchange, unsigned status, const char *const *headers, chttpd_read read,
  void (*free_stream)(void *), void *whole) {
  struct stream *stream = malloc(sizeof *stream);
  if (!stream) {
    free_stream(whole);
    return 0;
  }
  *stream = (struct stream){read, free_stream, whole};
  response *response =
    httpd.from_callback(UINT64_MAX /* MHD_SIZE_UNKNOWN */, 1024, next, stream, close_stream);
  if (!response) close_stream(stream);
  return queue(exchange, status, headers, response);
}
