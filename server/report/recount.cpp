#include "report/recount.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "domain/session/rules.h"

namespace kiemkring::report {

using namespace domain;

namespace {

using Counts = std::map<GroupId, std::uint32_t>;

/// What the events say about votes, without folding a session.
struct Told {
    std::map<VoteId, std::map<BallotId, Counts>> ballots;
    std::map<VoteId, VoteState> states;
    std::optional<Tie> tie;
    std::optional<Top> top;
};

Told told_by(std::span<const Happened> events) {
    Told told;
    for (const auto& happened : events) {
        if (const auto* cast = std::get_if<VoteCast>(&happened.what)) ++told.ballots[cast->vote][cast->ballot][cast->candidate];
        if (const auto* back = std::get_if<VoteRetracted>(&happened.what)) --told.ballots[back->vote][back->ballot][back->candidate];
        if (const auto* set = std::get_if<VoteSet>(&happened.what)) told.states[set->vote] = set->now;
        if (const auto* set = std::get_if<TieSet>(&happened.what)) told.tie = set->now;
        if (const auto* set = std::get_if<TopSet>(&happened.what)) told.top = set->now;
    }
    return told;
}

std::uint32_t votes_of(const Counts& counts, GroupId candidate) {
    const auto found = counts.find(candidate);
    return found == counts.end() ? 0 : found->second;
}

Counts without_zeros(Counts counts) {
    std::erase_if(counts, [](const auto& count) { return count.second == 0; });
    return counts;
}

class Counting {
public:
    Counting(std::span<const Published> published, std::span<const Happened> events)
        : published_(published), told_(told_by(events)) {}

    Recount result() {
        for (const auto& vote : published_) count(vote);
        for (const auto& [id, state] : told_.states)
            if (state.status == VoteStatus::closed &&
                std::ranges::find(published_, id, &Published::vote) == published_.end())
                differs("vote {}: closed, but not published", id.value);
        if (told_.top) check_top(*told_.top);
        if (told_.tie && told_.tie->decided && told_.tie->decided->way == TieWay::draw) check_lots(*told_.tie);
        return std::move(recount_);
    }

private:
    template <class... Args>
    void differs(fmt::format_string<Args...> format, Args&&... args) {
        recount_.differences.push_back(fmt::format(format, std::forward<Args>(args)...));
    }

    void count(const Published& vote) {
        const auto number = vote.vote.value;
        Counts counts;
        for (const auto& ballot : vote.ballots)
            for (const auto& [candidate, votes] : ballot) counts[candidate] += votes;
        for (const auto& [candidate, votes] : vote.counts)
            if (votes_of(counts, candidate) != votes)
                differs("vote {}, candidate {}: published {}, counted {}", number, candidate.value, votes,
                        votes_of(counts, candidate));
        for (const auto& [candidate, votes] : counts)
            if (!vote.counts.contains(candidate))
                differs("vote {}, candidate {}: {} votes, but no candidate", number, candidate.value, votes);

        std::vector<Counts> ballots, told;
        for (const auto& ballot : vote.ballots) ballots.push_back(without_zeros(ballot));
        for (const auto& [id, given] : told_.ballots[vote.vote])
            if (auto ballot = without_zeros(given); !ballot.empty()) told.push_back(std::move(ballot));
        std::ranges::sort(ballots);
        std::ranges::sort(told);
        if (ballots != told) differs("vote {}: the ballots are not those of the events", number);

        const auto state = told_.states.find(vote.vote);
        if (state == told_.states.end()) differs("vote {}: the events know no such vote", number);
        else check_rules(vote, state->second);
        recount_.votes.push_back({vote.vote, vote.ballots.size(), std::move(counts)});
    }

    void check_rules(const Published& vote, const VoteState& rules) {
        for (const auto& ballot : vote.ballots) {
            std::uint32_t spent = 0;
            for (const auto& [candidate, votes] : ballot) {
                spent += votes;
                if (votes > rules.votes_per_candidate)
                    differs("vote {}: a ballot gives candidate {} {} votes", vote.vote.value, candidate.value, votes);
            }
            if (spent > rules.votes_per_person) differs("vote {}: a ballot spends {} votes", vote.vote.value, spent);
        }
    }

    void check_top(const Top& top) {
        const auto vote = std::ranges::find(recount_.votes, top.vote, &CountedVote::vote);
        if (vote == recount_.votes.end()) return differs("the top is of vote {}, which is not there", top.vote.value);
        recount_.top_was_checked = true;

        std::optional<std::uint32_t> least;
        for (const auto& entry : top.entries) {
            const auto counted = votes_of(vote->counts, entry.candidate);
            if (counted != entry.votes)
                differs("place {}: the top says {} votes, counted {}", entry.place, entry.votes, counted);
            if (least && counted > *least) differs("place {} has more votes than the place before", entry.place);
            least = least ? std::min(*least, counted) : counted;
        }
        for (const auto& [candidate, votes] : vote->counts) {
            const bool is_in = std::ranges::find(top.entries, candidate, &TopEntry::candidate) != top.entries.end();
            if (!is_in && least && votes > *least)
                differs("candidate {} has {} votes and is not in the top", candidate.value, votes);
            if (!is_in && votes == least.value_or(0) && votes > 0 && !top.decided_by)
                differs("candidate {} is as good as the last place, and nothing says how that was decided", candidate.value);
        }
    }

    /// Draws again with the recorded seed.
    void check_lots(const Tie& tie) {
        const auto& decided = *tie.decided;
        std::uint64_t seed{};
        const auto* end = decided.seed.data() + decided.seed.size();
        if (std::from_chars(decided.seed.data(), end, seed, 16).ptr != end || decided.seed.empty())
            return differs("the seed of the draw is no number: {}", decided.seed);
        const auto order = lots_drawn(seed, tie.tied);
        if (order != decided.order) differs("the lots of seed {} fall in another order", decided.seed);
        const auto free = std::min<std::size_t>(tie.free, order.size());
        if (decided.winners != std::vector(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(free)))
            differs("the winners of the draw are not the first lots");
    }

    std::span<const Published> published_;
    Told told_;
    Recount recount_;
};

}  // namespace

Recount recount(std::span<const Published> published, std::span<const Happened> events) {
    return Counting{published, events}.result();
}

}  // namespace kiemkring::report
