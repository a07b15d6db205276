#ifndef CARDINFO_LANGUAGES_H
#define CARDINFO_LANGUAGES_H

#include <stddef.h>

/// A file of po/, as it is.
struct language_file {
  const unsigned char *bytes;
  size_t count;
};

struct language_file language_file_pl(void);
struct language_file language_file_zh_Hans(void);

#endif
