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
/// Where the next text begins that is the value of a member, and its bytes; NULL where there is none
/// before the end. The member is given with its quotes.
const unsigned char *shipped_value(
    const unsigned char *from, const unsigned char *end, const char *member, size_t *count);
/// The same of the next list that is the value of a member: what stands between its brackets.
const unsigned char *shipped_list(
    const unsigned char *from, const unsigned char *end, const char *member, size_t *count);

#endif
