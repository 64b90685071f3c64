#include "simulation/audit.h"

#include <algorithm>

#include "simulation/acts.h"

namespace kiemkring::simulation {

namespace {

bool is_shared(const domain::Session& session, domain::IdeaId id) {
    return session.sharing.all || id <= session.sharing.through;
}

/// The candidates, who is there and the places that were shown; and what they wrote down themselves.
bool is_for_helpers(const domain::Record& record) {
    using namespace domain;
    return std::holds_alternative<SessionRecord>(record) || std::holds_alternative<AgendaRecord>(record) ||
           std::holds_alternative<RoundRecord>(record) || std::holds_alternative<PersonRecord>(record) ||
           std::holds_alternative<ProgressRecord>(record) || std::holds_alternative<GroupRecord>(record) ||
           std::holds_alternative<VoteRecord>(record) || std::holds_alternative<PaperRecord>(record) ||
           std::holds_alternative<PlanRecord>(record) || std::holds_alternative<MatrixRecord>(record) ||
           std::holds_alternative<ChoosingRecord>(record) || std::holds_alternative<TopRecord>(record);
}

/// Why a record must not go to somebody of this role; nothing when it may. Written apart from domain/audience.cpp.
std::optional<std::string> secret_in(const domain::Session& session, const Client& to, const domain::Record& record) {
    using live::Role;
    const bool is_tablet = to.role == Role::facilitator;
    if (const auto* me = std::get_if<domain::MeRecord>(&record)) {
        if (to.role != Role::participant || me->person != session.seat_of(to.person)) return "the me record of somebody else";
        return std::nullopt;
    }
    if (const auto* idea = std::get_if<domain::MyIdeaRecord>(&record)) {
        const bool is_own = to.role == Role::participant && session.seat_of(session.ideas.at(idea->id).author) == session.seat_of(to.person);
        return is_own ? std::nullopt : std::optional<std::string>{"an idea as its author sees it"};
    }
    if (to.role == Role::helper && !is_for_helpers(record)) return std::string{"more than a helper needs"};
    if (const auto* paper = std::get_if<domain::PaperRecord>(&record)) {
        if (!is_tablet && to.role != Role::helper) return "what is on paper";
        if (!session.people.at(paper->id).on_paper) return "what somebody with a phone said";
        const auto* vote = session.open_vote();
        if (vote && paper->votes.size() > vote->state.votes_per_person) return "more votes on paper than there are";
    }
    if (std::holds_alternative<domain::InviteRecord>(record) && to.role == Role::participant) return "the invitation";
    if (const auto* vote = std::get_if<domain::TallyRecord>(&record)) {
        if (!is_tablet) return "a tally";
        if (session.votes.at(vote->vote).state.status != domain::VoteStatus::closed) return "a tally of an open vote";
    }
    if (is_tablet) return std::nullopt;

    if (std::holds_alternative<domain::CommitmentRecord>(record)) return "a commitment with its name";
    if (std::holds_alternative<domain::ConcernRecord>(record)) return "a concern with its name";
    if (std::holds_alternative<domain::StarsRecord>(record)) return "the stars";
    if (const auto* moods = std::get_if<domain::MoodsRecord>(&record)) {
        // What is proposed in the round choose is known to all.
        const bool is_revealed = session.top && session.revealed >= session.top->entries.size();
        if (!is_revealed && std::ranges::any_of(moods->ideas, [&](const auto& mood) { return mood.candidate != session.choosing.candidate; }))
            return "how an idea is received before its reveal";
    }
    if (std::holds_alternative<domain::UndoRecord>(record)) return "the undo record";
    if (const auto* idea = std::get_if<domain::IdeaRecord>(&record)) {
        if (!is_shared(session, idea->id)) return "an idea that is not shared";
        if (session.ideas.at(idea->id).state.status != domain::IdeaStatus::live) return "an idea that is put away";
    }
    if (std::holds_alternative<domain::NoteRecord>(record)) return "a note of the facilitators";
    if (std::holds_alternative<domain::LeadRecord>(record)) return "who drives";
    if (const auto* wifi = std::get_if<domain::WifiRecord>(&record); wifi && (to.role != Role::screen || !wifi->shown))
        return "the Wi-Fi of the room";
    if (const auto* light = std::get_if<domain::SpotlightRecord>(&record)) {
        const auto status = session.ideas.at(light->idea).state.status;
        if (status != domain::IdeaStatus::live && status != domain::IdeaStatus::later) return "an idea that is put away, in the light";
    }
    if (const auto* vote = std::get_if<domain::VoteRecord>(&record); vote && vote->waiting) return "who still has votes";
    if (const auto* top = std::get_if<domain::TopRecord>(&record)) {
        if (top->entries.size() > session.revealed) return "a place before its reveal";
        if (!top->near_misses.empty() && session.revealed < session.top->entries.size()) return "near misses too early";
    }
    if (const auto* person = std::get_if<domain::PersonRecord>(&record))
        if (person->organisation || person->role || person->votes_left ||
            (person->ready && to.role != Role::screen)) return "details of a person";
    return std::nullopt;
}

}  // namespace

void audit(World& world, const Disk& disk, const Client& to, const Message& message) {
    if (const auto* answer = std::get_if<wire::Answer>(&message.said)) {
        const bool is_final = !answer->refusal || !domain::is_passing(answer->refusal->reason);
        if (is_final && !disk.has_answer(to.id, answer->n))
            world.complain("kept", to.name + " was answered before the answer was on disk");
    }
    const auto* changes = std::get_if<wire::Changes>(&message.said);
    if (!changes) return;

    const auto& session = disk.durable();
    if (changes->to > session.version)
        return world.complain("kept", to.name + " was told what is not on disk");
    for (const auto& [key, record] : message.put)
        if (const auto secret = secret_in(session, to, *record))
            world.complain("secret", to.name + " was sent " + *secret);
    const auto canary = message.frame->find("canary.");
    if (canary == std::string::npos) return;
    // Two seats may be one person.
    const bool is_own = std::ranges::any_of(world.clients, [&](const auto& client) {
        return client->role == live::Role::participant && session.seat_of(client->person) == session.seat_of(to.person) &&
               message.frame->compare(canary, contact_canary(*client).size(), contact_canary(*client)) == 0;
    });
    if (to.role != live::Role::participant || !is_own)
        world.complain("secret", to.name + " was sent contact data of somebody else");
}

}  // namespace kiemkring::simulation
