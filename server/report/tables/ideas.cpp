#include <algorithm>

#include "report/tables/sheets.h"

namespace kiemkring::report::sheets {
namespace {

std::uint32_t votes_for(const Vote& vote, GroupId group) {
    std::uint32_t votes = 0;
    for (const auto& [ballot, given] : vote.ballots)
        if (const auto found = given.find(group); found != given.end()) votes += found->second;
    return votes;
}

/// Nothing for what could not be voted on.
TableCell group_votes(const Context& c, GroupId group) {
    const auto* vote = result_vote(c);
    if (!vote || std::ranges::find(vote->second.state.candidates, group) == vote->second.state.candidates.end()) return {};
    return std::int64_t{votes_for(vote->second, group)};
}

TableCell pin_cell(const Context& c, IdeaId id) {
    const auto& idea = session_of(c).ideas.at(id);
    if (!idea.place || !session_of(c).plan || !session_of(c).is_public(id)) return {};
    return text_cell(sections::pin_label(c.report, id));
}

TableCell fits_cell(const Context& c, Fits answer) {
    if (answer == Fits::unknown) return {};
    return text_cell(answer == Fits::yes ? c.words.yes : c.words.no);
}

}  // namespace

Sheet ideas(const Context& c) {
    const auto& w = c.words;
    auto sheet = sheet_of(w.ideas, {column(w.number, 9), column(w.idea, 50), column(w.explanation, 50), column(w.round, 18), column(w.letter, 7),
                                    column(w.group, 30), column(w.time, 19), column(w.group_votes, 12), column(w.status, 14),
                                    column(w.merged_with, 12), column(w.photos, 8), column(w.pin, 10), column(w.second_language, 12),
                                    column(w.in_that_language, 50)});
    for (const auto& [id, idea] : session_of(c).ideas) {
        const auto& s = session_of(c);
        const auto group = idea.placement.group;
        const auto photos = sections::photos_of(c.report, id).size();
        sheet.rows.push_back({std::int64_t{id.value}, text_cell(s.text(idea.wording.text)), text_cell(s.text(idea.wording.explanation)),
                              round_cell(c, idea.round), letter_cell(c, group), title_cell(c, group), time_cell(stamp_in(c.stamps.ideas, id)),
                              group_votes(c, group), text_cell(w.idea_status.at(static_cast<std::size_t>(idea.state.status))),
                              idea.state.merged_into ? TableCell{std::int64_t{idea.state.merged_into.value}} : TableCell{},
                              static_cast<std::int64_t>(photos), pin_cell(c, id), text_cell(idea.translation ? idea.translation->language : ""),
                              text_cell(idea.translation ? s.text(idea.translation->text) : "")});
    }
    return sheet;
}

Sheet groups(const Context& c) {
    const auto& w = c.words;
    const auto& s = session_of(c);
    auto sheet = sheet_of(w.groups, {column(w.letter, 7), column(w.group, 30), column(w.round, 18), column(w.time, 19), column(w.how_many_ideas, 8),
                                     column(w.group_votes, 12), column(w.what, 40), column(w.where, 30), column(w.whom, 30), column(w.in_time, 12),
                                     column(w.in_money, 12)});
    for (const auto& [id, group] : s.groups) {
        const auto members = s.members.find(id);
        const auto ideas = members == s.members.end() ? std::size_t{0} : members->second.size();
        // A proposal that was put aside is one still.
        const bool is_kept = sections::is_put_aside(c.report, id) && !sections::proposal_of(c.report, id).empty();
        if (!group.exists || (ideas == 0 && !group.brought && !is_kept)) continue;
        const auto stamp = stamp_in(c.stamps.groups, id);
        const auto found = s.proposals.find(id);
        const auto proposal = found == s.proposals.end() ? Proposal{} : found->second;
        sheet.rows.push_back({letter_cell(c, id), title_cell(c, id), round_cell(c, stamp.round), time_cell(stamp), static_cast<std::int64_t>(ideas),
                              group_votes(c, id), text_cell(s.text(proposal.what)), text_cell(s.text(proposal.where)),
                              text_cell(s.text(proposal.whom)), fits_cell(c, proposal.in_time), fits_cell(c, proposal.in_money)});
    }
    return sheet;
}

}  // namespace kiemkring::report::sheets
