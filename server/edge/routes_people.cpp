// Coming in: participants by code, tablets and big screens by a pairing, organisers by passphrase.
#include <algorithm>

#include <fmt/format.h>

#include "base/log.h"
#include "edge/router_state.h"
#include "wire/http_bodies.h"

namespace kiemkring::edge {
namespace {

Moment moment() { return std::chrono::steady_clock::now(); }

std::string session_cookie(const std::string& token, bool secure, std::int64_t seconds) {
    return fmt::format("kiemkring={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", token, seconds,
                       secure ? "; Secure" : "");
}

/// Only the long secret of a QR cannot be guessed; whatever else somebody sends as one is tried as a code is.
bool may_be_guessed(std::string_view door) {
    return door.size() != 32 || !std::ranges::all_of(door, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

constexpr std::int64_t log_in_seconds = 30LL * 24 * 60 * 60;

}  // namespace

void Router::State::with_code(
    bool is_code, const std::string& address, Reply reply,
    std::move_only_function<void(Reply reply, std::move_only_function<void(bool was_wrong)> outcome)> attempt) {
    if (!is_code) return attempt(std::move(reply), [](bool) {});
    codes.enter(address, moment(),
                [this, address, reply = std::move(reply), attempt = std::move(attempt)](CodeGate::Entry entry) mutable {
                    if (entry == CodeGate::Entry::admitted)
                        return attempt(std::move(reply), [this, address](bool was_wrong) {
                            codes.outcome(address, was_wrong, moment());
                        });
                    const bool server = entry == CodeGate::Entry::server_is_full;
                    base::log("wrong codes: {} refused", server ? "the whole server" : address);
                    reply(too_many(server ? "use_qr" : "too_many_codes", codes.retry_after_s(moment())));
                });
}

void Router::State::invitation(Request request, Reply reply) {
    auto body = wire::read_door_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    with_code(may_be_guessed(body->code_or_secret()), request.peer.address, std::move(reply),
              [this, door = body->code_or_secret()](Reply answer, auto outcome) mutable {
                  hub.invitation(std::move(door), [answer = std::move(answer), outcome = std::move(outcome)](auto found) mutable {
                      outcome(!found && found.error() == live::StoreTrouble::not_found);
                      if (!found && found.error() != live::StoreTrouble::not_found) return answer(unavailable());
                      if (!found) return answer(error_response(404, "no_session"));
                      const auto& info = found->info;
                      answer(json_response(200, wire::encode(wire::InvitationAnswer{info.title, info.host, info.controller,
                                                                                   info.retained_until, info.language,
                                                                                   found->state, info.seats_max,
                                                                                   found->is_rehearsal, found->is_personal,
                                                                                   found->name})));
                  });
              });
}

void Router::State::join(Request request, Reply reply) { come_in(std::move(request), &live::Hub::join, std::move(reply)); }

void Router::State::knock(Request request, Reply reply) { come_in(std::move(request), &live::Hub::knock, std::move(reply)); }

void Router::State::results(Request request, Reply reply) {
    auto body = wire::read_door_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    with_code(may_be_guessed(body->code_or_secret()), request.peer.address, std::move(reply),
              [this, door = body->code_or_secret()](Reply answer, auto outcome) mutable {
                  hub.results(std::move(door), [answer = std::move(answer), outcome = std::move(outcome)](auto found) mutable {
                      outcome(!found && found.error() == live::StoreTrouble::not_found);
                      if (found) return answer(json_response(200, wire::encode(wire::ResultsAnswer{found->session, found->records})));
                      switch (found.error()) {
                          case live::StoreTrouble::not_found: return answer(error_response(404, "no_session"));
                          case live::StoreTrouble::too_early: return answer(error_response(409, "too_early"));
                          default: return answer(unavailable());
                      }
                  });
              });
}

void Router::State::come_in(Request request, WayIn way, Reply reply) {
    auto body = wire::read_join_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    domain::Join who{live::token_hash(body->token), body->name, body->organisation, body->role};
    with_code(may_be_guessed(body->code_or_secret()), request.peer.address, std::move(reply),
              [this, way, door = body->code_or_secret(), who = std::move(who)](Reply answer, auto outcome) mutable {
                  (hub.*way)(std::move(door), std::move(who),
                           [answer = std::move(answer), outcome = std::move(outcome)](auto joined) mutable {
                               using live::JoinError;
                               outcome(!joined && joined.error() == JoinError::no_session);
                               if (joined)
                                   return answer(json_response(
                                       joined->again ? 200 : 201,
                                       wire::encode(wire::JoinAnswer{joined->session, joined->person.value, joined->name})));
                               switch (joined.error()) {
                                   case JoinError::no_session: return answer(error_response(404, "no_session"));
                                   case JoinError::session_full: return answer(error_response(409, "session_full"));
                                   case JoinError::locked: return answer(error_response(423, "locked"));
                                   case JoinError::ended: return answer(error_response(410, "ended"));
                                   case JoinError::unavailable: return answer(unavailable());
                                   case JoinError::waits_at_the_door: return answer(json_response(202, R"({"state":"waiting"})"));
                                   case JoinError::turned_away: return answer(error_response(403, "turned_away"));
                                   case JoinError::too_many_knocks: return answer(too_many("too_many_knocks", 15));
                               }
                           });
              });
}

void Router::State::pair(Request request, Reply reply) {
    auto body = wire::read_pair_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    if (secrets.left_for(request.peer.address, moment()) == 0)
        return reply(too_many("too_many_codes", secrets.retry_after_s(moment())));
    hub.pair(body->secret, live::token_hash(body->token), [this, address = request.peer.address, reply = std::move(reply)](auto paired) mutable {
        if (!paired && paired.error() != live::StoreTrouble::not_found) return reply(unavailable());
        if (!paired) {
            secrets.add(address, moment());
            return reply(error_response(404, "no_pairing"));
        }
        const auto* role = paired->role == live::Role::screen   ? "screen"
                           : paired->role == live::Role::helper ? "helper"
                                                                : "facilitator";
        base::log("paired: a {}", role);
        reply(json_response(201, wire::encode(wire::PairAnswer{role, paired->session})));
    });
}

void Router::State::make_link(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    if (auto why_not = lack_of(grip_of(who, hub.summary(id)), who)) return reply(std::move(*why_not));
    auto body = wire::read_link_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    unless_it_watches(who, id, std::move(reply), [this, id, body = std::move(*body)](Reply answer) mutable {
        hub.invite(id, std::move(body.name), {body.person}, [this, answer = std::move(answer)](auto made) mutable {
            using live::JoinError;
            if (made) {
                const auto url = fmt::format("{}/#q={}", hub.public_url(), made->secret);
                return answer(json_response(201, wire::encode(wire::LinkAnswer{url, made->name, made->person.value})));
            }
            switch (made.error()) {
                case JoinError::session_full: return answer(error_response(409, "session_full"));
                case JoinError::ended: return answer(error_response(410, "ended"));
                case JoinError::no_session: return answer(no_such_session());
                default: return answer(unavailable());
            }
        });
    });
}

void Router::State::setup(Request request, Reply reply) {
    auto body = wire::read_setup_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    if (secrets.left_for(request.peer.address, moment()) == 0)
        return reply(too_many("too_many_codes", secrets.retry_after_s(moment())));
    if (!hub.setup_is_open(body->secret)) {
        secrets.add(request.peer.address, moment());
        return reply(error_response(404, "no_setup"));
    }
    // The queue keeps its own copy of reply only when it takes the work.
    auto shared_reply = std::make_shared<Reply>(std::move(reply));
    const bool queued = passphrases.hash(
        body->passphrase, [this, shared_reply, secret = body->secret, name = body->name,
                           secure = is_secure(request.head, request.peer)](std::string hash) mutable {
            if (hash.empty()) return (*shared_reply)(unavailable());
            hub.setup(secret, name, std::move(hash), [this, shared_reply, name, secure](auto made) mutable {
                if (!made)
                    return (*shared_reply)(made.error() == live::StoreTrouble::not_found ? error_response(404, "no_setup")
                                                                                         : unavailable());
                base::log("set up: the first organiser");
                give_cookie(*made, 201, name, secure, std::move(*shared_reply));
            });
        });
    if (!queued) (*shared_reply)(unavailable());
}

void Router::State::log_in(Request request, Reply reply) {
    auto body = wire::read_login_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    const auto& address = request.peer.address;
    if (log_ins.left_for(address, moment()) == 0 || log_ins.left(moment()) == 0)
        return reply(too_many("too_many_logins", log_ins.retry_after_s(moment())));

    const auto* organiser = hub.organiser_by_name(body->name);
    std::optional<std::string> hash;
    if (organiser) hash = organiser->passphrase_hash;
    auto shared_reply = std::make_shared<Reply>(std::move(reply));
    const bool queued = passphrases.verify(
        std::move(hash), body->passphrase,
        [this, shared_reply, address, id = organiser ? organiser->id : 0, name = body->name,
         secure = is_secure(request.head, request.peer)](bool right) mutable {
            if (!right) {
                base::log("log-in refused: {}", address);
                return (*shared_reply)(error_response(401, "wrong_login"));
            }
            log_ins.take_back(address);
            give_cookie(id, 200, name, secure, std::move(*shared_reply));
        });
    if (queued) log_ins.add(address, moment());
    else (*shared_reply)(unavailable());
}

void Router::State::give_cookie(std::uint32_t organiser, int status, std::string name, bool secure, Reply reply) {
    hub.log_in(organiser, [status, name = std::move(name), secure, reply = std::move(reply)](auto token) mutable {
        if (!token) return reply(unavailable());
        Response response = json_response(status, wire::encode(wire::NameAnswer{name}));
        response.with("Set-Cookie", session_cookie(*token, secure, log_in_seconds));
        reply(std::move(response));
    });
}

void Router::State::log_out(Request request, Reply reply) {
    Response response;
    response.status = 204;
    std::string_view rest = request.head.field("cookie");
    if (const auto at = rest.find("kiemkring="); at != std::string_view::npos) {
        rest = rest.substr(at + 10);
        hub.log_out(std::string{rest.substr(0, rest.find(';'))});
    }
    response.with("Set-Cookie", session_cookie("", is_secure(request.head, request.peer), 0));
    reply(std::move(response));
}

void Router::State::organiser(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    reply(json_response(200, wire::encode(wire::NameAnswer{who.organiser->name})));
}

}  // namespace kiemkring::edge
