// The way in for the edge: finds or opens rooms, knows codes, seats, pairings and organisers. Lives on the live thread; knows no
// sockets, no HTTP and no JSON library. Every `done` runs on the live thread, never before the call returned.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/random.h"
#include "base/time.h"
#include "domain/catalogue/catalogue.h"
#include "domain/session/decide.h"
#include "live/aside.h"
#include "live/faults.h"
#include "live/member.h"
#include "live/newer_version.h"
#include "store/account_store.h"
#include "store/event_store.h"
#include "wire/server_message.h"

namespace kiemkring::live {

template <class... Args>
using Done = std::move_only_function<void(Args...)>;

/// What the desk asks of a session, as the tablet that drives would, once it has looked at it; or why it asks nothing.
using Wish = std::function<std::expected<domain::Command, domain::Refusal>(const domain::Session&)>;

/// What the machine offers a hub: run something at a time. Implemented with Asio in main, with virtual time in tests.
class Alarm {
public:
    virtual ~Alarm() = default;
    /// Calls `hub->tick()` at that time or soon after; replaces the earlier wish.
    virtual void wake_at(base::Time when) = 0;
};

enum class Role { participant, facilitator, screen, helper };

/// Who holds a token.
struct Holder {
    domain::SessionId session;
    Role role{};
    domain::PersonId person;
    std::string device;  ///< of a tablet that watches until it takes over, else empty
};

struct Invitation {
    domain::SessionId session;
    domain::SessionInfo info;
    std::string state;  ///< open, full, locked, ended
    bool is_rehearsal{};
    bool is_personal{};  ///< asked for with a personal link
    std::string name;    ///< of whom a personal link is, else empty
};

enum class JoinError { no_session, session_full, locked, ended, unavailable, waits_at_the_door, turned_away, too_many_knocks };
struct Joined { domain::SessionId session; domain::PersonId person; std::string name; bool again{}; };

struct Hello {
    std::string token, client, epoch;  ///< epoch may be empty
    std::uint64_t have_audience{}, have_me{};
};

enum class StoreTrouble { not_found, exists, unavailable, too_long, too_early };

/// What a session came to: the records that say so, as texts of wire::encode_record.
struct Results {
    domain::SessionId session;
    std::vector<std::string> records;
};

/// The document of the concepts.
inline const std::string catalogue_name{"catalogue"};

class Hub {
public:
    /// Reads the accounts. The stores run no `done` of this hub once it is gone: stop them first, or drain().
    Hub(store::EventStore& events, store::AccountStore& accounts, const base::Clock& clock, base::Random& random, Alarm& alarm,
        std::string public_url, Faults faults = {});
    ~Hub();

    /// Where ideas are compared; without one nothing is suggested. It must not run anything any more when the hub is gone.
    void use(Aside& aside);

    // --- participants ---
    /// By typed code (any case, spaces allowed) or by the secret of the QR. Unknown: not_found.
    void invitation(std::string code_or_secret, Done<std::expected<Invitation, StoreTrouble>> done);
    /// Durable before `done`. The same token again gets the seat it has (`again`).
    void join(std::string code_or_secret, domain::Join who_with_token_hash, Done<std::expected<Joined, JoinError>> done);
    /// The same, but at a locked door the facilitators are asked; repeat it until they have let somebody in, or not.
    void knock(std::string code_or_secret, domain::Join who_with_token_hash, Done<std::expected<Joined, JoinError>> done);

    /// What everybody sees of the result, from the close on, for whoever has the QR; `too_early` before. A typed code leads there only
    /// until the end.
    void results(std::string code_or_secret, Done<std::expected<Results, StoreTrouble>> done);

    /// A personal link (32 hex digits) that lets one person in: a way into `invitation` and `join` until it was used, also through
    /// a locked door. Only a hash of it is kept.
    struct PersonalLink { std::string secret, name; domain::PersonId person; };
    /// `into`: whose seat it is that another phone gets, else 0.
    void invite(domain::SessionId session, std::string name, domain::PersonId into, Done<std::expected<PersonalLink, JoinError>> done);

