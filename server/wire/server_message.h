// What the server sends over the WebSocket, to text; and back, for clients in C++ (simulated phones, rehearsal, load).
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "domain/refusal.h"
#include "domain/session/record.h"

namespace kiemkring::wire {

enum class Mode { snapshot, delta };

struct Welcome {
    Mode mode{};
    std::string epoch, role;
    std::optional<std::uint32_t> person;  ///< empty: not sent
    std::optional<std::string> device;    ///< of a facilitator
    std::uint64_t next_n{};
    base::Time now{};
    std::string public_url;
    bool operator==(const Welcome&) const = default;
};

/// A record with its type, as it stands in `put`.
[[nodiscard]] std::string encode_record(const domain::Record& record);
/// `type/id`; that of `me` is "me/0", whoever it is about.
[[nodiscard]] std::string record_key(domain::RecordKey key);

[[nodiscard]] std::string encode_welcome(const Welcome& welcome);
/// `put` holds texts of encode_record, which are only joined; `gone` holds keys of record_key.
[[nodiscard]] std::string encode_changes(std::string_view audience, domain::Version from, domain::Version to,
                                         base::Time now, std::span<const std::string_view> put,
                                         std::span<const std::string> gone);
/// Says `id` unless it is 0.
[[nodiscard]] std::string encode_answer(std::uint64_t n, std::uint32_t made_id);
/// Says `passing` for the reasons that are, and details when there are any.
[[nodiscard]] std::string encode_refusal(std::uint64_t n, const domain::Refusal& refusal);
/// Ideas that look alike.
struct Suggestion {
    std::vector<domain::IdeaId> ideas;
    domain::GroupId group;           ///< that they would fit; 0: a new one
    std::vector<std::string> words;  ///< what they share
    bool operator==(const Suggestion&) const = default;
};
[[nodiscard]] std::string encode_suggestions(const std::vector<Suggestion>& suggestions);
[[nodiscard]] std::string encode_hint(domain::IdeaId idea, const std::vector<domain::IdeaId>& like);
[[nodiscard]] std::string encode_presence(std::span<const std::uint32_t> connected, std::uint32_t facilitators);
struct KnockView {
    std::uint32_t id{};
    std::string name;
    bool operator==(const KnockView&) const = default;
};
/// Whom a facilitator turned away, and when: they may be let in after all.
struct TurnedAwayView {
    std::uint32_t id{};
    std::string name;
    base::Time at{};
    bool operator==(const TurnedAwayView&) const = default;
};
[[nodiscard]] std::string encode_knocks(std::span<const KnockView> waiting, std::span<const TurnedAwayView> turned_away);
[[nodiscard]] std::string encode_storage(bool full);
[[nodiscard]] std::string encode_away(bool away);
/// What a big screen plays back: a frame, and whether it goes on from there. No frame: the session itself.
struct ReplayShown {
    std::optional<std::uint32_t> frame;
    domain::Version version{};  ///< of the log that is played back
    bool playing{};
    bool operator==(const ReplayShown&) const = default;
};
[[nodiscard]] std::string encode_replay_shown(const ReplayShown& shown);
[[nodiscard]] std::string encode_beat(base::Time now);
[[nodiscard]] std::string encode_error(std::string_view code);

// --- the same, as a client reads it ---

struct Changes {
    std::string audience;
    domain::Version from{}, to{};
    base::Time now{};
    std::vector<domain::Record> put;
    std::vector<std::string> gone;
    bool operator==(const Changes&) const = default;
};

struct Answer {
    std::uint64_t n{};
    std::uint32_t made_id{};                  ///< 0: nothing was made
    std::optional<domain::Refusal> refusal;  ///< empty: it took effect
    bool operator==(const Answer&) const = default;
};

struct Presence {
    std::vector<std::uint32_t> connected;
    std::uint32_t facilitators{};
    bool operator==(const Presence&) const = default;
};

/// Who knocks on the locked door.
struct Knocks {
    std::vector<KnockView> waiting;
    std::vector<TurnedAwayView> turned_away;  ///< newest first
    bool operator==(const Knocks&) const = default;
};

/// Whether the disk of the server is full.
struct Storage {
    bool full{};
    bool operator==(const Storage&) const = default;
};

/// Whether no facilitator has been there for a while.
struct Away {
    bool away{};
    bool operator==(const Away&) const = default;
};

/// All of them, in place of those before.
struct Suggestions {
    std::vector<Suggestion> suggestions;
    bool operator==(const Suggestions&) const = default;
};

/// Shared ideas that look like one that was just written.
struct Hint {
    domain::IdeaId idea;
    std::vector<domain::IdeaId> like;
    bool operator==(const Hint&) const = default;
};

struct ServerBeat {
    base::Time now{};
    bool operator==(const ServerBeat&) const = default;
};

struct ServerError {
    std::string code;
    bool operator==(const ServerError&) const = default;
};

using ServerMessage =
    std::variant<Welcome, Changes, Answer, Presence, Knocks, Storage, Away, ReplayShown, Suggestions, Hint, ServerBeat, ServerError>;

/// As strict as the server is with clients; the error says where and why.
[[nodiscard]] std::expected<ServerMessage, std::string> read_server_message(std::string_view text);
/// One record of `put`, as encode_record gives it.
[[nodiscard]] std::expected<domain::Record, std::string> read_record(std::string_view text);
/// The key under which a client keeps the record.
[[nodiscard]] std::string record_key(const domain::Record& record);

}  // namespace kiemkring::wire
