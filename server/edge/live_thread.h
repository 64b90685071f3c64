// The live thread as the rest sees it: run something later, wake the hub, hear signals. The Asio behind it stays here.
#pragma once

#include <functional>
#include <memory>

#include "base/time.h"
#include "live/hub.h"

namespace boost::asio {
class io_context;
}

namespace kiemkring::edge {

class PendingWrites;

class LiveThread final : public live::Alarm {
public:
    explicit LiveThread(const base::Clock& clock);
    ~LiveThread() override;

    [[nodiscard]] boost::asio::io_context& context();
    [[nodiscard]] PendingWrites& pending_writes();

    /// From any thread; runs on the live thread, never inside this call. What it tells leaves at once.
    void post(std::move_only_function<void()> work);
    /// Who is woken. Set before run().
    void on_wake(std::function<void()> wake);
    void wake_at(base::Time when) override;
    /// Runs it again and again, at first after one pause.
    void on_every(std::chrono::milliseconds pause, std::function<void()> work);
    /// SIGTERM and SIGINT; only the first one.
    void on_stop_signal(std::function<void()> stop);

    /// Makes the calling thread the live thread until stop().
    void run();
    void stop();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace kiemkring::edge
