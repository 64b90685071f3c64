// Sessions played back. A few are kept folded, and read again as soon as their log has grown: what was erased is in no memory.

#include <algorithm>

#include "live/hub_state.h"

namespace kiemkring::live {

Hub::State::PlayedBack& Hub::State::keep_replay(const domain::SessionId& id, store::StoredSession stored, domain::Version until) {
    replays.erase(id);
    if (replays.size() >= replays_max)
        replays.erase(std::ranges::min_element(
            replays, {}, [](const auto& kept) { return kept.second.used_at; }));
    const domain::Version log = stored.events.size();
    if (until > 0 && until < log) stored.events.resize(until);
    return replays.emplace(id, PlayedBack{Replay{std::move(stored)}, log, clock.now()}).first->second;
}

std::pair<std::uint64_t, std::uint64_t> Hub::State::turn_of(const domain::SessionId& id) const {
    const auto room = rooms.find(id);
    if (room == rooms.end()) return {};
    return {room->second.serial, room->second.turns};
}

void Hub::replay(domain::SessionId session, ReplayWish wish, Done<std::expected<std::string, StoreTrouble>> done) {
    auto* state = state_.get();
    const auto answer = [wish](Replay& replay) { return wish.frame ? replay.part(*wish.frame) : replay.outline(); };
    const auto kept = state->replays.find(session);
    const auto until = [wish](domain::Version log) { return wish.version > 0 ? std::min(wish.version, log) : log; };
    if (kept != state->replays.end() && kept->second.replay.version() == until(kept->second.log)) {
        kept->second.used_at = state->clock.now();
        return state->post([done = std::move(done), text = answer(kept->second.replay)]() mutable { done(std::move(text)); });
    }
    state->events.load(session, state->counted<std::expected<store::StoredSession, store::LoadError>>(
        [state, session, wish, answer, turn = state->turn_of(session), done = std::move(done)](auto stored) mutable {
            if (!stored)
                return done(std::unexpected{stored.error() == store::LoadError::not_found ? StoreTrouble::not_found
                                                                                         : StoreTrouble::unavailable});
            if (stored->events.size() > Replay::events_max) return done(std::unexpected{StoreTrouble::too_long});
            auto text = answer(state->keep_replay(session, std::move(*stored), wish.version).replay);
            if (state->turn_of(session) != turn) state->replays.erase(session);
            done(std::move(text));
        }));
}

}  // namespace kiemkring::live
