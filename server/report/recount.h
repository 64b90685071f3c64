// Counting again: do the published ballots give the published counts, do the events say the same, and does the top follow?
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "domain/session/event.h"

namespace kiemkring::report {

/// One closed vote as it was published: shuffled ballots and what was made of them.
struct Published {
    domain::VoteId vote;
    std::map<domain::GroupId, std::uint32_t> counts;
    std::vector<std::map<domain::GroupId, std::uint32_t>> ballots;
};

struct CountedVote {
    domain::VoteId vote;
    std::size_t ballots{};
    std::map<domain::GroupId, std::uint32_t> counts;  ///< from the ballots
};

struct Recount {
    std::vector<CountedVote> votes;
    bool top_was_checked{};
    std::vector<std::string> differences;  ///< in words; empty: everything fits
};

/// Trusts nothing but the ballots and the events; uses none of the code that counted the first time.
[[nodiscard]] Recount recount(std::span<const Published> published, std::span<const domain::Happened> events);

}  // namespace kiemkring::report
