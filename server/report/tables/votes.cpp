#include <algorithm>

#include "domain/session/tally.h"
#include "report/tables/sheets.h"

namespace kiemkring::report::sheets {
namespace {

std::string_view name_of_vote(const Context& c, const Vote& vote) { return vote.state.runoff ? c.words.run_off : c.words.main_vote; }

const TopEntry* place_of(const Context& c, VoteId vote, GroupId candidate) {
    const auto& top = session_of(c).top;
    if (!top || top->vote != vote) return nullptr;
    const auto found = std::ranges::find(top->entries, candidate, &TopEntry::candidate);
    return found == top->entries.end() ? nullptr : &*found;
}

bool is_told(const Context& c, const Vote& vote) { return c.is_revealed && vote.state.status == VoteStatus::closed; }

bool waits(const Context& c) {
    return !c.is_revealed && std::ranges::any_of(session_of(c).votes, [](const auto& vote) { return vote.second.state.status == VoteStatus::closed; });
}

}  // namespace

Sheet votes(const Context& c) {
    const auto& w = c.words;
    auto sheet = sheet_of(w.votes, {column(w.vote, 16), column(w.round, 18), column(w.letter, 7), column(w.group, 40), column(w.votes_given, 10),
                                    column(w.place, 8), column(w.tied, 8), column(w.why_early, 30), column(w.time, 19)});
    if (waits(c)) sheet.empty = w.votes_wait;
    for (const auto& [id, vote] : session_of(c).votes) {
        if (!is_told(c, vote)) continue;
        const auto stamp = stamp_in(c.stamps.votes, id);
        for (const auto& ranked : count_votes(vote)) {
            const auto* entry = place_of(c, id, ranked.candidate);
            sheet.rows.push_back({text_cell(name_of_vote(c, vote)), round_cell(c, stamp.round), letter_cell(c, ranked.candidate),
                                  title_cell(c, ranked.candidate), std::int64_t{ranked.votes}, entry ? TableCell{std::int64_t{entry->place}} : TableCell{},
                                  entry && entry->tied ? text_cell(w.yes) : TableCell{}, text_cell(session_of(c).text(vote.state.why_early)),
                                  time_cell(stamp)});
        }
    }
    return sheet;
}

Sheet ballots(const Context& c) {
    const auto& w = c.words;
    auto sheet = sheet_of(w.ballots, {column(w.vote, 16), column(w.round, 18), column(w.ballot, 12), column(w.letter, 7), column(w.group, 40),
                                      column(w.votes_given, 10), column(w.time, 19)});
    if (waits(c)) sheet.empty = w.votes_wait;
    for (const auto& [id, vote] : session_of(c).votes) {
        if (!is_told(c, vote)) continue;
        const auto stamp = stamp_in(c.stamps.votes, id);
        std::int64_t number = 0;
        // In the order of their random numbers, which is none that people were in.
        for (const auto& [ballot, given] : vote.ballots) {
            if (std::ranges::none_of(given, [](const auto& one) { return one.second > 0; })) continue;
            ++number;
            for (const auto& [candidate, count] : given)
                if (count > 0)
                    sheet.rows.push_back({text_cell(name_of_vote(c, vote)), round_cell(c, stamp.round), number, letter_cell(c, candidate),
                                          title_cell(c, candidate), std::int64_t{count}, time_cell(stamp)});
        }
    }
    return sheet;
}

}  // namespace kiemkring::report::sheets
