// Grouping: who holds what, moving, and the groups themselves.
#include <algorithm>
#include <set>

#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

/// A person's number; 0 for facilitators, who share one hand.
PersonId hand_of(const Asker& asker) { return asker.role == Asker::Role::participant ? asker.person : PersonId{}; }

std::optional<Refusal> may_group(const Session& session, const Asker& asker) {
    if (session.open_vote()) return Refusal{Reason::vote_is_open};
    if (asker.role == Asker::Role::facilitator) return {};
    if (session.kind() != RoundKind::group) return refuse_round(session).error();
    if (!session.grouping_allowed) return Refusal{Reason::forbidden};
    return {};
}

bool exists(const Session& session, GroupId id) {
    auto group = session.groups.find(id);
    return group != session.groups.end() && group->second.exists;
}

GroupId new_group_id(const Session& session) {
    return {session.groups.empty() ? 1 : session.groups.rbegin()->first.value + 1};
}

/// Why this idea cannot be taken by this hand from that group.
std::optional<Refusal> is_elsewhere(const Session& session, const MovedIdea& moved, PersonId hand, Time now) {
    auto found = session.ideas.find(moved.idea);
    if (found == session.ideas.end()) return Refusal{Reason::not_found};
    const auto& idea = found->second;
    if (idea.hold && session.seat_of(idea.hold->person) != hand && idea.hold->until > now)
        return Refusal{Reason::being_moved, {.name = session.name(session.seat_of(idea.hold->person))}};
    if (idea.state.status != IdeaStatus::live) return Refusal{Reason::changed_meanwhile};
    if (idea.placement.group != moved.from)
        return Refusal{Reason::moved_meanwhile, {.name = session.name(session.seat_of(idea.moved_by)), .group = idea.placement.group.value}};
    return {};
}

double last_order(const Session& session, GroupId group) {
    double last = 0;
    if (auto inside = session.members.find(group); inside != session.members.end())
        for (auto id : inside->second) last = std::max(last, session.ideas.at(id).placement.order);
    return last;
}

/// The gap in front of an idea: its order and the order of the one before it.
struct Gap { double from, to; };
std::optional<Gap> gap_before(const Session& session, GroupId group, IdeaId before, const std::set<IdeaId>& moving) {
    auto inside = session.members.find(group);
    if (inside == session.members.end() || !inside->second.contains(before)) return {};
    Gap gap{0, session.ideas.at(before).placement.order};
    gap.from = gap.to - 2;
    bool first = true;
    for (auto id : inside->second) {
        const auto order = session.ideas.at(id).placement.order;
        if (moving.contains(id) || order >= gap.to) continue;
        if (first || order > gap.from) gap.from = order;
        first = false;
    }
    return gap;
}

void put_down(const Session& session, IdeaId id, Draft& draft) {
    if (const auto& idea = session.ideas.at(id); idea.hold) draft.add(IdeaHeld{id, std::nullopt, idea.hold});
}

std::optional<Refusal> place(const Session& session, const std::vector<MovedIdea>& ideas, GroupId to, IdeaId before,
                             const Asker& asker, const Moment& moment, Draft& draft) {
    std::set<IdeaId> moving;
    for (const auto& moved : ideas) {
        if (auto refusal = is_elsewhere(session, moved, hand_of(asker), moment.now)) return refusal;
        if (!moving.insert(moved.idea).second) return Refusal{Reason::bad_args};
    }

    auto from = last_order(session, to);
    auto step = 1.0;
    if (before) {
        auto gap = gap_before(session, to, before, moving);
        if (!gap || moving.contains(before)) return Refusal{Reason::changed_meanwhile};
        from = gap->from;
        step = (gap->to - gap->from) / static_cast<double>(ideas.size() + 1);
    }
    for (const auto& moved : ideas) {
        draft.add(IdeaPlaced{moved.idea, {to, from += step}, session.ideas.at(moved.idea).placement, hand_of(asker)});
        put_down(session, moved.idea, draft);
    }
    return {};
}

}  // namespace

void empty_group(const Session& session, GroupId from, GroupId to, PersonId by, Draft& draft) {
    auto order = last_order(session, to);
    std::vector<IdeaId> inside;
    for (const auto& [id, idea] : session.ideas)
        if (idea.placement.group == from) inside.push_back(id);
    std::ranges::sort(inside, {}, [&](IdeaId id) { return session.ideas.at(id).placement.order; });
    for (auto id : inside) draft.add(IdeaPlaced{id, {to, order += 1}, session.ideas.at(id).placement, by});
    auto gone = session.groups.at(from);
    gone.exists = false;
    draft.add(GroupSet{from, gone, session.groups.at(from)});
}

Decision decide(const Session& session, const HoldIdea& hold, const Asker& asker, const Moment& moment) {
    if (auto refusal = may_group(session, asker)) return std::unexpected{*refusal};
    auto found = session.ideas.find(hold.idea);
    if (found == session.ideas.end()) return refuse(Reason::not_found);
    const auto& idea = found->second;
    if (auto refusal = is_elsewhere(session, {hold.idea, idea.placement.group}, hand_of(asker), moment.now))
        return std::unexpected{*refusal};

    Change change;
    change.events.push_back(IdeaHeld{hold.idea, Hold{hand_of(asker), moment.now + limits::hold_lasts}, idea.hold});
    return change;
}

