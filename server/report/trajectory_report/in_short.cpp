#include <algorithm>

#include "domain/trajectory/plan_rules.h"
#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

/// When each step was last opened.
std::string opened_on(const Context& c, trajectory::Step step) {
    if (step == trajectory::Step::green_date) return day(c, c.dossier.created_at);
    for (auto one = c.dossier.decisions.rbegin(); one != c.dossier.decisions.rend(); ++one)
        if (const auto* set = std::get_if<trajectory::ProgressSet>(&one->what); set && set->was.step < step && set->now.step == step) return day(c, one->at);
    return {};
}

Table path(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.all_steps}, {{std::string{w.step}, 5}, {std::string{w.state}, 2}, {std::string{w.opened}, 3}}, {}};
    const auto now = static_cast<std::size_t>(c.dossier.progress.step);
    for (std::size_t i = 0; i < w.steps.size(); ++i) {
        const bool is_finished = c.dossier.progress.outcome == trajectory::Outcome::finished;
        table.rows.push_back({fmt::format("{}. {}", i + 1, w.steps[i]), std::string{i < now || is_finished ? w.step_done : i == now ? w.step_now : w.step_later},
                              i > now ? std::string{} : opened_on(c, static_cast<trajectory::Step>(i))});
    }
    return table;
}

}  // namespace

std::vector<Block> in_short(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    const auto& progress = c.dossier.progress;
    const auto step = static_cast<std::size_t>(progress.step);
    blocks.push_back(heading(progress.outcome == trajectory::Outcome::running
                                 ? fill_in(w.step_of, filling("n", step + 1), filling("step", w.steps.at(step)))
                                 : std::string{w.outcomes.at(static_cast<std::size_t>(progress.outcome))}));
    Facts facts;
    if (const auto idea = chosen(c); !idea.empty()) add(facts.rows, w.chosen_is, idea);
    else if (is_reached(c, trajectory::Step::choice)) add(facts.rows, w.chosen_is, std::string{w.not_chosen});
    if (const auto* plan = c.dossier.one<trajectory::Plan>(); plan && is_reached(c, trajectory::Step::plan)) add(facts.rows, w.goal, plan->goal_note);
    if (is_reached(c, trajectory::Step::plan) && !c.dossier.all<trajectory::Cost>().empty()) {
        const auto sums = trajectory::sums_of(c.dossier);
        add(facts.rows, w.sum_needed, money(c, sums.needed()));
        add(facts.rows, w.covered, fmt::format("{}. {}", money(c, sums.covered()), balance(c)));
    }
    if (const auto* opening = c.dossier.one<trajectory::Opening>(); opening && opening->area_m2 > 0)
        add(facts.rows, w.became, fill_in(w.square_metres, filling("n", number(c, opening->area_m2))));
    const auto* next = c.dossier.one<trajectory::NextAction>();
    if (progress.outcome == trajectory::Outcome::running)
        add(facts.rows, w.next, next ? joined({next->what, day(c, next->due), who(c, next->who)}, " · ") : std::string{w.next_none});
    add(blocks, std::move(facts));
    blocks.push_back(path(c));
    return blocks;
}

}  // namespace kiemkring::report::steps
