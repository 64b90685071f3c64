// The edge of the server: listens, and speaks HTTP and WebSocket with whoever comes. Everything on the live thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "edge/settings.h"
#include "live/hub.h"
#include "live/trajectories.h"

namespace kiemkring::edge {

class LiveThread;

class Edge {
public:
    Edge(LiveThread& live, Settings settings, live::Hub& hub, live::Trajectories& trajectories, const base::Clock& clock);
    /// After the live thread has stopped.
    ~Edge();

    /// Binds and listens. What went wrong, in words, or nothing.
    [[nodiscard]] std::optional<std::string> listen();
    /// The ports it listens on, in the order of the settings.
    [[nodiscard]] std::vector<std::uint16_t> ports() const;

    /// Accepts nobody any more, lets the hub close its members with 1012, waits a little for the goodbyes; then `done`.
    void stop(std::function<void()> done);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace kiemkring::edge
