// Text of people in HTML.
#pragma once

#include <string>
#include <string_view>

namespace kiemkring::report {

/// Safe between tags and in quotes. What HTML may not hold at all (controls) is left out.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace kiemkring::report
