// Tables as comma-separated values, for those who read them by a program or in a spreadsheet.
#pragma once

#include <string>
#include <string_view>

#include "report/tables/tables.h"

namespace kiemkring::report {

/// UTF-8 with a byte order mark, lines end in CR LF; separated by ";" with commas in amounts for language "nl", else by "," with points.
/// Moments are on the clock of the Netherlands, as 2026-03-12 14:05:09. No cell is a formula to any spreadsheet.
[[nodiscard]] std::string csv_of(const Sheet& sheet, std::string_view language);

/// A cell in quotes; one that a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace kiemkring::report
