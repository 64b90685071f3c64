// The look of an organisation as a document of the store.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "domain/brand.h"
#include "wire/document.h"

namespace kiemkring::wire {

[[nodiscard]] std::expected<domain::Brand, DocumentProblems> read_brand(const Json& file);
[[nodiscard]] std::string encode_brand(const domain::Brand& brand);

/// "#2c5f3e", and back; nothing for what is no such text.
[[nodiscard]] std::string color_text(std::uint32_t color);
[[nodiscard]] std::optional<std::uint32_t> read_color(std::string_view text);

}  // namespace kiemkring::wire
