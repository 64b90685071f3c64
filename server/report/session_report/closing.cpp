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

std::string with_reason(const Context& c, const VoteState& closed, std::string sentence) {
    const auto why = c.session.text(closed.why_early);
    return why.empty() ? sentence : fmt::format("{} {}", sentence, fill_in(c.words.vote_why, filling("why", why)));
}

std::vector<std::uint64_t> undone_actions(const Context& c) {
    std::vector<std::uint64_t> undone;
    for (const auto& happened : c.events)
        if (const auto* event = std::get_if<ActionUndone>(&happened.what)) undone.push_back(event->action);
    return undone;
}

namespace {

/// Also of a group that was put into another when they were tied: of the idea that it was, in so far as it had no name.
std::string title_then(const Context& c, GroupId id) {
    if (auto title = c.session.title(id); !title.empty()) return title;
    for (const auto& happened : c.events) {
        const auto* placed = std::get_if<IdeaPlaced>(&happened.what);
        if (placed && happened.op == MergeTied::op && placed->was.group == id) return c.session.text(c.session.ideas.at(placed->idea).wording.text);
    }
    return {};
}

}  // namespace

Merger merger_at(const Context& c, std::size_t first) {
    Merger merger;
    for (const auto& happened : c.events.subspan(first)) {
        if (happened.action != c.events[first].action) break;
        if (const auto* set = std::get_if<IdeaStateSet>(&happened.what)) {
            const auto& idea = c.session.ideas.at(set->idea);
            // Whatever had become part of an idea goes along with it, and was told before.
            if (set->now.status != IdeaStatus::merged || set->was.status == IdeaStatus::merged || idea.state.status != IdeaStatus::merged) continue;
            merger.gone.push_back(c.session.text(idea.wording.text));
            const auto& into = c.session.ideas.at(set->now.merged_into);
            // What was hidden or taken back since is not told here either.
            if (const auto now = into.state.status; now == IdeaStatus::live || now == IdeaStatus::later || now == IdeaStatus::merged) merger.into = c.session.text(into.wording.text);
        }
        if (const auto* placed = std::get_if<IdeaPlaced>(&happened.what)) merger.into = c.session.title(placed->now.group);
        if (const auto* set = std::get_if<GroupSet>(&happened.what); set && !set->now.exists) merger.gone.push_back(title_then(c, set->group));
    }
    // Whoever wrote it may have taken it back for good.
    std::erase(merger.gone, std::string{});
    return merger;
}

std::string merger_in_words(const Context& c, const Merger& merger) {
    if (merger.gone.empty() || merger.into.empty()) return {};
    std::string titles;
    for (const auto& title : merger.gone) titles += (titles.empty() ? "" : ", ") + isolated(title);
    return fill_in(c.words.decided_merged, Filling{"ideas", titles}, filling("into", merger.into));
}

std::string tied_titles(const Context& c, const TieSet& set) {
    // A merge takes ideas out of the tie that it decides.
    const bool was_larger = set.was && set.was->vote == set.now->vote && set.was->tied.size() > set.now->tied.size();
    std::string titles;
    for (const auto candidate : (was_larger ? *set.was : *set.now).tied) {
        const auto title = title_then(c, candidate);
        if (!title.empty()) titles += (titles.empty() ? "" : ", ") + isolated(title);
    }
    return titles;
}

std::vector<std::string> decided_ties(const Context& c) {
    const auto& w = c.words;
    const auto undone = undone_actions(c);
    std::vector<std::string> ties;
    std::size_t first = 0;
    for (std::size_t i = 0; i < c.events.size(); ++i) {
        const auto& happened = c.events[i];
        if (happened.action != c.events[first].action) first = i;
        const auto* set = std::get_if<TieSet>(&happened.what);
        if (!set || !set->now || happened.op == "undo" || std::ranges::find(undone, happened.action) != undone.end()) continue;
        // What is merged may leave others that are still tied.
        const bool is_merge = happened.op == MergeTied::op;
        if (!set->now->decided && !is_merge) continue;
        const auto merger = is_merge ? merger_at(c, first) : Merger{};
        const auto way = is_merge ? TieWay::merge : set->now->decided->way;
        auto sentence = fill_in(w.decided_tie, filling("place", set->now->first_place), Filling{"ideas", tied_titles(c, *set)},
                                filling("how", w.decided_by.at(static_cast<std::size_t>(way))));
        if (set->now->runoff && way != TieWay::run_off) sentence = fmt::format("{} {}", w.still_tied, sentence);
        if (const auto what = merger_in_words(c, merger); !what.empty()) sentence += ' ' + what;
        ties.push_back(std::move(sentence));
    }
    return ties;
}

}  // namespace kiemkring::report::sections
