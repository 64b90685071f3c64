// From the bytes of an upload to two files that hold the picture and nothing else.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace kiemkring::decoder {

struct Picture {
    std::uint32_t width{}, height{};  ///< of the large one
    std::string thumbnail, large;  ///< JPEG; the large one of a logo is PNG
};

/// Before system calls are forbidden.
[[nodiscard]] bool start_library();

enum class Kind { photo, plan, logo };

/// JPEG, PNG or WebP by their first bytes, as a plan also a page (from 1) of a PDF: upright, in sRGB, on white (but a logo), first frame
/// only.
/// The error is one of pictures/verdicts.h.
[[nodiscard]] std::expected<Picture, int> decode(const std::string& upload, Kind kind, int page);

}  // namespace kiemkring::decoder
