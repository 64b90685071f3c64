// What was scored together, and what was chosen.
#include <algorithm>

#include "report/tables/sheets.h"

namespace kiemkring::report::sheets {
namespace {

constexpr std::uint32_t points = 5, colours = 3;

TableCell score_cell(const Context& c, Scale scale, std::uint32_t score) {
    if (scale == Scale::points) return std::int64_t{score};
    return text_cell(c.words.colours.at(score - 1));
}

std::int64_t times_given(const Session& session, GroupId group, std::uint32_t criterion, std::uint32_t score) {
    return std::ranges::count_if(session.scores, [&](const auto& one) {
        const auto found = one.second.find({group, criterion});
        return found != one.second.end() && found->second == score;
    });
}

class Choices {
public:
    explicit Choices(const Context& c) : c_(c), w_(c.words), s_(session_of(c)), sheet_(sheet_of(w_.choices, columns())) {}

    Sheet sheet() {
        for (const auto& [table, chosen] : s_.choices)
            for (const auto group : chosen) add(fmt::format("{} {}", w_.table, table), {}, group, {}, stamp_in(c_.stamps.table_choices, table));
        if (c_.is_revealed && s_.top)
            for (const auto& entry : s_.top->entries) add(w_.result, std::int64_t{entry.place}, entry.candidate, {}, c_.stamps.top);
        for (const auto& [group, decision] : s_.decisions)
            if (decision.verdict != Verdict::open)
                add(w_.the_group, text_cell(w_.verdicts.at(static_cast<std::size_t>(decision.verdict))), group, s_.text(decision.note),
                    stamp_in(c_.stamps.verdicts, group));
        // Two that become one are a row each.
        for (const auto chosen : {s_.choosing.candidate, s_.choosing.combined_with})
            if (chosen) add(s_.choosing.frozen ? w_.group_choice : w_.group_proposal, {}, chosen, s_.text(s_.choosing.reason), c_.stamps.choosing);
        return std::move(sheet_);
    }

private:
    std::vector<SheetColumn> columns() const {
        return {column(w_.chosen_by, 24), column(w_.value, 10), column(w_.letter, 7), column(w_.group, 40), column(w_.reason, 50),
                column(w_.round, 18), column(w_.time, 19)};
    }
    void add(std::string_view by, TableCell value, GroupId group, std::string_view reason, const Stamp& stamp) {
        sheet_.rows.push_back({text_cell(by), std::move(value), letter_cell(c_, group), title_cell(c_, group), text_cell(reason),
                               round_cell(c_, stamp.round), time_cell(stamp)});
    }

    const Context& c_;
    const TableWords& w_;
    const Session& s_;
    Sheet sheet_;
};

}  // namespace

Sheet scores(const Context& c) {
    const auto& w = c.words;
    const auto& s = session_of(c);
    auto sheet = sheet_of(w.scores, {column(w.letter, 7), column(w.group, 40), column(w.criterion, 30), column(w.score, 10), column(w.times_given, 12),
                                     column(w.round, 18), column(w.time, 19)});
    // Not before it is closed: nobody is led by what others gave.
    if (!s.matrix || (!s.matrix_closed && s.status == SessionStatus::open)) return sheet;
    const auto& matrix = *s.matrix;
    for (const auto& subject : matrix.subjects)
        for (std::uint32_t criterion = 0; criterion < matrix.criteria.size(); ++criterion)
            for (std::uint32_t score = 1; score <= (matrix.scale == Scale::points ? points : colours); ++score)
                if (const auto times = times_given(s, subject.group, criterion, score); times > 0)
                    sheet.rows.push_back({letter_cell(c, subject.group), title_cell(c, subject.group), text_cell(matrix.criteria[criterion].name),
                                          score_cell(c, matrix.scale, score), times, round_cell(c, c.stamps.matrix.round), time_cell(c.stamps.matrix)});
    return sheet;
}

Sheet choices(const Context& c) { return Choices{c}.sheet(); }

}  // namespace kiemkring::report::sheets
