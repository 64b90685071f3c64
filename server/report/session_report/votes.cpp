#include <algorithm>

#include "domain/session/tally.h"
#include "report/session_report/sections.h"

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
        if (const auto title = c.session.title(ranked.candidate); ranked.votes == 0 && !title.empty()) titles += (titles.empty() ? "" : " · ") + title;
    return titles;
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
        blocks.push_back(Paragraph{fill_in(w.vote_lead, fmt::arg("voted", vote.voters), fmt::arg("seats", std::max<std::size_t>(vote.voters, people_there(c).size())),
                                          fmt::arg("votes", w.votes_each.of(vote.state.votes_per_person)))});
        blocks.push_back(bars_of(c, vote));
        if (const auto titles = without_votes(c, vote); !titles.empty())
            blocks.push_back(Paragraph{fill_in(w.without_votes, fmt::arg("ideas", titles)), Tone::quiet});
    }
    if (blocks.empty() && !has_top_or_lacks_it(c)) return {};
    if (blocks.empty()) return {Paragraph{std::string{w.vote_none}}};
    if (is_revealed(c) && c.session.top->decided_by) {
        blocks.push_back(Paragraph{std::string{w.decided_by.at(static_cast<std::size_t>(*c.session.top->decided_by))}});
        if (!c.session.top->seed.empty()) blocks.push_back(Paragraph{fill_in(w.draw_seed, fmt::arg("seed", c.session.top->seed)), Tone::quiet});
    }
    blocks.push_back(Paragraph{std::string{w.how_votes}, Tone::quiet});
    return blocks;
}

}  // namespace kiemkring::report::sections
