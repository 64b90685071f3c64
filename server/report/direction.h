// Words of people among our own, whatever way their letters run: an Arabic name must not change the order of what stands around it.
#pragma once

#include <string>
#include <string_view>

namespace kiemkring::report {

inline constexpr std::string_view isolate_begin = "\u2068", isolate_end = "\u2069";

/// Whether any letter runs from right to left, or a sign in it turns others round.
[[nodiscard]] bool turns_round(std::string_view text);
/// With every isolate that begins in it ended, and every one that ends in it begun.
[[nodiscard]] std::string balanced(std::string_view text);
/// To be put among other words: each of its lines between the signs that keep it apart (U+2068, U+2069). As it is where it turns nothing
/// round.
[[nodiscard]] std::string isolated(std::string_view text);
/// What stands in none of its isolates: it says in which direction the line runs.
[[nodiscard]] std::string outside_isolates(std::string_view text);

}  // namespace kiemkring::report
