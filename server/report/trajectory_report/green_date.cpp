#include <algorithm>

#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

Card factors(const Context& c) {
    const auto& w = c.words;
    Card card{{}, std::string{w.factors}, {}, Hue::moss, {}, {}};
    std::size_t green = 0, all = 0;
    for (const auto& [id, kept] : c.dossier.entries) {
        const auto* factor = std::get_if<trajectory::Factor>(&kept.entry);
        if (!factor) continue;
        ++all;
        green += factor->colour == trajectory::Colour::green;
        Item item{fmt::format("{}: {}", isolated(factor->name), w.colours.at(static_cast<std::size_t>(factor->colour))), factor->note, shape_of(factor->colour),
                  hue_of(factor->colour)};
        if (factor->colour != trajectory::Colour::open)
            item.marks.push_back(joined({day(c, kept.noted_at), who(c, factor->said_by)}, ", "));
        card.items.push_back(std::move(item));
    }
    card.aside = fill_in(w.factors_count, filling("green", green), filling("all", all));
    return card;
}

/// Steps that opened although something was missing, unless that was taken back: by whom, when and why.
void add_overrides(const Context& c, std::vector<Block>& blocks) {
    const auto back = taken_back(c.dossier);
    for (const auto& one : c.dossier.decisions) {
        if (back.contains(one.version)) continue;
        const auto* set = std::get_if<trajectory::ProgressSet>(&one.what);
        if (!set || set->was.step != trajectory::Step::green_date || set->now.step != trajectory::Step::session || set->now.reason.empty()) continue;
        blocks.push_back(Paragraph{fill_in(c.words.opened_anyway, filling("reason", set->now.reason),
                                           Filling{"who", joined({day(c, one.at), organiser(c, one.by)}, ", ")})});
    }
}

Table people(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.people}, {{std::string{w.role}, 3}, {std::string{w.name}, 3}, {std::string{w.organisation}, 4}, {std::string{w.hours}, 2, true}}, {}};
    for (const auto& [id, contact] : c.dossier.all<trajectory::Contact>())
        table.rows.push_back({std::string{w.contact_roles.at(static_cast<std::size_t>(contact->role))}, named(c, contact->name, contact->may_be_named),
                              may_be_named(c, contact->may_be_named) ? contact->organisation : std::string{},
                              contact->hours_a_week > 0 ? fill_in(w.hours_value, filling("n", contact->hours_a_week)) : std::string{}});
    return table;
}

}  // namespace

std::vector<Block> green_date(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    blocks.push_back(factors(c));
    add_overrides(c, blocks);
    add(blocks, people(c));
    std::vector<std::string> companies;
    for (const auto& [id, company] : c.dossier.all<trajectory::Company>()) companies.push_back(joined({company->name, company->trade}, ", "));
    Facts facts;
    add(facts.rows, w.companies, joined(companies, " · "));
    if (const auto* support = c.dossier.one<trajectory::Support>()) {
        if (support->budget > 0) add(facts.rows, w.budget, money(c, support->budget));
        if (support->fee > 0) add(facts.rows, w.fee, money(c, support->fee));
        add(facts.rows, w.paid_by, who(c, support->paid_by));
        add(facts.rows, w.colleagues, support->colleagues);
        add(facts.rows, w.neighbours, support->neighbours);
    }
    add(blocks, std::move(facts));
    return blocks;
}

}  // namespace kiemkring::report::steps
