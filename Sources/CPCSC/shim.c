// SwiftPM wants a C target to have a source; compiling the header here also checks it as C.
#include "CPCSC.h"
