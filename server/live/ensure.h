// Assertions that stay on: a broken one drops the room it happened in, see hub.cpp.
#pragma once

#include <stdexcept>

namespace kiemkring::live {

/// A bug of ours, found.
struct BrokenInvariant : std::logic_error {
    using std::logic_error::logic_error;
};

inline void ensure(bool holds, const char* what) {
    if (!holds) throw BrokenInvariant(what);
}

}  // namespace kiemkring::live
