#include <algorithm>

#include "domain/trajectory/plan_rules.h"
#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

using trajectory::Confirms, trajectory::Consent;

Facts goal(const Context& c) {
    const auto& w = c.words;
    Facts facts;
    add(facts.rows, w.chosen_is, chosen(c));
    const auto* plan = c.dossier.one<trajectory::Plan>();
    if (!plan) return facts;
    add(facts.rows, w.goal, plan->goal_note);
    add(facts.rows, w.spot, plan->spot);
    if (plan->area_m2 > 0) add(facts.rows, w.area, fill_in(w.square_metres, filling("n", number(c, plan->area_m2))));
    if (plan->trees > 0) add(facts.rows, w.trees, number(c, plan->trees));
    if (plan->tiles_out > 0) add(facts.rows, w.tiles, number(c, plan->tiles_out));
    add(facts.rows, w.work_begins, day(c, plan->starts_on));
    add(facts.rows, w.work_ends, day(c, plan->ends_on));
    return facts;
}

void add_drawings(const Context& c, std::vector<Block>& blocks) {
    for (const auto& [id, drawing] : c.dossier.all<trajectory::SitePlan>()) {
        const auto size = c.log.sizes.find(id);
        if (size == c.log.sizes.end()) continue;
        if (!drawing->description.empty()) blocks.push_back(Paragraph{drawing->description});
        blocks.push_back(Plan{{domain::PictureId{id.value}, drawing->description}, size->second.width, size->second.height, {}});
    }
}

std::string answer(const Context& c, trajectory::EntryId id, const trajectory::Confirmation& one) {
    const auto& w = c.words;
    auto text = joined({std::string{w.answers.at(static_cast<std::size_t>(one.answer))}, day(c, one.answered_on.empty() ? one.asked_on : one.answered_on)}, ", ");
    if (trajectory::is_letter_gone(c.dossier, id, one)) text += fmt::format(". ▲ {}", w.letter_gone);
    else if (!one.letter.empty()) text += fmt::format(" ({})", w.by_letter);
    if (trajectory::said_yes_to_other(c.dossier, one)) text += fmt::format(". ▲ {}", w.other_terms);
    return text;
}

Table confirmations(const Context& c, bool of_group, std::string_view caption) {
    const auto& w = c.words;
    Table table{std::string{caption}, {{std::string{w.name}, 3}, {std::string{w.asked_for}, 2}, {std::string{w.answer}, 5}}, {}};
    for (const auto& [id, one] : c.dossier.all<trajectory::Confirmation>())
        if ((one->what_for == Confirms::working_group) == of_group)
            table.rows.push_back({named(c, one->name, one->may_be_named), std::string{w.confirms.at(static_cast<std::size_t>(one->what_for))}, answer(c, id, *one)});
    return table;
}

void add_money(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    Table costs{std::string{w.costs_title}, {{std::string{w.cost}, 4}, {std::string{w.basis}, 4}, {std::string{w.amount}, 2, true}}, {}};
    for (const auto& [id, cost] : c.dossier.all<trajectory::Cost>()) {
        auto what = joined({cost->what, cost->in_kind ? std::string{w.in_kind} : std::string{},
                            cost->hours > 0 ? fill_in(w.hours_of, filling("n", cost->hours)) : std::string{}}, ", ");
        costs.rows.push_back({std::move(what), cost->basis.empty() ? std::string{w.no_basis} : cost->basis, money(c, cost->amount)});
    }
    Table covers{std::string{w.covers_title}, {{std::string{w.cover}, 4}, {std::string{w.state}, 4}, {std::string{w.amount}, 2, true}}, {}};
    for (const auto& [id, cover] : c.dossier.all<trajectory::Cover>())
        covers.rows.push_back({joined({cover->what, who(c, cover->who)}, " · "),
                               joined({std::string{w.cover_states.at(static_cast<std::size_t>(cover->state))}, cover->note}, ". "), money(c, cover->amount)});
    if (costs.rows.empty() && covers.rows.empty()) return;

    blocks.push_back(heading(w.money));
    add(blocks, std::move(costs));
    add(blocks, std::move(covers));
    const auto sums = trajectory::sums_of(c.dossier);
    const auto* plan = c.dossier.one<trajectory::Plan>();
    Table total{balance(c), {{{}, 8}, {std::string{w.amount}, 2, true}}, {}};
    const auto line = [&](std::string what, trajectory::Cents cents, bool always) {
        if (cents != 0 || always) total.rows.push_back({std::move(what), money(c, cents)});
    };
    line(std::string{w.sum_cost}, sums.cost, true);
    line(fill_in(w.sum_contingency, filling("percent", plan ? plan->contingency_percent : 0)), sums.contingency, false);
    line(std::string{w.sum_needed}, sums.needed(), true);
    line(std::string{w.sum_received}, sums.received, true);
    line(std::string{w.sum_promised}, sums.promised, true);
    line(std::string{w.sum_hoped}, sums.hoped, false);
    line(std::string{w.sum_in_kind}, sums.in_kind, false);
    blocks.push_back(std::move(total));
}

