// A session that has ended, as a dossier takes it.
#include <algorithm>

#include "domain/session/session.h"
#include "domain/trajectory/session_results.h"

namespace kiemkring::domain::trajectory {
namespace {

std::string lines(std::initializer_list<std::string> parts) {
    std::string text;
    for (const auto& part : parts)
        if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
    return text;
}

/// The words of a proposal, else the explanation of the idea that gave the group its name.
std::string about(const Session& session, GroupId group) {
    if (const auto found = session.proposals.find(group); found != session.proposals.end()) {
        const auto& proposal = found->second;
        auto text = lines({session.text(proposal.what), session.text(proposal.where), session.text(proposal.whom)});
        if (!text.empty()) return text;
    }
    const auto* idea = session.title_idea(group);
    return idea ? session.text(idea->wording.explanation) : std::string{};
}

std::string letter(const Session& session, GroupId group) {
    const auto record = project(session, Audience::facilitator, {RecordType::group, group.value});
    const auto* shown = record ? std::get_if<GroupRecord>(&*record) : nullptr;
    return shown ? shown->letter : std::string{};
}

bool may_be_called(const domain::Contact& contact) {
    return std::ranges::any_of(contact.purposes, [](const auto& purpose) { return purpose == "this_idea" || purpose == "next_steps"; });
}

constexpr std::size_t missing_bytes_max = 1500;

Idea idea_of(const Session& session, const TopEntry& entry) {
    Idea idea;
    idea.letter = letter(session, entry.candidate);
    idea.name = session.text(entry.title);
    if (idea.name.empty()) idea.name = idea.letter.empty() ? "-" : idea.letter;
    idea.about = about(session, entry.candidate);
    idea.place = entry.place;
    idea.votes = entry.votes;
    idea.number = entry.candidate.value;
    for (const auto& [id, one] : session.commitments) {
        if (!one.exists || one.candidate != entry.candidate) continue;
        if (one.role == domain::CommitmentRole::missing) {
            const auto note = session.text(one.note);
            if (idea.missing_note.size() + note.size() < missing_bytes_max) idea.missing_note = lines({idea.missing_note, note});
        } else if (!one.person) {
            idea.hands += one.hands;
        }
    }
    return idea;
}

/// Of nameless hands, and of those who took their place back, nothing.
std::optional<Commitment> commitment_of(const Session& session, CommitmentId id, const CommitmentState& state) {
    const auto seat = session.seat_of(state.person);
    const auto row = session.rows.find(seat);
    if (!state.exists || !state.person || state.role == domain::CommitmentRole::missing || row == session.rows.end()) return std::nullopt;
    Commitment made;
    made.name = session.name(seat);
    if (made.name.empty()) return std::nullopt;
    made.idea = EntryId{state.candidate.value};
    made.role = static_cast<CommitmentRole>(state.role);
    made.organisation = row->second.organisation;
    made.said_note = session.text(state.note);
    made.number = id.value;
    if (const auto& contact = row->second.contact; contact && may_be_called(*contact))
        (contact->kind == ContactKind::email ? made.email : made.phone) = contact->value;
    return made;
}

static_assert(static_cast<int>(CommitmentRole::lead) == static_cast<int>(domain::CommitmentRole::lead) &&
              static_cast<int>(CommitmentRole::help) == static_cast<int>(domain::CommitmentRole::help) &&
              static_cast<int>(CommitmentRole::think) == static_cast<int>(domain::CommitmentRole::think) &&
              static_cast<int>(CommitmentRole::arrange) == static_cast<int>(domain::CommitmentRole::arrange) &&
              static_cast<int>(CommitmentRole::check_first) == static_cast<int>(domain::CommitmentRole::check_first) &&
              static_cast<int>(CommitmentRole::informed) == static_cast<int>(domain::CommitmentRole::informed));

}  // namespace

SessionResults results_of(const Session& session, std::string id) {
    SessionResults results;
    results.version = static_cast<std::int64_t>(session.version);
    if (session.top)
        for (const auto& entry : session.top->entries) results.ideas.push_back(idea_of(session, entry));
    for (const auto& [number, state] : session.commitments)
        if (auto made = commitment_of(session, number, state)) results.commitments.push_back(std::move(*made));
    for (const auto& [group, state] : session.groups)
        if (!session.title(group).empty()) results.known_ideas.insert(group.value);
    for (auto& idea : results.ideas) idea.session = id;
    for (auto& commitment : results.commitments) commitment.session = id;
    results.session = std::move(id);
    return results;
}

}  // namespace kiemkring::domain::trajectory
