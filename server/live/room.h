// One session while people are in it. Knows no sockets, no JSON and no store: its hub does what it asks for.
//
// A turn: decide everything that waits, write once, only then tell. While a turn is being written the state is ahead of
// the disk, so nobody is told anything and nothing else is decided.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "domain/catalogue/catalogue.h"
#include "live/answer_book.h"
#include "live/faults.h"
#include "live/hub.h"
#include "live/knocks.h"
#include "live/pin_tries.h"
#include "live/record_cache.h"
#include "similarity/suggestions.h"
#include "wire/server_message.h"

namespace kiemkring::live {

class Room;

[[nodiscard]] domain::Asker::Role role_of(Role role);

/// Of what people write there, where a text does not tell.
[[nodiscard]] similarity::Language language_of(const domain::Session& session);

/// What a room asks of the world. Nothing here calls back into the room before it returned.
class RoomHost {
public:
    virtual ~RoomHost() = default;
    /// Answered with Room::loaded.
    virtual void load(const Room& room) = 0;
    /// Answered with Room::committed.
    virtual void commit(const Room& room, domain::Version seen, store::Commit turn) = 0;
    /// Runs it on the live thread, after the call that is under way.
    virtual void post(Done<> what) = 0;
    /// Runs `work` beside the live thread, and what it returns in the room, if that is still the same. False, and neither is
    /// run, when too much waits.
    [[nodiscard]] virtual bool beside(const Room& room,
                                      std::move_only_function<std::move_only_function<void(Room&)>()> work) = 0;
    virtual void seat_given(const std::string& token_hash, const Holder& holder) = 0;
    /// A personal link (see link_hash) lets nobody in any more.
    virtual void link_used(const std::string& link_hash) = 0;
    virtual void summary_changed(const store::Summary& summary) = 0;
    /// The catalogue of now.
    [[nodiscard]] virtual const std::vector<domain::Concept>& concepts() = 0;
};

class Room {
public:
    using ConnectionId = Hub::ConnectionId;
    static constexpr std::size_t waiting_max = 1000;
    static constexpr base::Milliseconds idle_before_unload{60'000};
    static constexpr base::Milliseconds presence_waits{100};
    static constexpr base::Milliseconds away_after{30'000};  ///< a tablet that is opened again makes nobody wonder
    static constexpr base::Milliseconds retry_load_after{1'000};
    static constexpr base::Milliseconds suggesting_waits{1'000};

    struct World {
        const base::Clock& clock;
        base::Random& random;
        RoomHost& host;
        const std::string& epoch;
        const std::string& public_url;
        const bool& storage_full;  ///< nothing new is taken then
        Faults faults;
    };

    /// Who comes in, and with what.
    struct Entry {
        Holder holder;
        std::string token_hash, client, epoch;
        domain::Version have_audience{}, have_me{};
    };

    /// Asks for its stream at once.
    Room(domain::SessionId id, World world);

    void enter(ConnectionId id, Entry entry, Member& member);
    void command(ConnectionId id, std::uint64_t n, std::uint64_t content,
                 std::variant<domain::Command, domain::Refusal> wanted, domain::PersonId paper_seat = {});
    /// `invited`: nobody comes in yet, it is for a personal link.
    enum class WayIn { straight, knocking, invited };
    void join(domain::Join join, WayIn way, Done<std::expected<Joined, JoinError>> done);
    /// `link`: whose personal link it is, a way through a locked door; else 0.
    void invitation(domain::PersonId link, Done<std::expected<Invitation, StoreTrouble>> done);
    /// With what is on disk, or nothing. Not after the call has returned.
    void look(Done<const domain::Session*> done);
    void add_picture(Holder from, domain::Upload upload, std::shared_ptr<const domain::PictureBytes> bytes,
                     Done<std::expected<domain::PictureId, domain::Refusal>> done);
    /// Another date, which was checked, until which the session is kept.
    void keep_until(std::string date, Done<std::expected<void, StoreTrouble>> done);
    void ask(Wish wish, Done<std::expected<void, domain::Refusal>> done);
    /// It goes on after its end; nothing for one that has not ended.
    void reopen(Done<std::expected<void, StoreTrouble>> done);
    void leave(ConnectionId id);
    /// Does what is due.
    void tick();
    /// What the big screens play back, also those that come later; until another round begins.
    void show_replay(const wire::ReplayShown& shown);
    /// The disk is full now, or no longer.
    void storage_changed();

    void loaded(std::expected<store::StoredSession, store::LoadError> stored);
    void committed(std::expected<domain::Version, store::CommitError> result);

    /// Closes every connection, and refuses joins that wait. For the end: nothing may be asked of the room afterwards.
    void shut(std::uint16_t code, const std::string& reason);

    [[nodiscard]] const domain::SessionId& id() const { return id_; }
    /// When tick() wants to be called, if at all.
    [[nodiscard]] std::optional<base::Time> wake_at() const;
    /// Nobody is here, nothing is under way, and that for a while.
    [[nodiscard]] bool may_be_unloaded() const;
    /// Something that was asked waits for its turn, or for the disk.
    [[nodiscard]] bool is_busy() const { return phase_ == Phase::writing || (phase_ == Phase::resting && !waiting_.empty()); }
    /// Somebody is here.
    [[nodiscard]] bool has_people() const { return !connections_.empty(); }
    /// Its stream is not there (any more).
    [[nodiscard]] bool is_lost() const { return phase_ == Phase::lost; }

private:
    enum class Phase { loading, resting, writing, waiting_to_load, lost };

    struct Connection {
        // First what every change looks at, in one line of the processor's cache.
        Member* member{};
        Role role{};
        bool entered{};  ///< was welcomed: hears of changes
        unsigned of_another_role{};  ///< commands
        domain::PersonId seat;       ///< it was welcomed as
        Entry entry;
    };
    struct WaitingCommand {
        ConnectionId from{};
        domain::Asker asker;
        std::string client;
        std::uint64_t n{}, content{};
        std::variant<domain::Command, domain::Refusal> wanted;  ///< or why it could not be read
    };
    struct WaitingJoin {
        domain::Join join;
        WayIn way{};
        Done<std::expected<Joined, JoinError>> done;
    };
    using PictureResult = std::expected<domain::PictureId, domain::Refusal>;
    struct WaitingPicture {
        domain::Asker asker;
        domain::Upload upload;
        std::shared_ptr<const domain::PictureBytes> bytes;
        Done<PictureResult> done;
    };
    using DeskResult = std::expected<void, StoreTrouble>;
    struct KeepUntil { std::string date; };
    struct Reopen {};
    /// What a desk asks.
    struct WaitingDesk {
        std::variant<KeepUntil, Reopen> what;
        Done<DeskResult> done;
    };
    using WishResult = std::expected<void, domain::Refusal>;
    struct WaitingWish {
        Wish wish;
        Done<WishResult> done;
    };
    using Waiting = std::variant<WaitingCommand, WaitingJoin, WaitingPicture, WaitingDesk, WaitingWish>;

    /// What a command or a join is told once the turn is on disk.
    struct Reply {
        ConnectionId to{};
        std::uint64_t n{};
        std::uint32_t made_id{};
        std::optional<domain::Refusal> refusal;
        bool of_another_role{};
    };
    using JoinResult = std::expected<Joined, JoinError>;
    struct Turn {
        store::Commit commit;
        domain::Version seen{};
        std::vector<Waiting> asked;  ///< kept to be decided again after a conflict
        std::vector<std::variant<Reply, JoinResult, PictureResult, DeskResult, WishResult>> replies;  ///< one for each that asked
        std::vector<std::pair<std::string, domain::PersonId>> seats;
        std::vector<std::string> used_links;
        std::vector<domain::RecordKey> touched;
        std::vector<domain::IdeaId> written;  ///< by participants
    };

    // room.cpp
    void settle();
    void reload();
    void refuse_waiting(std::vector<Waiting> waiting);
    void close(std::map<ConnectionId, Connection>::iterator connection, std::uint16_t code, const std::string& reason);
    [[nodiscard]] Invitation describe(domain::PersonId link) const;
    [[nodiscard]] bool is_removed(domain::PersonId person) const;
    /// Nobody is here, and nothing will happen by itself.
    [[nodiscard]] bool is_left_alone() const;

    // room_turn.cpp
    void start_turn();
    void decide_deadlines(Turn& turn);
    Reply decide_command(Turn& turn, const WaitingCommand& asked);
    std::expected<std::uint32_t, domain::Refusal> decide_wanted(Turn& turn, const WaitingCommand& asked);
    JoinResult decide_join(Turn& turn, const domain::Join& join, WayIn way);
    JoinResult knock(const domain::Join& join);
    /// Lets somebody in who knocked, or does not.
    std::expected<std::uint32_t, domain::Refusal> answer(Turn& turn, const domain::AnswerKnock& answer, bool facilitated);
    Joined seat(Turn& turn, const domain::Join& join, domain::Change change, const std::string& op, bool facilitated);
    PictureResult decide_picture(Turn& turn, const WaitingPicture& arrived);
    DeskResult decide_desk(Turn& turn, const WaitingDesk& asked);
    void wait(WaitingDesk asked);
    WishResult decide_wish(Turn& turn, const Wish& wish);
    std::uint32_t apply(Turn& turn, domain::Change change, const std::string& op, bool facilitated);
    /// Answers whoever asked, then tells everybody what changed.
    void tell(Turn& turn);

    // room_tell.cpp
    void welcome(ConnectionId id, Connection& connection);
    void tell_changes(std::vector<domain::RecordKey> touched);
    void tell_person(domain::PersonId person, const std::vector<domain::RecordKey>& touched);
    void tell_everything_that_changed();
    void tell_presence();
    void tell_knocks();
    /// Closes what is another seat than it was welcomed as: it comes back as that one.
    void dismiss_moved();
    void dismiss_removed();
    void presence_changed();
    /// Phones are told when no facilitator was there for a while, and when one is back.
    void miss_facilitators(std::uint32_t here);
    void tell_away(bool away);
    RecordCache& cache_of(domain::Audience audience);
    RecordCache& cache_of(domain::PersonId person);
    [[nodiscard]] domain::PersonId seat_of(const Connection& connection) const { return session_.seat_of(connection.entry.holder.person); }
    void send_missing(Member& member, std::string_view audience, const RecordCache& cache, domain::Version have);
    void send_reply(const Reply& reply);

    // room_suggest.cpp
    static bool hears_suggestions(const Connection& connection);
    void suggest_soon();
    void suggest_after(const std::vector<domain::RecordKey>& touched);
    /// Not of what is not on disk, and one at a time.
    [[nodiscard]] bool may_suggest() const { return phase_ == Phase::resting && !is_suggesting_; }
    void start_suggesting();
    void suggested(std::vector<wire::Suggestion> found);
    void tell_suggestions(std::vector<wire::Suggestion> suggestions);

    // room_hint.cpp
    void start_hinting(std::vector<domain::IdeaId> written);
    void hint(domain::IdeaId idea, const std::vector<domain::IdeaId>& alike);

    domain::SessionId id_;
    World world_;
    Phase phase_ = Phase::loading;

    domain::Session session_;
    AnswerBook answers_;
    std::unordered_map<std::string, domain::PersonId> seats_;  ///< by token hash
    store::Summary summary_;

    std::map<ConnectionId, Connection> connections_;
    std::vector<Waiting> waiting_;
    Knocks knocks_;
    PinTries pin_tries_;
    struct Curious {
        domain::PersonId link;
        Done<std::expected<Invitation, StoreTrouble>> done;
    };
    std::vector<Curious> curious_;
    std::vector<Done<const domain::Session*>> looking_;
    Turn turn_;  ///< being decided or written
    unsigned conflicts_{};  ///< in a row

    std::array<std::optional<RecordCache>, 4> audiences_;
    std::map<domain::PersonId, RecordCache> people_;

    std::vector<wire::Suggestion> suggestions_;  ///< as they were told
    std::optional<similarity::Board> compared_;  ///< what they are about
    bool is_suggesting_{};                       ///< an answer will come

    std::optional<base::Time> presence_at_, away_at_, load_at_, suggest_at_;
    bool is_away_{};  ///< as phones were told
    wire::ReplayShown replay_;
    std::optional<domain::RoundId> replay_during_;  ///< the round of then; unknown before the room was loaded
    base::Time last_used_;
};

}  // namespace kiemkring::live
