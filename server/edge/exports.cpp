#include "edge/exports.h"

#include <algorithm>
#include <array>

#include "report/csv.h"
#include "report/pdf.h"
#include "wire/export.h"

namespace kiemkring::edge {
namespace {

struct Format {
    std::string_view name, content_type;
};
/// In the order of ExportFormat; the name is the ending of the file too.
constexpr std::array<Format, 4> formats{{{"json", "application/json"},
                                         {"csv", "text/csv; charset=utf-8"},
                                         {"pdf", "application/pdf"},
                                         {"html", "text/html; charset=utf-8"}}};
/// In the order of report::Naming.
constexpr std::array<std::string_view, 2> namings{"everybody", "nobody"};

/// Which of these words it is; the first for none.
template <class E, std::size_t count>
std::optional<E> one_of(const std::array<std::string_view, count>& names, std::string_view word) {
    const auto found = word.empty() ? names.begin() : std::ranges::find(names, word);
    return found == names.end() ? std::nullopt : std::optional{static_cast<E>(found - names.begin())};
}

std::optional<std::vector<report::ReportSection>> sections_of(std::string_view words) {
    std::vector<report::ReportSection> sections;
    while (!words.empty()) {
        const auto comma = std::min(words.find(','), words.size());
        const auto section = comma ? one_of<report::ReportSection>(report::section_names, words.substr(0, comma)) : std::nullopt;
        if (!section || std::ranges::find(sections, *section) != sections.end()) return std::nullopt;
        sections.push_back(*section);
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
    return sections;
}

wire::ExportedSession exported(const store::SessionId& id, const store::StoredSession& session) {
    return wire::prepare_export({id, session.events, session.texts, session.people, session.pictures});
}

std::string report_as(const ExportChoice& choice, const wire::ExportedSession& session, base::Time now) {
    const auto state = wire::fold(session);
    const auto document = report::session_report(
        {state, session.events}, {choice.language.empty() ? state.info.language : choice.language, choice.naming, choice.sections, now});
    report::Pictures pictures;
    for (const auto& row : session.pictures) pictures.emplace(row.id, row.bytes);
    return choice.format == ExportFormat::pdf ? report::pdf_of(document, pictures) : report::html_of(document, pictures);
}

}  // namespace

std::optional<ExportChoice> export_choice(const std::function<std::string(std::string_view)>& word) {
    const auto format = std::ranges::find(formats, word("format"), &Format::name);
    const auto readers = one_of<report::Readership>(report::readership_names, word("readers"));
    const auto naming = one_of<report::Naming>(namings, word("names"));
    auto sections = sections_of(word("sections"));
    auto language = word("language");
    const bool is_language = language.empty() || language == "nl" || language == "en";
    if (format == formats.end() || !readers || !naming || !sections || !is_language) return std::nullopt;

    if (sections->empty()) *sections = report::sections_for(*readers);
    return ExportChoice{static_cast<ExportFormat>(format - formats.begin()), *naming, std::move(*sections), std::move(language)};
}

ExportedFile export_as(const ExportChoice& choice, const store::SessionId& id, const store::StoredSession& session, base::Time now) {
    const auto& format = formats.at(static_cast<std::size_t>(choice.format));
    const auto whole = exported(id, session);
    ExportedFile file{{}, format.content_type, format.name};
    if (choice.format == ExportFormat::json) {
        file.bytes = wire::encode_export(whole);
    } else if (choice.format == ExportFormat::csv) {
        const auto state = wire::fold(whole);
        file.bytes = report::ideas_csv(state, state.info.language);
    } else {
        file.bytes = report_as(choice, whole, now);
    }
    return file;
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
