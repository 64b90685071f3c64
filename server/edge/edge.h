// The edge of the server: listens, and speaks HTTP and WebSocket with whoever comes. Everything on the thread that runs the
// io_context.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "edge/settings.h"
#include "live/hub.h"

namespace boost::asio {
class io_context;
}

namespace kiemkring::edge {

class Edge {
public:
    Edge(boost::asio::io_context& live, Settings settings, live::Hub& hub, const base::Clock& clock);
    /// After the io_context has stopped.
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