Decision decide(const Session& session, const ReleaseIdea& release, const Asker& asker, const Moment&) {
    auto found = session.ideas.find(release.idea);
    if (found == session.ideas.end()) return refuse(Reason::not_found);
    const auto& hold = found->second.hold;

    Change change;
    if (hold && session.seat_of(hold->person) == hand_of(asker)) change.events.push_back(IdeaHeld{release.idea, std::nullopt, hold});
    return change;
}

Decision decide(const Session& session, const MoveIdeas& move, const Asker& asker, const Moment& moment) {
    if (auto refusal = may_group(session, asker)) return std::unexpected{*refusal};
    if (move.ideas.empty()) return refuse(Reason::bad_args);
    if (move.to && !exists(session, move.to)) return refuse(Reason::not_found);

    Draft draft{session};
    if (auto refusal = place(session, move.ideas, move.to, move.before, asker, moment, draft))
        return std::unexpected{*refusal};
    return draft.change;
}

Decision decide(const Session& session, const CreateGroup& create, const Asker& asker, const Moment& moment) {
    if (auto refusal = may_group(session, asker)) return std::unexpected{*refusal};
    if (session.groups.size() >= limits::groups_max) return refuse(Reason::quota);

    const auto id = new_group_id(session);
    Draft draft{session};
    draft.add(GroupSet{id, {true, draft.text(create.name), false}, {}});
    if (auto refusal = place(session, create.ideas, id, {}, asker, moment, draft)) return std::unexpected{*refusal};
    draft.change.made_id = id.value;
    return draft.change;
}

Decision decide(const Session& session, const RenameGroup& rename, const Asker& asker, const Moment&) {
    if (auto refusal = may_group(session, asker)) return std::unexpected{*refusal};
    if (!exists(session, rename.group)) return refuse(Reason::not_found);

    Draft draft{session};
    const auto& was = session.groups.at(rename.group);
    if (session.text(was.name) == rename.name) return draft.change;
    auto now = was;
    now.name = draft.text(rename.name);
    draft.add(GroupSet{rename.group, now, was});
    return draft.change;
}

Decision decide(const Session& session, const MergeGroups& merge, const Asker& asker, const Moment&) {
    if (auto refusal = may_group(session, asker)) return std::unexpected{*refusal};
    if (!exists(session, merge.group) || !exists(session, merge.into)) return refuse(Reason::not_found);
    if (merge.group == merge.into || session.is_brought(merge.group)) return refuse(Reason::bad_args);

    Draft draft{session};
    empty_group(session, merge.group, merge.into, {}, draft);
    return draft.change;
}

Decision decide(const Session& session, const SplitGroup& split, const Asker& asker, const Moment& moment) {
    if (auto refusal = may_group(session, asker)) return std::unexpected{*refusal};
    if (!exists(session, split.group)) return refuse(Reason::not_found);
    if (split.ideas.empty()) return refuse(Reason::bad_args);

    CreateGroup create{split.name, {}};
    for (auto id : split.ideas) create.ideas.push_back({id, split.group});
    return decide(session, create, asker, moment);
}

Decision decide(const Session& session, const DissolveGroup& dissolve, const Asker& asker, const Moment&) {
    if (auto refusal = may_group(session, asker)) return std::unexpected{*refusal};
    if (!exists(session, dissolve.group)) return refuse(Reason::not_found);
    if (session.is_brought(dissolve.group)) return refuse(Reason::bad_args);

    Draft draft{session};
    empty_group(session, dissolve.group, {}, {}, draft);
    return draft.change;
}

Decision decide(const Session& session, const AllowGrouping& allow, const Asker&, const Moment&) {
    return set_value<GroupingAllowed>(allow.allowed, session.grouping_allowed);
}

std::vector<GroupId> group_every_idea(const Session& session, Draft& draft) {
    std::vector<GroupId> candidates;
    auto next = session.groups.empty() ? 1 : session.groups.rbegin()->first.value + 1;
    for (const auto& [id, group] : session.groups)
        if (session.has_ideas(id)) candidates.push_back(id);
    if (auto inbox = session.members.find(GroupId{}); inbox != session.members.end()) {
        std::vector<IdeaId> singles(inbox->second.begin(), inbox->second.end());
        std::ranges::sort(singles, {}, [&](IdeaId id) { return session.ideas.at(id).placement.order; });
        for (auto idea : singles) {
            GroupId id{next++};
            draft.add(GroupSet{id, {true, {}, true}, {}});
            draft.add(IdeaPlaced{idea, {id, 1}, session.ideas.at(idea).placement, {}});
            candidates.push_back(id);
        }
    }
    return candidates;
}

}  // namespace kiemkring::domain
