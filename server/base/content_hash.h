// A short hash over texts: to recognise the same content again, not to keep secrets.
#pragma once

#include <cstdint>
#include <string_view>

namespace kiemkring::base {

/// FNV-1a, 64 bits.
constexpr std::uint64_t content_hash(std::string_view text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char character : text) {
        hash ^= static_cast<unsigned char>(character);
        hash *= 1099511628211u;
    }
    return hash;
}

}  // namespace kiemkring::base
