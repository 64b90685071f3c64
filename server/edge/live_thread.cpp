#include "edge/live_thread.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <csignal>
#include <list>
#include <utility>

#include "edge/pending_writes.h"

namespace asio = boost::asio;
using boost::system::error_code;

namespace kiemkring::edge {

/// Before what is due is done: one for what came meanwhile, one for what that brought, one for good measure.
constexpr int looks_at_sockets = 3;

struct LiveThread::State {
    explicit State(const base::Clock& the_clock) : clock{the_clock} {}

    const base::Clock& clock;
    asio::io_context context{1};
    PendingWrites pending_writes{context};
    asio::steady_timer alarm{context};
    asio::signal_set signals{context};
    std::function<void()> wake;
    bool will_wake{};
    std::list<asio::steady_timer> regulars;  ///< a list: each stays where it is

    /// After that many looks at the sockets: what they bring meanwhile belongs to the same moment.
    void wake_soon(int looks) {
        asio::post(context, [this, looks] {
            if (looks > 1) return wake_soon(looks - 1);
            will_wake = false;
            if (wake) wake();
        });
    }

    void wait_for_regular(asio::steady_timer& timer, std::chrono::milliseconds pause, std::function<void()> work) {
        timer.expires_after(pause);
        timer.async_wait([this, &timer, pause, work = std::move(work)](error_code cancelled) mutable {
            if (cancelled) return;
            work();
            wait_for_regular(timer, pause, std::move(work));
        });
    }
};

LiveThread::LiveThread(const base::Clock& clock) : state_{std::make_unique<State>(clock)} {}
LiveThread::~LiveThread() = default;

asio::io_context& LiveThread::context() { return state_->context; }
PendingWrites& LiveThread::pending_writes() { return state_->pending_writes; }

void LiveThread::post(std::move_only_function<void()> work) {
    asio::post(state_->context, [state = state_.get(), work = std::move(work)]() mutable {
        work();
        state->pending_writes.write_all();
    });
}

void LiveThread::on_wake(std::function<void()> wake) { state_->wake = std::move(wake); }

void LiveThread::wake_at(base::Time when) {
    if (when <= state_->clock.now()) {
        if (std::exchange(state_->will_wake, true)) return;
        return state_->wake_soon(looks_at_sockets);
    }
    state_->alarm.expires_after(std::max(base::Milliseconds{0}, when - state_->clock.now()));
    state_->alarm.async_wait([state = state_.get()](error_code cancelled) {
        if (!cancelled && state->wake) state->wake();
    });
}

void LiveThread::on_every(std::chrono::milliseconds pause, std::function<void()> work) {
    state_->wait_for_regular(state_->regulars.emplace_back(state_->context), pause, std::move(work));
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
