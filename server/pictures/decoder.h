// Makes a clean picture of an upload. The bytes of a stranger are read in a process of its own, which has no network, little
// memory and not much time; whatever happens to it happens to that upload alone.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "domain/session/values.h"

namespace kiemkring::pictures {

struct Order {
    bool is_plan{};      ///< larger, and a PDF will do
    unsigned page{1};    ///< of a PDF
    std::string upload;
    bool is_logo{};      ///< a PNG as the large one, with what is transparent in it
};

enum class DecodeError {
    bad_image,          ///< damaged, cut off, or the decoder did not survive it
    unsupported_image,  ///< by its first bytes it is none of the formats we take
    too_many_pixels,    ///< as its head says; nothing was decoded
    no_such_page,
    unavailable,        ///< the decoder could not be started, or too many wait
};

using Decoded = std::expected<std::shared_ptr<const domain::PictureBytes>, DecodeError>;

/// The program that decodes: beside the one that runs.
[[nodiscard]] std::filesystem::path decoder_program();

/// Blocks until the program has ended, or was killed after `deadline`.
[[nodiscard]] Decoded decode(const std::filesystem::path& program, const Order& order,
                             std::chrono::milliseconds deadline = std::chrono::seconds{20});

}  // namespace kiemkring::pictures
