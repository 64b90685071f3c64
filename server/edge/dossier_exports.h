// The dossier of a trajectory as a report to take away.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue/catalogue.h"
#include "edge/exports.h"
#include "report/trajectory_report.h"

namespace kiemkring::edge {

struct DossierExportChoice {
    ExportFormat format{};  ///< pdf or html; json and ics are whole and name everybody
    bool becomes_docx{};    ///< a page that a browser makes a Word file of
    bool only_summary{};    ///< on one page
    report::Readership readers{};
    report::Naming naming{};
    std::vector<report::DossierSection> sections;
    std::string language;
};

/// Made in steps of its own: report_making.h.
[[nodiscard]] inline bool is_report(const DossierExportChoice& choice) {
    return choice.format == ExportFormat::pdf || choice.format == ExportFormat::html;
}

/// `word` gives what was said of "format", "summary" (1), "readers", "names", "sections" (with commas between them), "language" and "as" (docx, of html),
/// each empty when nothing was. Nothing for a word that is none.
[[nodiscard]] std::optional<DossierExportChoice> dossier_export_choice(const std::function<std::string(std::string_view)>& word);

/// What a report looks at.
struct WholeDossier {
    domain::trajectory::Trajectory trajectory;
    std::vector<domain::PictureRow> pictures;  ///< by the numbers of their entries
    std::map<domain::trajectory::OrganiserId, std::string> organisers;
    std::vector<domain::Concept> catalogue;
};

/// Of everything but reports: the file that a desk reads in (with its photos, which it leaves where they are), and its days. Ends soon
/// after the course was stopped.
[[nodiscard]] std::expected<ExportedFile, ExportTrouble> export_dossier_as(const DossierExportChoice& choice, const WholeDossier& dossier, base::Time now,
                                                                           report::Course& course);

}  // namespace kiemkring::edge
