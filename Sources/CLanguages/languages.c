// The files of po/ are part of the program. Swift has nothing like #embed: SwiftPM's embedInCode writes
// one array element for each byte, which takes minutes to compile.
#include "languages.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// clang's newer debugging information for C keeps the valgrind of Debian 12 from starting the program.
#define WITHOUT_DEBUGGING __attribute__((nodebug))

#define LANGUAGE_FILE(name) \
  WITHOUT_DEBUGGING struct language_file language_file_##name(void) { \
    return (struct language_file){name, sizeof name}; \
  }

WITHOUT_DEBUGGING static const unsigned char pl[] = {
#embed "../../po/pl.po"
};
LANGUAGE_FILE(pl)

WITHOUT_DEBUGGING static const unsigned char zh_Hans[] = {
#embed "../../po/zh-Hans.po"
};
LANGUAGE_FILE(zh_Hans)
