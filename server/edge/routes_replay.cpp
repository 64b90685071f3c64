// A session played back: what the big screen showed, for big screens and for whoever drives them.
#include "edge/router_state.h"
#include "wire/replay.h"

namespace kiemkring::edge {
namespace {

Grip view_of(const Asking& who, const store::Summary* summary) {
    const bool is_screen = who.holder && who.holder->role == live::Role::screen && !who.organiser;
    if (!is_screen) return grip_of(who, summary);
    return summary && who.holder->session == summary->id ? Grip::full : Grip::not_found;
}

}  // namespace

void Router::State::replay(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    if (auto why_not = lack_of(view_of(who, hub.summary(id)), who)) return reply(std::move(*why_not));
    live::Hub::ReplayWish wish;
    if (!request.head.query.empty()) {
        const auto version = number_in(request.head.parameter("version"));
        const auto frame = request.head.parameter("frame");
        wish.frame = number_in(frame);
        if (!version || *version == 0 || (!frame.empty() && !wish.frame)) return reply(error_response(400, "bad_frame"));
        wish.version = *version;
    }
    hub.replay(id, wish, [reply = std::move(reply)](auto text) mutable {
        if (!text && text.error() == live::StoreTrouble::too_long) return reply(error_response(409, "too_long"));
        if (!text) return reply(text.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        reply(json_response(200, std::move(*text)));
    });
}

void Router::State::show_replay(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    if (auto why_not = lack_of(grip_of(who, hub.summary(id)), who)) return reply(std::move(*why_not));
    const auto shown = wire::read_replay_body(request.body);
    if (!shown) return reply(bad_body(shown.error()));
    hub.show_replay(id, *shown);
    Response response;
    response.status = 204;
    reply(std::move(response));
}

}  // namespace kiemkring::edge
