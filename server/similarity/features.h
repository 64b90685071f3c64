// What a text holds, as numbers that can be compared.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "similarity/language.h"
#include "similarity/vocabulary.h"

namespace kiemkring::similarity {

enum View : std::size_t { words, letters, subjects };
inline constexpr std::size_t views = 3;

struct Feature {
    std::uint32_t id{};
    float weight{};
    std::string word;  ///< of the text, that says it; empty for letters
};
struct TextFeatures {
    std::array<std::vector<Feature>, views> of;  ///< each sorted by id, no id twice
};

/// Ids mean the same in all texts, within a view.
[[nodiscard]] std::vector<TextFeatures> features_of(std::span<const std::string> texts, Language otherwise,
                                                    const Vocabulary& vocabulary);

}  // namespace kiemkring::similarity
