// A connection: what the server holds of it (a Member of a room) and what the client holds.
#pragma once

#include "simulation/truth.h"
#include "simulation/world.h"

namespace kiemkring::simulation {

class Line final : public live::Member {
public:
    Line(World& world, Client& whose, std::uint64_t number)
        : client(whose), heard_at(world.now()), world_(world), id_(number) {}

    void send(live::Frame frame) override;
    void close(std::uint16_t code, const std::string& reason) override;
    /// The edge closes it by itself; the room hears of it a little later.
    void give_up(std::uint16_t code);
    void server_dies();

    Client& client;
    bool server_has_it = true, client_has_it = true, is_silent = false;
    live::Hub::ConnectionId connection = 0;
    base::Time heard_at, to_server_at{};

private:
    void hang_up(std::uint16_t code);
    /// What the client must have once it heard this, when that is what makes it complete again.
    std::shared_ptr<const Keyed> completes(const Message& message);

    World& world_;
    std::uint64_t id_;
    base::Time to_client_at_{};
    bool is_given_up_{}, awaits_audience_{}, awaits_me_{};
};

}  // namespace kiemkring::simulation
