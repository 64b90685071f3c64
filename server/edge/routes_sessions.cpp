// The desk: sessions made, listed, erased, exported, brought in; and the pairing of tablets and big screens.
#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/log.h"
#include "edge/brand.h"
#include "edge/exports.h"
#include "edge/router_state.h"
#include "wire/http_bodies.h"
#include "wire/text.h"

namespace kiemkring::edge {
namespace {

/// Whose the sessions are on the command line.
constexpr std::uint32_t first_organiser = 1;

std::string date_after(base::Time now, std::uint32_t days) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(now) + std::chrono::days{days}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// A day until which a session may be kept, as at its start: from tomorrow, for at most so many days.
bool may_be_kept_until(std::string_view date, base::Time now) {
    return wire::is_date(date) && date >= date_after(now, 1) && date <= date_after(now, wire::retained_days_max);
}

Response kept_too_short(const std::string& date) {
    return json_response(409, fmt::format(R"({{"error":"retention_over","retained_until":"{}"}})", date));
}

Response exported_answer(const WantedExport& wanted, std::expected<ExportedFile, ExportTrouble> file) {
    if (!file) return file.error() >= ExportTrouble::no_day ? error_response(409, export_trouble_names.at(static_cast<std::size_t>(file.error()))) : unavailable();
    const auto what = wanted.choice.handout ? fmt::format("-{}", report::handout_names.at(static_cast<std::size_t>(*wanted.choice.handout))) : std::string{};
    Response response;
    response.body = std::move(file->bytes);
    response.with("Content-Type", std::string{file->content_type})
        .with("Content-Disposition", fmt::format("{}; filename=\"kiemkring-{}{}.{}\"", wanted.choice.to_look_at ? "inline" : "attachment", wanted.session, what, file->extension))
        .with("Cache-Control", "no-store");
    return response;
}

Response why_not_newer(const std::variant<live::NotNewer, live::StoreTrouble>& why) {
    if (const auto* trouble = std::get_if<live::StoreTrouble>(&why))
        return *trouble == live::StoreTrouble::exists ? error_response(409, "exists") : unavailable();
    switch (std::get<live::NotNewer>(why)) {
        case live::NotNewer::as_old: return error_response(409, "not_newer");
        case live::NotNewer::changed_here: return error_response(409, "changed_here");
        case live::NotNewer::other_history: return error_response(409, "other_history");
    }
    return unavailable();
}

wire::NewerAnswer newer_answer(std::string error, std::string id, live::Difference found) {
    return {std::move(error), std::move(id), found.ideas_came, found.ideas_changed, found.ideas_went, found.people_came,
            found.commitments_came, found.commitments_went, std::move(found.top_was), std::move(found.top), found.ended};
}

}  // namespace

Response no_such_session() { return error_response(404, "no_session"); }

Grip grip_of(const Asking& who, const store::Summary* summary) {
    if (who.local_admin) return summary ? Grip::full : Grip::not_found;
    if (who.is_nobody()) return Grip::none;
    if (who.holder && who.holder->role != live::Role::facilitator && !who.organiser) return Grip::none;
    if (!summary) return Grip::not_found;
    if (who.organiser && summary->organiser == who.organiser->id) return Grip::full;
    if (who.holder && who.holder->role == live::Role::facilitator && who.holder->session == summary->id) return Grip::full;
    return Grip::not_found;
}

std::optional<Response> lack_of(Grip grip, const Asking& who) {
    switch (grip) {
        case Grip::none: return not_for(who);
        case Grip::not_found: return no_such_session();
        case Grip::full: break;
    }
    return std::nullopt;
}

void Router::State::unless_it_watches(const Asking& who, const domain::SessionId& session, Reply reply,
                                      std::move_only_function<void(Reply)> act) {
    if (!who.holder || who.organiser) return act(std::move(reply));
    hub.look(session, [this, device = who.holder->device, reply = std::move(reply), act = std::move(act)](const auto* looked_at) mutable {
        if (!looked_at) return reply(unavailable());
        if (looked_at->lead != device) return reply(error_response(409, "watching"));
        // Who looks asks nothing of the hub meanwhile.
        on_live_thread([reply = std::move(reply), act = std::move(act)]() mutable { act(std::move(reply)); });
    });
}

void Router::State::list_sessions(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    wire::SessionsAnswer answer;
    for (auto& summary : hub.sessions_of(who.organiser ? who.organiser->id : first_organiser))
        answer.sessions.push_back(wire::SessionAnswer{summary.id, summary.title, summary.place, summary.language,
                                                      summary.created_at, summary.status, summary.people, summary.ideas,
                                                      summary.current, summary.retained_until, summary.rehearsal_of, {}});
    for (const auto* trajectory : trajectories.all())
        for (const auto& linked : trajectory->sessions) {
            const auto found = std::ranges::find(answer.sessions, linked.session, &wire::SessionAnswer::id);
            if (found != answer.sessions.end()) found->trajectory = trajectory->id;
        }
    answer.storage_full = hub.storage_is_full();
    answer.seats_max = static_cast<std::uint32_t>(settings.seats_max);
    reply(json_response(200, wire::encode(answer)));
}

std::optional<Router::State::PlannedSession> Router::State::planned_session(const store::Organiser& organiser,
                                                                            const wire::NewSessionBody& body) {
    auto chosen = template_named(organiser, body.template_id, body.language);
    if (!chosen || body.seats_max > settings.seats_max) return std::nullopt;

    domain::SessionInfo info;
    info.title = body.title;
    info.question = body.question;
    info.within = body.within;
    info.money = body.money;
    info.place = body.place;
    info.host = body.host;
    info.controller = body.controller;
    info.language = body.language;
    info.retained_until = date_after(clock.now(), body.retained_days);
    info.seats_max = body.seats_max;
    return PlannedSession{std::move(info), std::move(chosen->rounds)};
}

void Router::State::create_session(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto body = wire::read_new_session_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    auto planned = planned_session(*who.organiser, *body);
    if (!planned) return reply(bad_body("bad_args"));
    hub.create(who.organiser->id, std::move(planned->info), std::move(planned->rounds), [reply = std::move(reply)](auto made) mutable {
        if (!made) return reply(unavailable());
        base::log("session {} created", *made);
        reply(json_response(201, wire::encode(wire::IdAnswer{*made})));
    });
}

void Router::State::delete_session(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto id = session_in(request.head.path);
    const auto* summary = hub.summary(id);
    if (!summary || summary->organiser != who.organiser->id) return reply(no_such_session());
    hub.remove(id, [id, reply = std::move(reply)](auto removed) mutable {
        if (!removed)
            return reply(removed.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        base::log("session {} erased", id);
        Response response;
        response.status = 204;
        reply(std::move(response));
    });
}

void Router::State::set_retention(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto id = session_in(request.head.path);
    const auto* summary = hub.summary(id);
    if (!summary || summary->organiser != who.organiser->id) return reply(no_such_session());
    if (!summary->rehearsal_of.empty()) return reply(error_response(409, "rehearsal"));
    const auto body = wire::read_retention_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    if (!may_be_kept_until(body->retained_until, clock.now())) return reply(bad_body("bad_date"));
    hub.keep_until(id, body->retained_until, [id, until = body->retained_until, reply = std::move(reply)](auto kept) mutable {
        if (!kept) return reply(kept.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        base::log("session {} is kept until {}", id, until);
        Response response;
        response.status = 204;
        reply(std::move(response));
    });
}

void Router::State::reopen_session(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto id = session_in(request.head.path);
    const auto* summary = hub.summary(id);
    if (!summary || summary->organiser != who.organiser->id) return reply(no_such_session());
    hub.reopen(id, [id, reply = std::move(reply)](auto reopened) mutable {
        if (!reopened) return reply(reopened.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        base::log("session {} is open again", id);
        Response response;
        response.status = 204;
        reply(std::move(response));
    });
}

void Router::State::make_pairing(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    if (auto why_not = lack_of(grip_of(who, hub.summary(id)), who)) return reply(std::move(*why_not));
    const auto body = wire::read_pairing_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    const bool standby = body->role == "standby";
    const auto role = body->role == "screen"   ? live::Role::screen
                      : body->role == "helper" ? live::Role::helper
                                               : live::Role::facilitator;
    // A tablet that was paired to watch lets nobody in who would drive.
    if (role == live::Role::facilitator && !standby && who.holder && !who.holder->device.empty()) return reply(error_response(403, "forbidden"));
    const auto make = [this, id, role, standby](Reply answer) {
        const auto made = hub.make_pairing(id, role, standby);
        answer(json_response(
            201, wire::encode(wire::PairingAnswer{
                     made.secret, fmt::format("{}/{}#p={}", hub.public_url(), role == live::Role::screen ? "screen" : "console", made.secret),
                     made.expires_at})));
    };
    // A big screen and a second tablet change nothing; whoever else comes in does.
    const bool only_looks = role == live::Role::screen || standby;
    if (only_looks) return make(std::move(reply));
    unless_it_watches(who, id, std::move(reply), make);
}

void Router::State::export_session(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    if (auto why_not = lack_of(grip_of(who, hub.summary(id)), who)) return reply(std::move(*why_not));
    if (!hub.summary(id)->rehearsal_of.empty()) return reply(error_response(409, "rehearsal"));
    auto choice = export_choice([&request](std::string_view name) { return request.head.parameter(name); });
    if (!choice) return reply(error_response(400, "bad_format"));
    const bool is_at_desk = who.organiser || who.local_admin;
    // Complete is also who wrote which idea and how everybody is reached: for whoever is responsible for it.
    if (choice->format == ExportFormat::json && !is_at_desk) return reply(error_response(403, "forbidden"));
    // A tablet that is lent out does not see what the dossier says of money and people.
    const auto dossier = is_at_desk ? trajectories.with_session(id) : std::string{};
    WantedExport wanted{id, std::move(*choice), request.head.parameter("work"), std::move(request.left), who.organiser ? who.organiser->id : 0};
    if (dossier.empty()) return export_with(std::move(wanted), nullptr, std::move(reply));
    trajectories.look(dossier, std::nullopt, [this, wanted = std::move(wanted), reply = std::move(reply)](const auto* shown) mutable {
        export_with(std::move(wanted), shown ? std::make_shared<const domain::trajectory::Trajectory>(*shown) : nullptr, std::move(reply));
    });
}

void Router::State::export_with(WantedExport wanted, std::shared_ptr<const domain::trajectory::Trajectory> dossier, Reply reply) {
    const auto id = wanted.session;
    hub.read(id, [this, id, wanted = std::move(wanted), dossier = std::move(dossier), reply = std::move(reply)](auto stored) mutable {
        if (!stored) return reply(stored.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        // With photos it is large: nobody waits while it is written.
        auto key = wanted.work;
        auto left = wanted.left;
        if (is_report(wanted.choice))
            return make_report({id, wanted.organiser, wanted.choice.to_look_at, std::move(key), std::move(left)},
                               [id, choice = wanted.choice, stored = std::move(*stored), now = clock.now()] { return ready_report(choice, id, stored, now); },
                               std::move(reply));
        report_work.add(std::move(key), std::move(left), std::move(reply),
                        [wanted = std::move(wanted), dossier = std::move(dossier), stored = std::move(*stored), now = clock.now(),
                         papers = Papers{hub.public_url(), printed_brand(hub)}](report::Course& course) {
                            return exported_answer(wanted, export_as(wanted.choice, wanted.session, stored, now, dossier.get(), papers, course));
                        });
    });
}

void Router::State::import_session(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    const auto owner = who.organiser ? who.organiser->id : first_organiser;
    auto until = request.head.parameter("retained_until");
    if (!until.empty() && !may_be_kept_until(until, clock.now())) return reply(bad_body("bad_date"));
    auto kept = std::make_shared<Reply>(std::move(reply));
    const bool takes_the_place = request.head.parameter("replace") == "1";
    const bool queued = slow_work.add([this, owner, kept, takes_the_place, until = std::move(until), left = std::move(request.left), body = std::move(request.body)]() mutable {
        // Whoever stopped it wants nothing of it to be here.
        if (left.stop_requested()) return on_live_thread([kept] { (*kept)(unavailable()); });
        on_live_thread([this, owner, kept, takes_the_place, left = std::move(left), until = std::move(until), session = import_json(body)]() mutable {
            if (left.stop_requested()) {
                base::log("import stopped: nobody waits for it");
                return (*kept)(unavailable());
            }
            if (session && hub.summary(session->summary->id)) return renew(owner, std::move(*session), takes_the_place, std::move(*kept));
            adopt(owner, std::move(session), std::move(until), std::move(*kept));
        });
    });
    if (!queued) (*kept)(unavailable());
}

void Router::State::adopt(std::uint32_t owner, std::expected<store::StoredSession, std::string> session, std::string until,
                              Reply reply) {
    if (!session) {
        base::log("import refused: {}", session.error());
        return reply(error_response(422, "bad_export"));
    }
    // It would be erased within minutes, before anybody looked at it.
    if (const auto date = kept_until(*session); until.empty() && date < date_after(clock.now(), 0)) return reply(kept_too_short(date));
    hub.adopt(owner, std::move(*session), std::move(until), [reply = std::move(reply)](auto made) mutable {
        if (!made && made.error() == live::StoreTrouble::exists) return reply(error_response(409, "exists"));
        if (!made) return reply(unavailable());
        base::log("session {} imported", *made);
        reply(json_response(201, wire::encode(wire::IdAnswer{*made})));
    });
}

void Router::State::renew(std::uint32_t owner, store::StoredSession session, bool takes_the_place, Reply reply) {
    const auto id = session.summary->id;
    hub.renew(owner, std::move(session), takes_the_place, [id, takes_the_place, reply = std::move(reply)](auto renewed) mutable {
        if (!renewed) return reply(why_not_newer(renewed.error()));
        if (!takes_the_place) return reply(json_response(409, wire::encode(newer_answer("newer", id, *renewed))));
        base::log("session {} goes on as in a newer version of it", id);
        reply(json_response(200, wire::encode(newer_answer("", id, *renewed))));
    });
}

}  // namespace kiemkring::edge
