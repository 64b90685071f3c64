#include "report/empty_columns.h"

#include <algorithm>

namespace kiemkring::report {
namespace {

void leave_out(Table& table, std::size_t column) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
}

}  // namespace

void leave_out_empty_columns(Document& document) {
    for (auto& section : document.sections)
        for (auto& block : section.blocks) {
            auto* table = std::get_if<Table>(&block);
            if (!table || table->rows.empty()) continue;
            for (auto column = table->columns.size() - 1; column > 0; --column)
                if (std::ranges::all_of(table->rows, [column](const auto& row) { return row.at(column).empty(); })) leave_out(*table, column);
        }
}

}  // namespace kiemkring::report
