#include "report/session_report.h"

#include <algorithm>

#include "report/dutch_time.h"
#include "report/empty_columns.h"
#include "report/session_report/sections.h"

namespace kiemkring::report {
namespace {

using sections::Context;

using MakeBlocks = std::vector<Block> (*)(const Context&);
/// In the order of ReportSection.
constexpr std::array<MakeBlocks, section_names.size()> makers{sections::in_short, sections::people, sections::course, sections::top, sections::choice, sections::ideas,
                                                              sections::plan, sections::votes, sections::commitments, sections::decisions,
                                                              sections::next_steps, sections::appendix};

std::vector<Fact> cover_of(const Context& c) {
    const auto& w = c.words;
    const auto& info = c.session.info;
    std::vector<Fact> facts;
    const auto add = [&facts](std::string_view label, std::string value) {
        if (!value.empty()) facts.push_back({std::string{label}, std::move(value)});
    };
    add(w.question, info.question);
    add(w.within, info.within);
    add(w.money, info.money);
    if (c.choice.naming != Naming::nobody) add(w.host, info.host);
    return facts;
}

}  // namespace

std::vector<ReportSection> sections_for(Readership readers) {
    using enum ReportSection;
    if (readers == Readership::participants) return {in_short, top, choice, ideas, plan, commitments, next_steps};
    if (readers == Readership::board) return {in_short, people, course, top, choice, votes, commitments, decisions, next_steps, appendix};
    return {in_short, people, course, top, choice, ideas, plan, votes, commitments, decisions, next_steps, appendix};
}

Document session_report(const Log& log, const ReportChoice& choice) {
    const auto& w = report_words(choice.language);
    const Context context{log.session, log.events, choice, w};
    const auto& info = log.session.info;
    const auto now = fmt::format("{}, {}", day_in_words(choice.made_at, w), clock_time(choice.made_at));
    const bool goes_on = log.session.status == domain::SessionStatus::open;

    Document document;
    document.language = w.language;
    document.kind = goes_on ? w.interim : w.kind;
    document.title = info.title;
    document.subtitle = info.place.empty() ? day_in_words(sections::began_at(context), w) : fmt::format("{}, {}", isolated(info.place), day_in_words(sections::began_at(context), w));
    document.cover = cover_of(context);
    if (goes_on) document.notice = fill_in(w.interim_notice, filling("when", now));
    if (!log.session.rehearsal_of.empty()) document.notice = w.rehearsal_notice;
    document.contents_title = w.contents;
    document.footer = fill_in(w.footer, filling("title", info.title), filling("when", now));
    document.page_of = w.page_of;
    document.goes_on = w.goes_on;
    for (std::size_t i = 0; i < makers.size(); ++i) {
        if (std::ranges::find(choice.sections, static_cast<ReportSection>(i)) == choice.sections.end()) continue;
        // What this session had nothing to do with is left out.
        if (auto blocks = makers[i](context); !blocks.empty())
            document.sections.push_back({std::string{section_names[i]}, std::string{w.sections[i]}, std::move(blocks)});
    }
    leave_out_empty_columns(document);
    return document;
}

}  // namespace kiemkring::report
