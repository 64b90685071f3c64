#include <algorithm>

#include "domain/session/tally.h"
#include "report/session_report/closing.h"

namespace kiemkring::report::sections {
namespace {

Bars bars_of(const Context& c, const Vote& vote) {
    const auto& w = c.words;
    Bars bars{std::string{vote.state.runoff ? w.runoff_title : w.vote_title}, std::string{w.candidate}, std::string{w.vote_count}, {}};
    for (const auto& ranked : count_votes(vote)) {
        if (ranked.votes == 0) continue;
        const auto group = group_of(c, ranked.candidate);
        // A group that was dissolved after the vote has its title in the result, if anywhere.
        bars.bars.push_back({group ? group->letter : "", group ? group->name : c.session.title(ranked.candidate), {}, group ? hue_of(*group) : Hue::none,
                             ranked.votes});
    }
    return bars;
}

std::string without_votes(const Context& c, const Vote& vote) {
    std::string titles;
    for (const auto& ranked : count_votes(vote))
        if (const auto title = c.session.title(ranked.candidate); ranked.votes == 0 && !title.empty()) titles += (titles.empty() ? "" : " · ") + isolated(title);
    return titles;
}

/// What came just after the last place, and why it did not have it.
std::string why_not(const Context& c, const TopEntry& miss) {
    const auto& w = c.words;
    const auto& top = *c.session.top;
    const auto last = top.entries.empty() ? miss.votes : top.entries.back().votes;
    if (miss.votes < last) return w.votes_behind.of(last - miss.votes);
    if (top.decided_by == TieWay::run_off) return std::string{w.lost_runoff};
    return std::string{top.decided_by == TieWay::draw ? w.lost_draw : w.as_many};
}

/// How ties were decided, and what was just not chosen.
void add_outcome(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    const auto& top = *c.session.top;
    for (auto& tie : decided_ties(c)) blocks.push_back(Paragraph{std::move(tie)});
    if (!top.seed.empty()) blocks.push_back(Paragraph{fill_in(w.draw_seed, filling("seed", top.seed)), Tone::quiet});
    Bullets misses;
    for (const auto& miss : top.near_misses)
        misses.items.push_back(fmt::format("{} ({}: {})", isolated(c.session.text(miss.title)), w.votes.of(miss.votes), why_not(c, miss)));
    if (misses.items.empty()) return;
    blocks.push_back(Paragraph{std::string{w.near_misses}, Tone::lead});
    blocks.push_back(std::move(misses));
}

}  // namespace

std::vector<Block> votes(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    for (const auto& [id, vote] : c.session.votes) {
        if (vote.state.status == VoteStatus::open) blocks.push_back(Paragraph{std::string{w.vote_open}});
        if (vote.state.status != VoteStatus::closed) continue;
        if (!is_revealed(c)) {
            blocks.push_back(Paragraph{std::string{w.votes_waiting}});
            continue;
        }
        const auto seats = seats_when_closed(c, id);
        blocks.push_back(Paragraph{fill_in(w.vote_lead.form(vote.voters), filling("voted", vote.voters), filling("seats", seats),
                                          filling("votes", w.votes_each.of(vote.state.votes_per_person)))});
        if (are_few(vote.voters, seats)) blocks.push_back(Paragraph{with_reason(c, vote.state, fill_in(w.vote_few, filling("voted", vote.voters), filling("seats", seats)))});
        blocks.push_back(bars_of(c, vote));
        if (const auto titles = without_votes(c, vote); !titles.empty())
            blocks.push_back(Paragraph{fill_in(w.without_votes, Filling{"ideas", titles}), Tone::quiet});
    }
    if (blocks.empty() && !has_top_or_lacks_it(c)) return {};
    if (blocks.empty()) return {Paragraph{std::string{w.vote_none}}};
    if (is_revealed(c)) add_outcome(c, blocks);
    blocks.push_back(Paragraph{std::string{w.how_votes}, Tone::quiet});
    return blocks;
}

}  // namespace kiemkring::report::sections
