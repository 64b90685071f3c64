// What the server said, read once for everybody who gets the same frame.
#pragma once

#include <memory>

#include "live/member.h"
#include "wire/server_message.h"

namespace kiemkring::simulation {

struct Message {
    live::Frame frame;
    wire::ServerMessage said;
    std::vector<std::string> keys;  ///< of the records of `put`
};
using Heard = std::shared_ptr<const Message>;

}  // namespace kiemkring::simulation
