// From counts to a top: ranking, the tie across the last place, and the frozen result.
#pragma once

#include <optional>
#include <vector>

#include "domain/session/rules.h"

namespace kiemkring::domain {

/// A candidate with its votes.
struct Ranked {
    GroupId candidate;
    std::uint32_t votes{};
};

/// All candidates, most votes first; equal ones by letter, which decides nothing.
std::vector<Ranked> count_votes(const Vote& vote);

/// The tie across the last of `places`; nothing when the counts settle it. Candidates without votes take no place.
std::optional<Tie> tie_across(VoteId vote, const std::vector<Ranked>& counts, std::uint32_t places);

/// The frozen top of a main vote; `tie` is the decided tie, when there was one.
Top make_top(const Session& session, VoteId vote, const std::optional<Tie>& tie);

/// Writes an open tie, or the top when there is none or it is decided.
void conclude(const Session& session, VoteId vote, const std::optional<Tie>& tie, Draft& draft);

/// What a closed run-off makes of the tie.
void settle_runoff(const Session& session, const std::vector<Ranked>& counts, Draft& draft);

}  // namespace kiemkring::domain
