// What is put ready for a session at the desk, before anybody is there: the Wi-Fi of the room, and ideas that were there already.
#include "domain/session/session.h"
#include "edge/router_state.h"
#include "wire/command_bounds.h"
#include "wire/described_values.h"
#include "wire/http_bodies.h"

namespace kiemkring::edge {
namespace {

/// 404, 409 or 503, with the reason by its name.
Response not_prepared(const domain::Refusal& refusal) {
    switch (refusal.reason) {
        case domain::Reason::not_found: return no_such_session();
        case domain::Reason::read_only:
        case domain::Reason::unavailable: return unavailable();
        default: return error_response(409, std::string{wire::name_of(refusal.reason)});
    }
}

/// Why its arguments are out of bounds.
std::optional<Response> out_of_bounds(domain::Command& command) {
    const auto lack = wire::check_bounds(command);
    if (!lack) return {};
    return bad_body(std::string{wire::name_of(*lack)});
}

}  // namespace

void Router::State::preparation(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto id = session_in(request.head.path);
    const auto* summary = hub.summary(id);
    if (!summary || summary->organiser != who.organiser->id) return reply(no_such_session());
    hub.look(id, [reply = std::move(reply)](const domain::Session* session) mutable {
        if (!session) return reply(unavailable());
        const auto& wifi = session->wifi;
        reply(json_response(200, wire::encode(wire::PreparationAnswer{session->text(wifi.name), session->text(wifi.password),
                                                                      static_cast<std::uint32_t>(session->ideas.size())})));
    });
}

void Router::State::set_wifi(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto body = wire::read_wifi_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    domain::Command command = domain::SetWifi{body->name, body->password, true};
    if (auto lack = out_of_bounds(command)) return reply(std::move(*lack));
    prepare(who, session_in(request.head.path), [command](const domain::Session&) { return command; }, std::move(reply));
}

void Router::State::add_ideas(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto body = wire::read_ideas_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    domain::Command command = domain::AddIdeas{std::move(body->lines)};
    if (auto lack = out_of_bounds(command)) return reply(std::move(*lack));
    // Sent again because the answer got lost, it is no second list.
    const auto wish = [command, seen = body->seen](const domain::Session& session) -> std::expected<domain::Command, domain::Refusal> {
        if (session.ideas.size() != seen) return std::unexpected{domain::Refusal{domain::Reason::changed_meanwhile}};
        return command;
    };
    prepare(who, session_in(request.head.path), wish, std::move(reply));
}

void Router::State::prepare(const Asking& who, const domain::SessionId& session, live::Wish wish, Reply reply) {
    const auto* summary = hub.summary(session);
    if (!summary || summary->organiser != who.organiser->id) return reply(no_such_session());
    hub.ask(session, std::move(wish), [reply = std::move(reply)](auto done) mutable {
        if (!done) return reply(not_prepared(done.error()));
        Response response;
        response.status = 204;
        reply(std::move(response));
    });
}

}  // namespace kiemkring::edge
