#include "edge/live_thread.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <csignal>
#include <utility>

namespace asio = boost::asio;
using boost::system::error_code;

namespace kiemkring::edge {

struct LiveThread::State {
    explicit State(const base::Clock& the_clock) : clock{the_clock} {}

    const base::Clock& clock;
    asio::io_context context{1};
    asio::steady_timer alarm{context};
    asio::signal_set signals{context};
    std::function<void()> wake;
    bool will_wake{};
    asio::steady_timer regular{context};

    void wait_for_regular(std::chrono::milliseconds pause, std::function<void()> work) {
        regular.expires_after(pause);
        regular.async_wait([this, pause, work = std::move(work)](error_code cancelled) mutable {
            if (cancelled) return;
            work();
            wait_for_regular(pause, std::move(work));
        });
    }
};

LiveThread::LiveThread(const base::Clock& clock) : state_{std::make_unique<State>(clock)} {}
LiveThread::~LiveThread() = default;

asio::io_context& LiveThread::context() { return state_->context; }

void LiveThread::post(std::move_only_function<void()> work) {
    asio::post(state_->context, [work = std::move(work)]() mutable { work(); });
}

void LiveThread::on_wake(std::function<void()> wake) { state_->wake = std::move(wake); }

void LiveThread::wake_at(base::Time when) {
    if (when <= state_->clock.now()) {
        if (std::exchange(state_->will_wake, true)) return;
        return asio::post(state_->context, [state = state_.get()] {
            state->will_wake = false;
            if (state->wake) state->wake();
        });
    }
    state_->alarm.expires_after(std::max(base::Milliseconds{0}, when - state_->clock.now()));
    state_->alarm.async_wait([state = state_.get()](error_code cancelled) {
        if (!cancelled && state->wake) state->wake();
    });
}

void LiveThread::on_every(std::chrono::milliseconds pause, std::function<void()> work) {
    state_->wait_for_regular(pause, std::move(work));
}

void LiveThread::on_stop_signal(std::function<void()> stop) {
    state_->signals.add(SIGTERM);
    state_->signals.add(SIGINT);
    state_->signals.async_wait([state = state_.get(), stop = std::move(stop)](error_code cancelled, int) {
        if (cancelled) return;
        state->signals.clear();  // a second one ends us the hard way
        stop();
    });
}

void LiveThread::run() {
    const auto stay = asio::make_work_guard(state_->context);
    state_->context.restart();
    state_->context.run();
}

void LiveThread::stop() { state_->context.stop(); }

}  // namespace kiemkring::edge
