#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

/// Asked by LeakSanitizer, where a binary has it: Pango keeps the patterns of fontconfig until the process ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
