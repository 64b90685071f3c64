// The store of one machine: SQLite in a folder of its own, written by one thread for all sessions. What arrives during an
// fsync goes into the next transaction.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/random.h"
#include "store/account_store.h"
#include "store/event_store.h"
#include "store/trajectory_store.h"

namespace kiemkring::store {

/// A disk that fails stops the store: every later call answers `unavailable`, nothing is tried again before a restart. A full
/// disk does not: the calls of that moment answer `unavailable`, and writing goes on when there is space. A reserve of 4 MiB, given
/// up when the disk is full, lets the write-ahead log be moved into the database then; it is taken again when there is space for it.
class SqliteStore final : public EventStore, public AccountStore, public TrajectoryStore {
public:
    /// Runs something on the live thread; called from both threads.
    using Post = std::function<void(std::move_only_function<void()>)>;
    /// Told once, on the live thread, why the store stopped.
    using Stopped = std::function<void(std::string why)>;
    /// Told on the live thread that the disk is full, and that there is space again.
    using Full = std::function<void(bool is_full)>;

    /// Creates `folder` (mode 0700) and the database when they are not there, with an epoch out of `random`. The error is a
    /// sentence for whoever starts the server: in use by another server, newer schema, damaged, not writable.
    static std::expected<std::unique_ptr<SqliteStore>, std::string> open(const std::filesystem::path& folder,
                                                                         base::Random& random, Post post,
                                                                         Stopped stopped = {}, Full full = {});
    /// Writes what is queued, posts the `done`s, and leaves an empty write-ahead log.
    ~SqliteStore() override;

    void commit(const SessionId& session, Version seen, Commit turn,
                Done<std::expected<Version, CommitError>> done) override;
    void load(const SessionId& session, Done<std::expected<StoredSession, LoadError>> done) override;
    void load_picture(const SessionId& session, domain::PictureId picture, PictureSize size,
                      Done<std::expected<std::string, LoadError>> done) override;
    void load_trajectory_pictures(const TrajectoryId& id, Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) override;
    void load_trajectory_picture(const TrajectoryId& id, trajectory::EntryId entry, PictureSize size,
                                 Done<std::expected<std::string, LoadError>> done) override;
    void load_pictures(const SessionId& session,
                       Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) override;
    void remove(const SessionId& session, Done<std::expected<void, CommitError>> done) override;

    /// Writes everything that is committed by then into `file`, which must not exist, while writing goes on. The error is a
    /// sentence; then there is no file.
    void backup(std::filesystem::path file, domain::Time made_at, Done<std::expected<void, std::string>> done);

    Accounts read_accounts() override;
    void put_organiser(Organiser organiser, Written done) override;
    void put_login(Login login, Written done) override;
    void remove_login(std::string token_hash, Written done) override;
    void put_paired(Paired paired, Written done) override;
    void set_setup_secret(std::string hash, Written done) override;
    void put_template(OwnTemplate own, Written done) override;
    void remove_template(std::string id, Written done) override;
    void put_document(Document document, Written done) override;
    void note_report(const std::string& of, ReportMade made, Done<std::expected<std::uint32_t, CommitError>> done) override;
    void load_reports(const std::string& of, Done<std::expected<std::vector<ReportMade>, LoadError>> done) override;

    std::vector<trajectory::Summary> read_trajectories() override;
    void commit_trajectory(const TrajectoryId& id, Version seen, TrajectoryCommit change,
                Done<std::expected<Version, CommitError>> done) override;
    void load_trajectory(const TrajectoryId& id, Done<std::expected<trajectory::Trajectory, LoadError>> done) override;
    void load_trajectory_at(const TrajectoryId& id, Version version,
                            Done<std::expected<trajectory::Trajectory, LoadError>> done) override;
    void load_trajectory_events(const TrajectoryId& id, Done<std::expected<std::vector<trajectory::Happened>, LoadError>> done) override;
    void remove_trajectory(const TrajectoryId& id, Done<std::expected<void, CommitError>> done) override;

private:
    class Writer;
    explicit SqliteStore(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> writer_;
};

}  // namespace kiemkring::store
