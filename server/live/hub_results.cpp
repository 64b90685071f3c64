// What a session came to, for those who were there; and the end of what is kept of it.

#include <algorithm>

#include "live/hub_state.h"

namespace kiemkring::live {

namespace {

using namespace domain;

/// What everybody in the room sees at the close, but for what is about people: no name is in it.
std::vector<std::string> result_records(const Session& session) {
    std::vector<RecordKey> keys{{RecordType::session, 0}, {RecordType::top, 0}, {RecordType::closing, 0}};
    if (session.top)
        for (const auto* entries : {&session.top->entries, &session.top->near_misses})
            for (const auto& entry : *entries) keys.push_back({RecordType::group, entry.candidate.value});
    if (session.matrix) {
        keys.push_back({RecordType::matrix, 0});
        keys.push_back({RecordType::choosing, 0});
        for (const auto& [id, group] : session.groups)
            if (group.brought && std::ranges::find(keys, RecordKey{RecordType::group, id.value}) == keys.end())
                keys.push_back({RecordType::group, id.value});
    }
    std::vector<std::string> records;
    for (const auto& key : keys)
        if (const auto record = project(session, Audience::participant, key)) records.push_back(wire::encode_record(*record));
    return records;
}

bool has_results(const Session& session) { return session.status == SessionStatus::ended || session.kind() == RoundKind::close; }

}  // namespace

void Hub::results(std::string code_or_secret, Done<std::expected<Results, StoreTrouble>> done) {
    const auto id = state_->session_named(code_or_secret);
    if (!id)
        return state_->post([done = std::move(done)]() mutable { done(std::unexpected{StoreTrouble::not_found}); });
    look(*id, [id = *id, state = state_.get(), done = std::move(done)](const Session* session) mutable {
        std::expected<Results, StoreTrouble> found = std::unexpected{StoreTrouble::unavailable};
        if (session && !has_results(*session)) found = std::unexpected{StoreTrouble::too_early};
        if (session && has_results(*session)) found = Results{id, result_records(*session)};
        state->post([done = std::move(done), found = std::move(found)]() mutable { done(std::move(found)); });
    });
}

void Hub::erase_kept_until(std::string_view today, bool just_started) {
    std::vector<SessionId> due;
    for (const auto& [id, summary] : state_->summaries) {
        if (summary.retained_until.empty() || summary.retained_until >= today) continue;
        // Whoever is in a meeting that goes on is not thrown out of it.
        const auto open = state_->rooms.find(id);
        const bool has_people = open != state_->rooms.end() && open->second.room->has_people();
        const bool goes_on = summary.status == SessionStatus::open && (just_started || has_people);
        if (!goes_on) due.push_back(id);
    }
    for (const auto& id : due) {
        const auto until = state_->summaries.at(id).retained_until;
        remove(id, [id, until](auto removed) {
            if (removed) base::log("session {} erased: it was kept until {}", id, until);
            else if (removed.error() != StoreTrouble::not_found) base::log("session {} was kept until {} and could not be erased yet", id, until);
        });
    }
}

}  // namespace kiemkring::live
