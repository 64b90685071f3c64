// What somebody does in each round.
#include <algorithm>
#include <numeric>
#include <utility>

#include "domain/limits.h"
#include "rehearsal/person.h"

namespace kiemkring::rehearsal {

namespace limits = domain::limits;

namespace {

constexpr double trembles = 0.06;

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

/// Where they stand on the plan; nowhere while the session has none.
std::optional<domain::Place> Person::somewhere() {
    if (!everybody_.find<domain::PlanRecord>()) return std::nullopt;
    // Most of a site is not its edge.
    const auto one = [&] { return 0.08 + static_cast<double>(dice_.below(841)) / 1000; };
    const auto x = one();
    return domain::Place{x, one()};
}

/// Notes what there is where they walk, and puts a pin right that stood wrong.
Deed Person::walk() {
    const auto mine = me_.all<domain::MyIdeaRecord>();
    if (may_think_twice_ && !mine.empty() && mine.back()->place && dice_.chance(0.2)) {
        may_think_twice_ = false;
        if (const auto place = somewhere()) return say(domain::PinIdea{mine.back()->id, place});
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

Deed Person::warm_up() {
    const auto* self = myself();
    if (!self || self->symbol != domain::Symbol::none || appetite_ == 0 || !dice_.chance(0.5)) return Look{};
    --appetite_;
    return say(domain::ChooseSymbol{static_cast<domain::Symbol>(1 + dice_.below(8))});
}

/// Sits down, and takes on for the own table what no table has yet.
Deed Person::choose_with_table() {
    const auto* self = myself();
    if (!self || appetite_ == 0) return Look{};
    --appetite_;
    if (self->table == 0) return say(domain::SitAtTable{number_ % tables + 1});
    std::vector<domain::GroupId> open;
    for (const auto* group : everybody_.all<domain::GroupRecord>()) open.push_back(group->id);
    for (const auto* table : everybody_.all<domain::TableRecord>()) {
        if (table->id == self->table && table->chosen.size() >= limits::choices_per_table_max) return Look{};
        std::erase_if(open, [&](auto group) { return std::ranges::find(table->chosen, group) != table->chosen.end(); });
    }
    if (open.empty()) return Look{};
    return say(domain::ChooseForTable{self->table, std::ranges::max(open, {}, [&](auto group) { return liking(group); }), true});
}

/// Takes a group that nobody sharpens, and gives it words.
Deed Person::sharpen() {
    const auto* me = me_.find<domain::MeRecord>();
    if (!me || appetite_ == 0) return Look{};
    const auto proposals = everybody_.all<domain::ProposalRecord>();
    const auto mine = std::ranges::find(proposals, me->person, [](const auto* proposal) { return proposal->by; });
    if (mine != proposals.end()) {
        if (!(*mine)->what.empty()) return Look{};
        if (draft_.empty()) {
            const auto groups = everybody_.all<domain::GroupRecord>();
            const auto group = std::ranges::find(groups, (*mine)->id, [](const auto* one) { return one->id; });
            draft_ = group != groups.end() ? (*group)->name : std::string{};
            is_wording_ = !draft_.empty();
            return Look{};
        }
        --appetite_;
        is_wording_ = false;
        return say(domain::WordProposal{(*mine)->id, (*mine)->revision, std::exchange(draft_, {}),
                                        std::string{dice_.one_of(places(language_))}, std::string{dice_.one_of(guests(language_))},
                                        dice_.chance(0.8) ? domain::Fits::yes : domain::Fits::unknown,
                                        dice_.chance(0.7) ? domain::Fits::yes : domain::Fits::no});
    }
    std::vector<domain::GroupId> open;
    for (const auto* group : everybody_.all<domain::GroupRecord>())
        if (std::ranges::none_of(proposals, [&](const auto* one) { return one->id == group->id && one->by; })) open.push_back(group->id);
    if (open.empty() || dice_.chance(0.5)) return Look{};
    return say(domain::TakeProposal{dice_.one_of(open), true});
}

Deed Person::judge() {
    const auto* top = everybody_.find<domain::TopRecord>();
    const auto* me = me_.find<domain::MeRecord>();
    if (!top || !me) return Look{};
    for (const auto& entry : top->entries) {
        if (std::ranges::any_of(me->concerns, [&](const auto& mine) { return mine.candidate == entry.candidate; })) continue;
        return think_of(entry.candidate);
    }
    return Look{};
}

Deed Person::think_of(domain::GroupId candidate) {
    const bool fine = dice_.chance(0.8);
    return say(domain::AnswerConcern{candidate, fine ? domain::ConcernAnswer::fine : domain::ConcernAnswer::worried,
                                     fine ? std::string{} : std::string{dice_.one_of(worries(language_))}});
}

/// Cell by cell, by how much the subject is liked.
Deed Person::score() {
    const auto* matrix = everybody_.find<domain::MatrixRecord>();
    const auto* me = me_.find<domain::MeRecord>();
    if (!matrix || !me || matrix->closed) return Look{};
    const std::uint32_t best = matrix->scale == domain::Scale::points ? 5 : 3;
    for (const auto& subject : matrix->subjects)
        for (std::uint32_t criterion = 0; criterion < matrix->criteria.size(); ++criterion) {
            const auto is_it = [&](const auto& mine) { return mine.group == subject.group && mine.criterion == criterion; };
            if (std::ranges::any_of(me->scores, is_it)) continue;
            return say(domain::GiveScore{subject.group, criterion, 1 + static_cast<std::uint32_t>(dice_.below(best))});
        }
    return Look{};
}

Deed Person::answer() {
    const auto* choosing = everybody_.find<domain::ChoosingRecord>();
    const auto* me = me_.find<domain::MeRecord>();
    if (!choosing || !me || choosing->frozen || !choosing->candidate) return Look{};
    const auto is_it = [&](const auto& mine) { return mine.candidate == choosing->candidate; };
    return std::ranges::any_of(me->concerns, is_it) ? Deed{Look{}} : think_of(choosing->candidate);
}

Deed Person::look_back() {
    const auto* me = me_.find<domain::MeRecord>();
    if (!me || me->stars > 0 || appetite_ == 0 || !dice_.chance(0.5)) return Look{};
    --appetite_;
    return say(domain::GiveStars{static_cast<std::uint32_t>(3 + dice_.below(3))});
}

const domain::PersonRecord* Person::myself() const {
    const auto* me = me_.find<domain::MeRecord>();
    const auto found = me ? everybody_.by_key.find("person/" + std::to_string(me->person.value)) : everybody_.by_key.end();
    return found == everybody_.by_key.end() ? nullptr : std::get_if<domain::PersonRecord>(&found->second);
}

}  // namespace kiemkring::rehearsal
