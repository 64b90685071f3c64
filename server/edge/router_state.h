// The inside of the router, shared by the files that hold its routes.
#pragma once

#include <array>
#include <map>
#include <optional>

#include "domain/brand.h"
#include "domain/catalogue/catalogue.h"
#include "domain/session/templates.h"
#include "domain/trajectory/approach.h"
#include "edge/code_gate.h"
#include "edge/exports.h"
#include "edge/parsed_templates.h"
#include "edge/report_work.h"
#include "edge/router.h"
#include "edge/uploads.h"
#include "pictures/decoder.h"
#include "pictures/slow_work.h"
#include "wire/http_bodies.h"
#include "edge/report_making.h"
#include "wire/trajectory.h"

namespace kiemkring::edge {

/// Who asks. At most one of organiser and holder is set for a route to look at; the command line on the unix socket is both.
struct Asking {
    const store::Organiser* organiser{};
    std::optional<live::Holder> holder;
    bool local_admin{};
    [[nodiscard]] bool is_nobody() const { return !organiser && !holder && !local_admin; }
};

/// A whole number in a head, a path or a query, of at most 15 digits; nothing for anything else.
[[nodiscard]] std::optional<std::uint64_t> number_in(std::string_view text);

/// An upload whose sender waits for an answer, and what is done with the picture that comes of it.
struct UploadUnderWay {
    Uploads::Name name;
    bool is_plan{}, is_logo{};
    unsigned page{1};
    Reply reply;
    std::move_only_function<void(std::shared_ptr<const domain::PictureBytes> picture, Reply reply)> keep;
};

/// What somebody wants of a session, and by what they ask how far it is.
struct WantedExport {
    domain::SessionId session;
    ExportChoice choice;
    std::string work;
    std::stop_token left;
    std::uint32_t organiser{};
};
/// The same of a report, and of what.
struct WantedReport {
    std::string of;
    std::uint32_t organiser{};  ///< 0: a tablet, or the command line
    bool only_looks{};
    std::string work;
    std::stop_token left;
};

/// Of the id of a trajectory in a path.
inline constexpr std::size_t trajectory_id_digits = 16;
[[nodiscard]] std::string trajectory_in(std::string_view path);

/// People behind one address may be a whole street; a machine is not one.
inline constexpr std::size_t neighbours_per_address_minute = 5, neighbours_per_minute = 60;

struct Router::State {
    State(const Settings& the_settings, live::Hub& the_hub, live::Trajectories& the_trajectories, const base::Clock& the_clock,
          OwnNames& the_names, Passphrases& the_passphrases, OnLiveThread live_thread)
        : settings{the_settings},
          hub{the_hub},
          trajectories{the_trajectories},
          clock{the_clock},
          names{the_names},
          passphrases{the_passphrases},
          codes{the_settings.wrong_codes_per_address_minute, the_settings.wrong_codes_per_minute},
          log_ins{the_settings.log_ins_per_address_minute, 1'000},
          secrets{30, 1'000},
          links{60, 2'000},
          neighbours{neighbours_per_address_minute, neighbours_per_minute},
          on_live_thread{std::move(live_thread)} {}

    [[nodiscard]] Asking asking(const Request& request) const;
    /// Whose token stands in the head.
    [[nodiscard]] std::optional<live::Holder> holder_in(const RequestHead& head) const;
    /// Who is logged in at the desk.
    [[nodiscard]] const store::Organiser* organiser_in(const RequestHead& head) const;
    /// Whoever deals with pictures: who holds a token, or an organiser for a session of their own, as its tablet does.
    [[nodiscard]] std::optional<live::Holder> holder_or_owner(const RequestHead& head, const std::string& session) const;
    /// Goes on with `act` unless the tablet that asks only watches: it is told so. Whoever asks from the desk drives nothing and may.
    void unless_it_watches(const Asking& who, const domain::SessionId& session, Reply reply, std::move_only_function<void(Reply)> act);
    /// Whether the browser reaches us by TLS, so that the cookie may say Secure.
    [[nodiscard]] bool is_secure(const RequestHead& head, const Peer& peer) const;

    // people
    void invitation(Request request, Reply reply);
    void join(Request request, Reply reply);
    void knock(Request request, Reply reply);
    void results(Request request, Reply reply);
    void pair(Request request, Reply reply);
    void make_link(Request request, Reply reply);
    void setup(Request request, Reply reply);
    void log_in(Request request, Reply reply);
    void log_out(Request request, Reply reply);
    void organiser(Request request, Reply reply);

    // sessions
    void list_sessions(Request request, Reply reply);
    struct PlannedSession {
        domain::SessionInfo info;
        std::vector<domain::AgendaItem> rounds;
    };
    /// Nothing when its template is unknown, or it has more seats than there may be.
    [[nodiscard]] std::optional<PlannedSession> planned_session(const store::Organiser& organiser, const wire::NewSessionBody& body);
    void create_session(Request request, Reply reply);
    void delete_session(Request request, Reply reply);
    void set_retention(Request request, Reply reply);
    // preparation
    void preparation(Request request, Reply reply);
    void set_wifi(Request request, Reply reply);
    void add_ideas(Request request, Reply reply);
    /// Says it as the tablet that drives would; only to who owns the session.
    void prepare(const Asking& who, const domain::SessionId& session, live::Wish wish, Reply reply);

    void reopen_session(Request request, Reply reply);
    void make_pairing(Request request, Reply reply);
    void export_session(Request request, Reply reply);
    void export_with(WantedExport wanted, std::shared_ptr<const domain::trajectory::Trajectory> dossier, Reply reply);
    void export_progress(Request request, Reply reply);
    void import_session(Request request, Reply reply);
    void renew(std::uint32_t owner, store::StoredSession session, bool takes_the_place, Reply reply);
    void adopt(std::uint32_t owner, std::expected<store::StoredSession, std::string> session, std::string until, Reply reply);

    // templates
    void templates(Request request, Reply reply);
    void concepts(Request request, Reply reply);
    void check_template(Request request, Reply reply);
    void add_template(Request request, Reply reply);
    void save_template(Request request, Reply reply);
    void remove_template(Request request, Reply reply);
    /// One that comes along, or one of the organiser's own.
    [[nodiscard]] std::optional<domain::Template> template_named(const store::Organiser& organiser, const std::string& id,
                                                                 const std::string& language);

    // documents
    void approach(Request request, Reply reply);
    void save_approach(Request request, Reply reply);
    void check_approach(Request request, Reply reply);
    [[nodiscard]] domain::trajectory::Approach approach_now() const;
    void catalogue(Request request, Reply reply);
    void save_catalogue(Request request, Reply reply);
    void check_catalogue(Request request, Reply reply);
    void brand(Request request, Reply reply);
    void save_brand(Request request, Reply reply);
    void keep_brand(std::uint64_t seen, domain::Brand now, int status, Reply reply);
    void logo(Request request, Reply reply);

    // trajectories
    void list_trajectories(Request request, Reply reply);
    void create_trajectory(Request request, Reply reply);
    void import_trajectories(Request request, Reply reply);
    void export_dossiers(Request request, Reply reply);
    void import_dossier(Request request, Reply reply);
    void trajectory(Request request, Reply reply);
    void concept_matches(Request request, Reply reply);
    void look_back(std::string id, std::string_view version, Reply reply);
    void change_trajectory(Request request, Reply reply);
    void delete_trajectory(Request request, Reply reply);
    void export_dossier(Request request, Reply reply);
    void dossier_progress(Request request, Reply reply);
    void session_reports(Request request, Reply reply);
    void trajectory_reports(Request request, Reply reply);
    void start_next_round(Request request, Reply reply);
    void opening_calendar(Request request, Reply reply);
    void upkeep_calendar(Request request, Reply reply);
    void start_planned_session(Request request, Reply reply);
    void link_planned_session(Request request, Reply reply);
    void kept_words(Request request, Reply reply);
    void link_session(std::string trajectory, std::uint32_t organiser, domain::trajectory::LinkSession link, Reply reply);
    void invitation_calendar(Request request, Reply reply);

    // personal links
    void link(Request request, Reply reply);
    void answer_by_link(Request request, Reply reply);
    void calendar_feed(Request request, Reply reply);
    /// Counts one more of this address; an answer when it asked too often.
    [[nodiscard]] std::optional<Response> too_many_links(const std::string& address);
    [[nodiscard]] wire::Names organiser_names() const;

    // stories
    void story(Request request, Reply reply);
    void story_picture(Request request, Reply reply);
    void join_neighbours(Request request, Reply reply);

    // pictures
    void upload(Request request, Reply reply);
    void upload_of_trajectory(Request request, Reply reply);
    void upload_of_logo(Request request, Reply reply);
    void trajectory_picture(Request request, Reply reply);
    void send_picture(const domain::trajectory::TrajectoryId& id, std::uint32_t entry, std::string_view size, Reply reply);
    void add_piece(UploadUnderWay upload, Uploads::Piece piece);
    void picture(Request request, Reply reply);
    void plan(Request request, Reply reply);

    // rehearsal
    void start_rehearsal(Request request, Reply reply);
    void erase_rehearsal(Request request, Reply reply);

    // replay
    void replay(Request request, Reply reply);
    void show_replay(Request request, Reply reply);

    // keeping
    void backup(Request request, Reply reply);

    /// Runs `attempt` when this address may try a code; otherwise answers 429. A secret of a QR is always let through.
    void with_code(bool is_code, const std::string& address, Reply reply,
                   std::move_only_function<void(Reply reply, std::move_only_function<void(bool was_wrong)> outcome)> attempt);
    using WayIn = decltype(&live::Hub::join);
    void come_in(Request request, WayIn way, Reply reply);
    struct Making;
    /// Puts a report together aside, writes it aside, and remembers it unless it was only looked at or stopped.
    void make_report(WantedReport wanted, std::move_only_function<ReadyReport()> prepare, Reply reply);
    void list_reports(std::string of, Reply reply, std::move_only_function<std::size_t(domain::Version)> changes_since);
    void answer_progress(const Request& request, Reply reply);
    /// Makes the answer on the thread for slow work.
    void slowly(Reply reply, std::move_only_function<Response()> make);
    void give_cookie(std::uint32_t organiser, int status, std::string name, bool secure, Reply reply);

    const Settings& settings;
    live::Hub& hub;
    live::Trajectories& trajectories;
    const base::Clock& clock;
    OwnNames& names;
    Passphrases& passphrases;
    CodeGate codes;
    Failures log_ins, secrets, links;
    Failures neighbours;  ///< who wants to join in: each counts, whatever came of it
    OnLiveThread on_live_thread;
    std::map<std::string, std::string> places_coming;  ///< out of tables, by name: with which key, while they are made
    Uploads uploads;
    ParsedTemplates parsed_templates;
    pictures::SlowWork slow_work;  ///< near the end: what it is doing needs the others
    ReportWork report_work{on_live_thread};
};

/// One line of the table of routes. In a path, ID stands for the id of a session, KEY for 32 hex digits, N for a number.
struct Route {
    std::string_view method, path;
    void (Router::State::*answer)(Request, Reply);
    std::size_t body_bytes_max;
    bool takes_bytes{};  ///< and not JSON
};
[[nodiscard]] const Route* find_route(std::string_view method, std::string_view path);

/// Which trajectory a path of a story means.
[[nodiscard]] std::optional<std::string> story_in(std::string_view path);

/// The id in a path of a route with ID.
[[nodiscard]] std::string session_in(std::string_view path);

/// Owner and facilitator may look at a session; for everybody else it is as if there were none, but for those inside it, who
/// know better.
enum class Grip { full, none, not_found };
[[nodiscard]] Grip grip_of(const Asking& who, const store::Summary* summary);
/// What is answered to who may not; nothing to who may.
[[nodiscard]] std::optional<Response> lack_of(Grip grip, const Asking& who);
[[nodiscard]] Response no_such_session();

/// To be saved under the id, or to be looked at.
[[nodiscard]] Response file_response(ExportedFile file, const std::string& id, bool to_look_at);

/// 503 for a store that does not answer.
[[nodiscard]] Response unavailable();
/// The answer to a body that could not be read.
[[nodiscard]] Response bad_body(const std::string& error);
[[nodiscard]] Response too_many(std::string_view code, std::int64_t retry_after_s);
/// 401 for nobody, 403 for somebody else.
[[nodiscard]] Response not_for(const Asking& asking);

}  // namespace kiemkring::edge
