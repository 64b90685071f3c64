// Somebody a room talks to: a socket at the edge, or a phone of the simulation.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace kiemkring::live {

/// One message, encoded once and shared by everybody it goes to. Text of the protocol, without framing.
using Frame = std::shared_ptr<const std::string>;

/// Implemented by the edge. Called on the live thread only.
class Member {
public:
    virtual ~Member() = default;
    /// Queues a frame; never blocks, never calls back into the room. Bounded by the member itself (1 MiB, 15 s).
    virtual void send(Frame frame) = 0;
    /// Sends what is queued, then closes with this code.
    virtual void close(std::uint16_t code, const std::string& reason) = 0;
};

}  // namespace kiemkring::live
