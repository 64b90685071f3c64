// The ideas of a session as a table for spreadsheets.
#pragma once

#include <string>
#include <string_view>

#include "domain/session/session.h"

namespace kiemkring::report {

/// One row per idea: number, idea, explanation, round, letter and name of its group, the group's votes in the last closed
/// main vote (empty when there was none), status. UTF-8 with a byte order mark, lines end in CR LF, separated by ";" for
/// language "nl" and "," otherwise. No name of a person is in it, and no cell is a formula to any spreadsheet.
[[nodiscard]] std::string ideas_csv(const domain::Session& session, std::string_view language);

/// A cell in quotes; one that a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace kiemkring::report
