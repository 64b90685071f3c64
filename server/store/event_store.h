// The durable memory of the server: one append-only stream of events per session, and the erasable rows beside it.
// Implementations: SqliteStore, MemoryEventStore (tests). tests/store holds both to what is promised here.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/refusal.h"
#include "domain/session/event.h"

namespace kiemkring::store {

using domain::SessionId;
using domain::Version;

/// The final answer to a command, kept under (session, client, n).
struct StoredAnswer {
    std::string client;      ///< 32 hex digits
    std::uint64_t n{};
    std::uint64_t content{};  ///< hash of op and args, to know a reused number; 0: forgotten, for it tells a vote
    std::uint32_t made_id{};  ///< id of what was made, else 0
    std::optional<domain::Refusal> refusal;  ///< empty: it took effect
    bool operator==(const StoredAnswer&) const = default;
};

/// What the lists of sessions show; written in the transaction of the turn that changed it.
struct Summary {
    SessionId id;
    std::uint32_t organiser{};  ///< account that owns it
    std::string title, place, language, retained_until, code, secret;
    domain::Time created_at{};
    domain::SessionStatus status{};
    std::uint32_t people{}, ideas{};
    domain::RoundKind current{};
    Version version{};
    SessionId rehearsal_of;  ///< empty for a real session
    bool operator==(const Summary&) const = default;
};

/// Everything one turn of a room writes: all of it in one transaction, or nothing.
struct Commit {
    std::vector<domain::Happened> events;
    std::vector<StoredAnswer> answers;
    std::vector<domain::TextRow> texts;
    std::vector<domain::PersonRow> people;  ///< replaces the row of the same person
    std::vector<domain::BallotLink> links;
    bool erase_links{};       ///< of this session, before `links` are put; also forgets what its answers were answers to
    std::optional<Summary> summary;  ///< when something in it changed
    std::vector<domain::PictureRow> pictures;
    std::vector<domain::TextId> erased_texts;
    std::vector<domain::PictureId> erased_pictures;

    [[nodiscard]] bool empty() const { return events.empty() && answers.empty(); }
};

/// A whole session, as read back. Its pictures are read by themselves: a room needs none of them.
struct StoredSession {
    std::vector<domain::Happened> events;
    std::vector<StoredAnswer> answers;
    std::vector<domain::TextRow> texts;
    std::vector<domain::PersonRow> people;
    std::vector<domain::BallotLink> links;
    std::vector<domain::PictureRow> pictures;  ///< of an export alone
    std::optional<Summary> summary;
};

enum class PictureSize { thumbnail, large };

enum class CommitError {
    conflict,     ///< somebody else appended first; nothing of ours was written: read on, decide again
    unavailable,  ///< no answer; ours may have been written or not: drop the room and reopen it
};

enum class LoadError { not_found, unavailable };

template <class... Args>
using Done = std::move_only_function<void(Args...)>;

/// All calls come from the live thread and return at once. Every `done` runs exactly once, on the live thread, never
/// before the call has returned.
class EventStore {
public:
    virtual ~EventStore() = default;

    /// Adds a turn to the stream. `seen` is the version the caller decided on (0 creates the stream); a stream that has
    /// grown past it, or was removed, answers `conflict`. The first commit of a stream has events. Success carries the new
    /// version and means the commit survives a power cut.
    virtual void commit(const SessionId& session, Version seen, Commit turn,
                        Done<std::expected<Version, CommitError>> done) = 0;

    /// Reads the whole session.
    virtual void load(const SessionId& session, Done<std::expected<StoredSession, LoadError>> done) = 0;

    /// Reads one picture; `not_found` when there is none, or not any more.
    virtual void load_picture(const SessionId& session, domain::PictureId picture, PictureSize size,
                              Done<std::expected<std::string, LoadError>> done) = 0;
    /// Reads all pictures of a session, by their ids.
    virtual void load_pictures(const SessionId& session,
                               Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) = 0;

    /// Erases the session with everything that belongs to it.
    virtual void remove(const SessionId& session, Done<std::expected<void, CommitError>> done) = 0;
};

}  // namespace kiemkring::store
