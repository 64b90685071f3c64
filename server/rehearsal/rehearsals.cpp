#include "rehearsal/rehearsals.h"

namespace kiemkring::rehearsal {

bool Rehearsals::fill(const std::string& session, Order order) {
    std::erase_if(crowds_, [](const auto& crowd) { return crowd.second->is_over(); });
    if (crowds_.contains(session)) return true;
    if (crowds_.size() >= at_once_max) return false;
    crowds_[session] = std::make_unique<Crowd>(std::move(order));
    return true;
}

}  // namespace kiemkring::rehearsal
