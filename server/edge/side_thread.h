// One thread for what rooms do beside the live thread, with a short queue: a room that finds it full asks again a second later.
#pragma once

#include "edge/live_thread.h"
#include "edge/workers.h"
#include "live/aside.h"

namespace kiemkring::edge {

class SideThread final : public live::Aside {
public:
    explicit SideThread(LiveThread& live) : live_(live) {}
    bool run(std::move_only_function<Done()> work) override {
        return workers_.run([this, work = std::move(work)]() mutable { live_.post(work()); });
    }

private:
    LiveThread& live_;
    Workers workers_{1, 8};
};

}  // namespace kiemkring::edge
