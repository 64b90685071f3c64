#include <algorithm>

#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

void add(std::vector<Fact>& facts, std::string_view label, std::string value) {
    if (!value.empty()) facts.push_back({std::string{label}, std::move(value)});
}

std::string who_leads(const Context& c, GroupId candidate) {
    std::string names;
    for (const auto& [id, commitment] : c.session.commitments) {
        if (!commitment.exists || commitment.candidate != candidate || commitment.role != CommitmentRole::lead) continue;
        if (!names.empty()) names += ", ";
        names += commitment.person ? isolated(named(c, commitment.person)) : c.words.hands.of(commitment.hands);
    }
    return names.empty() ? std::string{c.words.lead_missing} : names;
}

Card card_of(const Context& c, const TopEntry& entry) {
    const auto& s = c.session;
    Card card;
    card.badge = std::to_string(entry.place);
    const auto group = group_of(c, entry.candidate);
    card.hue = group ? hue_of(*group) : Hue::moss;
    card.title = group ? fmt::format("{} · {}", group->letter, isolated(s.text(entry.title))) : s.text(entry.title);
    card.aside = c.words.votes.of(entry.votes) + (entry.tied ? fmt::format(", {}", c.words.tied) : "");
    card.facts = proposal_of(c, entry.candidate);
    add(card.facts, c.words.who_leads, who_leads(c, entry.candidate));
    add(card.facts, c.words.feels, mood_of(c, entry.candidate));
    return card;
}

}  // namespace

std::vector<Block> top(const Context& c) {
    const auto& w = c.words;
    if (!has_top_or_lacks_it(c)) return {};
    if (!c.session.top) return {Paragraph{std::string{c.session.status == SessionStatus::ended ? w.no_top : w.no_top_yet}}};
    if (!is_revealed(c)) return {Paragraph{std::string{w.not_revealed}}};

    std::vector<Block> blocks;
    for (const auto& entry : c.session.top->entries) blocks.push_back(card_of(c, entry));
    if (c.session.top->decided_by) blocks.push_back(Paragraph{std::string{w.decided_by.at(static_cast<std::size_t>(*c.session.top->decided_by))}, Tone::quiet});
    Bullets misses;
    for (const auto& miss : c.session.top->near_misses)
        misses.items.push_back(fmt::format("{} ({})", isolated(c.session.text(miss.title)), w.votes.of(miss.votes)));
    if (!misses.items.empty()) {
        blocks.push_back(Paragraph{std::string{w.near_misses}, Tone::lead});
        blocks.push_back(std::move(misses));
    }
    return blocks;
}

}  // namespace kiemkring::report::sections
