// Personal links of a trajectory: who has one is asked something, and answers without an account.
#include "base/log.h"
#include "domain/trajectory/plan_rules.h"
#include "edge/router_state.h"
#include "report/trajectory_calendar.h"
#include "wire/http_bodies.h"

namespace kiemkring::edge {
namespace {

using domain::trajectory::Confirmation, domain::trajectory::Kept, domain::trajectory::Trajectory;
using live::Trajectories;

Response no_such_link() { return error_response(404, "no_link"); }
Response link_withdrawn() { return error_response(410, "withdrawn"); }

const Kept* asked_by_link(const Trajectory& shown, std::string_view token_hash) {
    const auto found = shown.entries.find(entry_of_link(shown, token_hash));
    return found != shown.entries.end() && std::holds_alternative<Confirmation>(found->second.entry) ? &found->second : nullptr;
}

wire::LinkQuestion question_of(const Trajectory& shown, const Kept& kept, const wire::Names& names) {
    const auto& asked = std::get<Confirmation>(kept.entry);
    wire::LinkQuestion question;
    if (const auto* place = shown.one<domain::trajectory::Place>()) question.place = place->name;
    const auto organiser = names.find(kept.by);
    question.asked_by = !shown.facilitator.empty() || organiser == names.end() ? shown.facilitator : organiser->second;
    question.name = asked.name;
    question.what_for = asked.what_for;
    question.asked_on = asked.asked_on;
    question.answer = asked.answer;
    question.answered_on = asked.answered_on;
    question.reply_note = asked.reply_note;
    question.terms = mark_of_terms(shown, asked.what_for);
    if (const auto* plan = shown.one<domain::trajectory::Plan>()) {
        question.goal = plan->goal_note;
        question.spot = plan->spot;
        question.plan_ends_on = plan->ends_on;
    }
    if (asked.what_for == domain::trajectory::Confirms::working_group) return question;
    if (const auto* agreed = shown.one<domain::trajectory::Agreement>()) {
        question.owner_of_ground = agreed->owner_of_ground;
        question.maintainer = agreed->maintainer;
        question.frequency = agreed->frequency;
        question.ends_on = agreed->ends_on;
        question.ownership_note = agreed->ownership_note;
        question.upkeep_note = agreed->upkeep_note;
    }
    question.changed_since = !asked.answered_on.empty() && !is_to_these_terms(shown, asked);
    return question;
}

}  // namespace

std::optional<Response> Router::State::too_many_links(const std::string& address) {
    const auto now = std::chrono::steady_clock::now();
    if (links.left_for(address, now) == 0 || links.left(now) == 0) return too_many("too_many_links", links.retry_after_s(now));
    links.add(address, now);
    return std::nullopt;
}

void Router::State::link(Request request, Reply reply) {
    if (auto refusal = too_many_links(request.peer.address)) return reply(std::move(*refusal));
    const auto door = wire::read_link_door(request.body);
    if (!door) return reply(error_response(422, "bad_args"));
    trajectories.look(door->trajectory, std::nullopt,
                      [this, id = door->trajectory, hash = live::token_hash(door->secret), reply = std::move(reply)](const auto* shown) mutable {
                          if (!shown) return reply(trajectories.summary(id) ? unavailable() : no_such_link());
                          const auto* kept = asked_by_link(*shown, hash);
                          if (!kept) return reply(no_such_link());
                          if (std::get<Confirmation>(kept->entry).withdrawn) return reply(link_withdrawn());
                          reply(json_response(200, wire::encode(question_of(*shown, *kept, organiser_names()))));
                      });
}

void Router::State::answer_by_link(Request request, Reply reply) {
    if (auto refusal = too_many_links(request.peer.address)) return reply(std::move(*refusal));
    auto body = wire::read_link_reply(request.body);
    if (!body && body.error()) return reply(json_response(422, wire::encode(*body.error())));
    if (!body) return reply(error_response(422, "bad_args"));
    body->said.token_hash = live::token_hash(body->door.secret);
    trajectories.command(std::move(body->door.trajectory), 0, std::move(body->key), std::move(body->said),
                         [reply = std::move(reply)](auto done) mutable {
                             using domain::trajectory::Reason;
                             if (done) return reply(json_response(200, wire::encode(wire::DeskAnswer{done->version, done->entry})));
                             if (const auto* trouble = std::get_if<Trajectories::Trouble>(&done.error()))
                                 return reply(*trouble == Trajectories::Trouble::not_found ? no_such_link() : unavailable());
                             const auto& refusal = std::get<domain::trajectory::Refusal>(done.error());
                             if (refusal.reason == Reason::not_found) return reply(no_such_link());
                             if (refusal.reason == Reason::withdrawn) return reply(link_withdrawn());
                             reply(json_response(refusal.reason == Reason::changed_meanwhile ? 409 : 422, wire::encode(refusal)));
                         });
}

void Router::State::calendar_feed(Request request, Reply reply) {
    constexpr std::string_view before = "/api/calendars/";
    constexpr std::size_t id_digits = 16;
    if (auto refusal = too_many_links(request.peer.address)) return reply(std::move(*refusal));
    const std::string_view rest = std::string_view{request.head.path}.substr(before.size());
    std::string id{rest.substr(0, id_digits)};
    trajectories.look(id, std::nullopt,
                      [this, id, hash = live::token_hash(rest.substr(id_digits + 1)), reply = std::move(reply)](const auto* shown) mutable {
                          using domain::trajectory::CalendarFeed;
                          if (!shown) return reply(trajectories.summary(id) ? unavailable() : no_such_link());
                          const auto found = shown->entries.find(entry_of_link(*shown, hash));
                          const auto* feed = found == shown->entries.end() ? nullptr : std::get_if<CalendarFeed>(&found->second.entry);
                          if (!feed) return reply(no_such_link());
                          if (feed->withdrawn) return reply(link_withdrawn());
                          Response response;
                          response.with("Content-Type", "text/calendar; charset=utf-8").with("Cache-Control", "no-store");
                          response.body = report::calendar_of(*shown);
                          reply(std::move(response));
                      });
}

}  // namespace kiemkring::edge
