#include <algorithm>
#include <map>

#include "domain/session/command.h"
#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

std::string translation_of(const Context& c, const Idea& idea) {
    return fill_in(c.words.translation, filling("language", idea.translation->language), filling("text", c.session.text(idea.translation->text)));
}

/// With what was written to explain it, and in its second language.
std::string merged_idea(const Context& c, const Idea& idea) {
    auto told = isolated(c.session.text(idea.wording.text));
    if (const auto explanation = c.session.text(idea.wording.explanation); !explanation.empty()) told += " · " + isolated(explanation);
    if (idea.translation) told += " · " + isolated(translation_of(c, idea));
    return fill_in(c.words.merged_idea, Filling{"text", told});
}

Item item_of(const Context& c, IdeaId id) {
    const auto& idea = c.session.ideas.at(id);
    Item item{c.session.text(idea.wording.text), c.session.text(idea.wording.explanation)};
    item.pictures = photos_of(c, id);
    if (idea.translation) item.marks.push_back(translation_of(c, idea));
    // What was merged into it goes along with it.
    for (const auto& [other, part] : c.session.ideas)
        if (part.state.status == IdeaStatus::merged && part.state.merged_into == id && !c.session.text(part.wording.text).empty())
            item.marks.push_back(merged_idea(c, part));
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

/// The top tells it in full.
bool is_told_with_top(const Context& c, GroupId id) {
    return is_revealed(c) && c.session.is_in_top(id) && std::ranges::find(c.choice.sections, ReportSection::top) != c.choice.sections.end();
}

std::vector<Fact> proposal_told_here(const Context& c, GroupId id) { return is_told_with_top(c, id) ? std::vector<Fact>{} : proposal_of(c, id); }

/// Of an idea without a card of its own.
void mark_with(Item& item, const std::vector<Fact>& facts) {
    for (const auto& [label, value] : facts) item.marks.push_back(fmt::format("{}: {}", label, isolated(value)));
}

Card card_of(const Context& c, GroupId id) {
    const auto group = group_of(c, id);
    Card card{group->letter, group->name, {}, hue_of(*group), proposal_told_here(c, id), {}};
    for (const auto idea : ordered(c, id)) card.items.push_back(item_of(c, idea));
    return card;
}

/// `unknown`: of before that was remembered.
enum class WhyLater { came_late, no_table, set_aside, unknown };

std::map<IdeaId, WhyLater> why_later(const Context& c) {
    std::map<IdeaId, WhyLater> why;
    for (const auto& happened : c.events) {
        if (const auto* submitted = std::get_if<IdeaSubmitted>(&happened.what); submitted && submitted->state.status == IdeaStatus::later)
            why[submitted->idea] = WhyLater::came_late;
        const auto* set = std::get_if<IdeaStateSet>(&happened.what);
        if (!set || set->now.status != IdeaStatus::later) continue;
        // Undoing brings it back to where it was, for the reason of then.
        if (happened.op == KeepChosen::op) why[set->idea] = WhyLater::no_table;
        if (happened.op == KeepForLater::op || happened.op == KeepGroupForLater::op) why[set->idea] = WhyLater::set_aside;
        if (happened.op == RestoreIdea::op) why[set->idea] = WhyLater::came_late;
    }
    return why;
}

/// A card for every reason; a group that was put aside as a whole has its own, with what it proposed.
std::vector<Card> kept_for_later(const Context& c) {
    const auto& w = c.words;
    const auto reasons = why_later(c);
    std::map<std::pair<WhyLater, GroupId>, Card> cards;
    std::vector<GroupId> told;
    for (const auto& [id, idea] : c.session.ideas) {
        if (idea.state.status != IdeaStatus::later) continue;
        const auto found = reasons.find(id);
        const auto why = found == reasons.end() ? WhyLater::unknown : found->second;
        const auto group = idea.placement.group;
        const bool is_aside = group && is_put_aside(c, group);
        const auto title = is_aside ? c.session.title(group) : std::string{};
        auto& card = cards[{why, title.empty() ? GroupId{} : group}];
        if (card.title.empty()) {
            card.title = title.empty() ? std::string{w.later} : fmt::format("{}: {}", w.later, isolated(title));
            if (why != WhyLater::unknown) card.facts.push_back({std::string{w.why}, std::string{w.later_why.at(static_cast<std::size_t>(why))}});
        }
        card.items.push_back(item_of(c, id));
        if (!is_aside || std::ranges::find(told, group) != told.end()) continue;
        told.push_back(group);
        auto proposal = proposal_told_here(c, group);
        if (title.empty()) mark_with(card.items.back(), proposal);
        else card.facts.insert(card.facts.end(), std::make_move_iterator(proposal.begin()), std::make_move_iterator(proposal.end()));
    }
    std::vector<Card> all;
    for (auto& [key, card] : cards) all.push_back(std::move(card));
    return all;
}

}  // namespace

std::vector<Block> ideas(const Context& c) {
    const auto& w = c.words;
    if (c.session.ideas.empty()) return is_planned(c, RoundKind::ideas) ? std::vector<Block>{Paragraph{std::string{w.no_ideas}}} : std::vector<Block>{};
    if (!c.session.sharing.all && c.session.status != SessionStatus::ended) return {Paragraph{std::string{w.not_shared}}};

    std::vector<Block> blocks;
    const auto add = [&](Card card) {
        if (!card.items.empty()) card.aside = w.ideas.of(card.items.size());
        if (!card.items.empty() || !card.facts.empty()) blocks.push_back(std::move(card));
    };
    Card alone{{}, std::string{w.stand_alone}, {}, Hue::none, {}, {}}, loose{{}, std::string{w.not_grouped}, {}, Hue::none, {}, {}};
    for (const auto id : groups_with_ideas(c)) {
        auto card = card_of(c, id);
        if (!stands_alone(c, id)) {
            add(std::move(card));
            continue;
        }
        card.items.front().badge = card.badge;
        card.items.front().hue = card.hue;
        mark_with(card.items.front(), card.facts);
        alone.items.push_back(std::move(card.items.front()));
    }
    for (const auto id : ordered(c, {})) loose.items.push_back(item_of(c, id));
    for (auto* card : {&alone, &loose}) add(std::move(*card));
    for (auto& card : kept_for_later(c)) add(std::move(card));
    return blocks;
}

}  // namespace kiemkring::report::sections
