// The durable memory of trajectories: one append-only stream of events each, a summary beside it, and what is personal in rows that
// can be erased. The same calling rules as EventStore.
#pragma once

#include <expected>
#include <limits>
#include <memory>
#include <vector>

#include "domain/trajectory/trajectory.h"
#include "store/event_store.h"

namespace kiemkring::store {

namespace trajectory = domain::trajectory;
using domain::trajectory::TrajectoryId;

/// What one command writes: all of it in one transaction, or nothing. Of an entry that is erased the personal rows go, in all versions,
/// and so does its picture.
struct TrajectoryCommit {
    std::vector<trajectory::Happened> events;  ///< at least one
    trajectory::Summary summary;
    std::shared_ptr<const domain::PictureBytes> picture;  ///< of the entry that the first event adds, when it comes with one
};

/// No version is later.
inline constexpr Version newest = std::numeric_limits<Version>::max();

class TrajectoryStore {
public:
    virtual ~TrajectoryStore() = default;

    /// The summaries of all, by their ids; read synchronously, for the start only.
    virtual std::vector<trajectory::Summary> read_trajectories() = 0;
    /// Adds to the stream. `seen` is the version decided on (0 creates it); any other answers `conflict`.
    virtual void commit_trajectory(const TrajectoryId& id, Version seen, TrajectoryCommit change,
                        Done<std::expected<Version, CommitError>> done) = 0;
    /// Folds the whole stream.
    virtual void load_trajectory(const TrajectoryId& id, Done<std::expected<trajectory::Trajectory, LoadError>> done) = 0;
    /// Reads the picture of an entry; `not_found` when there is none, or not any more.
    virtual void load_trajectory_picture(const TrajectoryId& id, trajectory::EntryId entry, PictureSize size,
                                         Done<std::expected<std::string, LoadError>> done) = 0;
    /// All pictures of its entries, by their numbers.
    virtual void load_trajectory_pictures(const TrajectoryId& id, Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) = 0;
    /// As it was at an earlier version, without what was erased since; `not_found` when it is not that far.
    virtual void load_trajectory_at(const TrajectoryId& id, Version version,
                                    Done<std::expected<trajectory::Trajectory, LoadError>> done) = 0;
    /// The whole stream, without what was erased; nothing of one that is not there.
    virtual void load_trajectory_events(const TrajectoryId& id, Done<std::expected<std::vector<trajectory::Happened>, LoadError>> done) = 0;
    /// Erases it with everything that belongs to it.
    virtual void remove_trajectory(const TrajectoryId& id, Done<std::expected<void, CommitError>> done) = 0;
};

}  // namespace kiemkring::store
