#include <algorithm>

#include "domain/trajectory/plan_rules.h"
#include "report/dutch_time.h"
#include "report/trajectory_report/steps.h"

namespace kiemkring::report {
namespace steps {
namespace {

constexpr std::size_t letters_max = 220, lines_max = 4, decisions_shown = 4;

/// Not longer than a few lines, whatever was written.
std::string cut(std::string text, std::size_t most = letters_max) {
    std::ranges::replace(text, '\n', ' ');
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        // The first byte of a letter.
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++letters > most) return balanced(text.substr(0, i) + "…");
    return text;
}

/// Not broken at its blanks.
std::string kept_together(std::string_view text) {
    std::string kept;
    for (const auto c : text) c == ' ' ? kept += "\u00a0" : kept += c;
    return kept;
}

/// The first few, and how many more there are.
Bullets shortened(const Context& c, std::vector<std::string> lines) {
    Bullets list;
    for (std::size_t i = 0; i < lines.size() && i < lines_max; ++i) list.items.push_back(cut(std::move(lines[i])));
    if (lines.size() > lines_max) list.items.push_back(fill_in(c.words.and_more, filling("n", lines.size() - lines_max)));
    return list;
}

std::vector<Block> where_it_is(const Context& c) {
    auto blocks = in_short(c);
    for (auto& block : blocks)
        if (auto* facts = std::get_if<Facts>(&block))
            for (auto& row : facts->rows) row.value = cut(std::move(row.value));
    return blocks;
}

std::vector<Block> factor_line(const Context& c) {
    std::vector<std::string> parts;
    for (const auto& [id, factor] : c.dossier.all<trajectory::Factor>()) parts.push_back(kept_together(shape_of(factor->colour) + ' ' + cut(factor->name, 40)));
    if (parts.empty()) return {};
    return {Paragraph{joined(parts, "   ")}};
}

std::vector<Block> first_ideas(const Context& c) {
    std::vector<std::string> lines;
    const auto* choice = c.dossier.one<trajectory::Choice>();
    for (const auto& [id, idea] : ideas_of(c).first) {
        const bool is_chosen = choice && choice->outcome == trajectory::ChoiceOutcome::chosen && (choice->idea == id || choice->combined_with == id);
        lines.push_back(fmt::format("{}. {}{}", idea->place, isolated(cut(idea->name, 100)), is_chosen ? fmt::format(" ✓ {}", c.words.chosen_word) : ""));
    }
    // Five are what a session ends with.
    std::vector<Block> blocks;
    if (lines.empty()) return blocks;
    blocks.push_back(Bullets{{lines.begin(), lines.begin() + std::min<std::ptrdiff_t>(std::ssize(lines), 5)}, true});
    if (choice && !choice->reason.empty()) blocks.push_back(Facts{{{std::string{c.words.reason}, cut(choice->reason)}}});
    return blocks;
}

std::vector<Block> open_tasks(const Context& c) {
    std::vector<const trajectory::Task*> open;
    for (const auto& [id, task] : c.dossier.all<trajectory::Task>())
        if (task->state != trajectory::TaskState::done) open.push_back(task);
    std::ranges::stable_sort(open, [](const auto* a, const auto* b) { return !a->due.empty() && (b->due.empty() || a->due < b->due); });
    std::vector<std::string> lines;
    for (const auto* task : open) lines.push_back(joined({cut(task->what, 120), day(c, task->due), cut(who(c, task->who), 60)}, " · "));
    if (lines.empty()) return {};
    return {shortened(c, std::move(lines))};
}

std::vector<Block> later(const Context& c) {
    const auto* agreed = c.dossier.one<trajectory::Agreement>();
    if (!agreed) return {};
    Facts facts;
    add(facts.rows, c.words.frequency, cut(agreed->frequency));
    if (!agreed->ends_on.empty()) add(facts.rows, c.words.holds_until, day(c, agreed->ends_on));
    if (facts.rows.empty()) return {};
    return {std::move(facts)};
}

std::vector<Block> last_decisions(const Context& c) {
    auto lines = decisions(c, decisions_shown);
    for (auto& line : lines) line = {cut(std::move(line.label), 60), cut(std::move(line.value))};
    if (lines.empty()) return {};
    return {Facts{std::move(lines)}};
}

}  // namespace
}  // namespace steps

Document trajectory_summary(const DossierLog& log, const DossierChoice& choice) {
    const steps::Context c{log, log.trajectory, choice, dossier_words(choice.language), report_words(choice.language)};
    const auto& w = c.words;
    auto document = steps::begun(c, w.summary_kind);
    document.title = steps::cut(std::move(document.title), 80);
    document.subtitle = steps::cut(std::move(document.subtitle), 100);
    document.footer = steps::cut(std::move(document.footer), 140);
    document.on_one_page = true;
    const auto section = [&](std::string id, std::string_view title, std::vector<Block> blocks) {
        if (!blocks.empty()) document.sections.push_back({std::move(id), std::string{title}, std::move(blocks)});
    };
    section("in_short", w.sections[0], steps::where_it_is(c));
    section("green_date", w.factors, steps::factor_line(c));
    if (steps::is_reached(c, domain::trajectory::Step::session)) section("session", w.ideas_title, steps::first_ideas(c));
    section("tasks", w.tasks, steps::open_tasks(c));
    if (steps::is_reached(c, domain::trajectory::Step::plan)) section("agreements", w.agreements, steps::later(c));
    section("happened", w.sections[6], steps::last_decisions(c));
    return document;
}

}  // namespace kiemkring::report
