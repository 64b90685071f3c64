#include "store/sqlite_trajectories.h"

#include <array>

#include "store/sqlite_say.h"
#include "wire/trajectory.h"

namespace kiemkring::store {

struct SqliteTrajectories::Statements {
    explicit Statements(SQLite::Database& db)
        : version(db, "SELECT coalesce(max(version), 0) FROM trajectory_events WHERE trajectory = ?"),
          add_event(db, "INSERT INTO trajectory_events VALUES(?, ?, ?)"),
          add_person(db, "INSERT INTO trajectory_people VALUES(?, ?, ?, ?)"),
          erase_person(db, "DELETE FROM trajectory_people WHERE trajectory = ? AND entry = ?"),
          put_picture(db, "INSERT OR REPLACE INTO pictures VALUES(?, ?, ?, ?, ?, ?)"),
          erase_picture(db, "DELETE FROM pictures WHERE session = ? AND id = ?"),
          put_summary(db, "INSERT OR REPLACE INTO trajectories VALUES(?, ?)"),
          summaries(db, "SELECT trajectory, summary FROM trajectories ORDER BY trajectory"),
          events(db, "SELECT version, body, (SELECT body FROM trajectory_people AS people"
                     " WHERE people.trajectory = events.trajectory AND people.version = events.version)"
                     " FROM trajectory_events AS events WHERE trajectory = ? ORDER BY version"),
          erase{Say{db, "DELETE FROM trajectories WHERE trajectory = ?"},
                Say{db, "DELETE FROM trajectory_events WHERE trajectory = ?"},
                Say{db, "DELETE FROM trajectory_people WHERE trajectory = ?"},
                Say{db, "DELETE FROM pictures WHERE session = ?"},
                Say{db, "DELETE FROM reports WHERE session = ?"}} {}
    Say version, add_event, add_person, erase_person, put_picture, erase_picture, put_summary, summaries, events;
    std::array<Say, 5> erase;
};

SqliteTrajectories::SqliteTrajectories(SQLite::Database& db) : say_{std::make_unique<Statements>(db)} {}
SqliteTrajectories::~SqliteTrajectories() = default;

std::vector<trajectory::Summary> SqliteTrajectories::summaries(std::string& why) {
    std::vector<trajectory::Summary> found;
    for (Run run{say_->summaries}; run.row();) {
        auto summary = wire::read_stored_summary(run.text(1));
        if (summary) found.push_back(std::move(*summary));
        else why = "trajectory " + run.text(0) + ": " + summary.error();
    }
    return found;
}

void SqliteTrajectories::renew_summaries(std::string& why) {
    std::vector<TrajectoryId> ids;
    for (Run run{say_->summaries}; run.row();) ids.push_back(run.text(0));
    for (const auto& id : ids)
        if (const auto state = read(id, newest, why)) Run{say_->put_summary, id, wire::encode_stored(summary_of(*state))}.all();
}

std::expected<Version, CommitError> SqliteTrajectories::append(const TrajectoryId& id, Version seen,
                                                               const TrajectoryCommit& change) {
    Version version{};
    for (Run run{say_->version, id}; run.row();) version = static_cast<Version>(run.number(0));
    if (version != seen) return std::unexpected(CommitError::conflict);
    for (const auto& event : change.events) {
        const auto stored = wire::encode_stored(event);
        Run{say_->add_event, id, ++version, stored.body}.all();
        if (!stored.personal.empty())
            Run{say_->add_person, id, version, std::get<trajectory::EntrySet>(event.what).id.value, stored.personal}.all();
        if (const auto* erased = std::get_if<trajectory::EntryErased>(&event.what)) {
            Run{say_->erase_person, id, erased->id.value}.all();
            Run{say_->erase_picture, id, erased->id.value}.all();
        }
    }
    if (const auto* picture = change.picture.get())
        Run{say_->put_picture, id, std::get<trajectory::EntrySet>(change.events.front().what).id.value, picture->width, picture->height,
            Blob{picture->thumbnail}, Blob{picture->large}}.all();
    Run{say_->put_summary, id, wire::encode_stored(change.summary)}.all();
    return version;
}

std::expected<trajectory::Trajectory, LoadError> SqliteTrajectories::fold(const TrajectoryId& id, Version until, std::string& why,
                                                                          const std::function<void(const trajectory::Happened&)>& each) {
    trajectory::Trajectory folded;
    folded.id = id;
    for (Run run{say_->events, id}; run.row();) {
        const auto version = static_cast<Version>(run.number(0));
        if (version > until) break;
        auto happened = wire::read_stored(folded, version, run.text(1), run.is_null(2) ? std::string{} : run.text(2));
        if (!happened || version != folded.version + 1) {
            why = "trajectory " + id + ", event " + std::to_string(version) + ": " +
                  (happened ? "one before it is missing" : happened.error());
            return std::unexpected(LoadError::unavailable);
        }
        evolve(folded, *happened);
        each(*happened);
    }
    return folded;
}

std::expected<trajectory::Trajectory, LoadError> SqliteTrajectories::read(const TrajectoryId& id, Version until, std::string& why) {
    auto folded = fold(id, until, why, [](const auto&) {});
    if (!folded) return folded;
    if (folded->version == 0 || (until != newest && folded->version != until)) return std::unexpected(LoadError::not_found);
    return folded;
}

std::expected<std::vector<trajectory::Happened>, LoadError> SqliteTrajectories::events(const TrajectoryId& id, std::string& why) {
    std::vector<trajectory::Happened> events;
    const auto folded = fold(id, newest, why, [&](const trajectory::Happened& happened) { events.push_back(happened); });
    if (!folded) return std::unexpected(folded.error());
    return events;
}

void SqliteTrajectories::erase(const TrajectoryId& id) {
    for (auto& table : say_->erase) Run{table, id}.all();
}

}  // namespace kiemkring::store
