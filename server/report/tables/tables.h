// What a session made as tables, for those who count on: spreadsheets and CSV both write these, so neither says more than the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "domain/trajectory/trajectory.h"
#include "report/log.h"
#include "report/session_report.h"

namespace kiemkring::report {

/// A day like 2026-03-12.
struct DayCell {
    std::string day;
    bool operator==(const DayCell&) const = default;
};
struct EurosCell {
    std::int64_t cents{};
    bool operator==(const EurosCell&) const = default;
};
/// Nothing, what people wrote or a word of ours, a number, a moment (shown on the clock of the Netherlands), a day, money.
using TableCell = std::variant<std::monostate, std::string, std::int64_t, base::Time, DayCell, EurosCell>;

using TableRow = std::vector<TableCell>;

struct SheetColumn {
    std::string title;
    double width{};  ///< in characters
};

struct Sheet {
    std::string title;      ///< at most 31 characters, as a spreadsheet has it
    std::string file_name;  ///< without an ending; of letters and digits alone
    std::vector<SheetColumn> columns;
    std::vector<TableRow> rows;  ///< each with a cell for every column
    std::string empty;      ///< said to people when there is no row
};

/// Bars beside a sheet: rows from `first` on, so many, with the label and the value in these columns.
struct SheetChart {
    std::size_t sheet{}, first{}, count{}, label_column{}, value_column{};
    std::string title;
};

struct Tables {
    std::string language;  ///< nl or en
    std::string title;
    base::Time made_at{};
    std::vector<Sheet> sheets;
    std::optional<SheetChart> chart;  ///< of the last vote, once its result is known
};

struct TablesChoice {
    std::string language;  ///< nl or en; any other is read as nl
    Naming naming{};
    base::Time made_at{};
};

/// Of a session that goes on: what its facilitator knows, without votes before the result was revealed. Ballots come in the order of
/// their random numbers, all with the time at which the vote closed. Never in it: who wrote an idea, who voted or scored what, the words
/// of a concern, contacts. `dossier` is the trajectory that the session belongs to, when the reader may know it.
[[nodiscard]] Tables session_tables(const Log& log, const TablesChoice& choice, const domain::trajectory::Trajectory* dossier);

}  // namespace kiemkring::report
