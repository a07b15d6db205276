// libcurl, opened when it is first used: linking it would make every start of the program load its
// thirty-odd libraries. Its functions are variadic, which Swift can't call, so each use has a typed
// function here. What is declared is what is used, by the numbers of libcurl's stable binary interface
// (curl/curl.h, curl/multi.h): no header of it is needed to build.
#ifndef CARDINFO_CURL_H
#define CARDINFO_CURL_H

#include <stddef.h>

/// A transfer (CURL).
typedef struct ccurl_easy ccurl_easy;
/// What drives transfers (CURLM).
typedef struct ccurl_multi ccurl_multi;
/// A list of header fields (curl_slist).
typedef struct ccurl_list ccurl_list;

/// CURLcode, as far as they are told apart.
enum ccurl_code {
  ccurl_ok = 0,
  ccurl_no_proxy_name = 5,
  ccurl_no_host_name = 6,
  ccurl_no_connection = 7,
  ccurl_partial = 18,
  ccurl_write_failed = 23,
  ccurl_timed_out = 28,
  ccurl_tls_failed = 35,
  ccurl_unknown_option = 48,
  ccurl_no_answer = 52,
  ccurl_send_failed = 55,
  ccurl_receive_failed = 56,
  ccurl_not_verified = 60,
  ccurl_bad_roots = 77,
  ccurl_proxy_failed = 97,
};

/// curl_infotype of a message of the TLS handshake that came in.
enum : int { ccurl_tls_message = 5 };

typedef size_t (*ccurl_write)(char *bytes, size_t size, size_t count, void *context);
typedef int (*ccurl_observe)(ccurl_easy *easy, int kind, char *bytes, size_t count, void *context);

/// Opens the library, once. NULL when it is open, else why it can't be.
const char *ccurl_open(void);

// curl_easy_init, curl_easy_cleanup
ccurl_easy *ccurl_easy_new(void);
void ccurl_easy_free(ccurl_easy *easy);

// curl_easy_setopt, each a CURLcode
int ccurl_set_url(ccurl_easy *easy, const char *url);
int ccurl_set_user_agent(ccurl_easy *easy, const char *name);
int ccurl_set_headers(ccurl_easy *easy, ccurl_list *list);
/// The bytes are copied.
int ccurl_set_body(ccurl_easy *easy, const void *bytes, size_t count);
/// Roots as PEM, in place of all others; the bytes are copied.
int ccurl_set_roots(ccurl_easy *easy, const void *bytes, size_t count);
int ccurl_set_timeouts(ccurl_easy *easy, long connecting, long whole);
/// HTTPS alone, no redirects, TLS 1.2 or later, chain and host name verified, no signals.
int ccurl_set_strict(ccurl_easy *easy);
/// After that: HTTP alone, to no proxy.
int ccurl_set_plain(ccurl_easy *easy);
int ccurl_set_writer(ccurl_easy *easy, ccurl_write write, void *context);
int ccurl_set_observer(ccurl_easy *easy, ccurl_observe observe, void *context);

// curl_easy_getinfo; NULL or -1 where there is none
long ccurl_status(ccurl_easy *easy);
long ccurl_proxy_status(ccurl_easy *easy);
long ccurl_verification(ccurl_easy *easy);
long ccurl_system_error(ccurl_easy *easy);
long ccurl_request_size(ccurl_easy *easy);
const char *ccurl_content_type(ccurl_easy *easy);
const char *ccurl_redirection(ccurl_easy *easy);

// curl_slist_append, curl_slist_free_all
ccurl_list *ccurl_list_append(ccurl_list *list, const char *field);
void ccurl_list_free(ccurl_list *list);

// curl_multi_init, curl_multi_add_handle, …
ccurl_multi *ccurl_multi_new(void);
void ccurl_multi_free(ccurl_multi *multi, ccurl_easy *easy);
int ccurl_multi_add(ccurl_multi *multi, ccurl_easy *easy);
/// Does what can be done without waiting; `running` is how many transfers are not over.
int ccurl_multi_perform(ccurl_multi *multi, int *running);
/// Waits until there is something to do, at most so many milliseconds.
int ccurl_multi_wait(ccurl_multi *multi, int milliseconds);
/// The CURLcode of the transfer that is over; -1 when none is.
int ccurl_multi_result(ccurl_multi *multi);

#endif
