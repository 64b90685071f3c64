// Between the listener and the two kinds of connection; of no use outside edge.
#pragma once

#include <boost/asio/generic/stream_protocol.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "base/time.h"
#include "edge/connections.h"
#include "edge/http.h"
#include "edge/pending_writes.h"
#include "edge/settings.h"
#include "live/hub.h"

namespace kiemkring::edge {

class Router;

using Socket = boost::asio::generic::stream_protocol::socket;

/// What every connection needs; outlives them all.
struct Surroundings {
    const Settings& settings;
    live::Hub& hub;
    const base::Clock& clock;
    Router& router;
    std::shared_ptr<Connections> connections;
    OwnNames& names;
    PendingWrites& pending_writes;
    std::array<std::uint8_t, 16 * 1024> read_buffer{};  ///< for whoever reads at the moment
};

enum class Welcome { served, refused };

/// Takes over an accepted socket. `address` is "local" for the unix socket. A refused one is told 503.
void start_http(Socket socket, std::string address, Welcome welcome, Surroundings& surroundings);

/// Takes over a socket whose upgrade was found in order. `early` is what the client sent behind the head.
void start_websocket(Socket socket, const RequestHead& head, std::string early, const std::string& client_address,
                     Surroundings& surroundings);

}  // namespace kiemkring::edge
