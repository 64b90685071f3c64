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
    template <class E>
        requires std::is_enum_v<E>
    Hash& add(E value) { return add(static_cast<std::uint64_t>(value)); }
    Hash& add(const std::string& text) {
        add(std::uint64_t{text.size()});
        for (const char c : text) add(std::uint64_t{static_cast<unsigned char>(c)});
        return *this;
    }
    template <class T>
    Hash& add(const std::vector<T>& all) {
        add(std::uint64_t{all.size()});
        for (const auto& one : all) add(one);
        return *this;
    }
    template <class T>
    Hash& add(const std::optional<T>& maybe) {
        add(std::uint64_t{maybe.has_value()});
        return maybe ? add(*maybe) : *this;
    }
    Hash& add(const TopEntry& entry) { return add(entry.place).add(entry.candidate).add(entry.title).add(entry.votes).add(entry.tied); }
    Hash& add(const TieDecision& decided) { return add(decided.way).add(decided.winners).add(decided.order).add(decided.seed); }
    Hash& add(const Place& place) {
        return add(std::bit_cast<std::uint64_t>(place.x)).add(std::bit_cast<std::uint64_t>(place.y));
    }
    Hash& add(const Hold& hold) { return add(hold.person).add(hold.until); }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace

std::uint64_t state_hash(const Session& s) {
    Hash hash;
    hash.add(s.version).add(s.status).add(s.current).add(s.locked).add(s.blank).add(s.info.seats_max).add(s.info.code);
    hash.add(s.grouping_allowed).add(s.sealed).add(s.sharing.all).add(s.sharing.through).add(s.revealed);
    if (s.hints_allowed) hash.add(true);  // what was stored before there were hints keeps its hash
    for (const auto& item : s.agenda) hash.add(item.id).add(item.kind).add(item.minutes).add(item.skipped);
    if (!s.rehearsal_of.empty()) hash.add(s.rehearsal_of);
    // What came later counts only where it is used: the hashes of older sessions stay what they were.
    if (s.pause.on) hash.add(std::string{"pause"}).add(s.pause.timer_ran);
    if (s.spotlight) hash.add(std::string{"spotlight"}).add(s.spotlight);
    if (s.plan_shown) hash.add(std::string{"plan_shown"});
    if (s.moderated) hash.add(std::string{"moderated"});
    if (!s.lead.empty() || s.pin) hash.add(s.lead).add(s.pin);
    if (s.wifi.name) hash.add(std::string{"wifi"}).add(s.wifi.name).add(s.wifi.password).add(s.wifi.shown);
    for (const auto& [round, note] : s.notes) hash.add(round).add(note.text).add(note.number);
    if (s.moving) hash.add(s.moving->round).add(s.moving->at);
    hash.add(s.timer.state).add(s.timer.ends_at).add(static_cast<std::uint64_t>(s.timer.left_ms));
    for (const auto& [id, person] : s.people) hash.add(id).add(person.state).add(person.ideas).add(person.submitted);
    for (const auto& [id, person] : s.people)
        if (person.on_paper || person.has_unopened_link) hash.add(id).add(std::string{person.on_paper ? "paper" : "link"});
    for (const auto& [id, person] : s.people)
        if (person.ready || person.same_as) hash.add(id).add(person.ready).add(person.same_as);
    for (const auto& [id, idea] : s.ideas) {
        hash.add(id).add(idea.author).add(idea.round).add(idea.wording.text).add(idea.wording.explanation);
        hash.add(idea.state.status).add(idea.state.merged_into).add(idea.moved_by).add(idea.hold);
        hash.add(idea.placement.group).add(std::bit_cast<std::uint64_t>(idea.placement.order));
        if (idea.place) hash.add(*idea.place);
        if (idea.translation) hash.add(idea.translation->language).add(idea.translation->text);
    }
    for (const auto& [id, photo] : s.photos) {
        hash.add(id).add(photo.key).add(photo.idea).add(photo.author).add(photo.state.status).add(photo.state.released);
        hash.add(photo.state.description).add(photo.state.width).add(photo.state.height);
    }
    if (s.plan) hash.add(s.plan->picture).add(s.plan->width).add(s.plan->height).add(s.plans_made);
    for (const auto& [id, group] : s.groups) hash.add(id).add(group.exists).add(group.name).add(group.single);
    for (const auto& [id, vote] : s.votes) {
        const auto& state = vote.state;
        hash.add(id).add(state.status).add(state.round).add(state.runoff).add(state.candidates).add(state.votes_per_person);
        hash.add(state.votes_per_candidate).add(state.closes_at).add(vote.voters);
        if (state.why_early.value != 0) hash.add(state.why_early);
        for (const auto& [ballot, given] : vote.ballots)
            for (const auto& [candidate, votes] : given) hash.add(ballot).add(candidate).add(votes);
    }
    for (const auto& [id, c] : s.commitments)
        hash.add(id).add(c.exists).add(c.candidate).add(c.role).add(c.person).add(c.hands).add(c.note);
    if (s.tie) {
        hash.add(s.tie->vote).add(s.tie->first_place).add(s.tie->free).add(s.tie->size).add(s.tie->settled);
        hash.add(s.tie->tied).add(s.tie->runoff).add(s.tie->decided);
    }
    if (s.top) hash.add(s.top->vote).add(s.top->entries).add(s.top->near_misses).add(s.top->decided_by).add(s.top->seed);
    // What came after format 1 counts only where it is there, so that states from before keep their hash.
    if (s.pitch != Pitch{}) hash.add(s.pitch.group).add(s.pitch.done);
    if (s.retention_moves) hash.add(std::string{"retention"}).add(s.info.retained_until);
    for (const auto& [key, picture] : s.slide_keys) hash.add(key).add(picture);
    if (s.page) hash.add(std::string{"page"}).add(s.page);
    for (const auto& item : s.agenda)
        for (const auto& page : item.pages) {
            hash.add(item.id).add(page.kind).add(page.picture).add(page.concept_id).add(page.width).add(page.height);
            if (page.words) hash.add(page.words->title).add(page.words->text).add(page.words->facts);
        }
    for (const auto& [id, person] : s.people)
        if (person.table != 0 || person.symbol != Symbol::none) hash.add(id).add(std::uint64_t{person.table}).add(person.symbol);
    for (const auto& [table, chosen] : s.choices) hash.add(std::uint64_t{table}).add(chosen);
    for (const auto& [id, p] : s.proposals)
        hash.add(id).add(p.by).add(p.what).add(p.where).add(p.whom).add(p.in_time).add(p.in_money).add(p.revision);
    for (const auto& [id, c] : s.concerns) hash.add(id).add(c.candidate).add(c.person).add(c.answer).add(c.text).add(c.status);
    for (const auto& [ballot, stars] : s.stars) hash.add(ballot).add(stars);
    for (const auto& [id, group] : s.groups)
        if (group.brought) hash.add(std::string{"brought"}).add(id);
    if (s.matrix) {
        hash.add(s.matrix->scale).add(s.matrix_closed);
        for (const auto& subject : s.matrix->subjects) hash.add(subject.group).add(subject.about).add(std::uint64_t{subject.entry});
        for (const auto& criterion : s.matrix->criteria) hash.add(criterion.name).add(std::uint64_t{criterion.entry});
    }
    for (const auto& [ballot, given] : s.scores)
        for (const auto& [cell, score] : given) hash.add(ballot).add(cell.first).add(std::uint64_t{cell.second}).add(std::uint64_t{score});
    for (const auto& [group, decided] : s.decisions) hash.add(group).add(decided.verdict).add(decided.note);
    if (s.choosing != Choosing{}) hash.add(s.choosing.candidate).add(s.choosing.frozen).add(s.choosing.reason);
    if (s.choosing.combined_with) hash.add(s.choosing.combined_with);
    if (s.next_step) hash.add(s.next_step->date).add(s.next_step->text);
    return hash.value();
}

}  // namespace kiemkring::domain
