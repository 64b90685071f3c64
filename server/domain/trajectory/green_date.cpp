#include <algorithm>

#include "domain/trajectory/gates.h"

namespace kiemkring::domain::trajectory {
namespace {

bool has_role(const Trajectory& trajectory, std::initializer_list<ContactRole> roles) {
    return std::ranges::any_of(trajectory.all<Contact>(), [&](const auto& contact) {
        return std::ranges::find(roles, contact.second->role) != roles.end();
    });
}

}  // namespace

std::vector<Missing> missing_at_green_date(const Trajectory& trajectory) {
    std::vector<Missing> lacks;
    const auto need = [&](bool is_there, Lack what, EntryId entry = {}) {
        if (!is_there) lacks.push_back({what, entry});
    };
    const auto* place = trajectory.one<Place>();
    need(place, Lack::place_name);
    const bool is_park = place && place->sort == PlaceKind::business_park;
    const auto companies = trajectory.all<Company>().size();
    if (is_park) {
        // A park needs somebody who speaks for it and at least two companies; a single company does not.
        need(has_role(trajectory, {ContactRole::park_manager, ContactRole::process_director}), Lack::park_manager);
        need(companies >= 2, Lack::second_company);
    }
    const bool has_contact = has_role(trajectory, {ContactRole::contact_person});
    need(has_contact, Lack::contact_person);
    for (const auto& [id, contact] : trajectory.all<Contact>())
        if (contact->role == ContactRole::contact_person) need(contact->hours_a_week > 0, Lack::hours, id);
    const auto* support = trajectory.one<Support>();
    need(support && support->budget > 0, Lack::budget);
    need(support && !support->colleagues.empty(), Lack::communication);
    for (const auto& [id, factor] : trajectory.all<Factor>()) need(factor->colour == Colour::green, Lack::factor, id);
    // Nobody takes one away any more; in earlier trajectories it may have gone.
    for (const auto id : trajectory.first_factors) need(trajectory.entries.contains(id), Lack::factor_gone, id);
    return lacks;
}

}  // namespace kiemkring::domain::trajectory
