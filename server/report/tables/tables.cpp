#include "report/tables/tables.h"

#include <algorithm>
#include <array>

#include "report/dutch_time.h"
#include "report/tables/sheets.h"

namespace kiemkring::report {
namespace {

using MakeSheet = Sheet (*)(const sheets::Context&);
constexpr std::array<MakeSheet, 10> makers_of_sheets{sheets::about, sheets::ideas, sheets::groups, sheets::votes, sheets::ballots,
                                                     sheets::commitments, sheets::tasks, sheets::budget, sheets::scores, sheets::choices};
constexpr std::size_t sheet_of_votes = 3;

/// Of the rows of the vote that the result is of, which are together.
std::optional<SheetChart> chart_of(const sheets::Context& c, const Tables& tables) {
    const auto* vote = sheets::result_vote(c);
    if (!vote) return std::nullopt;
    std::size_t before = 0;
    for (const auto& [id, other] : c.report.session.votes)
        if (id < vote->first && other.state.status == domain::VoteStatus::closed) before += other.state.candidates.size();
    const auto& rows = tables.sheets.at(sheet_of_votes).rows;
    std::size_t count = 0;
    // Best first: what has no votes comes last, and is in the table alone.
    const auto has_votes = [&](const TableRow& row) { return row.at(sheets::votes_value_column) != TableCell{std::int64_t{0}}; };
    while (before + count < rows.size() && count < vote->second.state.candidates.size() && has_votes(rows[before + count])) ++count;
    if (count == 0) return std::nullopt;
    return SheetChart{sheet_of_votes, before, count, sheets::votes_label_column, sheets::votes_value_column, std::string{c.words.chart_votes}};
}

}  // namespace

Tables session_tables(const Log& log, const TablesChoice& choice, const domain::trajectory::Trajectory* dossier) {
    const auto& report_language = report_words(choice.language);
    const ReportChoice as_report{choice.language, choice.naming, {}, choice.made_at};
    const sections::Context report{log.session, log.events, as_report, report_language};
    const sheets::Stamps stamps{log.events};
    const sheets::Context context{report, table_words(report_language.language), stamps, dossier,
                                  sections::is_revealed(report) || log.session.status == domain::SessionStatus::ended};
    Tables tables{std::string{report_language.language}, log.session.info.title, choice.made_at, {}, {}};
    for (const auto make : makers_of_sheets) tables.sheets.push_back(make(context));
    tables.chart = chart_of(context, tables);
    return tables;
}

namespace sheets {

Sheet about(const Context& c) {
    const auto& w = c.words;
    const auto& info = session_of(c).info;
    auto sheet = sheet_of(w.about, {column(w.what, 24), column(w.value, 70)});
    const auto add = [&sheet](std::string_view what, TableCell value) { sheet.rows.push_back({text_cell(what), std::move(value)}); };
    add(w.session, text_cell(info.title));
    add(w.place_of_session, text_cell(info.place));
    add(w.question, text_cell(info.question));
    add(w.began, sections::began_at(c.report));
    add(w.made, c.report.choice.made_at);
    add(w.state, text_cell(session_of(c).status == SessionStatus::open ? w.interim : w.ended));
    add(w.names, text_cell(c.report.choice.naming == Naming::everybody ? w.names_everybody : c.report.choice.naming == Naming::agreed ? c.report.words.names_by_consent : w.names_nobody));
    add(w.clock, text_cell(w.clock_dutch));
    return sheet;
}

}  // namespace sheets
}  // namespace kiemkring::report
