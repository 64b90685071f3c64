// Reports on their way: what one says is put together first, then it is remembered under the number of its content, then it is written.
#pragma once

#include <string>
#include <string_view>

#include "edge/dossier_exports.h"
#include "edge/exports.h"
#include "report/html_page.h"
#include "store/report_rows.h"

namespace kiemkring::edge {

/// What somebody gets, and what is remembered of it; without a number yet, and without who asked.
struct ReadyReport {
    std::string of;  ///< id of a session or a trajectory
    ExportFormat format{};
    report::Document document;
    report::Pictures pictures;
    store::ReportMade made;
};
/// Its brand is put on by who writes it.
[[nodiscard]] ReadyReport ready_report(const ExportChoice& choice, const store::SessionId& id, const store::StoredSession& session, base::Time now);
[[nodiscard]] ReadyReport ready_report(const DossierExportChoice& choice, const WholeDossier& dossier, base::Time now);

/// With its version in it; number 0: nothing remembers it. Ends soon after the course was stopped.
[[nodiscard]] std::expected<ExportedFile, ExportTrouble> write_report(const ReadyReport& report, std::uint32_t number, domain::Brand brand, report::Course& course);

}  // namespace kiemkring::edge
