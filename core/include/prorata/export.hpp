#pragma once

/// PRORATA_API marks what a shared library shows; everything else stays hidden in it. It says nothing in a static
/// library, so that a shared library made of that one does not show it either.
#ifdef PRORATA_SHARED
#define PRORATA_API [[gnu::visibility("default")]]
#else
#define PRORATA_API
#endif
