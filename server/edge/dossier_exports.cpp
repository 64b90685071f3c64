#include "edge/dossier_exports.h"

#include <iterator>

#include <fmt/chrono.h>

#include "base/base64.h"
#include "base/log.h"
#include "domain/trajectory/dossier.h"
#include "edge/export_words.h"
#include "report/trajectory_calendar.h"
#include "wire/trajectory.h"

namespace kiemkring::edge {
namespace {

ExportFormat format_of(std::string_view word) {
    return word == "pdf" ? ExportFormat::pdf : word == "html" ? ExportFormat::html : word == "ics" ? ExportFormat::ics : ExportFormat::json;
}

/// As the desk writes it, and reads it in.
std::string whole_file(const WholeDossier& dossier, base::Time now, report::Course& course) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    auto text = fmt::format("{{\"kiemkring_dossiers\":1,\"made_at\":\"{:%FT%TZ}\",\"amounts\":\"cents\",\"dossiers\":[\n{}\n],\"pictures\":[",
                            fmt::gmtime(static_cast<std::time_t>(seconds)), wire::encode(domain::trajectory::file_of(dossier.trajectory)));
    std::size_t done = 0;
    for (const auto& row : dossier.pictures) {
        fmt::format_to(std::back_inserter(text), "{}\n{{\"entry\":{},\"width\":{},\"height\":{},\"thumbnail\":\"{}\",\"large\":\"{}\"}}", done ? "," : "", row.id.value,
                       row.bytes->width, row.bytes->height, base::to_base64(row.bytes->thumbnail), base::to_base64(row.bytes->large));
        course.reached(++done, dossier.pictures.size());
    }
    return text + "\n]}\n";
}

}  // namespace

std::expected<ExportedFile, ExportTrouble> export_dossier_as(const DossierExportChoice& choice, const WholeDossier& dossier, base::Time now,
                                                             report::Course& course) try {
    course.reached(0, 1);
    if (choice.format == ExportFormat::json) return ExportedFile{whole_file(dossier, now, course), "application/json", "json"};
    auto days = report::calendar_of(dossier.trajectory);
    if (!days.contains("\nBEGIN:VEVENT") && !days.contains("\nBEGIN:VTODO")) return std::unexpected(ExportTrouble::no_day);
    course.reached(1, 1);
    return ExportedFile{std::move(days), "text/calendar; charset=utf-8", "ics"};
} catch (const report::Stopped&) {
    base::log("export of {} stopped: nobody waits for it", dossier.trajectory.id);
    return std::unexpected(ExportTrouble::stopped);
}

std::optional<DossierExportChoice> dossier_export_choice(const std::function<std::string(std::string_view)>& word) {
    const auto format = word("format"), summary = word("summary");
    const auto readers = one_of<report::Readership>(report::readership_names, word("readers"));
    const auto naming = naming_of(word("names"), readers);
    auto sections = several_of<report::DossierSection>(report::dossier_section_names, word("sections"));
    auto language = word("language");
    const bool is_language = language.empty() || language == "nl" || language == "en";
    const bool becomes_docx = word("as") == "docx";
    if (!word("as").empty() && !(becomes_docx && format == "html")) return std::nullopt;
    // What is whole has nothing to choose.
    const bool is_whole = format == "json" || format == "ics";
    if (is_whole && !(summary.empty() && sections && sections->empty() && (word("names").empty() || naming == report::Naming::everybody))) return std::nullopt;
    const bool is_format = is_whole || format == "pdf" || format == "html";
    if (!is_format || !(summary.empty() || summary == "1") || !readers || !naming || !sections || !is_language) return std::nullopt;

    if (sections->empty()) *sections = report::dossier_sections_for(*readers);
    if (language.empty()) language = "nl";
    return DossierExportChoice{format_of(format), becomes_docx, summary == "1", *readers, *naming, std::move(*sections), std::move(language)};
}

}  // namespace kiemkring::edge
