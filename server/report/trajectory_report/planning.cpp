#include <algorithm>
#include <charconv>
#include <chrono>

#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

using std::chrono::sys_days, std::chrono::year_month_day, std::chrono::year, std::chrono::month, std::chrono::months;

/// Days of the year on which work of a kind can begin and end; the second may lie in the year after.
struct Season {
    unsigned from_month, from_day, until_month, until_day;
};
/// The same as at the desk. None: at any time.
std::vector<Season> seasons_of(trajectory::ActivitySort sort) {
    using enum trajectory::ActivitySort;
    switch (sort) {
        case planting_bare_root: return {{11, 1, 3, 31}};
        case planting_pot: return {{3, 1, 5, 31}, {9, 1, 11, 30}};
        case sowing: return {{3, 1, 5, 31}, {9, 1, 10, 31}};
        case groundwork: return {{7, 16, 3, 14}};  // outside the breeding season of birds
        default: return {};
    }
}

std::optional<sys_days> day_of(const trajectory::Day& text) {
    int y = 0;
    unsigned m = 0, d = 0;
    if (text.size() != 10) return std::nullopt;
    std::from_chars(text.data(), text.data() + 4, y);
    std::from_chars(text.data() + 5, text.data() + 7, m);
    std::from_chars(text.data() + 8, text.data() + 10, d);
    const year_month_day day{year{y}, month{m}, std::chrono::day{d}};
    return day.ok() ? std::optional{sys_days{day}} : std::nullopt;
}

struct Dated {
    const trajectory::Activity* activity{};
    std::optional<sys_days> from, until;
};
std::vector<Dated> lines_of(const Context& c) {
    std::vector<Dated> lines;
    for (const auto& [id, one] : c.dossier.all<trajectory::Activity>()) {
        Dated line{one, day_of(one->starts_on), day_of(one->ends_on)};
        if (!line.from) line.from = line.until;
        if (!line.until) line.until = line.from;
        lines.push_back(line);
    }
    std::ranges::stable_sort(lines, [](const Dated& a, const Dated& b) { return a.from && (!b.from || *a.from < *b.from); });
    return lines;
}

/// The stretches of a season that touch these days.
std::vector<std::pair<sys_days, sys_days>> stretches(trajectory::ActivitySort sort, sys_days first, sys_days last) {
    std::vector<std::pair<sys_days, sys_days>> found;
    for (const auto& season : seasons_of(sort)) {
        const bool is_over_new_year = season.until_month < season.from_month;
        for (auto y = year_month_day{first}.year() - std::chrono::years{1}; y <= year_month_day{last}.year(); ++y) {
            const sys_days from{y / month{season.from_month} / season.from_day};
            const sys_days until{(is_over_new_year ? y + std::chrono::years{1} : y) / month{season.until_month} / season.until_day};
            if (from <= last && until >= first) found.emplace_back(from, until);
        }
    }
    return found;
}

bool is_out_of_season(const Dated& line) {
    if (!line.from || seasons_of(line.activity->sort).empty()) return false;
    const auto good = stretches(line.activity->sort, *line.from, *line.until);
    return std::ranges::none_of(good, [&](const auto& one) { return one.first <= *line.from && *line.until <= one.second; });
}

Hue hue_of_work(trajectory::ActivitySort sort) {
    static constexpr std::array hues{Hue::sky, Hue::bark, Hue::moss, Hue::moss, Hue::sand, Hue::clay, Hue::water, Hue::heath};
    return hues.at(static_cast<std::size_t>(sort));
}

/// Over whole months. Very long ones get fewer names of months.
Timeline drawn(const Context& c, const std::vector<Dated>& lines) {
    Timeline timeline;
    sys_days first = *lines.front().from, last = *lines.front().until;
    for (const auto& line : lines)
        if (line.from) first = std::min(first, *line.from), last = std::max(last, *line.until);
    const year_month_day begins{first}, ends{last};
    const sys_days start{begins.year() / begins.month() / 1}, end{(ends.year() / ends.month() + months{1}) / 1};
    const auto at = [&](sys_days day) { return std::clamp(static_cast<double>((day - start).count()) / static_cast<double>((end - start).count()), 0.0, 1.0); };

    std::vector<std::chrono::year_month> all;
    for (auto m = begins.year() / begins.month(); sys_days{m / 1} < end; m += months{1}) all.push_back(m);
    const auto step = (all.size() + 13) / 14;
    for (std::size_t i = 0; i < all.size(); i += step) {
        const bool has_year = i == 0 || all[i].year() != all[i - step].year();
        timeline.months.push_back({std::string{c.words.short_months.at(static_cast<unsigned>(all[i].month()) - 1)},
                                   has_year ? std::to_string(static_cast<int>(all[i].year())) : std::string{}, at(sys_days{all[i] / 1})});
    }
    for (const auto& line : lines) {
        if (!line.from) continue;
        Lane lane{line.activity->what, hue_of_work(line.activity->sort), {at(*line.from), at(*line.until + std::chrono::days{1})}, {}, is_out_of_season(line)};
        for (const auto& [from, until] : stretches(line.activity->sort, start, end - std::chrono::days{1}))
            lane.season.push_back({at(from), at(until + std::chrono::days{1})});
        if (!lane.season.empty()) timeline.key = c.words.season_key;
        timeline.lanes.push_back(std::move(lane));
    }
    return timeline;
}

}  // namespace

void add_planning(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    const auto lines = lines_of(c);
    if (lines.empty()) return;
    blocks.push_back(heading(w.planning));
    if (lines.front().from) blocks.push_back(drawn(c, lines));
    Table table{{}, {{std::string{w.what}, 4}, {std::string{w.sort}, 3}, {std::string{w.when}, 4}, {std::string{w.who}, 2}}, {}};
    for (const auto& line : lines) {
        const auto& one = *line.activity;
        const auto sort = static_cast<std::size_t>(one.sort);
        table.rows.push_back({joined({one.what, one.note, is_out_of_season(line) ? "▲ " + std::string{w.season_hints.at(sort)} : std::string{}}, "\n"),
                              std::string{w.activities.at(sort)}, line.from ? days(c, one.starts_on, one.ends_on) : std::string{w.no_date}, who(c, one.who)});
    }
    blocks.push_back(std::move(table));
}

}  // namespace kiemkring::report::steps
