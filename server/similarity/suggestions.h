// Proposes groups: of ideas that nobody has placed yet, and in groups that are there. People decide.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "similarity/likeness.h"

namespace kiemkring::similarity {

struct LooseIdea {
    domain::IdeaId id;
    std::string text;  ///< line and explanation
};
struct PlacedText {
    domain::GroupId group;
    std::string text;  ///< of an idea in that group, or the name that people gave the group
};

struct Suggestion {
    std::vector<domain::IdeaId> ideas;
    domain::GroupId group;           ///< the one they would fit; none: a new group of at least two
    std::vector<std::string> words;  ///< what they share, never empty
    bool operator==(const Suggestion&) const = default;
};

inline constexpr std::size_t suggestions_max = 12, ideas_per_suggestion_max = 8, words_per_suggestion_max = 4;
/// More are not looked at: comparing takes the square of it. Loose ideas come first.
inline constexpr std::size_t texts_compared_max = 600;

/// The strongest and largest first. An idea is in one suggestion at most. The same ideas in the same order give the same answer.
[[nodiscard]] std::vector<Suggestion> suggest(std::span<const LooseIdea> loose, std::span<const PlacedText> placed,
                                              Language otherwise);

}  // namespace kiemkring::similarity
