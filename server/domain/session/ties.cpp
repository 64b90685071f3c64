// Ties across the last place and the ways out of them. Nothing is ever broken silently by id, time or alphabet.
#include <algorithm>

#include "domain/session/rules.h"
#include "domain/session/shuffle.h"
#include "domain/session/tally.h"

namespace kiemkring::domain {
namespace {

constexpr std::size_t near_misses_shown = 3;

/// The open tie, when one of its ways out can be taken now.
const Tie* undecided(const Session& session) {
    if (!session.tie || session.tie->decided) return nullptr;
    return session.open_vote() ? nullptr : &*session.tie;
}

std::string hex16(std::uint64_t value) {
    std::string text(16, '0');
    for (int i = 15; i >= 0; --i, value >>= 4) text[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15];
    return text;
}

std::uint32_t votes_of(GroupId candidate, const std::vector<Ranked>& counts) {
    auto found = std::ranges::find(counts, candidate, &Ranked::candidate);
    return found == counts.end() ? 0 : found->votes;
}

Decision decided(const Session& session, Tie tie, TieDecision decision) {
    tie.decided = std::move(decision);
    Draft draft{session};
    conclude(session, tie.vote, tie, draft);
    return draft.change;
}

}  // namespace

std::vector<Ranked> count_votes(const Vote& vote) {
    std::map<GroupId, std::uint32_t> counts;
    for (const auto& [ballot, given] : vote.ballots)
        for (const auto& [candidate, votes] : given) counts[candidate] += votes;

    std::vector<Ranked> ranked;
    for (auto candidate : vote.state.candidates) ranked.push_back({candidate, counts[candidate]});
    std::ranges::stable_sort(ranked, std::greater{}, &Ranked::votes);
    return ranked;
}

std::optional<Tie> tie_across(VoteId vote, const std::vector<Ranked>& counts, std::uint32_t places) {
    if (counts.size() <= places) return {};
    const auto edge = counts[places - 1].votes;
    if (edge == 0 || counts[places].votes != edge) return {};

    Tie tie{.vote = vote, .first_place = 1, .free = places, .size = places, .settled = {}, .tied = {}, .runoff = {}, .decided = {}};
    for (const auto& ranked : counts) {
        if (ranked.votes > edge) {
            tie.first_place += 1;
            tie.free -= 1;
        } else if (ranked.votes == edge) {
            tie.tied.push_back(ranked.candidate);
        }
    }
    return tie;
}

Top make_top(const Session& session, VoteId vote, const std::optional<Tie>& tie) {
    const auto counts = count_votes(session.votes.at(vote));
    const auto edge = tie ? votes_of(tie->tied.front(), counts) : 0;
    Top top{.vote = vote, .entries = {}, .near_misses = {}, .decided_by = {}, .seed = {}};
    const auto add = [&](GroupId candidate, std::size_t place, std::uint32_t votes, bool tied) {
        top.entries.push_back({static_cast<std::uint32_t>(place), candidate, session.title_text(candidate), votes, tied});
    };

    // Those above the tie, or all places: equal votes share a place.
    std::size_t place = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto votes = counts[i].votes;
        if (votes == 0 || (tie ? votes <= edge : i >= session.places())) break;
        const bool like_last = i > 0 && counts[i - 1].votes == votes;
        const bool like_next = i + 1 < counts.size() && counts[i + 1].votes == votes;
        if (!like_last) place = i + 1;
        add(counts[i].candidate, place, votes, like_last || like_next);
    }
    if (tie && tie->decided) {
        top.decided_by = tie->decided->way;
        top.seed = tie->decided->seed;
        for (auto candidate : tie->settled) add(candidate, top.entries.size() + 1, edge, false);
        const auto& winners = tie->decided->winners;
        const bool shared = tie->decided->way == TieWay::widen && winners.size() > 1;
        const auto first = top.entries.size() + 1;
        for (std::size_t i = 0; i < winners.size(); ++i) add(winners[i], shared ? first : first + i, edge, shared);
    }

    for (const auto& ranked : counts) {
        if (ranked.votes == 0 || top.near_misses.size() >= near_misses_shown) break;
        const bool in_top = std::ranges::find(top.entries, ranked.candidate, &TopEntry::candidate) != top.entries.end();
        if (!in_top && session.groups.at(ranked.candidate).exists)
            top.near_misses.push_back({0, ranked.candidate, session.title_text(ranked.candidate), ranked.votes, false});
    }
    return top;
}

void conclude(const Session& session, VoteId vote, const std::optional<Tie>& tie, Draft& draft) {
    if (tie != session.tie) draft.add(TieSet{tie, session.tie});
    std::optional<Top> top;
    if (!tie || tie->decided) top = make_top(session, vote, tie);
    if (top != session.top) draft.add(TopSet{top, session.top});
    if (session.revealed != 0) draft.add(PlacesRevealed{0, session.revealed});
}

