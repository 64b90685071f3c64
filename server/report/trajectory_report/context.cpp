#include <algorithm>

#include "domain/trajectory/plan_rules.h"
#include "report/dutch_time.h"
#include "report/money.h"
#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

/// Whether this is somebody of this name who agreed to be named: in reports, or in the story that everybody may read.
bool is_named_as(const trajectory::Entry& entry, const std::string& name) {
    return std::visit(
        [&](const auto& one) {
            if constexpr (requires { one.may_be_named; }) return one.may_be_named && one.name == name;
            else if constexpr (requires { one.thanked; }) return one.in_story && one.name == name;
            else return false;
        },
        entry);
}

}  // namespace

bool may_be_named(const Context& c, bool said_yes) { return c.choice.naming == Naming::everybody || (c.choice.naming == Naming::agreed && said_yes); }

std::string named(const Context& c, const std::string& name, bool said_yes) {
    return may_be_named(c, said_yes) && !name.empty() ? name : std::string{c.words.somebody};
}

std::string who(const Context& c, const std::string& typed) {
    if (c.choice.naming == Naming::everybody) return typed;
    if (c.choice.naming == Naming::nobody) return {};
    const bool said_yes = std::ranges::any_of(c.dossier.entries, [&](const auto& kept) { return is_named_as(kept.second.entry, typed); });
    return said_yes ? typed : std::string{};
}

std::string organiser(const Context& c, trajectory::OrganiserId id) {
    const auto found = c.log.organisers.find(id);
    return c.choice.naming == Naming::nobody || found == c.log.organisers.end() ? std::string{} : found->second;
}

std::string day(const Context& c, const trajectory::Day& day) { return day_in_words(day, c.common); }
std::string day(const Context& c, base::Time at) { return day_in_words(at, c.common); }
std::string days(const Context& c, const trajectory::Day& from, const trajectory::Day& until) {
    if (from.empty() || until.empty() || from == until) return day(c, from.empty() ? until : from);
    return fill_in(c.words.from_until, filling("from", day(c, from)), filling("until", day(c, until)));
}
std::string money(const Context& c, trajectory::Cents cents) { return money_in_words(cents, c.common.language); }
std::string number(const Context& c, std::int64_t number) { return number_in_words(number, c.common.language); }

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    const bool is_alone = std::ranges::count_if(parts, [](const auto& part) { return !part.empty(); }) < 2;
    std::string text;
    for (const auto& part : parts)
        if (!part.empty()) text.append(text.empty() ? "" : between).append(is_alone || between == "\n" ? part : isolated(part));
    return text;
}
void add(std::vector<Fact>& facts, std::string_view label, std::string value) {
    if (!value.empty()) facts.push_back({std::string{label}, std::move(value)});
}
void add(std::vector<Block>& blocks, Facts facts) {
    if (!facts.rows.empty()) blocks.push_back(std::move(facts));
}
void add(std::vector<Block>& blocks, Table table) {
    if (!table.rows.empty()) blocks.push_back(std::move(table));
}
Paragraph heading(std::string_view text) { return {std::string{text}, Tone::lead}; }

std::string shape_of(trajectory::Colour colour) {
    static constexpr std::array<std::string_view, 4> shapes{"○", "✓", "◆", "▲"};
    return std::string{shapes.at(static_cast<std::size_t>(colour))};
}
Hue hue_of(trajectory::Colour colour) {
    static constexpr std::array hues{Hue::none, Hue::moss, Hue::sand, Hue::clay};
    return hues.at(static_cast<std::size_t>(colour));
}

std::string idea_name(const Context& c, EntryId id) {
    const auto found = c.dossier.entries.find(id);
    const auto* idea = found == c.dossier.entries.end() ? nullptr : std::get_if<trajectory::Idea>(&found->second.entry);
    return idea ? idea->name : std::string{};
}

std::string chosen(const Context& c) {
    const auto* choice = c.dossier.one<trajectory::Choice>();
    return choice && choice->outcome == trajectory::ChoiceOutcome::chosen ? chosen_by(c, *choice) : std::string{};
}

std::string chosen_by(const Context& c, const trajectory::Choice& choice) {
    const auto first = idea_name(c, choice.idea), second = idea_name(c, choice.combined_with);
    return first.empty() || second.empty() ? first + second : fill_in(c.words.chosen_two, filling("first", first), filling("second", second));
}

bool is_reached(const Context& c, trajectory::Step step) { return c.dossier.progress.step >= step; }

std::string balance(const Context& c) {
    const auto sums = trajectory::sums_of(c.dossier);
    const auto left = sums.covered() - sums.needed();
    if (left == 0) return std::string{c.words.even};
    return fill_in(left < 0 ? c.words.short_of : c.words.left_over, filling("amount", money(c, left < 0 ? -left : left)));
}

Ideas ideas_of(const Context& c) {
    Ideas ideas;
    for (const auto& one : c.dossier.all<trajectory::Idea>()) (one.second->place > 0 ? ideas.first : ideas.others).push_back(one);
    std::ranges::stable_sort(ideas.first, {}, [](const auto& one) { return one.second->place; });
    return ideas;
}

}  // namespace kiemkring::report::steps
