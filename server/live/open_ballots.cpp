#include "live/open_ballots.h"

#include <map>
#include <set>

namespace kiemkring::live {

store::StoredSession without_open_ballots(store::StoredSession session) {
    session.links.clear();

    std::set<domain::VoteId> open;
    for (const auto& happened : session.events)
        if (const auto* set = std::get_if<domain::VoteSet>(&happened.what)) {
            if (set->now.status == domain::VoteStatus::open) open.insert(set->vote);
            else open.erase(set->vote);
        }
    const auto stays = [&](const domain::Happened& happened) {
        if (const auto* cast = std::get_if<domain::VoteCast>(&happened.what)) return !open.contains(cast->vote);
        if (const auto* back = std::get_if<domain::VoteRetracted>(&happened.what)) return !open.contains(back->vote);
        return true;
    };

    std::vector<domain::Happened> events;
    std::map<std::uint64_t, std::uint64_t> actions;  // the old number of each command -> the new one
    for (auto& happened : session.events) {
        if (!stays(happened)) continue;
        happened.version = events.size() + 1;
        happened.action = actions.try_emplace(happened.action, happened.version).first->second;
        if (auto* undone = std::get_if<domain::ActionUndone>(&happened.what))
            if (const auto known = actions.find(undone->action); known != actions.end()) undone->action = known->second;
        events.push_back(std::move(happened));
    }
    session.events = std::move(events);
    if (session.summary) session.summary->version = session.events.size();
    return session;
}

}  // namespace kiemkring::live
