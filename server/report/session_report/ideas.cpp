#include <algorithm>

#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

Item item_of(const Context& c, IdeaId id) {
    const auto& idea = c.session.ideas.at(id);
    Item item{c.session.text(idea.wording.text), c.session.text(idea.wording.explanation)};
    item.pictures = photos_of(c, id);
    if (idea.translation)
        item.marks.push_back(fill_in(c.words.translation, filling("language", idea.translation->language), filling("text", c.session.text(idea.translation->text))));
    // What was merged into it goes along with it.
    for (const auto& [other, part] : c.session.ideas)
        if (part.state.status == IdeaStatus::merged && part.state.merged_into == id && !c.session.text(part.wording.text).empty())
            item.marks.push_back(fill_in(c.words.merged_idea, filling("text", c.session.text(part.wording.text))));
    if (idea.place && c.session.plan && c.session.is_public(id)) item.marks.push_back(fill_in(c.words.pin, filling("label", pin_label(c, id))));
    return item;
}

/// In the order in which they lie there.
std::vector<IdeaId> ordered(const Context& c, GroupId group) {
    const auto found = c.session.members.find(group);
    if (found == c.session.members.end()) return {};
    std::vector<IdeaId> ids{found->second.begin(), found->second.end()};
    std::ranges::stable_sort(ids, {}, [&](IdeaId id) { return c.session.ideas.at(id).placement.order; });
    return ids;
}

Card card_of(const Context& c, GroupId id) {
    const auto group = group_of(c, id);
    Card card{group->letter, group->name, {}, hue_of(*group), {}, {}};
    for (const auto idea : ordered(c, id)) card.items.push_back(item_of(c, idea));
    return card;
}

}  // namespace

std::vector<Block> ideas(const Context& c) {
    const auto& w = c.words;
    if (c.session.ideas.empty()) return is_planned(c, RoundKind::ideas) ? std::vector<Block>{Paragraph{std::string{w.no_ideas}}} : std::vector<Block>{};
    if (!c.session.sharing.all && c.session.status != SessionStatus::ended) return {Paragraph{std::string{w.not_shared}}};

    std::vector<Block> blocks;
    const auto add = [&](Card card) {
        card.aside = w.ideas.of(card.items.size());
        if (!card.items.empty()) blocks.push_back(std::move(card));
    };
    Card alone{{}, std::string{w.stand_alone}, {}, Hue::none, {}, {}}, loose{{}, std::string{w.not_grouped}, {}, Hue::none, {}, {}},
        later{{}, std::string{w.later}, {}, Hue::none, {}, {}};
    for (const auto id : groups_with_ideas(c)) {
        auto card = card_of(c, id);
        if (!stands_alone(c, id)) {
            add(std::move(card));
            continue;
        }
        card.items.front().badge = card.badge;
        card.items.front().hue = card.hue;
        alone.items.push_back(std::move(card.items.front()));
    }
    for (const auto id : ordered(c, {})) loose.items.push_back(item_of(c, id));
    for (const auto& [id, idea] : c.session.ideas)
        if (idea.state.status == IdeaStatus::later) later.items.push_back(item_of(c, id));
    for (auto* card : {&alone, &loose, &later}) add(std::move(*card));
    return blocks;
}

}  // namespace kiemkring::report::sections
