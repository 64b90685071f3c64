#include "edge/report_work.h"

#include <algorithm>

namespace kiemkring::edge {

ReportWork::~ReportWork() {
    *is_there_ = false;
    for (auto& [number, work] : under_way_) work->course.stop();
}

void ReportWork::add(std::string key, std::stop_token left, Reply reply, Make make) {
    const auto number = ++last_;
    auto work = std::make_shared<Work>();
    work->key = std::move(key);
    work->reply = std::move(reply);
    // What lets go of it is finish(), on this thread: until then the course is there.
    work->when_left.emplace(std::move(left), [course = &work->course] { course->stop(); });
    const bool queued = workers_.run([this, number, work, there = is_there_, make = std::move(make)]() mutable {
        auto response = make(work->course);
        on_live_thread_([this, number, there, response = std::move(response)]() mutable {
            if (*there) finish(number, std::move(response));
        });
    });
    if (queued) under_way_.emplace(number, std::move(work));
    else work->reply(error_response(503, "busy").with("Retry-After", "5"));
}

std::optional<std::uint32_t> ReportWork::done(const std::string& key) const {
    for (const auto& [number, work] : under_way_)
        if (!key.empty() && work->key == key) return work->course.done();
    return std::nullopt;
}

void ReportWork::finish(std::uint64_t number, Response response) {
    const auto work = under_way_.extract(number);
    work.mapped()->reply(std::move(response));
}

}  // namespace kiemkring::edge
