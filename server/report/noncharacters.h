// What is no character to anybody, in texts of people.
#pragma once

#include <string>
#include <string_view>

namespace kiemkring::report {

/// Without the 66 code points that are none (Unicode 15, 23.7): U+FFFD stands in their place. XML has no way to write some of them, and
/// Cairo draws nothing more after it met one.
[[nodiscard]] std::string without_noncharacters(std::string_view utf8);

}  // namespace kiemkring::report
