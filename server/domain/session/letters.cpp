#include "domain/session/letters.h"

#include <algorithm>

#include "domain/limits.h"

namespace kiemkring::domain {
namespace {

/// What is on the ballot; before there is one, what would be.
std::vector<GroupId> on_the_ballot(const Session& session) {
    for (auto vote = session.votes.rbegin(); vote != session.votes.rend(); ++vote)
        if (const auto& state = vote->second.state; state.status != VoteStatus::none && !state.runoff) return state.candidates;
    std::vector<GroupId> groups;
    for (const auto& [id, group] : session.groups)
        if (session.has_ideas(id)) groups.push_back(id);
    return groups;
}

std::uint32_t number_of(const Session& session, GroupId id) {
    if (id.value <= limits::ballot_letters) return id.value;
    auto ballot = on_the_ballot(session);
    if (ballot.size() > limits::ballot_letters || std::ranges::find(ballot, id) == ballot.end()) return id.value;
    std::ranges::sort(ballot);
    std::uint32_t letter = 0;
    for (auto late : ballot) {
        if (late.value <= limits::ballot_letters) continue;
        do ++letter;
        while (std::ranges::find(ballot, GroupId{letter}) != ballot.end());
        if (late == id) break;
    }
    return letter;
}

}  // namespace

std::string letter_of(const Session& session, GroupId id) {
    std::string letters;
    for (auto n = number_of(session, id); n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

}  // namespace kiemkring::domain
