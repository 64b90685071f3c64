#include "simulation/truth.h"

#include "simulation/world.h"

namespace kiemkring::simulation {

namespace {

domain::Audience audience_of(live::Role role) {
    switch (role) {
        case live::Role::participant: return domain::Audience::participant;
        case live::Role::facilitator: return domain::Audience::facilitator;
        case live::Role::helper: return domain::Audience::helper;
        case live::Role::screen: break;
    }
    return domain::Audience::screen;
}

}  // namespace

Keyed seen_by(const domain::Session& session, const Client& client) {
    Keyed records;
    for (const auto& key : domain::all_keys(session))
        if (auto record = domain::project(session, audience_of(client.role), key))
            records.emplace(wire::record_key(key), std::move(*record));
    return records;
}

Keyed only_for(const domain::Session& session, const Client& client) {
    Keyed records;
    if (client.role == live::Role::participant)
        for (const auto& key : domain::own_keys(session, session.seat_of(client.person)))
            if (auto record = domain::project_own(session, key)) records.emplace(wire::record_key(key), std::move(*record));
    return records;
}

void compare(World& world, const Client& client, const Records& has, const Keyed& expected) {
    for (const auto& [key, record] : expected) {
        const auto found = has.by_key.find(key);
        if (found == has.by_key.end()) world.complain("agree", client.name + " misses " + key);
        else if (*found->second != record) world.complain("agree", client.name + " has another " + key);
    }
    for (const auto& [key, record] : has.by_key)
        if (!expected.contains(key)) world.complain("agree", client.name + " still has " + key);
}

}  // namespace kiemkring::simulation
