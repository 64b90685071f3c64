#include "edge/dossier_exports.h"

#include "edge/export_words.h"

namespace kiemkring::edge {
std::optional<DossierExportChoice> dossier_export_choice(const std::function<std::string(std::string_view)>& word) {
    const auto format = word("format"), summary = word("summary");
    const auto readers = one_of<report::Readership>(report::readership_names, word("readers"));
    const auto naming = naming_of(word("names"), readers);
    auto sections = several_of<report::DossierSection>(report::dossier_section_names, word("sections"));
    auto language = word("language");
    const bool is_language = language.empty() || language == "nl" || language == "en";
    const bool becomes_docx = word("as") == "docx";
    if (!word("as").empty() && !(becomes_docx && format == "html")) return std::nullopt;
    const bool is_format = format == "pdf" || format == "html";
    if (!is_format || !(summary.empty() || summary == "1") || !readers || !naming || !sections || !is_language) return std::nullopt;

    if (sections->empty()) *sections = report::dossier_sections_for(*readers);
    if (language.empty()) language = "nl";
    return DossierExportChoice{format == "pdf" ? ExportFormat::pdf : ExportFormat::html, becomes_docx, summary == "1", *readers, *naming, std::move(*sections), std::move(language)};
}

}  // namespace kiemkring::edge
