// What can be set about the edge, with the values it has unless somebody says otherwise.
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "edge/addresses.h"

namespace kiemkring::edge {

using std::chrono::milliseconds;

struct Times {
    milliseconds head{10'000};           ///< for the whole head of a request
    milliseconds body{20'000};           ///< for the whole body; four times that for an import
    milliseconds keep_alive{15'000};     ///< between two requests
    milliseconds answer{60'000};         ///< for the client to take the answer
    milliseconds lingering{1'000};       ///< after an answer that ends the connection, so that it can be read
    milliseconds hello{5'000};           ///< after the upgrade
    milliseconds message{10'000};        ///< for a whole message
    milliseconds idle{40'000};           ///< without a byte
    milliseconds beat{10'000};           ///< between two beats of ours
    milliseconds outbox{15'000};         ///< for one frame to leave
    milliseconds closing{3'000};         ///< for the closing handshake
    milliseconds tick{500};              ///< how often WebSockets look at their deadlines
    milliseconds accept_pause{200};      ///< after an accept that failed for lack of descriptors
};

struct Settings {
    std::vector<HostPort> listen;            ///< port 0 takes a free one
    std::string local_socket;                ///< path of the unix socket for the command line; empty: none
    std::optional<Origin> public_origin;
    std::vector<Network> trusted_proxies;
    std::size_t connections_max{4'000};
    std::size_t unauthenticated_per_address_max{64};
    std::size_t wrong_codes_per_address_minute{10};
    std::size_t wrong_codes_per_minute{60};
    /// Writes a backup into a new file; the error is a sentence.
    std::function<void(std::filesystem::path file, std::move_only_function<void(std::expected<void, std::string>)> done)> backup;
    /// Lets simulated people into a rehearsal, who come in as phones do. Whether they may come: others may be too many.
    struct Rehearsal { std::string session, door, host, language; std::uint32_t people{}; };
    std::function<bool(const Rehearsal&)> rehearse;
    std::filesystem::path decoder;           ///< the program that reads pictures
    std::uint32_t seats_max{30};             ///< of a new session
    std::size_t log_ins_per_address_minute{10};
    std::size_t outbox_bytes_max{1 << 20};
    std::size_t send_buffer_bytes{256 << 10};  ///< of the kernel, so that a reader that stopped is noticed
    Times times;
};

}  // namespace kiemkring::edge
