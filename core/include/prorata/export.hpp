#pragma once

/// Between these two lies what a shared library shows; everything else stays hidden in it. They say nothing in a static
/// library, so that a shared library made of that one does not show it either.
#ifdef PRORATA_SHARED
#define PRORATA_API_BEGIN _Pragma("GCC visibility push(default)")
#define PRORATA_API_END _Pragma("GCC visibility pop")
#else
#define PRORATA_API_BEGIN
#define PRORATA_API_END
#endif
