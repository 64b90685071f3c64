#include "report/csv.h"

#include <fmt/format.h>

#include <array>

#include "report/dutch_time.h"
#include "report/tables/table_words.h"

namespace kiemkring::report {
namespace {

/// Ours are written plainly, so that a program reads numbers as numbers; what people wrote is made inert.
struct WriteCell {
    char decimal_sign;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return csv_cell(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(base::Time at) const {
        const auto then = clock_moment(at);
        return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", then.year, then.month, then.day, then.hour, then.minute, then.second);
    }
    std::string operator()(const DayCell& day) const { return csv_cell(day.day); }
    std::string operator()(const EurosCell& euros) const {
        const auto cents = euros.cents < 0 ? -euros.cents : euros.cents;
        // In quotes, for the sign may be what separates cells elsewhere.
        return fmt::format("\"{}{}{}{:02}\"", euros.cents < 0 ? "-" : "", cents / 100, decimal_sign, cents % 100);
    }
};

}  // namespace

std::string csv_cell(std::string_view text) {
    static constexpr std::array<std::string_view, 11> formula_starts{
        "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    std::string cell{'"'};
    for (const auto start : formula_starts)
        if (text.starts_with(start)) cell += '\'';
    for (const char character : text) {
        if (character == '"') cell += '"';
        cell += character;
    }
    return cell + '"';
}

std::string csv_of(const Sheet& sheet, std::string_view language) {
    const auto& words = table_words(language);
    const WriteCell write{words.decimal_sign};
    std::string table = "\uFEFF";
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (i > 0) table += words.separator;
        table += csv_cell(sheet.columns[i].title);
    }
    table += "\r\n";
    for (const auto& row : sheet.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) table += words.separator;
            table += std::visit(write, row[i]);
        }
        table += "\r\n";
    }
    return table;
}

}  // namespace kiemkring::report
