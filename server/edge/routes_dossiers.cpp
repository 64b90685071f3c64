// Whole trajectories as files: out, some at a time, and in, one at a time; and one as a report.
#include "base/log.h"
#include "edge/router_state.h"
#include "wire/trajectory.h"

namespace kiemkring::edge {
namespace {

namespace trajectory = domain::trajectory;
using live::Trajectories, live::TrajectoryId;

/// Above this the rest is asked for again.
constexpr std::size_t answer_bytes_max = 4 * 1024 * 1024;

/// The dossiers that are asked for, read one after the other: what one of them needs in memory is all that is needed.
struct Going : std::enable_shared_from_this<Going> {
    Going(Trajectories& trajectories, std::vector<TrajectoryId> asked_ids, Reply to)
        : known{trajectories}, ids{std::move(asked_ids)}, reply{std::move(to)} {}

    void go_on() {
        while (at < ids.size() && !known.summary(ids[at])) ++at;  // erased meanwhile
        if (at == ids.size() || text.size() > answer_bytes_max) return finish();
        const auto version = known.summary(ids[at])->version;
        known.look_back(ids[at], version, [going = shared_from_this()](auto then) {
            if (!then && then.error() != Trajectories::Trouble::not_found) return going->reply(unavailable());
            if (then) going->text += (going->text.empty() ? "" : ",") + wire::encode(trajectory::file_of(*then));
            ++going->at;
            going->go_on();
        });
    }
    void finish() { reply(json_response(200, "{\"done\":" + std::to_string(at) + ",\"dossiers\":[" + text + "]}")); }

    Trajectories& known;
    std::vector<TrajectoryId> ids;
    Reply reply;
    std::size_t at{};
    std::string text;
};

}  // namespace

void Router::State::export_dossiers(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto ids = wire::read_dossiers_asked(request.body);
    if (!ids) return reply(error_response(422, "bad_args"));
    std::make_shared<Going>(trajectories, std::move(*ids), std::move(reply))->go_on();
}

void Router::State::import_dossier(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto brought = wire::read_dossier(request.body);
    const auto refused = [&](const std::optional<trajectory::Refusal>& why) {
        reply(why ? json_response(422, wire::encode(*why)) : error_response(422, "bad_args"));
    };
    if (!brought) return refused(brought.error());
    auto events = trajectory::events_of(std::move(brought->file));
    if (!events) return refused(events.error());
    trajectories.bring_in(who.organiser->id, std::move(brought->key), std::move(*events), [reply = std::move(reply)](auto made) mutable {
        if (made) {
            base::log("trajectory {} brought in", *made);
            return reply(json_response(201, wire::encode(wire::IdAnswer{*made})));
        }
        const auto* trouble = std::get_if<Trajectories::Trouble>(&made.error());
        reply(trouble && *trouble == Trajectories::Trouble::too_many ? error_response(409, "too_many") : unavailable());
    });
}

void Router::State::export_dossier(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    auto choice = dossier_export_choice([&request](std::string_view name) { return request.head.parameter(name); });
    if (!choice) return reply(error_response(400, "bad_format"));
    const bool only_looks = choice->format == ExportFormat::html && request.head.parameter("look") == "1";
    const auto id = trajectory_in(request.head.path);
    WantedReport wanted{id, who.organiser ? who.organiser->id : 0, only_looks, request.head.parameter("work"), std::move(request.left)};
    const auto missing = [this, id] { return trajectories.summary(id) ? unavailable() : error_response(404, "no_trajectory"); };
    trajectories.look(id, std::nullopt, [this, id, missing, wanted = std::move(wanted), choice = std::move(*choice), reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(missing());
        auto dossier = std::make_shared<WholeDossier>(*shown, std::vector<domain::PictureRow>{}, organiser_names(), hub.concepts());
        trajectories.pictures(id, [this, missing, wanted = std::move(wanted), dossier, choice = std::move(choice), reply = std::move(reply)](auto pictures) mutable {
            if (!pictures) return reply(missing());
            dossier->pictures = std::move(*pictures);
            if (!is_report(choice))
                return report_work.add(std::move(wanted.work), std::move(wanted.left), std::move(reply),
                                       [dossier, id = wanted.of, choice = std::move(choice), now = clock.now()](report::Course& course) {
                                           auto file = export_dossier_as(choice, *dossier, now, course);
                                           if (!file) return file.error() == ExportTrouble::no_day ? error_response(409, "no_day") : unavailable();
                                           return file_response(std::move(*file), id, false);
                                       });
            make_report(std::move(wanted), [dossier, choice = std::move(choice), now = clock.now()] { return ready_report(choice, *dossier, now); },
                        std::move(reply));
        });
    });
}

}  // namespace kiemkring::edge
