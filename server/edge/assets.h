#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace kiemkring::edge {

/// One file of the web pages, inside the binary. Everything it points to lives as long as the program.
struct Asset {
    std::string_view path;  ///< as in the URL, with the leading slash: "/index.html"
    std::string_view content_type;
    std::string_view etag;  ///< weak and quoted, W/"...": one value for all encodings of the file
    std::span<const std::byte> identity;
    std::span<const std::byte> brotli;  ///< empty when it would not be smaller
    std::span<const std::byte> gzip;    ///< empty when it would not be smaller
    bool immutable;  ///< its name changes with its contents: may be cached for a year
};

/// All of them, sorted by path.
std::span<const Asset> all_assets();

/// The file with exactly this path, or nullptr. "/" is not a file; which page it means is the router's
/// business.
const Asset* find_asset(std::string_view path);

}  // namespace kiemkring::edge
