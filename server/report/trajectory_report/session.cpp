#include <algorithm>

#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

Card meeting(const Context& c, const trajectory::SessionPlan& plan) {
    const auto& w = c.words;
    Card card{{}, plan.name, day(c, plan.held_on), Hue::sky, {}, {}};
    if (!plan.starts_at.empty()) add(card.facts, w.when, joined({plan.starts_at, plan.ends_at}, " – "));
    add(card.facts, w.location, plan.location);
    return card;
}

/// Who wants to do what for an idea.
void add_commitments(const Context& c, EntryId idea, Card& card) {
    for (const auto& [id, one] : c.dossier.all<trajectory::Commitment>()) {
        if (one->idea != idea) continue;
        card.items.push_back({fmt::format("{}: {}", isolated(named(c, one->name, one->may_be_named)), c.words.commitment_roles.at(static_cast<std::size_t>(one->role))),
                              joined({may_be_named(c, one->may_be_named) ? one->organisation : std::string{}, one->said_note}, " · ")});
    }
}

Card idea_card(const Context& c, EntryId id, const trajectory::Idea& idea) {
    const auto& w = c.words;
    Card card;
    card.badge = std::to_string(idea.place);
    card.hue = Hue::moss;
    card.title = joined({idea.letter, idea.name}, " · ");
    if (idea.votes > 0) card.aside = w.votes.of(static_cast<std::size_t>(idea.votes));
    add(card.facts, w.what, idea.about);
    add(card.facts, w.missing, idea.missing_note);
    if (idea.hands > 0) add(card.facts, w.commitments, w.on_paper_hands.of(static_cast<std::size_t>(idea.hands)));
    add_commitments(c, id, card);
    return card;
}

/// What had to be found out of the ideas before one could be chosen.
Table fact_finding(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.fact_finding}, {{std::string{w.idea}, 3}, {std::string{w.what}, 5}, {std::string{w.state}, 2}}, {}};
    for (const auto& [id, task] : c.dossier.all<trajectory::Task>())
        if (task->idea)
            table.rows.push_back({idea_name(c, task->idea), joined({task->what, task->note, who(c, task->who)}, " · "),
                                  std::string{w.task_states.at(static_cast<std::size_t>(task->state))}});
    return table;
}

}  // namespace

std::vector<Block> session(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    for (const auto& [id, plan] : c.dossier.all<trajectory::SessionPlan>()) blocks.push_back(meeting(c, *plan));
    const auto ideas = ideas_of(c);
    if (blocks.empty() && ideas.first.empty() && ideas.others.empty()) return {Paragraph{std::string{w.sessions_none}}};

    Bars bars{std::string{w.votes_title}, std::string{w.idea}, std::string{w.number_of_votes}, {}};
    for (const auto& [id, idea] : ideas.first)
        if (idea->votes > 0) bars.bars.push_back({idea->letter, idea->name, {}, Hue::moss, static_cast<std::uint32_t>(idea->votes)});
    if (!bars.bars.empty()) blocks.push_back(std::move(bars));
    if (!ideas.first.empty()) blocks.push_back(heading(w.ideas_title));
    for (const auto& [id, idea] : ideas.first) blocks.push_back(idea_card(c, id, *idea));
    Bullets others;
    for (const auto& [id, idea] : ideas.others) others.items.push_back(joined({idea->name, idea->about}, ". "));
    if (!others.items.empty()) {
        blocks.push_back(heading(w.other_ideas));
        blocks.push_back(std::move(others));
    }
    add(blocks, fact_finding(c));
    return blocks;
}

}  // namespace kiemkring::report::steps
