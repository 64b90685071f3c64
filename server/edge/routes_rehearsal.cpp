// Rehearsals: a copy of a session that simulated people fill, erased with everything in it by one request.
#include <fmt/format.h>

#include "base/log.h"
#include "edge/router_state.h"
#include "wire/http_bodies.h"

namespace kiemkring::edge {

void Router::State::start_rehearsal(Request request, Reply reply) {
    const auto who = asking(request);
    const auto of = session_in(request.head.path);
    if (auto why_not = lack_of(grip_of(who, hub.summary(of)), who)) return reply(std::move(*why_not));
    const auto body = wire::read_rehearsal_body(request.body);
    if (!body) return reply(bad_body(body.error()));

    hub.rehearse(of, [this, people = body->people, reply = std::move(reply)](auto made) mutable {
        const auto* summary = made ? hub.summary(*made) : nullptr;
        if (!summary) return reply(made || made.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        const auto host = names.nearest_host();
        if (people > 0 && settings.rehearse &&
            !settings.rehearse({summary->id, summary->secret, host, summary->language, people}))
            return reply(error_response(409, "too_many_rehearsals"));
        base::log("session {} rehearses {} with {} simulated people", summary->id, summary->rehearsal_of, people);
        const auto tablet = hub.make_pairing(summary->id, live::Role::facilitator);
        const auto screen = hub.make_pairing(summary->id, live::Role::screen);
        reply(json_response(201, wire::encode(wire::RehearsalAnswer{
                                     summary->id, tablet.secret, fmt::format("{}/console#p={}", hub.public_url(), tablet.secret),
                                     fmt::format("{}/screen#p={}", hub.public_url(), screen.secret), summary->secret, host,
                                     summary->language})));
    });
}

void Router::State::erase_rehearsal(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    const auto* summary = hub.summary(id);
    if (auto why_not = lack_of(grip_of(who, summary), who)) return reply(std::move(*why_not));
    if (summary->rehearsal_of.empty()) return reply(error_response(409, "no_rehearsal"));
    hub.remove(id, [id, reply = std::move(reply)](auto removed) mutable {
        if (!removed)
            return reply(removed.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        base::log("rehearsal {} erased", id);
        Response response;
        response.status = 204;
        reply(std::move(response));
    });
}

}  // namespace kiemkring::edge
