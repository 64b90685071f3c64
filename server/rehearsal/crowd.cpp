#include "rehearsal/crowd.h"

#include <charconv>

#include "base/system_random.h"
#include "rehearsal/phone.h"

namespace asio = boost::asio;

namespace kiemkring::rehearsal {

using namespace std::chrono_literals;

struct Crowd::State {
    Order order;
    std::function<void(const std::string&)> tell;
    base::SystemRandom random;
    asio::io_context context{1};
    std::vector<std::unique_ptr<Phone>> phones;
};

namespace {

/// Nothing when it is not an address and a port.
std::optional<asio::ip::tcp::endpoint> endpoint_of(const std::string& host) {
    const auto colon = host.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    auto address = host.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    std::uint16_t port{};
    if (std::from_chars(host.data() + colon + 1, host.data() + host.size(), port).ec != std::errc{}) return std::nullopt;
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error) return std::nullopt;
    return asio::ip::tcp::endpoint{ip, port};
}

}  // namespace

Crowd::Crowd(Order order, std::function<void(const std::string&)> tell) : state_{std::make_unique<State>()} {
    auto& s = *state_;
    s.order = std::move(order);
    s.tell = std::move(tell);
    if (const auto server = endpoint_of(s.order.host)) {
        Dice arrivals{s.order.seed};
        Milliseconds at{0};
        for (std::uint32_t i = 0; i < s.order.people; ++i) {
            auto& phone = s.phones.emplace_back(std::make_unique<Phone>(
                s.context, s.order, *server, s.random, Person{s.order.seed, i, s.order.people, s.order.language}, s.tell));
            phone->start(at);
            at += std::chrono::duration_cast<Milliseconds>(arrivals.between(200ms, 1500ms) / s.order.pace);
        }
    }
    thread_ = std::thread{[this] {
        state_->context.run();
        over_ = true;
    }};
}

Crowd::~Crowd() {
    state_->context.stop();
    thread_.join();
}

}  // namespace kiemkring::rehearsal
