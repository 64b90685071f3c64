// Bytes as text (RFC 4648, with padding).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiemkring::base {

[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Nothing for what is none.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace kiemkring::base
