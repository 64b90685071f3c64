#pragma once

#include <string>
#include <string_view>

namespace kiemkring::cli {

/// A QR code as lines of half blocks with a quiet zone. With `colours` black on white whatever the terminal's own colours are;
/// without, light modules are drawn, which is right on a dark ground.
[[nodiscard]] std::string terminal_qr(std::string_view text, bool colours);

}  // namespace kiemkring::cli
