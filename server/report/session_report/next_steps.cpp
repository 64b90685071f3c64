#include <algorithm>

#include "report/dutch_time.h"
#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

Bullets without_lead(const Context& c) {
    Bullets ideas;
    for (const auto& entry : c.session.top->entries) {
        const bool led = std::ranges::any_of(c.session.commitments, [&](const auto& one) {
            return one.second.exists && one.second.candidate == entry.candidate && one.second.role == CommitmentRole::lead;
        });
        if (!led) ideas.items.push_back(c.session.text(entry.title));
    }
    return ideas;
}

Bullets open_concerns(const Context& c) {
    Bullets open;
    for (const auto& entry : c.session.top->entries) {
        const auto count = std::ranges::count_if(c.session.concerns, [&](const auto& one) {
            return one.second.candidate == entry.candidate && one.second.answer == ConcernAnswer::worried && one.second.status == ConcernStatus::open;
        });
        if (count > 0) open.items.push_back(fmt::format("{}: {}", isolated(c.session.text(entry.title)), count));
    }
    return open;
}

}  // namespace

std::vector<Block> next_steps(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    if (c.session.next_step) blocks.push_back(Facts{{{std::string{w.next_step}, day_in_words(c.session.next_step->date, w) + ": " + isolated(c.session.text(c.session.next_step->text))}}});
    else blocks.push_back(Paragraph{std::string{w.next_missing}});
    if (is_revealed(c)) {
        const auto add = [&blocks](std::string_view title, Bullets list) {
            if (list.items.empty()) return;
            blocks.push_back(Paragraph{std::string{title}, Tone::lead});
            blocks.push_back(std::move(list));
        };
        add(w.without_lead, without_lead(c));
        add(w.open_concerns, open_concerns(c));
    }
    blocks.push_back(Paragraph{std::string{w.results_page}, Tone::quiet});
    return blocks;
}

std::vector<Block> appendix(const Context& c) {
    const auto& w = c.words;
    const auto& info = c.session.info;
    Facts facts;
    // Who is responsible for the data may be a person, with an address.
    if (!info.controller.empty() && c.choice.naming != Naming::nobody) facts.rows.push_back({std::string{w.controller}, info.controller});
    if (!info.retained_until.empty()) facts.rows.push_back({std::string{w.kept_until}, day_in_words(info.retained_until, w)});
    std::vector<Block> blocks;
    if (!facts.rows.empty()) blocks.push_back(std::move(facts));
    for (const auto text : {w.how_names, w.how_votes, w.recount}) blocks.push_back(Paragraph{std::string{text}});
    return blocks;
}

}  // namespace kiemkring::report::sections
