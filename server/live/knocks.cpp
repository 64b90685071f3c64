#include "live/knocks.h"

#include <algorithm>

namespace kiemkring::live {

Knocks::Answer Knocks::knock(const domain::Join& who, base::Time now) {
    forget_silent(now);
    if (std::ranges::any_of(turned_away_, [&](const auto& one) { return one.second == who.token_hash; }))
        return Answer::turned_away;

    const auto known = std::ranges::find(waiting_, who.token_hash, [](const Knock& knock) { return knock.who.token_hash; });
    if (known != waiting_.end()) {
        known->heard_at = now;
        return Answer::waiting;
    }
    if (waiting_.size() >= waiting_max) return Answer::too_many;
    waiting_.push_back({++made_, who, now});
    changed_ = true;
    return Answer::waiting;
}

std::optional<domain::Join> Knocks::take(std::uint32_t id) {
    const auto found = std::ranges::find(waiting_, id, &Knock::id);
    if (found == waiting_.end()) return {};
    auto who = std::move(found->who);
    waiting_.erase(found);
    changed_ = true;
    return who;
}

void Knocks::take(const std::string& token_hash) {
    if (std::erase_if(waiting_, [&](const auto& knock) { return knock.who.token_hash == token_hash; }) > 0) changed_ = true;
}

void Knocks::turn_away(const domain::Join& who, base::Time now) {
    if (turned_away_.size() >= turned_away_max) turned_away_.erase(turned_away_.begin());
    turned_away_.emplace_back(now, who.token_hash);
}

void Knocks::forget_silent(base::Time now) {
    std::erase_if(turned_away_, [&](const auto& one) { return one.first + turned_away_for <= now; });
    if (std::erase_if(waiting_, [&](const auto& knock) { return knock.heard_at + heard_for <= now; }) > 0) changed_ = true;
}

std::optional<base::Time> Knocks::next_silent() const {
    if (waiting_.empty()) return {};
    return std::ranges::min_element(waiting_, {}, &Knock::heard_at)->heard_at + heard_for;
}

}  // namespace kiemkring::live
