// What somebody asks of an export, in words.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "report/session_report.h"

namespace kiemkring::edge {

/// Which of these words it is; the first for none.
template <class E, std::size_t count>
[[nodiscard]] std::optional<E> one_of(const std::array<std::string_view, count>& names, std::string_view word) {
    const auto found = word.empty() ? names.begin() : std::ranges::find(names, word);
    return found == names.end() ? std::nullopt : std::optional{static_cast<E>(found - names.begin())};
}

/// With commas between them, each at most once.
template <class E, std::size_t count>
[[nodiscard]] std::optional<std::vector<E>> several_of(const std::array<std::string_view, count>& names, std::string_view words) {
    std::vector<E> several;
    while (!words.empty()) {
        const auto comma = std::min(words.find(','), words.size());
        const auto one = comma ? one_of<E>(names, words.substr(0, comma)) : std::nullopt;
        if (!one || std::ranges::find(several, *one) != several.end()) return std::nullopt;
        several.push_back(*one);
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
    return several;
}

/// Without a word: the archive names everybody, others only who agreed to it.
[[nodiscard]] inline std::optional<report::Naming> naming_of(std::string_view word, std::optional<report::Readership> readers) {
    if (!word.empty()) return one_of<report::Naming>(report::naming_names, word);
    return readers == report::Readership::archive ? report::Naming::everybody : report::Naming::agreed;
}

}  // namespace kiemkring::edge
