// GNU libmicrohttpd, which is opened when pages are first served: no other command loads it. Its numbers are
// declared here, as its binary interface is stable: no header of it is needed to build.
#pragma once

#include <stddef.h>
#include <sys/types.h>

typedef struct chttpd_server chttpd_server;
// One request and its answer.
typedef struct chttpd_exchange chttpd_exchange;

// What becomes of requests. Each is called on the thread of its connection.
typedef struct {
  void *context;
  // The head is there; it may be answered now, and the body is then not read. Returns what stands for the
  // request from now on, or NULL to close the connection.
  void *(*begin)(void *context, chttpd_exchange *, const char *method, const char *path);
  // A piece of a field of a form, or of a file that was chosen in it; 0 closes the connection.
  int (*field)(void *request, const char *name, int is_file, const char *bytes, size_t count);
  // The body was read; 0 closes the connection.
  int (*finish)(void *request, chttpd_exchange *);
  // The request is over, however it ended.
  void (*end)(void *request);
} chttpd_handlers;

// What a server takes at most: bytes of a head, connections at once, seconds without a byte.
typedef struct {
  size_t head;
  unsigned connections;
  unsigned seconds;
} chttpd_limits;

// Opens libmicrohttpd, once. NULL, or why it can't be used.
const char *chttpd_open(void);

// Serves on a socket that listens, which it closes when it stops; with TLS where there is a certificate and a
// key (PEM). NULL where it can't.
chttpd_server *chttpd_start(
  int socket, chttpd_limits, const char *certificate, const char *key, chttpd_handlers);
// Ends all connections, and waits for their threads.
void chttpd_stop(chttpd_server *);

typedef void (*chttpd_pair)(void *context, const char *name, const char *value);
// Every header of a request, also those that come twice.
void chttpd_headers(chttpd_exchange *, chttpd_pair, void *context);
// Every argument in its address.
void chttpd_arguments(chttpd_exchange *, chttpd_pair, void *context);
// The socket of its connection.
int chttpd_socket(chttpd_exchange *);

// Answers with bytes, which are copied. The headers are names and values in turn, with NULL behind them.
int chttpd_answer(
  chttpd_exchange *, unsigned status, const char *const *headers, const void *bytes, size_t count);

// The next bytes, waited for; -1 at the end.
typedef ssize_t (*chttpd_read)(void *stream, char *bytes, size_t most);
// Answers with what comes bit by bit; `free` is called when nobody reads it any more.
int chttpd_stream(
  chttpd_exchange *, unsigned status, const char *const *headers, chttpd_read, void (*free)(void *),
  void *stream);
