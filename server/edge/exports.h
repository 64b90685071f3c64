// A stored session as a file to take away, and back.
#pragma once

#include <array>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "domain/trajectory/trajectory.h"
#include "report/course.h"
#include "report/handout.h"
#include "report/session_report.h"
#include "store/event_store.h"

namespace kiemkring::edge {

enum class ExportFormat { json, csv, pdf, html, xlsx, ics, png };

/// What somebody asked for. Sections are those of a report; json, csv and xlsx are whole.
struct ExportChoice {
    ExportFormat format{};
    bool becomes_docx{};  ///< a page that a browser makes a Word file of
    report::Readership readers{};
    report::Naming naming{};
    std::vector<report::ReportSection> sections;
    std::string language;  ///< empty: that of the session
    std::optional<report::Handout> handout;  ///< a card or a poster rather than the report; png is one of these
    bool a3{};
    bool to_look_at{};           ///< rather than to keep: a page opens, a picture is small
    unsigned number{}, tables{};  ///< of report::HandoutChoice
};

/// `word` gives what was said of "format", "readers", "names", "sections" (with commas between them), "language", "print", "paper",
/// "number", "tables", "look" and "as" (docx, of html), each empty when nothing was. Nothing for a word that is none, or twice the same section.
[[nodiscard]] std::optional<ExportChoice> export_choice(const std::function<std::string(std::string_view)>& word);

struct ExportedFile {
    std::string bytes;
    std::string_view content_type, extension;
};
enum class ExportTrouble {
    stopped,   ///< nobody wants it any more
    no_place,  ///< on the disk or in memory, to make it
    no_day,    ///< nothing for a calendar has one yet
    no_result, has_ended, no_address, no_such_card,  ///< of report::HandoutLack
};
inline constexpr std::array<std::string_view, 7> export_trouble_names{"stopped", "unavailable", "no_day", "no_result", "has_ended", "no_address", "no_such_card"};

/// What is not of the session and stands on its papers.
struct Papers {
    std::string public_url;  ///< where phones reach the server; empty when nobody knows
    domain::Brand brand;
};
/// A report, which is made in steps of its own: report_making.h.
[[nodiscard]] inline bool is_report(const ExportChoice& choice) {
    return !choice.handout && (choice.format == ExportFormat::pdf || choice.format == ExportFormat::html);
}
/// Of everything but reports. `dossier` is the trajectory of the session, for who may know it. Ends soon after the course was stopped.
[[nodiscard]] std::expected<ExportedFile, ExportTrouble> export_as(const ExportChoice& choice, const store::SessionId& id,
                                                                   const store::StoredSession& session, base::Time now,
                                                                   const domain::trajectory::Trajectory* dossier, const Papers& papers,
                                                                   report::Course& course);

/// With its id in the summary, and nothing else there. The error says where and why, without what was sent.
[[nodiscard]] std::expected<store::StoredSession, std::string> import_json(std::string_view text);

/// The day until which a session is kept; empty when it does not say.
[[nodiscard]] std::string kept_until(const store::StoredSession& session);

}  // namespace kiemkring::edge
