#include "edge/report_making.h"

#include <algorithm>
#include <set>

#include "base/log.h"
#include "live/concept_matches.h"
#include "report/edition.h"
#include "report/pdf.h"
#include "wire/export.h"

namespace kiemkring::edge {
namespace {

namespace trajectory = domain::trajectory;

template <class E, class Names>
std::string word_of(E which, const Names& names) {
    return std::string{names.at(static_cast<std::size_t>(which))};
}

/// In the order in which they stand.
template <class Section, class Names>
std::string parts_of(std::vector<Section> sections, const Names& names) {
    std::ranges::sort(sections);
    std::string parts;
    for (const auto section : sections) parts.append(parts.empty() ? "" : ",").append(names.at(static_cast<std::size_t>(section)));
    return parts;
}

template <class Choice>
ReadyReport begun(const Choice& choice, const std::vector<domain::PictureRow>& pictures, base::Time now, domain::Version version) {
    ReadyReport ready;
    ready.format = choice.format;
    for (const auto& row : pictures) ready.pictures.emplace(row.id, row.bytes);
    ready.made.made_at = now;
    ready.made.version = version;
    ready.made.readers = word_of(choice.readers, report::readership_names);
    ready.made.names = word_of(choice.naming, report::naming_names);
    ready.made.format = choice.format == ExportFormat::pdf ? "pdf" : choice.becomes_docx ? "docx" : "html";
    return ready;
}

/// Of the ideas that somebody looked at.
void add_matches(const WholeDossier& dossier, const std::string& language, report::DossierLog& log) {
    std::set<trajectory::EntryId> looked_at;
    for (const auto& [id, mark] : dossier.trajectory.all<trajectory::Mark>()) looked_at.insert(mark->idea);
    for (const auto id : looked_at)
        for (auto& match : live::matches_of(dossier.trajectory, id, language, dossier.catalogue))
            log.matches[id].push_back({domain::name_of(*match.what, language), std::move(match.words)});
    for (const auto& known : dossier.catalogue) log.concepts.emplace(known.id, domain::name_of(known, language));
}

}  // namespace

ReadyReport ready_report(const ExportChoice& choice, const store::SessionId& id, const store::StoredSession& session, base::Time now) {
    const auto whole = wire::prepare_export({id, session.events, session.texts, session.people, session.pictures});
    const auto state = wire::fold(whole);
    auto ready = begun(choice, whole.pictures, now, state.version);
    ready.of = id;
    const auto language = choice.language.empty() ? state.info.language : choice.language;
    const auto made_at = [&](base::Time when) {
        return report::session_report({state, whole.events}, {language, choice.naming, choice.sections, when});
    };
    ready.document = made_at(now);
    ready.made.hash = report::content_hash(made_at(report::no_time), ready.pictures);
    ready.made.language = ready.document.language;
    ready.made.parts = parts_of(choice.sections, report::section_names);
    return ready;
}

ReadyReport ready_report(const DossierExportChoice& choice, const WholeDossier& dossier, base::Time now) {
    report::DossierLog log{dossier.trajectory, dossier.organisers, {}, {}, {}};
    for (const auto& row : dossier.pictures) log.sizes[{row.id.value}] = {row.bytes->width, row.bytes->height};
    add_matches(dossier, choice.language, log);
    auto ready = begun(choice, dossier.pictures, now, dossier.trajectory.version);
    ready.of = dossier.trajectory.id;
    const auto made_at = [&](base::Time when) {
        const report::DossierChoice wanted{choice.language, choice.naming, choice.sections, when};
        return choice.only_summary ? report::trajectory_summary(log, wanted) : report::trajectory_report(log, wanted);
    };
    ready.document = made_at(now);
    ready.made.hash = report::content_hash(made_at(report::no_time), ready.pictures);
    ready.made.language = ready.document.language;
    ready.made.parts = choice.only_summary ? "summary" : parts_of(choice.sections, report::dossier_section_names);
    return ready;
}

std::expected<ExportedFile, ExportTrouble> write_report(const ReadyReport& report, std::uint32_t number, domain::Brand brand, report::Course& course) try {
    auto document = report.document;
    document.brand = std::move(brand);
    document.colophon = report::colophon(number, report.made.hash, document.language);
    if (report.format != ExportFormat::pdf) return ExportedFile{report::html_of(document, report.pictures, &course), "text/html; charset=utf-8", "html"};
    auto pages = report::pdf_of(document, report.pictures, &course);
    if (pages.empty()) return std::unexpected(ExportTrouble::no_place);
    return ExportedFile{std::move(pages), "application/pdf", "pdf"};
} catch (const report::Stopped&) {
    base::log("export of {} stopped: nobody waits for it", report.of);
    return std::unexpected(ExportTrouble::stopped);
}

}  // namespace kiemkring::edge
