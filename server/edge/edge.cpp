#include "edge/edge.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/log.h"
#include "edge/live_thread.h"
#include "edge/router.h"
#include "edge/sockets.h"

namespace asio = boost::asio;
using asio::ip::tcp;
using Local = asio::local::stream_protocol;
using boost::system::error_code;

namespace kiemkring::edge {
namespace {

std::string text_of(const tcp::endpoint& endpoint) {
    const auto address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

/// Accepts as long as it is open. `take` gets each socket.
template <class Protocol>
class Acceptor {
public:
    using Accepted = typename Protocol::socket;
    Acceptor(asio::io_context& live, milliseconds pause) : acceptor_{live}, timer_{live}, pause_{pause} {}

    typename Protocol::acceptor& socket() { return acceptor_; }

    void run(std::function<void(Accepted)> take) {
        take_ = std::move(take);
        next();
    }
    void close() {
        error_code ignored;
        acceptor_.close(ignored);
        timer_.cancel();
    }

private:
    void next() {
        acceptor_.async_accept([this](error_code error, Accepted socket) {
            if (!acceptor_.is_open() || error == asio::error::operation_aborted) return;
            if (!error) {
                take_(std::move(socket));
                return next();
            }
            if (error == asio::error::connection_aborted) return next();
            // Out of descriptors or memory: trying again at once would only burn the processor.
            base::log("accept: {}; waiting {} ms", error.message(), pause_.count());
            timer_.expires_after(pause_);
            timer_.async_wait([this](error_code cancelled) {
                if (!cancelled) next();
            });
        });
    }

    typename Protocol::acceptor acceptor_;
    asio::steady_timer timer_;
    milliseconds pause_;
    std::function<void(Accepted)> take_;
};

std::vector<HostPort> with_ports(std::vector<HostPort> listen, const std::vector<std::uint16_t>& ports) {
    for (std::size_t i = 0; i < listen.size() && i < ports.size(); ++i) listen[i].port = ports[i];
    return listen;
}

}  // namespace

struct Edge::State {
    State(LiveThread& live_thread, Settings chosen, live::Hub& the_hub, live::Trajectories& the_trajectories,
          const base::Clock& the_clock)
        : live{live_thread},
          settings{std::move(chosen)},
          hub{the_hub},
          trajectories{the_trajectories},
          clock{the_clock},
          connections{std::make_shared<Connections>(settings.connections_max, settings.unauthenticated_per_address_max)},
          passphrases{[this](Passphrases::Work work) { live.post(std::move(work)); }},
          timer{live.context()},
          deadlines{live.context()} {}

    void accepted(tcp::socket socket) {
        error_code error;
        const auto remote = socket.remote_endpoint(error);
        if (error) return;
        socket.set_option(tcp::no_delay{true}, error);
        socket.set_option(tcp::socket::send_buffer_size{static_cast<int>(settings.send_buffer_bytes)}, error);
        take(std::move(socket), text_of(remote));
    }

    void take(Socket socket, std::string address) {
        if (connections->is_overfull()) return;
        const bool refused = address != "local" && (connections->is_full() || connections->is_full_for(address));
        start_http(std::move(socket), std::move(address), refused ? Welcome::refused : Welcome::served, *surroundings);
    }

    std::optional<std::string> listen_local() {
        ::unlink(settings.local_socket.c_str());
        auto& socket = local.emplace_back(std::make_unique<Acceptor<Local>>(live.context(), settings.times.accept_pause))->socket();
        error_code error;
        socket.open(Local{}, error);
        // Nobody else may get in between bind and chmod.
        const auto before = ::umask(0177);
        if (!error) socket.bind(Local::endpoint{settings.local_socket}, error);
        ::umask(before);
        if (!error) socket.listen(16, error);
        if (error) return fmt::format("cannot listen on {}: {}", settings.local_socket, error.message());
        return std::nullopt;
    }

