#include "edge/exports.h"

#include "report/csv.h"
#include "wire/export.h"

namespace kiemkring::edge {
namespace {

wire::ExportedSession exported(const store::SessionId& id, const store::StoredSession& session) {
    return wire::prepare_export({id, session.events, session.texts, session.people, session.pictures});
}

}  // namespace

std::string export_as_json(const store::SessionId& id, const store::StoredSession& session) {
    return wire::encode_export(exported(id, session));
}

std::string export_as_csv(const store::SessionId& id, const store::StoredSession& session) {
    const auto state = wire::fold(exported(id, session));
    return report::ideas_csv(state, state.info.language);
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
