// One header for the module map: the system's PC/SC Lite, and the reader tags of PC/SC part 10.
#pragma once
#include <winscard.h>
#include <reader.h>
