#include <algorithm>
#include <charconv>
#include <tuple>

#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

/// By letter, and then by number, so that a pin is found in the list.
auto place_of(const std::string& label) {
    const auto digits = std::min(label.find_first_of("0123456789"), label.size());
    std::size_t number = 0;
    std::from_chars(label.data() + digits, label.data() + label.size(), number);
    // Without a letter comes last; AA after Z.
    return std::tuple{digits == 0, digits, label.substr(0, digits), number};
}

}  // namespace

std::vector<Block> plan(const Context& c) {
    const auto& w = c.words;
    if (!c.session.plan) return {};

    Plan plan{{c.session.plan->picture, std::string{w.plan_description}}, c.session.plan->width, c.session.plan->height, {}};
    Table table{{}, {{"", 1}, {std::string{w.idea}, 6}, {std::string{w.group}, 4}}, {}};
    for (const auto& [id, idea] : c.session.ideas) {
        if (!idea.place || !c.session.is_public(id)) continue;
        const auto group = idea.placement.group ? group_of(c, idea.placement.group) : std::nullopt;
        plan.pins.push_back({idea.place->x, idea.place->y, pin_label(c, id), group ? hue_of(*group) : Hue::none});
        table.rows.push_back({plan.pins.back().label, c.session.text(idea.wording.text), group ? group->name : std::string{w.not_grouped}});
    }
    std::ranges::stable_sort(table.rows, {}, [](const auto& row) { return place_of(row.front()); });
    std::vector<Block> blocks;
    const bool has_pins = !plan.pins.empty();
    blocks.push_back(std::move(plan));
    if (has_pins) blocks.push_back(std::move(table));
    else blocks.push_back(Paragraph{std::string{w.pins_none}, Tone::quiet});
    return blocks;
}

}  // namespace kiemkring::report::sections
