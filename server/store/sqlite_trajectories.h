// The tables of trajectories in the database of the store; used on the store thread, inside its transactions.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "store/trajectory_store.h"

namespace SQLite {
class Database;
}

namespace kiemkring::store {

class SqliteTrajectories {
public:
    explicit SqliteTrajectories(SQLite::Database& db);
    ~SqliteTrajectories();

    /// A summary that cannot be read is left out; `why` says which.
    std::vector<trajectory::Summary> summaries(std::string& why);
    /// Makes all of them anew out of the events. One whose events cannot be read stays what it is; `why` says which.
    void renew_summaries(std::string& why);
    std::expected<Version, CommitError> append(const TrajectoryId& id, Version seen, const TrajectoryCommit& change);
    /// As it was at this version, or at the newest. A row that cannot be read answers `unavailable`; `why` says which.
    std::expected<trajectory::Trajectory, LoadError> read(const TrajectoryId& id, Version until, std::string& why);
    /// The whole stream; likewise.
    std::expected<std::vector<trajectory::Happened>, LoadError> events(const TrajectoryId& id, std::string& why);
    void erase(const TrajectoryId& id);

private:
    /// Folds the stream up to a version. `each` sees every event.
    std::expected<trajectory::Trajectory, LoadError> fold(const TrajectoryId& id, Version until, std::string& why,
                                                          const std::function<void(const trajectory::Happened&)>& each);
    struct Statements;
    std::unique_ptr<Statements> say_;
};

}  // namespace kiemkring::store
