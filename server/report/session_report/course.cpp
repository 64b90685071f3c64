#include <map>

#include "report/dutch_time.h"
#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

struct Stay {
    RoundId round;
    base::Time from{};
    std::optional<base::Time> until;
};

/// The rounds as they came; nothing for the lobby before anybody moved.
std::vector<Stay> stays(const Context& c) {
    std::vector<Stay> all;
    const auto end = [&all](base::Time at) {
        if (!all.empty() && !all.back().until) all.back().until = at;
    };
    for (const auto& happened : c.events) {
        if (const auto* started = std::get_if<RoundStarted>(&happened.what)) {
            end(happened.at);
            all.push_back({started->now, happened.at, {}});
        }
        if (const auto* set = std::get_if<SessionStatusSet>(&happened.what)) {
            end(happened.at);
            // It was opened again, where it was.
            if (set->now == SessionStatus::open && !all.empty()) all.push_back({all.back().round, happened.at, {}});
        }
    }
    return all;
}

std::string minutes(const Context& c, std::int64_t count) { return fill_in(c.words.minutes, filling("n", count)); }

}  // namespace

std::vector<Block> course(const Context& c) {
    const auto& w = c.words;
    Table table{{}, {{std::string{w.began}, 1.4}, {std::string{w.round}, 6}, {std::string{w.planned}, 1.6, true}, {std::string{w.took}, 1.6, true}}, {}};
    for (const auto& stay : stays(c)) {
        const auto* round = c.session.round(stay.round);
        if (!round) continue;
        const auto took = stay.until ? std::chrono::round<std::chrono::minutes>(*stay.until - stay.from).count() : 0;
        // A round that somebody only passed through is none.
        if (stay.until && took == 0) continue;
        const auto kind = w.rounds.at(static_cast<std::size_t>(round->kind));
        table.rows.push_back({clock_time(stay.from), round->title.empty() ? std::string{kind} : round->title,
                              round->minutes ? minutes(c, round->minutes) : "", stay.until ? minutes(c, took) : std::string{w.still_going}});
    }
    std::vector<Block> blocks;
    blocks.push_back(Paragraph{fmt::format("{}, {}", day_in_words(began_at(c), w), clock_time(began_at(c))), Tone::lead});
    if (!table.rows.empty()) blocks.push_back(std::move(table));

    std::array<std::uint32_t, 5> counts{};
    for (const auto& [ballot, stars] : c.session.stars)
        if (stars >= 1 && stars <= counts.size()) ++counts[stars - 1];
    Bars bars{std::string{w.stars_title}, std::string{w.stars_label}, std::string{w.stars_value}, {}};
    for (std::size_t i = counts.size(); i-- > 0;) bars.bars.push_back({{}, std::string{w.stars[i]}, {}, Hue::sand, counts[i]});
    if (!c.session.stars.empty()) blocks.push_back(std::move(bars));
    return blocks;
}

}  // namespace kiemkring::report::sections
