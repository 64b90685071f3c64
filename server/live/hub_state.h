// What a hub knows and keeps: shared by hub.cpp (rooms), hub_access.cpp and hub_sessions.cpp.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "base/log.h"
#include "live/replay.h"
#include "live/room.h"

namespace kiemkring::live {

/// The role under which the pairing of a tablet is kept that watches until it takes over.
inline constexpr const char* standby_role = "standby";
inline constexpr std::size_t device_digits = 16;
/// Under what a personal link is kept beside the hashes of tokens; no token has this hash.
[[nodiscard]] std::string link_hash(std::string_view secret);
/// Who a paired tablet, helper or big screen is, by the role that is kept of it.
[[nodiscard]] Holder paired_holder(domain::SessionId session, std::string_view role, std::string_view token_hash);

struct Hub::State final : RoomHost {
    State(store::EventStore& event_store, store::AccountStore& account_store, const base::Clock& wall,
          base::Random& dice, Alarm& wake_up, std::string url, Faults planted);

    // RoomHost
    void load(const Room& room) override;
    void commit(const Room& room, domain::Version seen, store::Commit turn) override;
    void post(Done<> what) override;
    bool beside(const Room& room, std::move_only_function<std::move_only_function<void(Room&)>()> work) override;
    void seat_given(const std::string& token_hash, const Holder& holder) override;
    void link_used(const std::string& link_hash) override;
    void summary_changed(const store::Summary& summary) override;
    const std::vector<domain::Concept>& concepts() override;

    struct OpenRoom {
        std::uint64_t serial{};  ///< tells a late answer of the store for an earlier room of this session
        std::unique_ptr<Room> room;
        std::optional<base::Time> wake;
        std::uint64_t turns{};  ///< that it gave to the store
    };
    OpenRoom& open(const domain::SessionId& id);
    /// Does something in a room. What a bug throws ends here: the room is dropped and counted.
    template <class What>
    void in_room(const domain::SessionId& id, std::uint64_t serial, What what);
    /// With its pictures, and all that is in an open vote.
    void read_whole(const domain::SessionId& session, Done<std::expected<store::StoredSession, StoreTrouble>> done);
    /// This, of a session that is there; else null, and `done` is told why.
    [[nodiscard]] State* known(const domain::SessionId& session, Done<std::expected<void, StoreTrouble>>& done);
    void drop(const domain::SessionId& id, std::uint16_t code, const std::string& reason);
    void set_wake(OpenRoom& open, std::optional<base::Time> when);
    void wake_alarm();
    void tick();
    void finish_draining();

    /// A callback for the store that is counted until it is answered.
    template <class Result>
    Done<Result> counted(std::type_identity_t<Done<Result>> done) {
        ++calls_open;
        return [this, done = std::move(done)](Result result) mutable {
            if (done) done(std::move(result));
            --calls_open;
            finish_draining();
        };
    }

    using Made = Done<std::expected<domain::SessionId, StoreTrouble>>;
    /// What a new session begins with is said once it has its code and secret.
    using Begin = std::function<domain::Change(domain::SessionInfo)>;
    void create(std::uint32_t organiser, domain::SessionInfo info, const Begin& begin, Made done, domain::SessionId id = {},
                std::vector<domain::PictureRow> pictures = {});
    void copy_for_rehearsal(const domain::SessionId& of, Made done);
    [[nodiscard]] const store::Summary* rehearsal_of(const domain::SessionId& of) const;

    void join(const std::string& code_or_secret, domain::Join who, bool knocks, Done<std::expected<Joined, JoinError>> done);
    /// The personal link that is not used yet and has this secret.
    [[nodiscard]] const Holder* link(const std::string& secret) const;
    void remember(const store::Summary& summary);
    void forget(const domain::SessionId& id);
    [[nodiscard]] std::optional<domain::SessionId> session_named(const std::string& code_or_secret) const;
    [[nodiscard]] std::string free_code();

    store::EventStore& events;
    store::AccountStore& accounts;
    const base::Clock& clock;
    base::Random& random;
    Alarm& alarm;
    Aside* aside{};  ///< none: nothing that would need it is done
    std::string public_url, epoch, setup_secret;
    Faults faults;

    std::map<domain::SessionId, OpenRoom> rooms;
    std::set<std::pair<base::Time, domain::SessionId>> wakes;
    std::unordered_map<ConnectionId, domain::SessionId> connections;
    std::deque<Done<>> posted;
    std::optional<base::Time> alarm_at;
    struct PlayedBack {
        Replay replay;
        domain::Version log{};  ///< its whole length
        base::Time used_at;
    };
    static constexpr std::size_t replays_max = 4;
    /// Only of logs that have not grown since they were read: what is erased is erased in a turn.
    std::map<domain::SessionId, PlayedBack> replays;
    PlayedBack& keep_replay(const domain::SessionId& id, store::StoredSession stored, domain::Version until);
    /// Another one says that the log may have grown meanwhile.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> turn_of(const domain::SessionId& id) const;

    std::uint64_t serials{}, connection_ids{}, broken{}, calls_open{};
    bool draining{}, setting_up{}, storage_full{};
    Done<> drained;

    std::map<domain::SessionId, store::Summary> summaries;
    std::unordered_map<std::string, domain::SessionId> by_code, by_secret;
    std::set<domain::SessionId> copying;      ///< for a rehearsal that is being made
    std::set<std::string> reserved_codes;  ///< of sessions that are being written
    std::unordered_map<std::string, Holder> holders;  ///< by token hash

    std::map<std::string, store::OwnTemplate> templates;
    std::set<std::string> templates_being_written;
    std::map<std::uint32_t, std::size_t> templates_being_added;  ///< by organiser
    /// Why this organiser may not change it now; nothing when it may.
    [[nodiscard]] std::optional<TemplateTrouble> trouble_with_template(std::uint32_t organiser, const std::string& id, std::uint64_t seen) const;
    void write_template(store::OwnTemplate own, Done<TemplateSaved> done);

    std::map<std::string, store::Document> documents;
    std::optional<std::pair<std::uint64_t, std::vector<domain::Concept>>> read_concepts;  ///< of which revision of the document
    std::set<std::string> documents_being_written;

    std::map<std::uint32_t, store::Organiser> organisers;
    std::unordered_map<std::string, store::Login> logins;  ///< by token hash
    struct Pairing {
        domain::SessionId session;
        Role role{};
        base::Time expires_at;
        bool standby{};
        std::string used_by;  ///< hash of the token; empty: nobody yet, or for big screens
    };
    static constexpr std::size_t pairings_max = 1000;
    std::unordered_map<std::string, Pairing> pairings;  ///< by hash of the secret
};

template <class What>
void Hub::State::in_room(const domain::SessionId& id, std::uint64_t serial, What what) {
    const auto found = rooms.find(id);
    if (found == rooms.end() || found->second.serial != serial) return;
    try {
        what(*found->second.room);
    } catch (const std::exception& bug) {
        ++broken;
        base::log("bug in the room of session {}: {}", id, bug.what());
        return drop(id, 1012, "restart");
    }
    if (found->second.room->may_be_unloaded()) return drop(id, 1012, "restart");
    set_wake(found->second, found->second.room->wake_at());
}

}  // namespace kiemkring::live
