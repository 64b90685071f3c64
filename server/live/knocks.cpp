#include "live/knocks.h"

#include <algorithm>

namespace kiemkring::live {

namespace {

const std::string& token_of(const Knocks::Knock& knock) { return knock.who.token_hash; }

}  // namespace

Knocks::Answer Knocks::knock(const domain::Join& who, base::Time now) {
    forget_silent(now);
    if (std::ranges::find(turned_away_, who.token_hash, token_of) != turned_away_.end()) return Answer::turned_away;

    const auto known = std::ranges::find(waiting_, who.token_hash, token_of);
    if (known != waiting_.end()) {
        known->heard_at = now;
        return Answer::waiting;
    }
    if (waiting_.size() >= waiting_max) return Answer::too_many;
    waiting_.push_back({++made_, who, now});
    changed_ = true;
    return Answer::waiting;
}

std::optional<domain::Join> Knocks::find(std::uint32_t id) const {
    for (const auto* knocks : {&waiting_, &turned_away_})
        if (const auto found = std::ranges::find(*knocks, id, &Knock::id); found != knocks->end()) return found->who;
    return {};
}

void Knocks::take(const std::string& token_hash) {
    for (auto* knocks : {&waiting_, &turned_away_})
        if (std::erase_if(*knocks, [&](const auto& knock) { return knock.who.token_hash == token_hash; }) > 0) changed_ = true;
}

void Knocks::turn_away(std::uint32_t id, base::Time now) {
    const auto found = std::ranges::find(waiting_, id, &Knock::id);
    if (found == waiting_.end()) return;
    if (turned_away_.size() >= turned_away_max) turned_away_.erase(turned_away_.begin());
    turned_away_.push_back({id, std::move(found->who), now});
    waiting_.erase(found);
    changed_ = true;
}

void Knocks::forget_silent(base::Time now) {
    if (std::erase_if(turned_away_, [&](const auto& knock) { return knock.heard_at + turned_away_for <= now; }) > 0) changed_ = true;
    if (std::erase_if(waiting_, [&](const auto& knock) { return knock.heard_at + heard_for <= now; }) > 0) changed_ = true;
}

std::optional<base::Time> Knocks::next_silent() const {
    if (waiting_.empty()) return {};
    return std::ranges::min_element(waiting_, {}, &Knock::heard_at)->heard_at + heard_for;
}

}  // namespace kiemkring::live