    std::optional<std::string> listen_on(const HostPort& where) {
        error_code error;
        const auto address = asio::ip::make_address(where.host == "localhost" ? "127.0.0.1" : where.host, error);
        if (error) return fmt::format("{} is not an address of this machine", where.host);
        const tcp::endpoint endpoint{address, where.port};
        auto& socket = public_.emplace_back(std::make_unique<Acceptor<tcp>>(live.context(), settings.times.accept_pause))->socket();
        socket.open(endpoint.protocol(), error);
        if (!error) socket.set_option(tcp::acceptor::reuse_address{true}, error);
        if (!error && address.is_v6()) socket.set_option(asio::ip::v6_only{false}, error);
        if (!error) socket.bind(endpoint, error);
        if (!error) socket.listen(4096, error);
        if (error) return fmt::format("cannot listen on {}:{}: {}", where.host, where.port, error.message());
        ports.push_back(socket.local_endpoint().port());
        return std::nullopt;
    }

    void look_at_deadlines() {
        deadlines.expires_after(settings.times.tick);
        deadlines.async_wait([this](error_code cancelled) {
            if (cancelled) return;
            connections->look_at_deadlines(std::chrono::steady_clock::now());
            look_at_deadlines();
        });
    }

    /// Done when everybody has gone; who has not after three seconds is cut off.
    void wait_for_goodbyes(int rounds_left) {
        if (rounds_left == 0) connections->abandon_all();
        if (connections->count() == 0 || rounds_left < -20) {
            deadlines.cancel();
            auto finished = std::move(stopped);
            return finished();
        }
        timer.expires_after(milliseconds{50});
        timer.async_wait([this, rounds_left](error_code) { wait_for_goodbyes(rounds_left - 1); });
    }

    LiveThread& live;
    Settings settings;
    live::Hub& hub;
    live::Trajectories& trajectories;
    const base::Clock& clock;
    std::shared_ptr<Connections> connections;
    Passphrases passphrases;
    asio::steady_timer timer, deadlines;
    std::vector<std::uint16_t> ports;
    std::vector<std::unique_ptr<Acceptor<tcp>>> public_;
    std::vector<std::unique_ptr<Acceptor<Local>>> local;
    std::optional<OwnNames> names;
    std::optional<Router> router;
    std::optional<Surroundings> surroundings;
    std::function<void()> stopped;
};

Edge::Edge(LiveThread& live, Settings settings, live::Hub& hub, live::Trajectories& trajectories, const base::Clock& clock)
    : state_{std::make_unique<State>(live, std::move(settings), hub, trajectories, clock)} {}

// Connections that nobody stopped leave the hub while it is there.
Edge::~Edge() { state_->connections->abandon_all(); }

std::optional<std::string> Edge::listen() {
    auto& s = *state_;
    for (const auto& where : s.settings.listen)
        if (auto trouble = s.listen_on(where)) return trouble;
    if (!s.settings.local_socket.empty())
        if (auto trouble = s.listen_local()) return trouble;

    s.names.emplace(with_ports(s.settings.listen, s.ports), s.settings.public_origin);
    s.router.emplace(s.settings, s.hub, s.trajectories, s.clock, *s.names, s.passphrases,
                     [&live = s.live](std::move_only_function<void()> work) { live.post(std::move(work)); });
    s.surroundings.emplace(Surroundings{s.settings, s.hub, s.clock, *s.router, s.connections, *s.names, s.live.pending_writes(), {}});
    s.look_at_deadlines();
    for (auto& acceptor : s.public_) acceptor->run([&s](tcp::socket socket) { s.accepted(std::move(socket)); });
    for (auto& acceptor : s.local) acceptor->run([&s](Local::socket socket) { s.take(std::move(socket), "local"); });
    return std::nullopt;
}

std::vector<std::uint16_t> Edge::ports() const { return state_->ports; }

void Edge::stop(std::function<void()> done) {
    auto& s = *state_;
    s.stopped = std::move(done);
    for (auto& acceptor : s.public_) acceptor->close();
    for (auto& acceptor : s.local) acceptor->close();
    if (!s.settings.local_socket.empty()) ::unlink(s.settings.local_socket.c_str());
    s.trajectories.stop();
    s.hub.drain([&s] {
        s.connections->stop_all();
        s.wait_for_goodbyes(60);
    });
}

}  // namespace kiemkring::edge
