#include "report/session_report/closing.h"

#include <algorithm>

#include "domain/session/command.h"

namespace kiemkring::report::sections {

void SeatCount::count(const Event& event) {
    if (const auto* joined = std::get_if<PersonJoined>(&event)) taken_ += joined->seat != SeatKind::link;
    if (const auto* set = std::get_if<PersonStateSet>(&event)) {
        taken_ += set->now == PersonState::in;
        taken_ -= set->was == PersonState::in;
    }
    if (const auto* merged = std::get_if<SeatMerged>(&event)) {
        taken_ -= merged->now && !merged->was;
        taken_ += !merged->now && merged->was;
    }
}

std::uint32_t seats_when_closed(const Context& c, VoteId vote) {
    SeatCount seats;
    std::uint32_t then = 0;
    for (const auto& happened : c.events) {
        seats.count(happened.what);
        const auto* set = std::get_if<VoteSet>(&happened.what);
        if (set && set->vote == vote && set->now.status == VoteStatus::closed && set->was.status == VoteStatus::open) then = seats.taken();
    }
    const auto found = c.session.votes.find(vote);
    return found == c.session.votes.end() ? then : std::max(then, found->second.voters);
}

std::vector<std::uint64_t> undone_actions(const Context& c) {
    std::vector<std::uint64_t> undone;
    for (const auto& happened : c.events)
        if (const auto* event = std::get_if<ActionUndone>(&happened.what)) undone.push_back(event->action);
    return undone;
}

std::string tied_titles(const Context& c, const TieSet& set) {
    // A merge takes ideas out of the tie that it decides.
    const bool was_larger = set.was && set.was->vote == set.now->vote && set.was->tied.size() > set.now->tied.size();
    std::string titles;
    for (const auto candidate : (was_larger ? *set.was : *set.now).tied) {
        const auto title = c.session.title(candidate);
        if (!title.empty()) titles += (titles.empty() ? "" : ", ") + isolated(title);
    }
    return titles;
}

std::vector<std::string> decided_ties(const Context& c) {
    const auto& w = c.words;
    const auto undone = undone_actions(c);
    std::vector<std::string> ties;
    for (const auto& happened : c.events) {
        const auto* set = std::get_if<TieSet>(&happened.what);
        if (!set || !set->now || happened.op == "undo" || std::ranges::find(undone, happened.action) != undone.end()) continue;
        // What is merged may leave others that are still tied.
        const bool is_merge = happened.op == MergeTied::op;
        if (!set->now->decided && !is_merge) continue;
        const auto way = is_merge ? TieWay::merge : set->now->decided->way;
        auto sentence = fill_in(w.decided_tie, filling("place", set->now->first_place), Filling{"ideas", tied_titles(c, *set)},
                                filling("how", w.decided_by.at(static_cast<std::size_t>(way))));
        if (set->now->runoff && way != TieWay::run_off) sentence = fmt::format("{} {}", w.still_tied, sentence);
        ties.push_back(std::move(sentence));
    }
    return ties;
}

}  // namespace kiemkring::report::sections