    // --- live connections ---
    /// Nobody when the token is unknown.
    [[nodiscard]] std::optional<Holder> holder(std::string_view token) const;
    /// Enters the room of the token's session. Sends welcome and changes when the room is loaded. The member must outlive the
    /// connection id. 0 when the token is unknown (say so and close with 4001).
    using ConnectionId = std::uint64_t;
    ConnectionId enter(Hello hello, Member& member);
    /// A decoded command, perhaps for a seat on paper. Wrong roles are refused as `forbidden` by the room. `content` is a hash over op and args.
    void command(ConnectionId connection, std::uint64_t n, std::uint64_t content, domain::Command command,
                 domain::PersonId paper_seat = {});
    /// A numbered command that could not be read: its refusal is its final answer.
    void refuse(ConnectionId connection, std::uint64_t n, std::uint64_t content, domain::Refusal why);
    /// The member is gone; nothing is sent to it any more.
    void leave(ConnectionId connection);
    /// Runs what is due; called by the alarm.
    void tick();

    // --- organisers (accounts are in memory; writes are durable before done) ---
    [[nodiscard]] bool setup_is_open(std::string_view secret) const;
    void setup(std::string secret, std::string name, std::string passphrase_hash, Done<std::expected<std::uint32_t, StoreTrouble>> done);
    [[nodiscard]] const store::Organiser* organiser_by_name(std::string_view name) const;
    [[nodiscard]] const std::map<std::uint32_t, store::Organiser>& organisers() const;
    [[nodiscard]] const store::Organiser* organiser_by_login(std::string_view token) const;
    /// Makes a log-in token (64 hex digits) that holds for 30 days.
    void log_in(std::uint32_t organiser, Done<std::expected<std::string, StoreTrouble>> done);
    void log_out(std::string token);

    // --- sessions ---
    [[nodiscard]] std::vector<store::Summary> sessions_of(std::uint32_t organiser) const;
    [[nodiscard]] const store::Summary* summary(const domain::SessionId& session) const;
    /// Gives the session an id, a code and a secret of its own.
    void create(std::uint32_t organiser, domain::SessionInfo info, std::vector<domain::AgendaItem> agenda,
                Done<std::expected<domain::SessionId, StoreTrouble>> done);
    /// The same under this id (16 hex digits), unless it is there: a repeat makes no second one. The site plan may be none.
    void create(domain::SessionId id, std::uint32_t organiser, domain::SessionInfo info, std::vector<domain::AgendaItem> agenda, std::optional<domain::Brought> brought,
                std::shared_ptr<const domain::PictureBytes> site_plan, Done<std::expected<domain::SessionId, StoreTrouble>> done);
    /// Gives a rehearsal of a session: a copy of its agenda and texts with a code of its own and nobody in it. There is one at a
    /// time; one that has ended makes room for the next. That of a rehearsal is itself.
    void rehearse(domain::SessionId of, Done<std::expected<domain::SessionId, StoreTrouble>> done);
    /// Closes its connections with 4010 and erases it, and its rehearsal with it.
    void remove(domain::SessionId session, Done<std::expected<void, StoreTrouble>> done);
    /// Those that nobody erased.
    void erase_rehearsals(base::Time made_before);
    /// Erases every session that was to be kept until a day before `today` (YYYY-MM-DD), and logs it. A meeting that goes on is left
    /// alone until everybody is gone; and any that has not ended, when the server has `just_started` and nobody can be back yet.
    void erase_kept_until(std::string_view today, bool just_started = false);
    /// Another date (YYYY-MM-DD, checked) until which a session is kept; also after its end.
    void keep_until(domain::SessionId session, std::string date, Done<std::expected<void, StoreTrouble>> done);
    /// Refuses `not_found` and `unavailable` too. The wish may be asked for more than once.
    void ask(domain::SessionId session, Wish wish, Done<std::expected<void, domain::Refusal>> done);
    /// A session that has ended goes on; nothing happens to one that has not.
    void reopen(domain::SessionId session, Done<std::expected<void, StoreTrouble>> done);
    /// The stored session as the export needs it, with its pictures (ballot links left out; an open vote's ballots left out).
    void read(domain::SessionId session, Done<std::expected<store::StoredSession, StoreTrouble>> done);
    /// Writes an imported session (version chain as given), under its own id; `exists` when that is taken. `kept_until`: another date
    /// than its own, until which it is kept here, or empty.
    void adopt(std::uint32_t organiser, store::StoredSession session, std::string kept_until,
               Done<std::expected<domain::SessionId, StoreTrouble>> done);

    /// A newer version of a session that is here: tells what is different, and with `write` also lets this stream go on as the file does,
    /// in one write. `exists`: it is somebody else's. Whoever is in it comes back to what is new.
    void renew(std::uint32_t organiser, store::StoredSession file, bool write,
               Done<std::expected<Difference, std::variant<NotNewer, StoreTrouble>>> done);

