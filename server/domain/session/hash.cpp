// A hash over what events made of a session. Texts, names and links are erasable and therefore left out.
#include <bit>

#include "domain/session/session.h"

namespace kiemkring::domain {
namespace {

/// FNV-1a over 64-bit words.
class Hash {
public:
    Hash& add(std::uint64_t word) {
        for (int shift = 0; shift < 64; shift += 8) value_ = (value_ ^ ((word >> shift) & 255)) * 0x100000001b3ULL;
        return *this;
    }
    Hash& add(Time at) { return add(static_cast<std::uint64_t>(at.time_since_epoch().count())); }
    template <class Tag>
    Hash& add(Id<Tag> id) { return add(std::uint64_t{id.value}); }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace

std::uint64_t state_hash(const Session& s) {
    Hash hash;
    hash.add(s.version).add(static_cast<std::uint64_t>(s.status)).add(s.current).add(s.locked).add(s.blank);
    hash.add(s.grouping_allowed).add(s.sealed).add(s.sharing.all).add(s.sharing.through).add(s.revealed);
    for (const auto& item : s.agenda) hash.add(item.id).add(static_cast<std::uint64_t>(item.kind)).add(item.skipped);
    if (s.moving) hash.add(s.moving->round).add(s.moving->at);
    hash.add(static_cast<std::uint64_t>(s.timer.state)).add(s.timer.ends_at).add(static_cast<std::uint64_t>(s.timer.left_ms));
    for (const auto& [id, person] : s.people) hash.add(id).add(static_cast<std::uint64_t>(person.state)).add(person.ideas);
    for (const auto& [id, idea] : s.ideas) {
        hash.add(id).add(idea.author).add(idea.wording.text).add(idea.wording.explanation);
        hash.add(static_cast<std::uint64_t>(idea.state.status)).add(idea.state.merged_into);
        hash.add(idea.placement.group).add(std::bit_cast<std::uint64_t>(idea.placement.order));
    }
    for (const auto& [id, group] : s.groups) hash.add(id).add(group.exists).add(group.name).add(group.single);
    for (const auto& [id, vote] : s.votes) {
        hash.add(id).add(static_cast<std::uint64_t>(vote.state.status)).add(vote.voters);
        for (const auto& [ballot, given] : vote.ballots)
            for (const auto& [candidate, votes] : given) hash.add(ballot).add(candidate).add(votes);
    }
    for (const auto& [id, c] : s.commitments)
        hash.add(id).add(c.exists).add(c.candidate).add(static_cast<std::uint64_t>(c.role)).add(c.person).add(c.hands);
    if (s.tie)
        for (auto candidate : s.tie->tied) hash.add(candidate);
    if (s.top)
        for (const auto& entry : s.top->entries) hash.add(entry.place).add(entry.candidate).add(entry.votes);
    return hash.value();
}

}  // namespace kiemkring::domain
