#include <algorithm>
#include <array>

#include "domain/session/naming.h"
#include "report/session_report/sections.h"

namespace kiemkring::report::sections {

std::optional<GroupRecord> group_of(const Context& c, GroupId id) {
    auto record = project(c.session, Audience::facilitator, {RecordType::group, id.value});
    if (!record) return std::nullopt;
    return std::get<GroupRecord>(std::move(*record));
}

Hue hue_of(const GroupRecord& group) {
    static constexpr std::array<std::string_view, 9> names{"", "moss", "clay", "sky", "heath", "sand", "water", "berry", "bark"};
    const auto found = std::ranges::find(names, group.color);
    return found == names.end() ? Hue::none : static_cast<Hue>(found - names.begin());
}

bool is_revealed(const Context& c) {
    return c.session.top && (c.session.status == SessionStatus::ended || c.session.revealed >= c.session.top->entries.size());
}

bool may_be_named(const Context& c, PersonId id) {
    const bool may = c.choice.naming == Naming::everybody || (c.choice.naming == Naming::agreed && agreed_to_be_named(c.session, id));
    return may && !c.session.name(id).empty();
}

std::string named(const Context& c, PersonId id) {
    const auto seat = c.session.seat_of(id);
    return seat && may_be_named(c, seat) ? c.session.name(seat) : std::string{c.words.person_unnamed};
}

std::vector<PersonId> people_there(const Context& c) {
    std::vector<PersonId> there;
    for (const auto& [id, person] : c.session.people)
        if (person.state == PersonState::in) there.push_back(id);
    return there;
}

std::string mood_of(const Context& c, GroupId candidate) {
    std::uint32_t fine = 0, worried = 0;
    for (const auto& [id, concern] : c.session.concerns) {
        if (concern.candidate != candidate) continue;
        fine += concern.answer == ConcernAnswer::fine;
        worried += concern.answer == ConcernAnswer::worried;
    }
    return fine + worried == 0 ? std::string{} : fill_in(c.words.fine_and_worried, filling("fine", fine), filling("worried", worried));
}

std::string title_of(const Context& c, const Choosing& choosing) {
    auto title = c.session.title(choosing.candidate);
    if (!choosing.combined_with) return title;
    return fill_in(c.words.together, filling("one", title), filling("other", c.session.title(choosing.combined_with)));
}

bool is_planned(const Context& c, RoundKind kind) { return std::ranges::find(c.session.agenda, kind, &AgendaItem::kind) != c.session.agenda.end(); }

bool has_top_or_lacks_it(const Context& c) { return c.session.top || !c.session.matrix; }

base::Time began_at(const Context& c) {
    for (const auto& happened : c.events)
        if (std::holds_alternative<PersonJoined>(happened.what)) return happened.at;
    return c.events.empty() ? c.choice.made_at : c.events.front().at;
}

std::vector<GroupId> groups_with_ideas(const Context& c) {
    std::vector<GroupId> groups;
    for (const auto& [id, group] : c.session.groups)
        if (c.session.has_ideas(id)) groups.push_back(id);
    return groups;
}

bool stands_alone(const Context& c, GroupId id) { return !c.session.groups.at(id).name && c.session.members.at(id).size() == 1; }

bool is_put_aside(const Context& c, GroupId id) {
    if (!c.session.groups.at(id).exists || c.session.has_ideas(id)) return false;
    return std::ranges::any_of(c.session.ideas, [id](const auto& one) {
        return one.second.placement.group == id && one.second.state.status == IdeaStatus::later;
    });
}

std::vector<Fact> proposal_of(const Context& c, GroupId id) {
    const auto found = c.session.proposals.find(id);
    if (found == c.session.proposals.end()) return {};
    const auto fits = [&c](Fits answer) {
        return answer == Fits::unknown ? std::string{} : std::string{answer == Fits::yes ? c.words.yes : c.words.no};
    };
    const auto& proposal = found->second;
    std::vector<Fact> facts{{std::string{c.words.what}, c.session.text(proposal.what)},
                            {std::string{c.words.where}, c.session.text(proposal.where)},
                            {std::string{c.words.whom}, c.session.text(proposal.whom)},
                            {std::string{c.words.in_time}, fits(proposal.in_time)},
                            {std::string{c.words.in_money}, fits(proposal.in_money)}};
    std::erase_if(facts, [](const Fact& fact) { return fact.value.empty(); });
    return facts;
}

std::vector<Picture> photos_of(const Context& c, IdeaId id) {
    std::vector<Picture> pictures;
    for (const auto& [number, photo] : c.session.photos) {
        const auto record = project(c.session, Audience::screen, {RecordType::photo, number.value});
        if (!record) continue;
        if (const auto& shown = std::get<PhotoRecord>(*record); shown.idea == id) pictures.push_back({number, shown.description});
    }
    return pictures;
}

std::string pin_label(const Context& c, IdeaId id) {
    const auto& placement = c.session.ideas.at(id).placement;
    const auto group = placement.group ? group_of(c, placement.group) : std::nullopt;
    std::size_t number = 0;
    for (const auto& [other, idea] : c.session.ideas) {
        if (idea.place && c.session.is_public(other) && idea.placement.group == placement.group) ++number;
        if (other == id) break;
    }
    return fmt::format("{}{}", group ? group->letter : "", number);
}

}  // namespace kiemkring::report::sections
