#include "rehearsal/person.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "domain/limits.h"

namespace kiemkring::rehearsal {

using namespace std::chrono_literals;
using domain::RoundKind;

namespace {

constexpr double reloads = 0.015, trembles = 0.06;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t z = a + 0x9e3779b97f4a7c15ULL * (b + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// From 0 up to 1.
double fraction(std::uint64_t word) { return static_cast<double>(word >> 11) * 0x1p-53; }

/// The ideas of everybody, in the order in which this rehearsal deals them out.
std::vector<std::uint32_t> dealt(std::uint64_t seed, std::size_t count) {
    std::vector<std::uint32_t> deck(count);
    std::iota(deck.begin(), deck.end(), 0);
    Dice dice{seed};
    for (auto i = count; i > 1; --i) std::swap(deck[i - 1], deck[dice.below(i)]);
    return deck;
}

domain::CommitmentRole some_role(Dice& dice) {
    using enum domain::CommitmentRole;
    static constexpr domain::CommitmentRole roles[] = {lead, lead, help, help, help, help, think, think, arrange, check_first,
                                                       informed};
    return dice.one_of(std::span{roles});
}

}  // namespace

template <class Record>
const Record* Person::Audience::find() const {
    const auto found = by_key.find(std::string{Record::type} + "/0");
    return found == by_key.end() ? nullptr : std::get_if<Record>(&found->second);
}

template <class Record>
std::vector<const Record*> Person::Audience::all() const {
    std::vector<const Record*> all;
    const auto type = std::string{Record::type} + "/";
    for (auto it = by_key.lower_bound(type); it != by_key.end() && it->first.starts_with(type); ++it)
        all.push_back(std::get_if<Record>(&it->second));
    return all;
}

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
        case RoundKind::ideas: return dice_.between(3s, 20s);
        case RoundKind::vote: case RoundKind::tie: return dice_.between(2s, 12s);
        case RoundKind::group: return dice_.between(6s, 25s);
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
    if (!draft_.empty()) return say(domain::SubmitIdea{std::exchange(draft_, {}), std::string{dice_.one_of(reasons(language_))}});
    if (!in_hand_) {
        if (dice_.chance(reloads)) return Reload{};
        if (dice_.chance(sleepiness_)) return Doze{dice_.between(15s, 60s)};
    }
    switch (round->kind) {
        case RoundKind::ideas: return write();
        case RoundKind::group: return sort();
        case RoundKind::vote: case RoundKind::tie: return vote();
        case RoundKind::commit: return commit();
        default: return Look{};  // rounds that ask nothing of a phone, or nothing that simulated people know
    }
}

void Person::notice_round(const domain::RoundRecord& round) {
    round_ = round.round;
    in_hand_ = {};
    may_think_twice_ = dice_.chance(0.25);
    switch (round.kind) {
        case RoundKind::ideas: appetite_ = 1 + static_cast<std::uint32_t>(dice_.below(3)); break;
        case RoundKind::vote: case RoundKind::tie: appetite_ = dice_.chance(0.1) ? 2 : 20; break;
        case RoundKind::commit: appetite_ = dice_.chance(0.75) ? 1 + static_cast<std::uint32_t>(dice_.below(2)) : 0; break;
        default: appetite_ = 2;
    }
}

Deed Person::say(domain::Command command) { return Say{std::move(command), dice_.chance(trembles)}; }

std::string Person::next_idea() {
    const auto all = ideas(language_);
    const auto deck = dealt(seed_, all.size());
    return std::string{all[deck[(number_ + people_ * told_++) % deck.size()]].text};
}

Deed Person::write() {
    const auto mine = me_.all<domain::MyIdeaRecord>();
    if (may_think_twice_ && !mine.empty() && dice_.chance(0.2)) {
        may_think_twice_ = false;
        const auto& idea = *mine.back();
        if (idea.status == domain::IdeaStatus::withdrawn) return say(domain::RestoreIdea{idea.id});
        if (dice_.chance(0.3)) return say(domain::WithdrawIdea{idea.id});
        if (idea.text.size() + 1 < domain::limits::idea_characters_max)
            return say(domain::EditIdea{idea.id, idea.text + "!", idea.explanation});
    }
    if (appetite_ == 0) return Look{};
    --appetite_;
    draft_ = next_idea();
    return Look{};
}

std::optional<unsigned> Person::theme_of(const std::string& text) const {
    for (const auto& idea : ideas(language_))
        if (text.starts_with(idea.text)) return idea.theme;
    return std::nullopt;
}

/// Puts an idea of the inbox where most of its theme lie.
Deed Person::sort() {
    const auto* round = everybody_.find<domain::RoundRecord>();
    if (!round->grouping_allowed) return Look{};
    const auto all = everybody_.all<domain::IdeaRecord>();
    std::map<domain::GroupId, std::map<unsigned, int>> themes;
    std::vector<const domain::IdeaRecord*> inbox;
    for (const auto* idea : all) {
        const auto theme = theme_of(idea->text);
        if (!idea->group && !idea->hold && theme) inbox.push_back(idea);
        if (idea->group && theme) ++themes[idea->group][*theme];
    }

    if (in_hand_) {
        const auto held = std::ranges::find(all, in_hand_, [](const auto* idea) { return idea->id; });
        const auto id = std::exchange(in_hand_, {});
        if (held == all.end() || (*held)->group) return Look{};
        domain::GroupId best;
        int most = 0;
        for (auto& [group, counts] : themes)
            if (const int count = counts[theme_of((*held)->text).value_or(~0U)]; count > most) most = count, best = group;
        if (!best) return say(domain::ReleaseIdea{id});
        return say(domain::MoveIdeas{{domain::MovedIdea{id, {}}}, best, {}});
    }
    if (appetite_ == 0 || inbox.empty() || themes.empty()) return Look{};
    --appetite_;
    in_hand_ = dice_.one_of(inbox)->id;
    return say(domain::HoldIdea{in_hand_});
}

double Person::liking(domain::GroupId candidate) const {
    const auto common = fraction(mixed(seed_, candidate.value));
    const auto own = fraction(mixed(mixed(seed_, number_), candidate.value));
    const auto mine = me_.all<domain::MyIdeaRecord>();
    const bool is_mine = std::ranges::any_of(mine, [&](const auto* idea) { return idea->group == candidate; });
    return 0.5 * common + 0.5 * own + (is_mine ? 0.25 : 0);
}

Deed Person::vote() {
    const auto* vote = everybody_.find<domain::VoteRecord>();
    const auto* me = me_.find<domain::MeRecord>();
    if (!vote || !me || vote->state != domain::VoteStatus::open) return Look{};
    const auto given = [&](domain::GroupId candidate) {
        return std::ranges::any_of(me->votes, [&](const auto& votes) { return votes.candidate == candidate; });
    };
    const auto by_liking = [&](domain::GroupId candidate) { return liking(candidate); };

    if (me->votes_left == 0 || appetite_ == 0) {
        if (!may_think_twice_ || me->votes.empty() || !dice_.chance(0.2)) return Look{};
        may_think_twice_ = false;
        appetite_ = std::max(appetite_, 1U);
        const auto& weakest = std::ranges::min(me->votes, {}, [&](const auto& votes) { return liking(votes.candidate); });
        return say(domain::RetractVote{weakest.candidate});
    }
    std::vector<domain::GroupId> open;
    std::ranges::copy_if(vote->candidates, std::back_inserter(open), [&](auto candidate) { return !given(candidate); });
    if (open.empty()) return Look{};
    --appetite_;
    // Most tap what they like best, some what they see first.
    const auto choice = dice_.chance(0.8) ? std::ranges::max(open, {}, by_liking) : dice_.one_of(open);
    return say(domain::CastVote{choice});
}

Deed Person::commit() {
    const auto* top = everybody_.find<domain::TopRecord>();
    const auto* me = me_.find<domain::MeRecord>();
    if (!top || !me || top->entries.empty() || appetite_ == 0) return Look{};
    if (!me->commitments.empty() && !me->contact && dice_.chance(0.4)) {
        --appetite_;
        // A domain that is nobody's, so that no mail ever arrives.
        return say(domain::GiveContact{domain::ContactKind::email, "oefening" + std::to_string(number_ + 1) + "@example.org",
                                       {"this_idea"}});
    }
    --appetite_;
    std::vector<domain::GroupId> open;
    for (const auto& entry : top->entries)
        if (!std::ranges::any_of(me->commitments, [&](const auto& mine) { return mine.candidate == entry.candidate; }))
            open.push_back(entry.candidate);
    if (open.empty()) return Look{};
    const auto best = std::ranges::max(open, {}, [&](auto candidate) { return liking(candidate); });
    return say(domain::CommitTo{best, some_role(dice_), std::string{dice_.one_of(notes(language_))}});
}

}  // namespace kiemkring::rehearsal
