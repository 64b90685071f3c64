#include "simulation/line.h"

#include <utility>

#include "simulation/audit.h"

namespace kiemkring::simulation {

void Line::send(live::Frame frame) {
    if (is_given_up_) return;
    if (!server_has_it) return world_.complain("client", client.name + " was told something after its close");
    ++world_.totals.frames;
    const auto heard = world_.read(frame);
    audit(world_, world_.disk_, client, *heard);
    auto expected = completes(*heard);
    if (is_silent || !client_has_it) return;

    to_client_at_ = std::max(to_client_at_, world_.now_ + world_.latency());
    world_.later(to_client_at_ - world_.now_, [&world = world_, id = id_, heard, expected = std::move(expected)] {
        const auto line = world.lines_.find(id);
        if (line != world.lines_.end() && !line->second->is_silent) line->second->client.hear(id, world.now_, heard, expected);
    });
}

std::shared_ptr<const Keyed> Line::completes(const Message& message) {
    if (std::holds_alternative<wire::Welcome>(message.said)) awaits_audience_ = awaits_me_ = true;
    const auto* changes = std::get_if<wire::Changes>(&message.said);
    if (!changes) return nullptr;
    const bool is_me = changes->audience == "me";
    if (!std::exchange(is_me ? awaits_me_ : awaits_audience_, false)) return nullptr;
    return std::make_shared<const Keyed>(is_me ? only_for(world_.durable(), client) : seen_by(world_.durable(), client));
}

void Line::close(std::uint16_t code, const std::string&) {
    if (!server_has_it) return;
    server_has_it = false;
    world_.later(base::Milliseconds{0}, [&world = world_, was = connection] {
        if (world.hub_) world.hub_->leave(was);
    });
    hang_up(code);
}

void Line::give_up(std::uint16_t code) {
    is_given_up_ = true;
    close(code, "");
}

void Line::server_dies() {
    if (!server_has_it) return;
    server_has_it = false;
    if (world_.dice.chance(0.7)) hang_up(1006);
}

void Line::hang_up(std::uint16_t code) {
    to_client_at_ = std::max(to_client_at_, world_.now_ + world_.latency());
    world_.later(to_client_at_ - world_.now_, [&world = world_, id = id_, code] {
        const auto line = world.lines_.find(id);
        if (line == world.lines_.end() || line->second->is_silent) return;
        line->second->client_has_it = false;
        line->second->client.hang_up(id, code);
    });
}

}  // namespace kiemkring::simulation
