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
    bool operator==(const LooseIdea&) const = default;
};
struct PlacedText {
    domain::GroupId group;
    std::string text;  ///< of an idea in that group, or the name that people gave the group
    bool operator==(const PlacedText&) const = default;
};
/// What people have on the table: a value of its own, so that another thread may read it.
struct Board {
    std::vector<LooseIdea> loose;
    std::vector<PlacedText> placed;
    Language language{};  ///< of a text that does not tell its own
    bool operator==(const Board&) const = default;
};

struct Suggestion {
    std::vector<domain::IdeaId> ideas;
    domain::GroupId group;           ///< the one they would fit; none: a new group of at least two
    std::vector<std::string> words;  ///< what they share, never empty
    bool operator==(const Suggestion&) const = default;
};

/// For every idea in `fresh` those on the board that are clearly like it, the most alike first; itself not.
[[nodiscard]] std::vector<std::vector<domain::IdeaId>> most_alike(std::span<const LooseIdea> fresh, const Board& board);

/// The strongest and largest first; an idea is in one suggestion at most. Equal boards give equal answers. Of more texts than
/// limits::texts_compared_max the last ones are not looked at, of what is placed first.
[[nodiscard]] std::vector<Suggestion> suggest(const Board& board);

}  // namespace kiemkring::similarity
