// Text of people in HTML.
#pragma once

#include <string>
#include <string_view>

namespace kiemkring::report {

/// Safe between tags and in quotes. What HTML may not hold at all (controls) is left out.
[[nodiscard]] std::string escaped(std::string_view text);
/// Safe between tags, where the signs of direction.h are elements: a browser that asks in which direction a line runs looks past these alone.
[[nodiscard]] std::string with_isolates(std::string_view text);

}  // namespace kiemkring::report
