// Exports that are made beside everything else: so many and no more, looked at, and stopped when nobody waits for them.
#include <catch2/catch.hpp>

#include <future>

#include "edge/live_thread.h"
#include "edge/report_work.h"

namespace kiemkring::edge {
namespace report_work_test {

/// What a live thread would run, run by hand.
struct ByHand {
    void post(std::move_only_function<void()> what) {
        const std::lock_guard lock{mutex};
        posted.push_back(std::move(what));
        came.notify_one();
    }
    void run_one() {
        std::unique_lock lock{mutex};
        came.wait(lock, [this] { return !posted.empty(); });
        auto what = std::move(posted.front());
        posted.erase(posted.begin());
        lock.unlock();
        what();
    }
    std::mutex mutex;
    std::condition_variable came;
    std::vector<std::move_only_function<void()>> posted;
};

TEST_CASE("Work whose asker left is stopped, and what comes after it is made", "[edge][report]") {
    ByHand live;
    ReportWork work{[&live](auto what) { live.post(std::move(what)); }};
    std::stop_source asker;
    std::promise<void> begun;
    std::vector<int> answers;
    work.add("a", asker.get_token(), [&](Response response) { answers.push_back(response.status); }, [&begun](report::Course& course) {
        course.reached(1, 4);
        begun.set_value();
        while (!course.is_stopped()) std::this_thread::yield();
        return error_response(503, "busy");
    });
    work.add("b", {}, [&](Response response) { answers.push_back(response.status); }, [](report::Course&) { return json_response(200, "{}"); });
    begun.get_future().wait();
    CHECK(work.done("a") == 250U);
    CHECK(work.done("b") == 0U);
    CHECK_FALSE(work.done("c"));
    CHECK_FALSE(work.done(""));
    asker.request_stop();
    live.run_one();
    live.run_one();
    CHECK(answers == std::vector{503, 200});
    CHECK_FALSE(work.done("a"));
}

TEST_CASE("More work than may wait is refused at once", "[edge][report]") {
    ByHand live;
    ReportWork work{[&live](auto what) { live.post(std::move(what)); }};
    std::stop_source asker;
    std::size_t refused = 0;
    for (std::size_t i = 0; i < ReportWork::at_once_max + ReportWork::waiting_max + 3; ++i)
        work.add("", asker.get_token(), [&](Response response) { refused += response.status == 503; }, [](report::Course& course) {
            while (!course.is_stopped()) std::this_thread::yield();
            return json_response(200, "{}");
        });
    CHECK(refused == 3);
    asker.request_stop();
}

TEST_CASE("A server that ends stops what is being made", "[edge][report]") {
    ByHand live;
    bool answered = false;
    {
        ReportWork work{[&live](auto what) { live.post(std::move(what)); }};
        work.add("", {}, [&](Response) { answered = true; }, [](report::Course& course) {
            while (!course.is_stopped()) std::this_thread::yield();
            return json_response(200, "{}");
        });
    }
    while (!live.posted.empty()) live.run_one();
    CHECK_FALSE(answered);
}

}  // namespace report_work_test
}  // namespace kiemkring::edge