Table tasks(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.tasks}, {{std::string{w.what}, 5}, {std::string{w.who}, 2}, {std::string{w.when}, 2.4}, {std::string{w.state}, 1.6}}, {}};
    for (const auto& [id, task] : c.dossier.all<trajectory::Task>())
        if (!task->idea && task->topic != trajectory::TaskTopic::opening)
            table.rows.push_back({joined({task->what, task->note}, "\n"), task->who.empty() ? std::string{w.nobody_yet} : who(c, task->who),
                                  task->due.empty() ? std::string{w.no_date} : day(c, task->due),
                                  std::string{w.task_states.at(static_cast<std::size_t>(task->state))}});
    return table;
}

Table risks(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.risks}, {{std::string{w.what}, 4}, {std::string{w.chance}, 1.6}, {std::string{w.effect}, 1.6}, {std::string{w.measure}, 4}}, {}};
    const auto level = [&](trajectory::Level one) { return std::string{w.levels.at(static_cast<std::size_t>(one))}; };
    for (const auto& [id, risk] : c.dossier.all<trajectory::Risk>())
        table.rows.push_back({risk->what, level(risk->chance), level(risk->effect), joined({risk->measure_note, who(c, risk->who)}, " · ")});
    return table;
}

Table permits(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.permits}, {{std::string{w.what}, 4}, {std::string{w.authority}, 3}, {std::string{w.state}, 2}, {std::string{w.when}, 2.4}}, {}};
    for (const auto& [id, permit] : c.dossier.all<trajectory::Permit>())
        table.rows.push_back({joined({permit->what, permit->note}, "\n"), permit->authority,
                              std::string{w.permit_states.at(static_cast<std::size_t>(permit->state))}, day(c, permit->due)});
    return table;
}

void add_agreements(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    Facts facts;
    const auto* agreed = c.dossier.one<trajectory::Agreement>();
    const trajectory::Agreement none;
    const auto& a = agreed ? *agreed : none;
    const auto or_open = [&](const std::string& text) { return text.empty() ? std::string{w.not_yet} : text; };
    const auto or_hidden = [&](const std::string& text) {
        const auto shown = who(c, text);
        return text.empty() ? std::string{w.not_yet} : shown.empty() ? std::string{w.somebody} : shown;
    };
    add(facts.rows, w.owner, or_hidden(a.owner_of_ground));
    add(facts.rows, w.maintainer, or_hidden(a.maintainer));
    add(facts.rows, w.frequency, or_open(a.frequency));
    add(facts.rows, w.holds_until, a.ends_on.empty() ? std::string{w.not_yet} : day(c, a.ends_on));
    add(facts.rows, w.ownership_note, a.ownership_note);
    add(facts.rows, w.upkeep_note, a.upkeep_note);
    blocks.push_back(heading(w.agreements));
    add(blocks, std::move(facts));
    add(blocks, confirmations(c, false, w.confirmations));
}

void add_versions(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    const trajectory::Kept* newest{};
    Table table{std::string{w.versions}, {{std::string{w.version}, 1}, {std::string{w.when}, 3}, {std::string{w.who}, 3}, {std::string{w.note}, 4}}, {}};
    for (const auto& [id, kept] : c.dossier.entries) {
        const auto* version = std::get_if<trajectory::PlanVersion>(&kept.entry);
        if (!version) continue;
        if (!newest || kept.set_at > newest->set_at) newest = &kept;
        table.rows.push_back({std::to_string(version->number), day(c, kept.at), organiser(c, kept.by), version->note});
    }
    if (!newest) return blocks.push_back(Paragraph{std::string{w.never_ready}, Tone::quiet});
    add(blocks, std::move(table));
    if (!trajectory::ready_as(c.dossier))
        blocks.push_back(Paragraph{fill_in(w.changed_since, filling("n", std::get<trajectory::PlanVersion>(newest->entry).number))});
}

}  // namespace

std::vector<Block> plan(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    add(blocks, goal(c));
    add_drawings(c, blocks);
    if (auto group = confirmations(c, true, w.group); group.rows.empty()) blocks.push_back(Paragraph{std::string{w.group_none}, Tone::quiet});
    else blocks.push_back(std::move(group));
    add_money(c, blocks);
    add_planning(c, blocks);
    add(blocks, tasks(c));
    add(blocks, risks(c));
    add(blocks, permits(c));
    add_agreements(c, blocks);
    add_versions(c, blocks);
    return blocks;
}

}  // namespace kiemkring::report::steps
