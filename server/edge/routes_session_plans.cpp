// A session that is planned in a dossier: its invitation for calendars, the live session made of it, or one that is tied to it, and what
// that says by now where the desk's words have stayed.
#include <fmt/format.h>

#include <algorithm>

#include "base/log.h"
#include "domain/trajectory/group_results.h"
#include "domain/trajectory/kept_words.h"
#include "edge/router_state.h"
#include "report/calendar.h"
#include "wire/described.h"
#include "wire/http_bodies.h"
#include "wire/trajectory.h"

namespace kiemkring::edge {
namespace {

namespace trajectory = domain::trajectory;
using live::Trajectories;

constexpr std::string_view before_the_id = "/api/trajectories/";
constexpr std::size_t id_digits = 16;

struct PlanPath {
    std::string trajectory;
    trajectory::EntryId plan;
};
PlanPath plan_in(std::string_view path) {
    const auto rest = path.substr(before_the_id.size());
    const auto number = rest.substr(rest.find("/plans/") + 7);
    return {std::string{rest.substr(0, id_digits)},
            trajectory::EntryId{static_cast<std::uint32_t>(number_in(number.substr(0, number.find('/'))).value_or(0))}};
}

const trajectory::SessionPlan* plan_of(const trajectory::Trajectory& shown, trajectory::EntryId id) {
    const auto found = shown.entries.find(id);
    return found == shown.entries.end() ? nullptr : std::get_if<trajectory::SessionPlan>(&found->second.entry);
}

Response no_such_plan() { return error_response(404, "no_plan"); }

/// Always the same one for a plan, so that whoever presses twice, at whichever desk, has one session.
domain::SessionId session_of(const PlanPath& path) {
    return live::token_hash(fmt::format("session {} {}", path.trajectory, path.plan.value)).substr(0, id_digits);
}

report::CalendarItem meeting(const PlanPath& path, const trajectory::Kept& kept, const trajectory::SessionPlan& plan) {
    report::CalendarItem item;
    item.uid = fmt::format("{}-{}@kiemkring", path.trajectory, path.plan.value);
    item.sequence = static_cast<std::int64_t>(kept.set_at);
    item.changed_at = kept.at;
    item.starts_on = item.ends_on = plan.held_on;
    item.starts_at = plan.starts_at;
    item.ends_at = plan.ends_at;
    item.summary = plan.name;
    item.description = plan.invitation;
    item.location = plan.location;
    return item;
}

/// The one that was brought last; 0: there is none.
trajectory::EntryId site_plan_of(const trajectory::Trajectory& shown) {
    const auto plans = shown.all<trajectory::SitePlan>();
    return plans.empty() ? trajectory::EntryId{} : plans.back().first;
}

}  // namespace

void Router::State::invitation_calendar(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    const auto path = plan_in(request.head.path);
    trajectories.look(path.trajectory, std::nullopt, [this, path, reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(trajectories.summary(path.trajectory) ? unavailable() : error_response(404, "no_trajectory"));
        const auto* plan = plan_of(*shown, path.plan);
        if (!plan) return reply(no_such_plan());
        if (plan->held_on.empty()) return reply(error_response(409, "no_day"));
        Response response;
        response.body = report::calendar(plan->name, {meeting(path, shown->entries.at(path.plan), *plan)});
        response.with("Content-Type", "text/calendar; charset=utf-8")
            .with("Content-Disposition", fmt::format("attachment; filename=\"kiemkring-{}.ics\"", plan->held_on))
            .with("Cache-Control", "no-store");
        reply(std::move(response));
    });
}

void Router::State::start_planned_session(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto body = wire::read_new_session_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    auto planned = planned_session(*who.organiser, *body);
    if (!planned) return reply(bad_body("bad_args"));
    const auto path = plan_in(request.head.path);
    trajectories.look(path.trajectory, std::nullopt, [this, path, organiser = who.organiser->id, planned = std::move(*planned),
                                                      reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(trajectories.summary(path.trajectory) ? unavailable() : error_response(404, "no_trajectory"));
        const auto* plan = plan_of(*shown, path.plan);
        if (!plan) return reply(no_such_plan());
        if (!plan->session.empty()) return reply(json_response(200, wire::encode(wire::IdAnswer{plan->session})));
        std::optional<domain::Brought> brought;
        if (plan->purpose != trajectory::SessionPurpose::ideas) {
            auto found = trajectory::brought_for(*shown, *plan);
            if (!found) return reply(error_response(409, wire::name_of(found.error())));
            brought = std::move(*found);
        }
        if (plan->purpose == trajectory::SessionPurpose::choice)
            planned.rounds = trajectory::fitted_rounds(std::move(planned.rounds), shown->template one<trajectory::Decider>()->who);
        auto begin = [this, path, organiser, planned = std::move(planned), brought = std::move(brought)](auto site_plan, Reply reply) mutable {
            hub.create(session_of(path), organiser, std::move(planned.info), std::move(planned.rounds), std::move(brought), std::move(site_plan),
                       [this, path, organiser, reply = std::move(reply)](auto made) mutable {
                           if (!made) return reply(unavailable());
                           base::log("session {} is there for trajectory {}", *made, path.trajectory);
                           link_session(path.trajectory, organiser, {path.plan, *made}, std::move(reply));
                       });
        };
        using Drawn = std::shared_ptr<const domain::PictureBytes>;
        const auto site_plan = plan->purpose == trajectory::SessionPurpose::ideas ? site_plan_of(*shown) : trajectory::EntryId{};
        if (!site_plan) return begin(Drawn{}, std::move(reply));
        trajectories.pictures(path.trajectory, [site_plan, begin = std::move(begin), reply = std::move(reply)](auto rows) mutable {
            if (!rows) return reply(unavailable());
            const auto found = std::ranges::find(*rows, domain::PictureId{site_plan.value}, &domain::PictureRow::id);
            begin(found == rows->end() ? Drawn{} : found->bytes, std::move(reply));
        });
    });
}

void Router::State::link_planned_session(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto body = wire::read_session_id_body(request.body);
    if (!body) return reply(bad_body(body.error()));
    const auto path = plan_in(request.head.path);
    if (!body->session.empty()) {
        const auto* summary = hub.summary(body->session);
        if (!summary || summary->organiser != who.organiser->id) return reply(no_such_session());
        if (!summary->rehearsal_of.empty()) return reply(error_response(409, "rehearsal"));
    }
    link_session(path.trajectory, who.organiser->id, {path.plan, body->session}, std::move(reply));
}

void Router::State::kept_words(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto path = plan_in(request.head.path);
    trajectories.look(path.trajectory, std::nullopt, [this, path, reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(trajectories.summary(path.trajectory) ? unavailable() : error_response(404, "no_trajectory"));
        const auto* plan = plan_of(*shown, path.plan);
        if (!plan) return reply(no_such_plan());
        hub.look(plan->session, [this, dossier = *shown, plan = *plan, reply = std::move(reply)](const domain::Session* session) mutable {
            std::vector<trajectory::KeptWords> words;
            // While it is open again nobody knows what it comes to.
            if (session && session->status == domain::SessionStatus::ended)
                words = trajectory::kept_words(dossier, plan, trajectory::results_of(*session, plan.session, trajectories.today()));
            reply(json_response(200, wire::encode(words)));
        });
    });
}

void Router::State::link_session(std::string trajectory, std::uint32_t organiser, trajectory::LinkSession link, Reply reply) {
    for (const auto* other : trajectories.all())
        for (const auto& linked : other->sessions)
            if (linked.session == link.session && other->id != trajectory) return reply(error_response(409, "already"));
    auto session = link.session;
    trajectories.command(std::move(trajectory), organiser, trajectory::ServerCommand{std::move(link)},
                         [session = std::move(session), reply = std::move(reply)](auto done) mutable {
                             if (done) return reply(json_response(200, wire::encode(wire::IdAnswer{session})));
                             const auto* why = std::get_if<trajectory::Refusal>(&done.error());
                             if (why) return reply(why->reason == trajectory::Reason::not_found ? no_such_plan() : error_response(409, "already"));
                             const bool is_gone = std::get<Trajectories::Trouble>(done.error()) == Trajectories::Trouble::not_found;
                             reply(is_gone ? error_response(404, "no_trajectory") : unavailable());
                         });
}

}  // namespace kiemkring::edge
