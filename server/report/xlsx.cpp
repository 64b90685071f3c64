#include "report/xlsx.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <charconv>
#include <cctype>
#include <memory>

#include "report/dutch_time.h"
#include "report/noncharacters.h"
#include "report/palette.h"
#include "report/tables/table_words.h"
#include "report/zip.h"

namespace kiemkring::report {
namespace {

constexpr std::size_t characters_max = 32'767, title_characters_max = 255;  ///< of a cell and of a title, as spreadsheets have them

/// The library writes to a path; this one is memory.
class MemoryFile {
public:
    MemoryFile() : descriptor_{memfd_create("workbook", MFD_CLOEXEC)} {}
    ~MemoryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
    [[nodiscard]] std::string content() const {
        std::string bytes;
        const auto size = ::lseek(descriptor_, 0, SEEK_END);
        if (size <= 0) return bytes;
        bytes.resize(static_cast<std::size_t>(size));
        for (std::size_t had = 0; had < bytes.size();) {
            const auto got = ::pread(descriptor_, bytes.data() + had, bytes.size() - had, static_cast<off_t>(had));
            if (got <= 0) return {};
            had += static_cast<std::size_t>(got);
        }
        return bytes;
    }

private:
    int descriptor_;
};

/// Spreadsheets read _x000A_ as a character: what people wrote like that stays as they wrote it.
bool is_escape_at(std::string_view text, std::size_t at) {
    if (text.size() < at + 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
    for (std::size_t i = at + 2; i < at + 6; ++i)
        if (!std::isxdigit(static_cast<unsigned char>(text[i]))) return false;
    return true;
}

/// As a cell takes it, of at most so many characters: whole ones.
std::string cell_text(std::string_view text, std::size_t most = characters_max) {
    constexpr std::string_view escape = "_x005F";
    std::string cell;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size() && characters < most;) {
        if (is_escape_at(text, i)) {
            if (characters + escape.size() >= most) break;
            cell += escape;
            characters += escape.size();
        }
        do cell += text[i++];
        while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80);
        ++characters;
    }
    return cell;
}

lxw_datetime as_datetime(base::Time at) {
    const auto then = clock_moment(at);
    return {then.year, then.month, then.day, then.hour, then.minute, static_cast<double>(then.second)};
}

std::optional<lxw_datetime> as_date(std::string_view day) {
    lxw_datetime date{};
    const auto number = [day](std::size_t from, std::size_t to, int& into) {
        return std::from_chars(day.data() + from, day.data() + to, into).ec == std::errc{};
    };
    if (day.size() != 10 || !number(0, 4, date.year) || !number(5, 7, date.month) || !number(8, 10, date.day) || date.year < 1900) return std::nullopt;
    return date;
}

class Workbook {
public:
    Workbook(const Tables& tables, Course& course) : tables_(tables), words_(table_words(tables.language)), course_(course) {
        lxw_workbook_options options{};
        book_.reset(workbook_new_opt(file_.path().c_str(), &options));
        if (!book_) return;
        head_ = format();
        format_set_bold(head_);
        format_set_bg_color(head_, colors_of(Hue::moss).tint);
        format_set_bottom(head_, LXW_BORDER_THIN);
        format_set_bottom_color(head_, moss);
        wrapped_ = format();
        time_ = format(words_.time_format);
        day_ = format(words_.date_format);
        euros_ = format(words_.money_format);
        number_ = format("0");
        said_ = format();
        format_set_italic(said_);
        format_set_font_color(said_, soft_ink);
    }

    std::expected<std::string, std::string> written() {
        if (!book_) return failed();
        describe();
        for (std::size_t i = 0; i < tables_.sheets.size(); ++i) {
            course_.reached(i, tables_.sheets.size() + 1);
            if (!write(i)) return failed();
        }
        // Closing writes it, and frees it whether or not that went well.
        const auto error = workbook_close(book_.release());
        auto bytes = error == LXW_NO_ERROR ? file_.content() : std::string{};
        if (bytes.empty() || !has_whole_xml(bytes)) return failed();
        course_.reached(1, 1);
        return bytes;
    }

private:
    struct Free {
        void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
    };

    static std::unexpected<std::string> failed() { return std::unexpected(std::string{"there is no place to write a workbook"}); }

    lxw_format* format(std::string_view numbers = {}) {
        auto* made = workbook_add_format(book_.get());
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(made);
        if (!numbers.empty()) format_set_num_format(made, std::string{numbers}.c_str());
        return made;
    }

