#include "edge/router.h"

#include <algorithm>
#include <charconv>

#include "edge/head.h"
#include "edge/pages.h"
#include "edge/router_state.h"

namespace kiemkring::edge {
namespace {

constexpr std::size_t body_max = 16 * 1024, desk_body_max = 64 * 1024, template_max = 128 * 1024, places_max = 1024 * 1024,
                      catalogue_max = 2 * 1024 * 1024,
                      dossier_max = 4 * 1024 * 1024, import_max = 128 * 1024 * 1024;
using State = Router::State;

const std::array routes{
    Route{"POST", "/api/invitation", &State::invitation, body_max},
    Route{"POST", "/api/join", &State::join, body_max},
    Route{"POST", "/api/knock", &State::knock, body_max},
    Route{"POST", "/api/results", &State::results, body_max},
    Route{"POST", "/api/pair", &State::pair, body_max},
    Route{"POST", "/api/setup", &State::setup, body_max},
    Route{"POST", "/api/login", &State::log_in, body_max},
    Route{"POST", "/api/logout", &State::log_out, body_max},
    Route{"GET", "/api/organiser", &State::organiser, body_max},
    Route{"GET", "/api/templates", &State::templates, body_max},
    Route{"GET", "/api/concepts", &State::concepts, body_max},
    Route{"POST", "/api/templates", &State::add_template, template_max},
    Route{"POST", "/api/templates/check", &State::check_template, template_max},
    Route{"POST", "/api/templates/ID", &State::save_template, template_max},
    Route{"DELETE", "/api/templates/ID", &State::remove_template, body_max},
    Route{"GET", "/api/sessions", &State::list_sessions, body_max},
    Route{"POST", "/api/sessions", &State::create_session, body_max},
    Route{"DELETE", "/api/sessions/ID", &State::delete_session, body_max},
    Route{"POST", "/api/sessions/ID/retention", &State::set_retention, body_max},
    Route{"GET", "/api/sessions/ID/preparation", &State::preparation, body_max},
    Route{"POST", "/api/sessions/ID/wifi", &State::set_wifi, body_max},
    Route{"POST", "/api/sessions/ID/ideas", &State::add_ideas, desk_body_max},
    Route{"POST", "/api/sessions/ID/reopen", &State::reopen_session, body_max},
    Route{"POST", "/api/sessions/ID/pairing", &State::make_pairing, body_max},
    Route{"POST", "/api/sessions/ID/link", &State::make_link, body_max},
    Route{"POST", "/api/sessions/ID/rehearsal", &State::start_rehearsal, body_max},
    Route{"DELETE", "/api/sessions/ID/rehearsal", &State::erase_rehearsal, body_max},
    Route{"GET", "/api/sessions/ID/replay", &State::replay, body_max},
    Route{"POST", "/api/sessions/ID/replay", &State::show_replay, body_max},
    Route{"GET", "/api/sessions/ID/export", &State::export_session, body_max},
    Route{"GET", "/api/sessions/ID/export/progress", &State::export_progress, body_max},
    Route{"GET", "/api/sessions/ID/reports", &State::session_reports, body_max},
    Route{"POST", "/api/sessions/import", &State::import_session, import_max},
    Route{"GET", "/api/sessions/ID/plan", &State::plan, body_max},
    Route{"GET", "/api/approach", &State::approach, body_max},
    Route{"POST", "/api/approach", &State::save_approach, template_max},
    Route{"POST", "/api/approach/check", &State::check_approach, template_max},
    Route{"GET", "/api/catalogue", &State::catalogue, body_max},
    Route{"POST", "/api/catalogue", &State::save_catalogue, catalogue_max},
    Route{"POST", "/api/catalogue/check", &State::check_catalogue, catalogue_max},
    Route{"GET", "/api/brand", &State::brand, body_max},
    Route{"POST", "/api/brand", &State::save_brand, body_max},
    Route{"GET", "/api/brand/logo", &State::logo, body_max},
    Route{"GET", "/api/trajectories", &State::list_trajectories, body_max},
    Route{"POST", "/api/trajectories", &State::create_trajectory, body_max},
    Route{"POST", "/api/trajectories/import", &State::import_trajectories, places_max},
    Route{"POST", "/api/trajectories/dossiers", &State::export_dossiers, body_max},
    Route{"POST", "/api/trajectories/dossiers/import", &State::import_dossier, dossier_max},
    Route{"GET", "/api/trajectories/ID", &State::trajectory, body_max},
    Route{"POST", "/api/trajectories/ID", &State::change_trajectory, desk_body_max},
    Route{"GET", "/api/trajectories/ID/matches", &State::concept_matches, body_max},
    Route{"DELETE", "/api/trajectories/ID", &State::delete_trajectory, body_max},
    Route{"POST", "/api/trajectories/ID/next", &State::start_next_round, body_max},
    Route{"GET", "/api/trajectories/ID/opening.ics", &State::opening_calendar, body_max},
    Route{"GET", "/api/trajectories/ID/upkeep.ics", &State::upkeep_calendar, body_max},
    Route{"GET", "/api/trajectories/ID/export", &State::export_dossier, body_max},
    Route{"GET", "/api/trajectories/ID/export/progress", &State::dossier_progress, body_max},
    Route{"GET", "/api/trajectories/ID/reports", &State::trajectory_reports, body_max},
    Route{"GET", "/api/trajectories/ID/pictures/N", &State::trajectory_picture, body_max},
    Route{"GET", "/api/stories/ID/pictures/N", &State::story_picture, body_max},
    Route{"POST", "/api/stories/ID/neighbours", &State::join_neighbours, body_max},
    Route{"POST", "/api/trajectories/ID/plans/N/start", &State::start_planned_session, body_max},
    Route{"POST", "/api/trajectories/ID/plans/N/link", &State::link_planned_session, body_max},
    Route{"GET", "/api/trajectories/ID/plans/N/kept", &State::kept_words, body_max},
    Route{"GET", "/api/trajectories/ID/plans/N/calendar", &State::invitation_calendar, body_max},
    Route{"POST", "/api/links", &State::link, body_max},
    Route{"POST", "/api/links/answer", &State::answer_by_link, body_max},
    Route{"GET", "/api/calendars/ID/KEY", &State::calendar_feed, body_max},
    Route{"POST", "/api/uploads/KEY", &State::upload, Uploads::upload_bytes_max, true},
    Route{"GET", "/api/pictures/N", &State::picture, body_max},
    Route{"POST", "/api/backup", &State::backup, body_max},
};

constexpr std::string_view sessions = "/api/sessions/";
constexpr std::size_t id_digits = 16;

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

/// Whether a part of a path is what stands for it in the table.
bool fits(std::string_view pattern, std::string_view part) {
    if (pattern == "ID") return part.size() == id_digits && std::ranges::all_of(part, is_hex_digit);
    if (pattern == "KEY") return part.size() == 32 && std::ranges::all_of(part, is_hex_digit);
    if (pattern == "N")
        return !part.empty() && part.size() <= 10 && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    return pattern == part;
}

bool matches(std::string_view pattern, std::string_view path) {
    for (;;) {
        const auto pattern_end = pattern.find('/'), path_end = path.find('/');
        if (!fits(pattern.substr(0, pattern_end), path.substr(0, path_end))) return false;
        if (pattern_end == std::string_view::npos || path_end == std::string_view::npos) return pattern_end == path_end;
        pattern.remove_prefix(pattern_end + 1);
        path.remove_prefix(path_end + 1);
    }
}

/// The methods a path answers to; empty when there is no such path.
std::string allowed_methods(std::string_view path) {
    std::string allowed;
    const auto add = [&](std::string_view method) { allowed += (allowed.empty() ? "" : ", ") + std::string{method}; };
    if (path == "/healthz" || is_page(path) || story_in(path)) add("GET"), add("HEAD");
    if (path == "/ws") add("GET");
    for (const auto& route : routes)
        if (matches(route.path, path)) {
            add(route.method);
            if (route.method == "GET") add("HEAD");
        }
    return allowed;
}

bool is_json(std::string_view content_type) {
    std::string type = lower_case(content_type.substr(0, content_type.find(';')));
    while (!type.empty() && type.back() == ' ') type.pop_back();
    return type == "application/json";
}

bool is_websocket_key(std::string_view key) {
    return key.size() == 24 && key.ends_with("==") && std::ranges::all_of(key.substr(0, 22), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
           });
}

Response bad_request(std::string_view code) { return error_response(400, code); }

std::string_view cookie(const RequestHead& head, std::string_view name) {
    std::string_view rest = head.field("cookie");
    while (!rest.empty()) {
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        const auto end = rest.find(';');
        const auto pair = rest.substr(0, end);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return {};
}

}  // namespace

const Route* find_route(std::string_view method, std::string_view path) {
    const auto found = std::ranges::find_if(
        routes, [&](const auto& route) { return route.method == method && matches(route.path, path); });
    return found == routes.end() ? nullptr : &*found;
}

std::string session_in(std::string_view path) { return std::string{path.substr(sessions.size(), id_digits)}; }

Response unavailable() {
    Response response = error_response(503, "unavailable");
    response.with("Retry-After", "2");
    return response;
}

Response bad_body(const std::string& error) { return error_response(error == "bad_json" ? 400 : 422, error); }

Response too_many(std::string_view code, std::int64_t retry_after_s) {
    Response response = error_response(429, code);
    response.with("Retry-After", std::to_string(retry_after_s));
    return response;
}

Response not_for(const Asking& asking) {
    return asking.is_nobody() ? error_response(401, "who_are_you") : error_response(403, "forbidden");
}

Router::Router(const Settings& settings, live::Hub& hub, live::Trajectories& trajectories, const base::Clock& clock,
               OwnNames& names, Passphrases& passphrases, OnLiveThread on_live_thread)
    : state_{std::make_unique<State>(settings, hub, trajectories, clock, names, passphrases, std::move(on_live_thread))} {}

Router::~Router() = default;

std::optional<Response> Router::refuse_early(const RequestHead& head, const Peer& peer) {
    if (!peer.local_admin && !state_->names.is_own_host(head.field("host"))) {
        Response response = error_response(421, "not_this_server");
        response.close = true;
        return response;
    }
    const bool never = head.method == "TRACE" || head.method == "CONNECT";
    std::string allowed = allowed_methods(head.path);
    if (allowed.empty() && !never) return error_response(404, "not_found");
    if (head.path == "/ws") return std::nullopt;  // refuse_upgrade() is about this one
    if (never || !(", " + allowed + ",").contains(", " + head.method + ",")) {
        Response response = error_response(405, "method_not_allowed");
        response.with("Allow", allowed.empty() ? "GET, HEAD, POST, DELETE" : allowed);
        return response;
    }
    if (peer.local_admin || head.method == "GET" || head.method == "HEAD") return std::nullopt;

    // A browser always says where a POST or DELETE comes from; what says nothing is no page.
    if (head.has("origin") && !state_->names.is_own_origin(head.field("origin"), head.field("host"), peer.https))
        return error_response(403, "foreign_origin");
    const auto site = head.field("sec-fetch-site");
    if (site == "cross-site" || site == "same-site") return error_response(403, "foreign_origin");
    if (head.method != "POST") return std::nullopt;
    if (const auto* route = find_route(head.method, head.path); route && route->takes_bytes)
        // Nobody's megabytes are read.
        return (head.has("upload-trajectory") || head.has("upload-logo")
                    ? state_->organiser_in(head) != nullptr
                    : state_->holder_or_owner(head, std::string{head.field("upload-session")}).has_value())
                   ? std::nullopt
                   : std::optional{error_response(401, "who_are_you")};
    if (!is_json(head.field("content-type"))) return error_response(415, "not_json");
    return std::nullopt;
}

std::vector<std::string> Router::routes() {
    std::vector<std::string> all;
    for (const auto& route : edge::routes) all.push_back(std::string{route.method} + ' ' + std::string{route.path});
    return all;
}

std::size_t Router::body_bytes_max(const RequestHead& head) {
    const auto* route = find_route(head.method, head.path);
    return route ? route->body_bytes_max : body_max;
}

std::optional<Response> Router::refuse_upgrade(const RequestHead& head, const Peer& peer) {
    if (head.method != "GET" || !head.http_1_1) return bad_request("bad_upgrade");
    if (("&" + head.query).contains("&token")) return bad_request("token_in_url");
    if (!head.has_token("upgrade", "websocket") || !head.has_token("connection", "upgrade")) {
        Response response = error_response(426, "upgrade_required");
        response.with("Upgrade", "websocket");
        return response;
    }
    if (!is_websocket_key(head.field("sec-websocket-key"))) return bad_request("bad_key");
    if (head.field("sec-websocket-version") != "13") {
        Response response = error_response(426, "bad_version");
        response.with("Sec-WebSocket-Version", "13");
        return response;
    }
    if (body_length(head) != 0) return bad_request("bad_upgrade");
    if (!state_->names.is_own_origin(head.field("origin"), head.field("host"), peer.https))
        return error_response(403, "foreign_origin");
    return std::nullopt;
}

void Router::handle(Request request, Reply reply) {
    if (request.head.path == "/healthz") return reply(json_response(200, R"({"status":"ok"})"));
    if (auto found = page(request.head)) return reply(std::move(*found));
    if (story_in(request.head.path)) return state_->story(std::move(request), std::move(reply));
    const std::string_view method = request.head.method == "HEAD" ? "GET" : std::string_view{request.head.method};
    const auto* route = find_route(method, request.head.path);
    if (!route) return reply(error_response(404, "not_found"));
    (state_.get()->*route->answer)(std::move(request), std::move(reply));
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || text.size() > 15 || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return {};
    return number;
}

Asking Router::State::asking(const Request& request) const {
    Asking asking;
    asking.local_admin = request.peer.local_admin;
    asking.organiser = organiser_in(request.head);
    asking.holder = holder_in(request.head);
    return asking;
}

std::optional<live::Holder> Router::State::holder_in(const RequestHead& head) const {
    const auto authorization = head.field("authorization");
    if (authorization.size() <= 7 || lower_case(authorization.substr(0, 7)) != "bearer ") return std::nullopt;
    return hub.holder(authorization.substr(7));
}

const store::Organiser* Router::State::organiser_in(const RequestHead& head) const {
    const auto token = cookie(head, "kiemkring");
    return token.empty() ? nullptr : hub.organiser_by_login(token);
}

std::optional<live::Holder> Router::State::holder_or_owner(const RequestHead& head, const std::string& session) const {
    if (auto holder = holder_in(head)) return holder;
    const auto* organiser = organiser_in(head);
    const auto* summary = organiser ? hub.summary(session) : nullptr;
    if (!summary || summary->organiser != organiser->id) return std::nullopt;
    return live::Holder{session, live::Role::facilitator, {}, {}};
}

void Router::State::slowly(Reply reply, std::move_only_function<Response()> make) {
    // The queue keeps what it is given only when it takes the work.
    auto kept = std::make_shared<Reply>(std::move(reply));
    const bool queued = slow_work.add([this, kept, make = std::move(make)]() mutable {
        on_live_thread([kept, response = make()]() mutable { (*kept)(std::move(response)); });
    });
    if (!queued) (*kept)(unavailable());
}

bool Router::State::is_secure(const RequestHead& head, const Peer& peer) const {
    if (peer.https) return true;
    return settings.public_origin && settings.public_origin->https &&
           names.is_own_origin("https://" + settings.public_origin->host, head.field("host"), false);
}

}  // namespace kiemkring::edge
