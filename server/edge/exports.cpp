#include "edge/exports.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/log.h"
#include "domain/session/naming.h"
#include "edge/export_words.h"
#include "report/csv.h"
#include "report/session_calendar.h"
#include "report/xlsx.h"
#include "report/zip.h"
#include "wire/export.h"

namespace kiemkring::edge {
namespace {

struct Format {
    std::string_view name, content_type, extension;
};
/// In the order of ExportFormat.
constexpr std::array<Format, 7> formats{{{"json", "application/json", "kiemkring"},
                                         {"csv", "application/zip", "zip"},
                                         {"pdf", "application/pdf", "pdf"},
                                         {"html", "text/html; charset=utf-8", "html"},
                                         {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
                                         {"ics", "text/calendar; charset=utf-8", "ics"},
                                         {"png", "image/png", "png"}}};

wire::ExportedSession exported(const store::SessionId& id, const store::StoredSession& session) {
    return wire::prepare_export({id, session.events, session.texts, session.people, session.pictures});
}

using Made = std::expected<std::string, std::string>;

/// Nothing for what is no number; 0 for none.
std::optional<unsigned> small_number(std::string_view word) {
    unsigned number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (!word.empty() && (read.ec != std::errc{} || read.ptr != word.data() + word.size() || number > 9999)) return std::nullopt;
    return number;
}

/// Whether a card or a poster was asked for as there are any.
bool read_handout(const std::function<std::string(std::string_view)>& word, ExportChoice& choice) {
    const auto print = word("print"), paper = word("paper");
    const auto number = small_number(word("number")), tables = small_number(word("tables"));
    if (!number || !tables || (!paper.empty() && paper != "a4" && paper != "a3")) return false;
    if (print.empty()) return choice.format != ExportFormat::png;
    choice.handout = one_of<report::Handout>(report::handout_names, print);
    choice.a3 = paper == "a3";
    choice.number = *number;
    choice.tables = *tables;
    return choice.handout && (choice.format == ExportFormat::png || choice.format == ExportFormat::pdf);
}

report::Door door_of(std::string_view url, const domain::SessionInfo& info) {
    if (url.empty()) return {};
    const auto scheme = url.find("//");
    return {fmt::format("{}/#q={}", url, info.secret), std::string{scheme == url.npos ? url : url.substr(scheme + 2)}, info.code};
}

ExportTrouble trouble_of(report::HandoutLack lack) {
    return static_cast<ExportTrouble>(static_cast<int>(ExportTrouble::no_result) + static_cast<int>(lack));
}

Made zipped(const report::Tables& tables, report::Course& course) {
    std::vector<report::PackedFile> files;
    for (const auto& sheet : tables.sheets) {
        course.reached(files.size(), tables.sheets.size() + 1);
        files.push_back({sheet.file_name + ".csv", report::csv_of(sheet, tables.language)});
    }
    auto zip = report::zip_of(files, tables.made_at);
    course.reached(1, 1);
    return zip;
}

/// Of whoever may be named the name alone, of others nothing; what they made stays, and can be brought in again. With nobody's name
/// that of the host and of who is responsible goes too: they may be people.
wire::ExportedSession with_names_of(report::Naming naming, wire::ExportedSession session) {
    if (naming == report::Naming::everybody) return session;
    const auto state = wire::fold(session);
    std::erase_if(session.people, [&](const auto& person) { return naming == report::Naming::nobody || !agreed_to_be_named(state, person.id); });
    for (auto& person : session.people)
        if (person.contact) person.contact = domain::Contact{person.contact->kind, {}, {std::string{domain::name_in_report}}};
    for (auto& happened : session.events)
        if (auto* created = std::get_if<domain::SessionCreated>(&happened.what); created && naming == report::Naming::nobody) {
            created->info.host.clear();
            created->info.controller.clear();
        }
    return session;
}

}  // namespace

std::optional<ExportChoice> export_choice(const std::function<std::string(std::string_view)>& word) {
    const auto format = std::ranges::find(formats, word("format"), &Format::name);
    const auto readers = one_of<report::Readership>(report::readership_names, word("readers"));
    auto sections = several_of<report::ReportSection>(report::section_names, word("sections"));
    auto language = word("language");
    const bool is_language = language.empty() || language == "nl" || language == "en";
    const bool becomes_docx = word("as") == "docx";
    if (!word("as").empty() && !(becomes_docx && word("format") == "html")) return std::nullopt;
    // Tables and the archive are for whoever made it: they name everybody when nothing else is said.
    const bool is_to_read = word("print").empty() && (word("format") == "pdf" || word("format") == "html");
    const auto naming = is_to_read ? naming_of(word("names"), readers) : one_of<report::Naming>(report::naming_names, word("names"));
    if (format == formats.end() || !readers || !naming || !sections || !is_language) return std::nullopt;

    if (sections->empty()) *sections = report::sections_for(*readers);
    ExportChoice choice{static_cast<ExportFormat>(format - formats.begin()), becomes_docx, *readers, *naming, std::move(*sections), std::move(language)};
    choice.to_look_at = word("look") == "1" && (choice.format == ExportFormat::html || choice.format == ExportFormat::png);
    return read_handout(word, choice) ? std::optional{std::move(choice)} : std::nullopt;
}

std::expected<ExportedFile, ExportTrouble> export_as(const ExportChoice& asked, const store::SessionId& id, const store::StoredSession& session,
                                                     base::Time now, const domain::trajectory::Trajectory* dossier, const Papers& papers,
                                                     report::Course& course) try {
    const auto& format = formats.at(static_cast<std::size_t>(asked.format));
    auto whole = exported(id, session);
    course.reached(0, 1);
    if (asked.format == ExportFormat::json) {
        whole = with_names_of(asked.naming, std::move(whole));
        auto text = wire::encode_export(whole);
        course.reached(1, 1);
        return ExportedFile{std::move(text), format.content_type, format.extension};
    }
    const auto state = wire::fold(whole);
    auto choice = asked;
    if (choice.language.empty()) choice.language = state.info.language;
    if (choice.format == ExportFormat::ics) {
        auto days = report::session_calendar({state, whole.events}, id, choice.language, choice.naming, dossier);
        if (days.empty()) return std::unexpected(ExportTrouble::no_day);
        return ExportedFile{std::move(days), format.content_type, format.extension};
    }
    if (choice.handout) {
        auto drawn = report::handout_of({state, whole.events},
                                        {*choice.handout, choice.language, choice.naming, choice.format == ExportFormat::png, choice.a3, choice.to_look_at,
                                         choice.number, choice.tables, now},
                                        door_of(papers.public_url, state.info), papers.brand, &course);
        if (!drawn) return std::unexpected(trouble_of(drawn.error()));
        if (drawn->empty()) return std::unexpected(ExportTrouble::no_place);
        return ExportedFile{std::move(*drawn), format.content_type, format.extension};
    }
    const auto tables = report::session_tables({state, whole.events}, {choice.language, choice.naming, now}, dossier);
    Made made = choice.format == ExportFormat::csv ? zipped(tables, course) : report::xlsx_of(tables, course);
    if (!made) {
        base::log("export of {}: {}", id, made.error());
        return std::unexpected(ExportTrouble::no_place);
    }
    return ExportedFile{std::move(*made), format.content_type, format.extension};
} catch (const report::Stopped&) {
    base::log("export of {} stopped: nobody waits for it", id);
    return std::unexpected(ExportTrouble::stopped);
}

std::expected<store::StoredSession, std::string> import_json(std::string_view text) {
    auto read = wire::read_export(text);
    if (!read) return std::unexpected(std::move(read.error()));
    store::StoredSession session;
    session.summary.emplace().id = std::move(read->id);
    session.events = std::move(read->events);
    session.texts = std::move(read->texts);
    session.people = std::move(read->people);
    session.pictures = std::move(read->pictures);
    return session;
}

std::string kept_until(const store::StoredSession& session) {
    std::string date;
    for (const auto& happened : session.events) {
        if (const auto* created = std::get_if<domain::SessionCreated>(&happened.what)) date = created->info.retained_until;
        if (const auto* set = std::get_if<domain::RetentionSet>(&happened.what)) date = set->now;
    }
    return date;
}

}  // namespace kiemkring::edge
