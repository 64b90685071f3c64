// A session that has ended, as a dossier takes it.
#include <algorithm>

#include "domain/session/naming.h"
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
    made.may_be_named = domain::agreed_to_be_named(session, seat);
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

/// What the scores of a cell come to.
std::optional<GroupMark> mark_of(const Session& session, const Subject& subject, std::uint32_t criterion) {
    std::int64_t sum = 0, answers = 0;
    for (const auto& [ballot, given] : session.scores)
        if (const auto score = given.find({subject.group, criterion}); score != given.end()) {
            sum += score->second;
            answers += 1;
        }
    if (answers == 0) return std::nullopt;
    return GroupMark{{subject.entry}, {session.matrix->criteria[criterion].entry}, (10 * sum + answers / 2) / answers, answers};
}

TableSaid said_of(const Session& session, const Subject& subject, const TableDecision& decided) {
    return {{subject.entry}, static_cast<Colour>(decided.verdict), session.text(decided.note)};
}
static_assert(static_cast<int>(Colour::open) == static_cast<int>(Verdict::open) && static_cast<int>(Colour::green) == static_cast<int>(Verdict::green) &&
              static_cast<int>(Colour::amber) == static_cast<int>(Verdict::amber) && static_cast<int>(Colour::red) == static_cast<int>(Verdict::red));

ChoiceMethod method_of(const Session& session) {
    const bool voted = session.top && !session.top->entries.empty() && session.top->entries.front().candidate == session.choosing.candidate;
    if (!voted) return ChoiceMethod::consent;
    if (session.top->decided_by == TieWay::run_off) return ChoiceMethod::run_off;
    return session.top->decided_by == TieWay::draw ? ChoiceMethod::draw : ChoiceMethod::vote;
}

std::string done_with(ConcernStatus status, bool dutch) {
    switch (status) {
        case ConcernStatus::open: return "open";
        case ConcernStatus::noted: return dutch ? "genoteerd" : "noted";
        case ConcernStatus::resolved: return dutch ? "opgelost" : "resolved";
        case ConcernStatus::dropped: return dutch ? "ingetrokken" : "dropped";
    }
    return {};
}

constexpr std::size_t concerns_bytes_max = 1500;

std::optional<GroupChoice> choice_of(const Session& session) {
    const auto& chosen = session.choosing;
    if (!session.matrix || !chosen.frozen) return std::nullopt;
    GroupChoice choice{{}, method_of(session), session.text(chosen.reason), {}};
    for (const auto& subject : session.matrix->subjects)
        if (subject.group == chosen.candidate) choice.idea = {subject.entry};
    for (const auto& subject : session.matrix->subjects)
        if (chosen.combined_with && subject.group == chosen.combined_with) choice.combined_with = {subject.entry};
    for (const auto& [id, concern] : session.concerns) {
        const auto words = session.text(concern.text);
        if (concern.candidate != chosen.candidate || concern.answer != ConcernAnswer::worried || words.empty()) continue;
        if (choice.concerns.size() + words.size() > concerns_bytes_max) break;
        choice.concerns = lines({choice.concerns, words + " (" + done_with(concern.status, session.info.language == "nl") + ")"});
    }
    return choice;
}

}  // namespace

SessionResults results_of(const Session& session, std::string id, Day on) {
    SessionResults results;
    results.on = std::move(on);
    if (session.matrix) {
        for (const auto& subject : session.matrix->subjects) {
            for (std::uint32_t criterion = 0; criterion < session.matrix->criteria.size() && session.matrix->scale == Scale::points; ++criterion)
                if (auto mark = mark_of(session, subject, criterion)) results.marks.push_back(*mark);
            const auto decided = session.decisions.find(subject.group);
            if (decided != session.decisions.end() && decided->second.verdict != Verdict::open)
                results.said.push_back(said_of(session, subject, decided->second));
        }
        results.choice = choice_of(session);
    }
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
