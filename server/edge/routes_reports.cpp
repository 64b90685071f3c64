// Reports: made and remembered, and which ones were made before.
#include <algorithm>

#include <fmt/format.h>

#include "edge/brand.h"
#include "edge/router_state.h"
#include "report/changes.h"
#include "wire/http_bodies.h"

namespace kiemkring::edge {

Response file_response(ExportedFile file, const std::string& id, bool to_look_at) {
    Response response;
    response.body = std::move(file.bytes);
    response.with("Content-Type", std::string{file.content_type})
        .with("Content-Disposition", fmt::format("{}; filename=\"kiemkring-{}.{}\"", to_look_at ? "inline" : "attachment", id, file.extension))
        .with("Cache-Control", "no-store");
    return response;
}

void Router::State::make_report(WantedReport asked, std::move_only_function<ReadyReport()> prepare, Reply reply) {
    // The queue keeps what it is given only when it takes the work.
    auto kept = std::make_shared<Reply>(std::move(reply));
    auto wanted = std::make_shared<WantedReport>(std::move(asked));
    const auto write = [this, kept, wanted](std::shared_ptr<ReadyReport> ready, std::uint32_t number) {
        report_work.add(wanted->work, wanted->left, std::move(*kept), [ready, number, wanted, brand = printed_brand(hub)](report::Course& course) {
            auto file = write_report(std::move(*ready), number, brand, course);
            return file ? file_response(std::move(*file), wanted->of, wanted->only_looks) : unavailable();
        });
    };
    const bool queued = slow_work.add([this, wanted, write, prepare = std::move(prepare)]() mutable {
        on_live_thread([this, wanted, write, ready = std::make_shared<ReadyReport>(prepare())] {
            ready->made.organiser = wanted->organiser;
            // A disk that is full takes no report away from anybody: it has no number then.
            if (!wanted->only_looks) return hub.note_report(wanted->of, ready->made, [write, ready](auto number) { write(ready, number.value_or(0)); });
            hub.reports(wanted->of, [write, ready](auto reports) {
                std::uint32_t number = 0;
                if (reports)
                    for (const auto& one : *reports)
                        if (one.hash == ready->made.hash) number = one.number;
                write(ready, number);
            });
        });
    });
    if (!queued) (*kept)(unavailable());
}

void Router::State::list_reports(std::string of, Reply reply, std::move_only_function<std::size_t(domain::Version)> changes_since) {
    hub.reports(std::move(of), [this, reply = std::move(reply), changes_since = std::move(changes_since)](auto reports) mutable {
        if (!reports) return reply(unavailable());
        const auto names = organiser_names();
        wire::ReportsAnswer answer;
        for (auto one = reports->rbegin(); one != reports->rend(); ++one) {
            const auto by = names.find(one->organiser);
            answer.reports.push_back({one->number, one->hash, one->made_at, by == names.end() ? std::string{} : by->second, one->readers, one->names,
                                      one->language, one->format, one->parts, static_cast<std::uint32_t>(changes_since(one->version))});
        }
        reply(json_response(200, wire::encode(answer)));
    });
}

void Router::State::session_reports(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    if (auto why_not = lack_of(grip_of(who, hub.summary(id)), who)) return reply(std::move(*why_not));
    hub.read(id, [this, id, reply = std::move(reply)](auto stored) mutable {
        if (!stored) return reply(stored.error() == live::StoreTrouble::not_found ? no_such_session() : unavailable());
        list_reports(id, std::move(reply), [events = std::move(stored->events)](domain::Version version) { return report::changes_since(events, version); });
    });
}

void Router::State::trajectory_reports(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    const auto id = trajectory_in(request.head.path);
    trajectories.look(id, std::nullopt, [this, id, reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(trajectories.summary(id) ? unavailable() : error_response(404, "no_trajectory"));
        list_reports(id, std::move(reply), [dossier = *shown](domain::Version version) { return report::changes_since(dossier, version); });
    });
}

}  // namespace kiemkring::edge