    // --- templates of an organiser; written through, durable before `done` ---
    /// Good until one is saved or removed.
    [[nodiscard]] std::vector<const store::OwnTemplate*> templates_of(std::uint32_t organiser) const;
    /// Null when there is none, or it is somebody else's.
    [[nodiscard]] const store::OwnTemplate* own_template(std::uint32_t organiser, const std::string& id) const;
    enum class TemplateTrouble { not_found, changed_meanwhile, too_many, unavailable };
    using TemplateSaved = std::expected<store::OwnTemplate, TemplateTrouble>;
    void add_template(std::uint32_t organiser, std::string body, Done<TemplateSaved> done);
    /// Only when nobody saved it since `seen`.
    void save_template(std::uint32_t organiser, std::string id, std::uint64_t seen, std::string body, Done<TemplateSaved> done);
    void remove_template(std::uint32_t organiser, std::string id, std::uint64_t seen, Done<std::expected<void, TemplateTrouble>> done);

    /// The catalogue of concepts as it is now.
    [[nodiscard]] const std::vector<domain::Concept>& concepts();

    // --- documents that all organisers share; written through, durable before `done` ---
    /// Null: nobody changed what comes along.
    [[nodiscard]] const store::Document* document(const std::string& name) const;
    /// Only when nobody saved it since `seen`; 0: what comes along. Refuses with `changed_meanwhile` or `unavailable`.
    void save_document(std::string name, std::uint64_t seen, std::string body, Done<std::expected<std::uint64_t, TemplateTrouble>> done);

    // --- reports of a session or trajectory, as they were made ---
    /// Gives the number of its content. Refuses with `not_found` or `unavailable`.
    void note_report(std::string of, store::ReportMade made, Done<std::expected<std::uint32_t, StoreTrouble>> done);
    /// The oldest first.
    void reports(std::string of, Done<std::expected<std::vector<store::ReportMade>, StoreTrouble>> done);

    // --- pictures ---
    /// Looks at a session when everything in it is on disk, perhaps at once; nothing when it cannot be had. `done` asks nothing of
    /// the hub.
    void look(domain::SessionId session, Done<const domain::Session*> done);
    /// Adds a decoded upload. `read_only` and `unavailable` besides the refusals of the domain.
    void add_picture(Holder from, domain::Upload upload, std::shared_ptr<const domain::PictureBytes> bytes,
                     Done<std::expected<domain::PictureId, domain::Refusal>> done);
    /// One that whoever asks may see: a photo they have a record of, or the plan. Everything else is `not_found`.
    void picture(Holder who, domain::PictureId picture, store::PictureSize size,
                 Done<std::expected<std::string, StoreTrouble>> done);
    // --- replay ---
    /// Of the log up to `version` (0: up to now) the outline, or everything in a frame and what changes in those that follow.
    struct ReplayWish {
        domain::Version version{};
        std::optional<std::size_t> frame;
    };
    /// What the big screen has shown, as JSON; `too_long` for more than anybody would play back.
    void replay(domain::SessionId session, ReplayWish wish, Done<std::expected<std::string, StoreTrouble>> done);
    /// Lets the big screens of a session play something back, or show the session again; they do that by themselves when another
    /// round begins.
    void show_replay(const domain::SessionId& session, wire::ReplayShown shown);

    // --- pairing ---
    /// A secret (32 hex digits) for one tablet, for one helper, or for big screens, good for 30 minutes; kept in memory only.
    struct PairingSecret { std::string secret; base::Time expires_at; };
    /// `standby`: a tablet that watches until it takes over.
    PairingSecret make_pairing(domain::SessionId session, Role role, bool standby = false);
    /// Lets the holder of the token in. A tablet that asks again, because the answer was lost, is let in again.
    struct Paired { Role role; domain::SessionId session; };
    void pair(std::string secret, std::string token_hash, Done<std::expected<Paired, StoreTrouble>> done);

    /// The disk is full, or has room again. Meanwhile every room refuses what is new with `read_only`, and shows what it has.
    void storage_full(bool is_full);
    [[nodiscard]] bool storage_is_full() const;

    /// Graceful stop: every connection is closed with 1012; `done` when the store has answered everything.
    void drain(Done<> done);

    [[nodiscard]] const std::string& public_url() const;
    /// How many rooms were dropped since the start because of a bug.
    [[nodiscard]] std::uint64_t broken_rooms() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-256 as 64 hex digits: how tokens and secrets are kept.
[[nodiscard]] std::string token_hash(std::string_view token);

}  // namespace kiemkring::live
