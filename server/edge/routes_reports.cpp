// Reports: made and remembered, and which ones were made before.
#include <map>
#include <memory>
#include <ranges>

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

/// A report on its way: written aside, and remembered when it was written for somebody who still waits for it.
struct Router::State::Making : std::enable_shared_from_this<Making> {
    Making(State& the_state, WantedReport asked, Reply answer) : state{the_state}, wanted{std::move(asked)}, reply{std::move(answer)} {}

    void begin() {
        state.hub.reports(wanted.of, [me = shared_from_this()](auto before) {
            const auto& hash = me->ready->made.hash;
            if (before) me->number = me->wanted.only_looks ? store::number_of(hash, *before) : store::next_number(hash, *before);
            me->write([me](Response response) { me->remember(std::move(response)); });
        });
    }

    State& state;
    WantedReport wanted;
    Reply reply;
    std::shared_ptr<ReadyReport> ready;

private:
    void write(Reply done) {
        // The other thread has what it writes, and nothing of whoever asked.
        auto make = [ready = ready, number = number, of = wanted.of, only_looks = wanted.only_looks, brand = printed_brand(state.hub)](report::Course& course) {
            auto file = write_report(*ready, number, brand, course);
            return file ? file_response(std::move(*file), of, only_looks) : unavailable();
        };
        state.report_work.add(wanted.work, wanted.left, std::move(done), std::move(make));
    }
    void remember(Response response) {
        if (wanted.only_looks || response.status != 200 || wanted.left.stop_requested()) return reply(std::move(response));
        ready->made.organiser = wanted.organiser;
        state.hub.note_report(wanted.of, ready->made, [me = shared_from_this(), response = std::move(response)](auto noted) mutable {
            // A disk that is full takes no report away from anybody: it has no number then. Another one may have taken the number meanwhile.
            if (noted.value_or(0) == me->number) return me->reply(std::move(response));
            me->number = noted.value_or(0);
            me->write([me](Response again) { me->reply(std::move(again)); });
        });
    }

    std::uint32_t number{};
};

void Router::State::make_report(WantedReport wanted, std::move_only_function<ReadyReport()> prepare, Reply reply) {
    auto making = std::make_shared<Making>(*this, std::move(wanted), std::move(reply));
    const bool queued = slow_work.add([this, making, prepare = std::move(prepare)]() mutable {
        making->ready = std::make_shared<ReadyReport>(prepare());
        on_live_thread([making] { making->begin(); });
    });
    // The queue keeps what it is given only when it takes the work.
    if (!queued) making->reply(unavailable());
}

void Router::State::list_reports(std::string of, Reply reply, std::move_only_function<std::size_t(domain::Version)> changes_since) {
    hub.reports(std::move(of), [this, reply = std::move(reply), changes_since = std::move(changes_since)](auto reports) mutable {
        if (!reports) return reply(unavailable());
        // Logs are long.
        slowly(std::move(reply), [names = organiser_names(), reports = std::move(*reports), changes_since = std::move(changes_since)]() mutable {
            wire::ReportsAnswer answer;
            std::map<domain::Version, std::uint32_t> changes;
            for (const auto& one : reports | std::views::reverse) {
                const auto by = names.find(one.organiser);
                const auto [known, is_new] = changes.try_emplace(one.version);
                if (is_new) known->second = static_cast<std::uint32_t>(changes_since(one.version));
                answer.reports.push_back({one.number, one.hash, one.made_at, by == names.end() ? std::string{} : by->second, one.readers, one.names,
                                          one.language, one.format, one.parts, known->second});
            }
            return json_response(200, wire::encode(answer));
        });
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
    trajectories.events(id, [this, id, reply = std::move(reply)](auto events) mutable {
        if (!events) return reply(trajectories.summary(id) ? unavailable() : error_response(404, "no_trajectory"));
        list_reports(id, std::move(reply), [events = std::move(*events)](domain::Version version) { return report::changes_since(events, version); });
    });
}

void Router::State::answer_progress(const Request& request, Reply reply) {
    const auto done = report_work.done(request.head.parameter("work"));
    if (!done) return reply(error_response(404, "no_work"));
    reply(json_response(200, wire::encode(wire::ProgressAnswer{*done})).with("Cache-Control", "no-store"));
}

void Router::State::export_progress(Request request, Reply reply) {
    const auto who = asking(request);
    if (auto why_not = lack_of(grip_of(who, hub.summary(session_in(request.head.path))), who)) return reply(std::move(*why_not));
    answer_progress(request, std::move(reply));
}

void Router::State::dossier_progress(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    answer_progress(request, std::move(reply));
}

}  // namespace kiemkring::edge
