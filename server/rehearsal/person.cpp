#include "rehearsal/person.h"

#include <algorithm>
#include <utility>

namespace kiemkring::rehearsal {

using namespace std::chrono_literals;
using domain::RoundKind;

namespace {

constexpr double reloads = 0.015;

}  // namespace

Person::Person(std::uint64_t seed, std::uint32_t number, std::uint32_t people, std::string language)
    : seed_(seed),
      number_(number),
      people_(std::max(people, 1U)),
      language_(std::move(language)),
      dice_(mixed(seed, number)),
      sleepiness_(dice_.chance(0.2) ? 0.05 : 0.008),
      typing_ms_(110.0 + static_cast<double>(dice_.below(180))) {
    organisation_ = dice_.one_of(employers());
}

std::string Person::name() const {
    const auto names = first_names();
    const auto name = std::string{names[(number_ + seed_) % names.size()]};
    return number_ < names.size() ? name : name + " " + std::to_string(number_ / names.size() + 1);
}

void Person::hear(const wire::Changes& changes) {
    auto& records = changes.audience == "me" ? me_ : everybody_;
    if (changes.from == 0) records.by_key.clear();
    for (const auto& record : changes.put) records.by_key.insert_or_assign(wire::record_key(record), record);
    for (const auto& key : changes.gone) records.by_key.erase(key);
}

Milliseconds Person::pause() {
    if (!draft_.empty())
        return dice_.between(2s, 8s) + Milliseconds{static_cast<std::int64_t>(typing_ms_ * static_cast<double>(draft_.size()))};
    const auto* round = everybody_.find<domain::RoundRecord>();
    if (in_hand_) return dice_.between(1500ms, 4s);
    switch (round ? round->kind : RoundKind::lobby) {
        case RoundKind::explore: return dice_.between(8s, 40s);
        case RoundKind::ideas: return dice_.between(3s, 20s);
        case RoundKind::vote: case RoundKind::tie: return dice_.between(2s, 12s);
        case RoundKind::group: return dice_.between(6s, 25s);
        case RoundKind::assess: return dice_.between(1s, 5s);
        case RoundKind::commit: return dice_.between(5s, 30s);
        default: return dice_.between(5s, 20s);
    }
}

Deed Person::deed() {
    const auto* round = everybody_.find<domain::RoundRecord>();
    const auto* session = everybody_.find<domain::SessionRecord>();
    if (!round || !session) return Look{};
    if (session->status == domain::SessionStatus::ended) return dice_.chance(0.3) ? Deed{Leave{}} : Look{};
    if (round_ != round->round) notice_round(*round);

    // What is half typed or in the hand comes first: nobody puts the phone away in the middle of that.
    if (!draft_.empty() && !is_wording_)
        return say(domain::SubmitIdea{std::exchange(draft_, {}), std::string{dice_.one_of(reasons(language_))},
                                      round->kind == RoundKind::explore ? somewhere() : std::nullopt});
    if (!in_hand_ && draft_.empty()) {
        if (dice_.chance(reloads)) return Reload{};
        if (dice_.chance(sleepiness_)) return Doze{dice_.between(15s, 60s)};
    }
    switch (round->kind) {
        case RoundKind::lobby: return warm_up();
        case RoundKind::explore: return walk();
        case RoundKind::ideas: return write();
        case RoundKind::group: return sort();
        case RoundKind::table_choice: return choose_with_table();
        case RoundKind::sharpen: return sharpen();
        case RoundKind::vote: case RoundKind::tie: return vote();
        case RoundKind::concerns: return judge();
        case RoundKind::assess: return score();
        case RoundKind::choose: return answer();
        case RoundKind::commit: return commit();
        case RoundKind::close: return look_back();
        default: return Look{};  // rounds that ask nothing of a phone, or nothing that simulated people know
    }
}

void Person::notice_round(const domain::RoundRecord& round) {
    round_ = round.round;
    in_hand_ = {};
    if (std::exchange(is_wording_, false)) draft_.clear();
    may_think_twice_ = dice_.chance(0.25);
    switch (round.kind) {
        case RoundKind::explore: case RoundKind::ideas: appetite_ = 1 + static_cast<std::uint32_t>(dice_.below(3)); break;
        case RoundKind::assess: appetite_ = 100; break;
        case RoundKind::vote: case RoundKind::tie: appetite_ = dice_.chance(0.1) ? 2 : 20; break;
        case RoundKind::commit: appetite_ = dice_.chance(0.75) ? 1 + static_cast<std::uint32_t>(dice_.below(2)) : 0; break;
        default: appetite_ = 2;
    }
}

}  // namespace kiemkring::rehearsal
