// How a vote ended: with how many of those who were there, and which ties were decided how.
#pragma once

#include "report/session_report/sections.h"

namespace kiemkring::report::sections {

/// How many had a seat, one event after the other.
class SeatCount {
public:
    void count(const Event& event);
    [[nodiscard]] std::uint32_t taken() const { return taken_; }

private:
    std::uint32_t taken_{};
};
/// When the vote closed last, and at least as many as voted; 0 for one that never did.
[[nodiscard]] std::uint32_t seats_when_closed(const Context& c, VoteId vote);
/// Closing it then asks the facilitator whether that is meant.
[[nodiscard]] constexpr bool are_few(std::uint32_t voted, std::uint32_t seats) { return voted * 5 < seats * 4; }

/// With the reason that the facilitator gave for closing it early, after a space.
[[nodiscard]] std::string with_reason(const Context& c, const VoteState& closed, std::string sentence);

/// Ids of actions that were undone.
[[nodiscard]] std::vector<std::uint64_t> undone_actions(const Context& c);
/// What a facilitator made one, before the vote or to end a tie: what it was called, and is.
struct Merger {
    std::vector<std::string> gone;
    std::string into;
};
/// `first`: the first event of a command that made ideas or what was tied one. Of ideas only those that are part of another still.
[[nodiscard]] Merger merger_at(const Context& c, std::size_t first);
/// A sentence of it; empty when nothing of it is left to be named.
[[nodiscard]] std::string merger_in_words(const Context& c, const Merger& merger);

/// The titles of what was tied, with commas between them: also what the decision took out of the tie. There is a tie now.
[[nodiscard]] std::string tied_titles(const Context& c, const TieSet& set);
/// Every tie that was decided or made smaller by merging, and stands, in the order in which that was; a sentence each.
[[nodiscard]] std::vector<std::string> decided_ties(const Context& c);

}  // namespace kiemkring::report::sections
