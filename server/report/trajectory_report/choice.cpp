#include <algorithm>

#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

constexpr std::size_t ideas_beside = 5;  ///< in one table; more are in the next one

using Shown = std::vector<std::pair<EntryId, const trajectory::Idea*>>;

/// Those that were looked at; nothing is said of the others.
Shown looked_at(const Context& c) {
    const auto ideas = ideas_of(c);
    auto all = ideas.first;
    all.insert(all.end(), ideas.others.begin(), ideas.others.end());
    const auto marks = c.dossier.all<trajectory::Mark>();
    std::erase_if(all, [&](const auto& idea) {
        return std::ranges::none_of(marks, [&](const auto& mark) { return mark.second->idea == idea.first; });
    });
    return all;
}

std::string cell(const Context& c, EntryId idea, EntryId criterion) {
    for (const auto& [id, mark] : c.dossier.all<trajectory::Mark>()) {
        if (mark->idea != idea || mark->criterion != criterion) continue;
        auto text = joined({shape_of(mark->colour) + ' ' + std::string{c.words.fits.at(static_cast<std::size_t>(mark->colour))}, mark->summary}, ". ");
        if (mark->group_answers > 0) {
            auto points = fmt::format("{}{}{}", mark->group_tenths / 10, c.common.language == "nl" ? ',' : '.', mark->group_tenths % 10);
            text += '\n' + fill_in(c.words.group_gave, filling("points", points), filling("n", mark->group_answers));
        }
        return text;
    }
    return shape_of(trajectory::Colour::open);
}

void add_matrix(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    const auto criteria = c.dossier.all<trajectory::Criterion>();
    const auto ideas = looked_at(c);
    if (criteria.empty() || ideas.empty()) return blocks.push_back(Paragraph{std::string{w.matrix_none}});
    for (std::size_t from = 0; from < ideas.size(); from += ideas_beside) {
        const auto until = std::min(from + ideas_beside, ideas.size());
        Table table{from == 0 ? std::string{w.matrix} : std::string{}, {{std::string{w.criterion}, 2.4}}, {}};
        for (auto i = from; i < until; ++i) table.columns.push_back({joined({ideas[i].second->letter, ideas[i].second->name}, " · "), 3});
        for (const auto& [id, criterion] : criteria) {
            std::vector<std::string> row{criterion->weight > 0 ? fmt::format("{} ({} {})", isolated(criterion->name), w.weight, criterion->weight) : criterion->name};
            for (auto i = from; i < until; ++i) row.push_back(cell(c, ideas[i].first, id));
            table.rows.push_back(std::move(row));
        }
        blocks.push_back(std::move(table));
    }
    blocks.push_back(Paragraph{std::string{w.shapes_key}, Tone::quiet});
}

/// What the ideas are like, and what each will be.
Table matches(const Context& c) {
    const auto& w = c.words;
    Table table{std::string{w.like}, {{std::string{w.idea}, 3}, {std::string{w.like_what}, 7}}, {}};
    for (const auto& [id, idea] : looked_at(c)) {
        const bool is_own = idea->route == trajectory::Route::own_plan;
        const auto chosen_concept = c.log.concepts.find(idea->concept_id);
        std::vector<std::string> lines;
        if (is_own) lines.push_back(fmt::format("✓ {}", w.our_own));
        if (const auto found = c.log.matches.find(id); found != c.log.matches.end())
            for (const auto& match : found->second) {
                const bool was_chosen = !is_own && chosen_concept != c.log.concepts.end() && chosen_concept->second == match.name;
                lines.push_back((was_chosen ? "✓ " : "") + isolated(match.name) + (match.words.empty() ? "" : " (" + joined(match.words, ", ") + ")"));
            }
        if (!lines.empty()) table.rows.push_back({idea->name, joined(lines, "\n")});
    }
    return table;
}

/// Of two that became one the first says it.
std::string becomes(const Context& c, EntryId id) {
    const auto found = c.dossier.entries.find(id);
    const auto* idea = found == c.dossier.entries.end() ? nullptr : std::get_if<trajectory::Idea>(&found->second.entry);
    if (!idea) return {};
    const auto name = c.log.concepts.find(idea->concept_id);
    const bool has_name = idea->route != trajectory::Route::own_plan && name != c.log.concepts.end();
    return joined({std::string{c.words.routes.at(static_cast<std::size_t>(idea->route))}, has_name ? name->second : std::string{}}, ": ");
}

void add_decision(const Context& c, std::vector<Block>& blocks) {
    const auto& w = c.words;
    const auto* choice = c.dossier.one<trajectory::Choice>();
    if (!choice || choice->outcome == trajectory::ChoiceOutcome::open) return blocks.push_back(Paragraph{std::string{w.not_chosen}, Tone::lead});
    Card card{"✓", choice->outcome == trajectory::ChoiceOutcome::none ? std::string{w.none_chosen} : chosen(c), day(c, choice->decided_on), Hue::moss, {}, {}};
    if (choice->outcome == trajectory::ChoiceOutcome::chosen) add(card.facts, w.becomes, becomes(c, choice->idea));
    add(card.facts, w.reason, choice->reason);
    if (choice->outcome == trajectory::ChoiceOutcome::chosen) add(card.facts, w.method, std::string{w.methods.at(static_cast<std::size_t>(choice->method))});
    add(card.facts, w.concerns, choice->concerns);
    add(card.facts, w.decided_by, who(c, choice->decided_by));
    add(card.facts, w.reopened, choice->reopen_note);
    blocks.push_back(std::move(card));
}

}  // namespace

std::vector<Block> choice(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    add_decision(c, blocks);
    Facts facts;
    if (const auto* decider = c.dossier.one<trajectory::Decider>()) {
        add(facts.rows, w.who_decides, std::string{w.decision_makers.at(static_cast<std::size_t>(decider->who))});
        add(facts.rows, w.agreed_on, day(c, decider->agreed_on));
        add(facts.rows, w.note, decider->note);
    }
    add(blocks, std::move(facts));
    add_matrix(c, blocks);
    add(blocks, matches(c));
    return blocks;
}

}  // namespace kiemkring::report::steps