void settle_runoff(const Session& session, const std::vector<Ranked>& counts, Draft& draft) {
    auto tie = *session.tie;
    if (counts.empty() || tie.free >= counts.size()) return conclude(session, tie.vote, tie, draft);

    const auto edge = counts[tie.free - 1].votes;
    const bool still_tied = counts[tie.free].votes == edge;
    std::vector<GroupId> ahead, equal;
    for (const auto& ranked : counts) {
        if (ranked.votes > edge || (ranked.votes == edge && !still_tied)) ahead.push_back(ranked.candidate);
        else if (ranked.votes == edge) equal.push_back(ranked.candidate);
    }
    if (!still_tied) {
        tie.decided = TieDecision{TieWay::run_off, ahead, {}, {}};
    } else {
        tie.first_place += static_cast<std::uint32_t>(ahead.size());
        tie.free -= static_cast<std::uint32_t>(ahead.size());
        tie.settled.insert(tie.settled.end(), ahead.begin(), ahead.end());
        tie.tied = equal;
    }
    conclude(session, tie.vote, tie, draft);
}

std::vector<GroupId> lots_drawn(std::uint64_t seed, std::vector<GroupId> tied) {
    std::ranges::sort(tied);
    shuffle(seed, tied);
    return tied;
}

Decision decide(const Session& session, const WidenTop&, const Asker&, const Moment&) {
    const auto* tie = undecided(session);
    if (!tie) return refuse(Reason::no_tie);
    if (session.matrix) return refuse(Reason::bad_args);  // one is chosen
    return decided(session, *tie, {TieWay::widen, tie->tied, {}, {}});
}

Decision decide(const Session& session, const StartRunoff&, const Asker&, const Moment&) {
    const auto* tie = undecided(session);
    if (!tie) return refuse(Reason::no_tie);
    if (tie->runoff) return refuse(Reason::runoff_was_held);
    if (session.kind() != RoundKind::vote && session.kind() != RoundKind::tie) return refuse_round(session);

    VoteId id{session.votes.rbegin()->first.value + 1};
    auto now = *tie;
    now.runoff = id;
    Draft draft{session};
    draft.add(VoteSet{id, {VoteStatus::open, session.current, true, tie->tied, tie->free, 1, std::nullopt}, {}});
    draft.add(TieSet{now, session.tie});
    return draft.change;
}

Decision decide(const Session& session, const MergeTied& merge, const Asker&, const Moment&) {
    const auto* tie = undecided(session);
    if (!tie) return refuse(Reason::no_tie);
    if (session.matrix) return refuse(Reason::bad_args);  // one is chosen
    const auto is_tied = [&](GroupId id) { return std::ranges::find(tie->tied, id) != tie->tied.end(); };
    if (!is_tied(merge.into)) return refuse(Reason::not_found);

    auto now = *tie;
    Draft draft{session};
    for (auto id : merge.candidates) {
        if (!is_tied(id)) return refuse(Reason::not_found);
        if (std::ranges::count(merge.candidates, id) > 1) return refuse(Reason::bad_args);
        if (id == merge.into) continue;
        empty_group(session, id, merge.into, {}, draft);
        std::erase(now.tied, id);
    }
    if (now.tied.size() == tie->tied.size()) return refuse(Reason::bad_args);
    if (now.tied.size() <= now.free) now.decided = TieDecision{TieWay::merge, now.tied, {}, {}};

    conclude(session, now.vote, now, draft);
    if (now.decided)  // A merged-away candidate is no near miss of its own.
        for (auto& event : draft.change.events)
            if (auto* top = std::get_if<TopSet>(&event); top && top->now)
                std::erase_if(top->now->near_misses, [&](const TopEntry& miss) { return is_tied(miss.candidate); });
    return draft.change;
}

Decision decide(const Session& session, const DrawLots&, const Asker&, const Moment& moment) {
    const auto* tie = undecided(session);
    if (!tie) return refuse(Reason::no_tie);

    auto order = lots_drawn(moment.random, tie->tied);
    std::vector<GroupId> winners(order.begin(), order.begin() + tie->free);
    return decided(session, *tie, {TieWay::draw, winners, order, hex16(moment.random)});
}

Decision decide(const Session& session, const RevealNext& reveal, const Asker&, const Moment&) {
    if (session.kind() != RoundKind::top5) return refuse_round(session);
    if (!session.top) return refuse(Reason::not_yet_revealed);
    // A second tap, or another tablet, was about the place that is shown by now.
    if (reveal.seen < session.revealed) return Change{};
    if (reveal.seen > session.revealed) return refuse(Reason::changed_meanwhile);
    if (session.revealed >= session.top->entries.size()) return refuse(Reason::all_revealed);

    Change change;
    change.events.push_back(PlacesRevealed{session.revealed + 1, session.revealed});
    return change;
}

}  // namespace kiemkring::domain
