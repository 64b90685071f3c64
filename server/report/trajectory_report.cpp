#include "report/trajectory_report.h"

#include <algorithm>

#include "domain/trajectory/plan_rules.h"
#include "report/dutch_time.h"
#include "report/empty_columns.h"
#include "report/trajectory_report/steps.h"

namespace kiemkring::report {
namespace {

using steps::Context;
using domain::trajectory::Step;

using MakeBlocks = std::vector<Block> (*)(const Context&);
struct Part {
    MakeBlocks make;
    Step from;  ///< the step in which it begins to say something
};
/// In the order of DossierSection.
constexpr std::array<Part, dossier_section_names.size()> parts{{{steps::in_short, Step::green_date},
                                                                {steps::green_date, Step::green_date},
                                                                {steps::session, Step::session},
                                                                {steps::choice, Step::choice},
                                                                {steps::plan, Step::plan},
                                                                {steps::opening, Step::opening},
                                                                {steps::happened, Step::green_date},
                                                                {steps::about, Step::green_date}}};

std::vector<Fact> cover_of(const Context& c) {
    const auto& w = c.words;
    std::vector<Fact> facts;
    if (const auto* place = c.dossier.one<domain::trajectory::Place>()) {
        steps::add(facts, w.place, std::string{w.sorts.at(static_cast<std::size_t>(place->sort))});
        steps::add(facts, w.address, place->address);
        steps::add(facts, w.funder, place->funder);
        steps::add(facts, w.about_place, place->about);
        if (place->area_m2 > 0) steps::add(facts, w.room, fill_in(w.square_metres, filling("n", steps::number(c, place->area_m2))));
    }
    if (c.choice.naming != Naming::nobody) steps::add(facts, w.facilitator, c.dossier.facilitator);
    return facts;
}

Context context_of(const DossierLog& log, const DossierChoice& choice) {
    return {log, log.trajectory, choice, dossier_words(choice.language), report_words(choice.language)};
}

}  // namespace

std::vector<DossierSection> dossier_sections_for(Readership readers) {
    using enum DossierSection;
    if (readers == Readership::participants) return {in_short, session, choice, plan, opening, about};
    return {in_short, green_date, session, choice, plan, opening, happened, about};
}

Document trajectory_report(const DossierLog& log, const DossierChoice& choice) {
    const auto c = context_of(log, choice);
    auto document = steps::begun(c, c.words.kind);
    document.cover = cover_of(c);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool is_wanted = std::ranges::find(choice.sections, static_cast<DossierSection>(i)) != choice.sections.end();
        if (is_wanted && log.trajectory.progress.step >= parts[i].from)
            document.sections.push_back({std::string{dossier_section_names[i]}, std::string{c.words.sections[i]}, parts[i].make(c)});
    }
    leave_out_empty_columns(document);
    return document;
}

namespace steps {

Document begun(const Context& c, std::string_view kind) {
    const auto now = fmt::format("{}, {}", day_in_words(c.choice.made_at, c.common), clock_time(c.choice.made_at));
    const auto* place = c.dossier.one<trajectory::Place>();
    Document document;
    document.language = c.common.language;
    document.kind = kind;
    document.title = place ? place->name : "Kiemkring";
    document.subtitle = joined({place ? place->municipality : std::string{}, day_in_words(c.choice.made_at, c.common)}, ", ");
    document.contents_title = c.common.contents;
    document.footer = fill_in(c.common.footer, filling("title", document.title), filling("when", now));
    document.page_of = c.common.page_of;
    document.goes_on = c.common.goes_on;
    return document;
}

std::vector<Block> about(const Context& c) {
    const auto& w = c.words;
    std::vector<Block> blocks;
    if (c.choice.naming == Naming::nobody) blocks.push_back(Paragraph{std::string{w.names_left_out}});
    if (c.choice.naming == Naming::agreed) blocks.push_back(Paragraph{std::string{w.names_by_consent}});
    blocks.push_back(Paragraph{std::string{w.contacts_left_out}});
    return blocks;
}

}  // namespace steps
}  // namespace kiemkring::report
