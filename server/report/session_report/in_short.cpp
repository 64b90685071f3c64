#include <algorithm>

#include "report/dutch_time.h"
#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

bool is_led(const Context& c, GroupId candidate) {
    return std::ranges::any_of(c.session.commitments, [&](const auto& one) {
        return one.second.exists && one.second.candidate == candidate && one.second.role == CommitmentRole::lead;
    });
}

std::string leads(const Context& c) {
    const auto& entries = c.session.top->entries;
    const auto led = std::ranges::count_if(entries, [&](const auto& entry) { return is_led(c, entry.candidate); });
    if (led == std::ssize(entries)) return std::string{c.words.every_idea_led};
    return fill_in(c.words.some_ideas_led.form(static_cast<std::size_t>(led)), filling("led", led), filling("all", entries.size()));
}

}  // namespace

std::vector<Block> in_short(const Context& c) {
    const auto& w = c.words;
    const auto& s = c.session;
    std::vector<Block> blocks;
    blocks.push_back(Paragraph{fill_in(s.info.question.empty() ? w.met_on_date : w.on_date, filling("date", day_in_words(began_at(c), w)), filling("question", s.info.question)), Tone::lead});
    std::string counts = w.people_thought.of(people_there(c).size());
    if (s.live_ideas > 0 || !s.matrix) counts += ' ' + w.ideas_came.of(s.live_ideas);
    const auto groups = groups_with_ideas(c);
    // What came along from a dossier was made by nobody here.
    if (const auto made = s.live_ideas == 0 ? 0 : groups.size() - static_cast<std::size_t>(std::ranges::count_if(groups, [&c](GroupId id) { return stands_alone(c, id); })); made > 0)
        counts += ' ' + w.groups_made.of(made);
    blocks.push_back(Paragraph{std::move(counts)});

    if (s.choosing.frozen)
        blocks.push_back(Paragraph{fill_in(w.chosen_is, filling("title", title_of(c, s.choosing)), filling("reason", s.text(s.choosing.reason))), Tone::lead});
    if (!has_top_or_lacks_it(c)) {
        if (is_planned(c, RoundKind::choose) && !s.choosing.frozen) blocks.push_back(Paragraph{std::string{s.status == SessionStatus::ended ? w.nothing_chosen : w.nothing_chosen_yet}});
    } else if (!s.top) blocks.push_back(Paragraph{std::string{s.status == SessionStatus::ended ? w.no_top : w.no_top_yet}});
    else if (!is_revealed(c)) blocks.push_back(Paragraph{std::string{w.top_pending}});
    else {
        blocks.push_back(Paragraph{std::string{w.top_is}});
        Bullets chosen{{}, true};
        for (const auto& entry : s.top->entries)
            chosen.items.push_back(fmt::format("{}. {} ({})", entry.place, isolated(s.text(entry.title)), w.votes.of(entry.votes)));
        blocks.push_back(std::move(chosen));
        blocks.push_back(Paragraph{leads(c)});
    }
    blocks.push_back(Paragraph{s.next_step ? fill_in(w.next_is, filling("date", day_in_words(s.next_step->date, w)), filling("text", s.text(s.next_step->text)))
                                           : std::string{w.next_missing}});
    return blocks;
}

}  // namespace kiemkring::report::sections
