#ifndef CARDINFO_SHIPPED_H
#define CARDINFO_SHIPPED_H

#include <stddef.h>

/// A data file of Carriers, as it is; a zero follows it.
struct shipped_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The files of one folder.
struct shipped_files {
  const struct shipped_file *first;
  size_t count;
};

/// Sources/Carriers/Data: one for each country, and those of none.
struct shipped_files shipped_carriers(void);
/// Sources/Carriers/Countries/Data: the countries of codes.
struct shipped_files shipped_countries(void);
/// Sources/Carriers/Makers/Data: who sells removable eUICCs.
struct shipped_files shipped_makers(void);
/// Sources/Carriers/Languages/Data: what all languages share, then each.
struct shipped_files shipped_languages(void);

/// Whether a text, which ends with a zero, stands in bytes of a file.
int shipped_bytes_hold(const unsigned char *bytes, size_t count, const char *text);
/// A member of an object whose value is a text: both as they are written, without their quotes.
struct shipped_member {
  const unsigned char *name;
  size_t name_count;
  const unsigned char *value;
  size_t value_count;
};

/// The next such member, at any depth, from a place that is in no text. The place moves behind it.
///
/// Returns 0 where there is none before the end.
int shipped_next_member(
    const unsigned char **place, const unsigned char *end, struct shipped_member *member);
/// Where a text is closed that begins there, after its quote; NULL where it is not before the end.
const unsigned char *shipped_text_end(const unsigned char *text, const unsigned char *end);
/// Where the next list begins that is the value of a member, after its bracket, and the bytes before the
/// one that closes it; NULL where there is none before the end. The member is given with its quotes.
const unsigned char *shipped_list(
    const unsigned char *from, const unsigned char *end, const char *member, size_t *count);

#endif
