// The code that people type to get into a session.
#pragma once

#include <string>
#include <string_view>

#include "base/random.h"

namespace kiemkring::live {

inline constexpr std::size_t code_characters = 6;

/// 6 of 31 characters, each as likely: no 0, O, 1, I, L.
[[nodiscard]] std::string make_code(base::Random& random);

/// As it is stored: capitals, without spaces and dashes.
[[nodiscard]] std::string normalised_code(std::string_view typed);

}  // namespace kiemkring::live
