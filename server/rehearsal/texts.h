// What simulated people write: sentences of our own, in Dutch and English, and who they say they are.
#pragma once

#include <span>
#include <string_view>

namespace kiemkring::rehearsal {

struct Idea {
    std::string_view text;
    unsigned theme{};  ///< ideas of one theme belong together
};

[[nodiscard]] std::span<const Idea> ideas(std::string_view language);
[[nodiscard]] std::span<const std::string_view> first_names();
/// Some are empty: not everybody says where they work. The same goes for notes and reasons.
[[nodiscard]] std::span<const std::string_view> employers();
/// Beside a commitment.
[[nodiscard]] std::span<const std::string_view> notes(std::string_view language);
/// Where a proposal is for, and whom; what worries somebody about it.
[[nodiscard]] std::span<const std::string_view> places(std::string_view language);
[[nodiscard]] std::span<const std::string_view> guests(std::string_view language);
[[nodiscard]] std::span<const std::string_view> worries(std::string_view language);
/// Why somebody has an idea.
[[nodiscard]] std::span<const std::string_view> reasons(std::string_view language);

}  // namespace kiemkring::rehearsal