    void describe() {
        auto title = cell_text(without_noncharacters(tables_.title), title_characters_max);
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.created = std::chrono::system_clock::to_time_t(tables_.made_at);
        workbook_set_properties(book_.get(), &properties);
    }

    bool write(std::size_t index) {
        const auto& sheet = tables_.sheets[index];
        auto* to = workbook_add_worksheet(book_.get(), sheet.title.c_str());
        if (!to) return false;
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            const auto at = static_cast<lxw_col_t>(i);
            worksheet_set_column(to, at, at, sheet.columns[i].width, nullptr);
            if (worksheet_write_string(to, 0, at, sheet.columns[i].title.c_str(), head_) != LXW_NO_ERROR) return false;
        }
        worksheet_freeze_panes(to, 1, 0);
        lxw_row_t row = 1;
        for (const auto& cells : sheet.rows) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const auto at = static_cast<lxw_col_t>(i);
                if (std::visit([&](const auto& cell) { return put(to, row, at, cell); }, cells[i]) != LXW_NO_ERROR) return false;
            }
            ++row;
        }
        const auto last = static_cast<lxw_col_t>(sheet.columns.size() - 1);
        if (!sheet.rows.empty()) worksheet_autofilter(to, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()), last);
        else if (!sheet.empty.empty()) worksheet_write_string(to, 1, 0, sheet.empty.c_str(), said_);
        worksheet_set_landscape(to);
        worksheet_fit_to_pages(to, 1, 0);
        worksheet_repeat_rows(to, 0, 0);
        if (tables_.chart && tables_.chart->sheet == index) draw(to, *tables_.chart);
        return true;
    }

    lxw_error put(lxw_worksheet*, lxw_row_t, lxw_col_t, std::monostate) { return LXW_NO_ERROR; }
    lxw_error put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const std::string& text) {
        return worksheet_write_string(to, row, column, cell_text(text).c_str(), wrapped_);
    }
    lxw_error put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, std::int64_t number) {
        return worksheet_write_number(to, row, column, static_cast<double>(number), number_);
    }
    lxw_error put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, base::Time at) {
        auto when = as_datetime(at);
        return worksheet_write_datetime(to, row, column, &when, time_);
    }
    lxw_error put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const DayCell& day) {
        auto when = as_date(day.day);
        if (!when) return put(to, row, column, day.day);
        return worksheet_write_datetime(to, row, column, &*when, day_);
    }
    lxw_error put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const EurosCell& euros) {
        return worksheet_write_number(to, row, column, static_cast<double>(euros.cents) / 100, euros_);
    }

    /// Lying bars, the best one on top.
    void draw(lxw_worksheet* to, const SheetChart& wanted) {
        auto* chart = workbook_add_chart(book_.get(), LXW_CHART_BAR);
        auto* series = chart_add_series(chart, nullptr, nullptr);
        const auto& name = tables_.sheets[wanted.sheet].title;
        const auto first = static_cast<lxw_row_t>(wanted.first + 1), last = static_cast<lxw_row_t>(wanted.first + wanted.count);
        const auto label = static_cast<lxw_col_t>(wanted.label_column), value = static_cast<lxw_col_t>(wanted.value_column);
        chart_series_set_categories(series, name.c_str(), first, label, last, label);
        chart_series_set_values(series, name.c_str(), first, value, last, value);
        chart_series_set_name(series, wanted.title.c_str());
        lxw_chart_fill fill{};
        fill.color = moss;
        chart_series_set_fill(series, &fill);
        chart_series_set_labels(series);
        chart_title_set_name(chart, wanted.title.c_str());
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        chart_axis_set_reverse(chart->y_axis);
        chart_axis_set_min(chart->x_axis, 0);
        lxw_chart_options options{};
        options.x_scale = 1.5;
        options.y_scale = std::max(1.0, static_cast<double>(wanted.count) / 10);
        worksheet_insert_chart_opt(to, 1, static_cast<lxw_col_t>(tables_.sheets[wanted.sheet].columns.size() + 1), chart, &options);
    }

    const Tables& tables_;
    const TableWords& words_;
    Course& course_;
    MemoryFile file_;
    std::unique_ptr<lxw_workbook, Free> book_;
    lxw_format *head_{}, *wrapped_{}, *time_{}, *day_{}, *euros_{}, *number_{}, *said_{};
};

}  // namespace

std::expected<std::string, std::string> xlsx_of(const Tables& tables, Course& course) { return Workbook{tables, course}.written(); }

}  // namespace kiemkring::report
