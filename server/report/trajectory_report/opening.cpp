#include <algorithm>

#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

using trajectory::PhotoMoment;

std::string measure(const Context& c, std::int64_t count) { return count > 0 ? number(c, count) : std::string{}; }

Table measured(const Context& c, const trajectory::Opening& opening) {
    const auto& w = c.words;
    const auto* plan = c.dossier.one<trajectory::Plan>();
    Table table{std::string{w.measured}, {{std::string{w.measured_what}, 5}, {std::string{w.planned}, 2, true}, {std::string{w.measured_value}, 2, true}}, {}};
    const auto line = [&](std::string_view what, std::int64_t wanted, std::int64_t got) {
        if (wanted > 0 || got > 0) table.rows.push_back({std::string{what}, measure(c, wanted), measure(c, got)});
    };
    line(w.area, plan ? plan->area_m2 : 0, opening.area_m2);
    line(w.trees, plan ? plan->trees : 0, opening.trees);
    line(w.tiles, plan ? plan->tiles_out : 0, opening.tiles_out);
    line(w.people_joined, 0, opening.people);
    return table;
}

/// Photos may show people: without names only those that everybody may see already.
void add_photos(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    Card card{{}, std::string{w.photos}, {}, Hue::moss, {}, {}};
    for (const auto moment : {PhotoMoment::before, PhotoMoment::during, PhotoMoment::after}) {
        Item item{std::string{moment == PhotoMoment::before ? w.before : moment == PhotoMoment::during ? w.during : w.after}, {}, {}};
        for (const auto& [id, photo] : c.dossier.all<trajectory::Photo>())
            if (photo->moment == moment && (photo->in_story || c.choice.naming != Naming::nobody))
                item.pictures.push_back({domain::PictureId{id.value}, photo->description});
        if (!item.pictures.empty()) card.items.push_back(std::move(item));
    }
    if (!card.items.empty()) blocks.push_back(std::move(card));
}

void add_thanks(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    Bullets named_ones;
    std::size_t others = 0;
    for (const auto& [id, one] : c.dossier.all<trajectory::Thanks>()) {
        const bool may = c.choice.naming == Naming::everybody || (c.choice.naming == Naming::agreed && one->in_story);
        if (may) named_ones.items.push_back(joined({one->name, one->what_for}, ": "));
        else ++others;
    }
    if (named_ones.items.empty() && others == 0) return;
    blocks.push_back(heading(w.thanks));
    if (others > 0) blocks.push_back(Paragraph{w.thanked.of(others)});
    if (!named_ones.items.empty()) blocks.push_back(std::move(named_ones));
}

Table upkeep(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.upkeep}, {{std::string{w.what}, 4}, {std::string{w.every}, 1.6}, {std::string{w.first_on}, 3.6}, {std::string{w.function}, 3},
                 {std::string{w.last_done}, 2.4}}, {}};
    for (const auto& [id, one] : c.dossier.all<trajectory::Upkeep>())
        table.rows.push_back({one->what, one->every_months > 0 ? w.months_between.of(static_cast<std::size_t>(one->every_months)) : std::string{},
                              days(c, one->starts_on, one->ends_on), one->function, day(c, one->done_on)});
    return table;
}

/// What was not chosen.
void add_next_round(const Context& c, std::vector<Block>& blocks) {
    const auto* choice = c.dossier.one<trajectory::Choice>();
    Bullets seeds;
    for (const auto& [id, idea] : c.dossier.all<trajectory::Idea>())
        if (!choice || (choice->idea != id && choice->combined_with != id)) seeds.items.push_back(joined({idea->name, idea->about}, ". "));
    if (seeds.items.empty()) return;
    blocks.push_back(heading(c.words.next_round));
    blocks.push_back(Paragraph{std::string{c.words.next_round_lead}});
    blocks.push_back(std::move(seeds));
}

Table checklist(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.tasks}, {{std::string{w.what}, 5}, {std::string{w.who}, 2}, {std::string{w.state}, 2}}, {}};
    for (const auto& [id, task] : c.dossier.all<trajectory::Task>())
        if (task->topic == trajectory::TaskTopic::opening)
            table.rows.push_back({task->what, who(c, task->who), std::string{w.task_states.at(static_cast<std::size_t>(task->state))}});
    return table;
}

}  // namespace

std::vector<Block> opening(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    if (const auto* opening = c.dossier.one<trajectory::Opening>()) {
        Facts facts;
        add(facts.rows, w.party, joined({day(c, opening->held_on), joined({opening->starts_at, opening->ends_at}, " – ")}, ", "));
        add(facts.rows, w.location, opening->location);
        add(blocks, std::move(facts));
        add(blocks, measured(c, *opening));
        if (!opening->story.empty()) {
            blocks.push_back(heading(opening->story_title.empty() ? w.story : std::string_view{opening->story_title}));
            blocks.push_back(Paragraph{opening->story});
        }
    } else {
        blocks.push_back(Paragraph{std::string{w.opening_none}});
    }
    add_photos(c, blocks);
    add_thanks(c, blocks);
    add(blocks, checklist(c));
    add(blocks, upkeep(c));
    if (const auto neighbours = c.dossier.all<trajectory::Neighbour>().size(); neighbours > 0) blocks.push_back(Paragraph{w.neighbours_joined.of(neighbours)});
    add_next_round(c, blocks);
    return blocks;
}

}  // namespace kiemkring::report::steps
