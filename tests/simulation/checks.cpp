#include "simulation/checks.h"

#include <algorithm>
#include <set>

#include "simulation/truth.h"

namespace kiemkring::simulation {

namespace {

bool complained_of(const World& world, std::string_view promise) {
    return std::ranges::any_of(world.complaints, [&](const auto& complaint) { return complaint.promise == promise; });
}

domain::Session folded(const store::StoredSession& stored) {
    domain::Session session;
    domain::put_rows(session, stored.texts, stored.people, stored.links);
    std::vector<domain::RecordKey> touched;
    for (const auto& happened : stored.events) domain::evolve(session, happened, touched);
    return session;
}

/// A count of the votes from the log alone.
void recount(World& world, const store::StoredSession& stored) {
    std::map<std::pair<domain::VoteId, domain::BallotId>, std::map<domain::GroupId, int>> ballots;
    std::map<domain::VoteId, domain::VoteState> votes;
    for (const auto& happened : stored.events) {
        if (const auto* set = std::get_if<domain::VoteSet>(&happened.what)) votes[set->vote] = set->now;
        if (const auto* cast = std::get_if<domain::VoteCast>(&happened.what)) {
            auto& ballot = ballots[{cast->vote, cast->ballot}];
            int spent = 1;
            for (const auto& [candidate, count] : ballot) spent += count;
            if (++ballot[cast->candidate] > static_cast<int>(votes[cast->vote].votes_per_candidate) ||
                spent > static_cast<int>(votes[cast->vote].votes_per_person))
                world.complain("twice", "a ballot holds more votes than allowed");
        }
        if (const auto* back = std::get_if<domain::VoteRetracted>(&happened.what))
            if (--ballots[{back->vote, back->ballot}][back->candidate] < 0)
                world.complain("twice", "a vote was taken back twice");
    }
}

}  // namespace

bool nothing_happened_twice(World& world) {
    const auto stored = world.stored();
    std::map<domain::TextId, std::string> texts;
    for (const auto& text : stored.texts) texts[text.id] = text.text;

    std::map<std::string, int> submitted;
    std::map<std::string, std::set<std::uint64_t>> actions;
    for (const auto& happened : stored.events) {
        if (happened.op != "timer" && happened.op != "join" && happened.op != "create")
            actions[happened.op].insert(happened.action);
        if (const auto* idea = std::get_if<domain::IdeaSubmitted>(&happened.what))
            if (++submitted[texts[idea->wording.text]] > 1)
                world.complain("twice", "was submitted twice: " + texts[idea->wording.text]);
    }
    std::map<std::string, std::size_t> taken_effect;
    for (const auto& client : world.clients)
        for (const auto& [n, asked] : client->asked)
            if (!asked.answer || !asked.answer->refusal) ++taken_effect[asked.op];
    for (const auto& [op, all] : actions)
        if (all.size() > taken_effect[op]) world.complain("twice", op + " took effect more often than it was accepted");

    std::set<std::string> seats;
    for (const auto& row : stored.people)
        if (!seats.insert(row.token_hash).second) world.complain("twice", "a token holds two seats");
    recount(world, stored);
    return !complained_of(world, "twice");
}

bool everything_accepted_is_stored(World& world) {
    const auto stored = world.stored();
    const auto session = folded(stored);
    std::map<std::pair<std::string, std::uint64_t>, const store::StoredAnswer*> answers;
    for (const auto& answer : stored.answers) answers[{answer.client, answer.n}] = &answer;
    std::map<domain::TextId, std::string> texts;
    for (const auto& text : stored.texts) texts[text.id] = text.text;
    std::map<std::string, domain::IdeaId> ideas;
    for (const auto& happened : stored.events) {
        if (const auto* idea = std::get_if<domain::IdeaSubmitted>(&happened.what))
            ideas[texts[idea->wording.text]] = idea->idea;
    }

    for (const auto& client : world.clients)
        for (const auto& [n, asked] : client->asked) {
            if (!asked.answer) continue;
            const auto what = client->name + " " + std::to_string(n) + " " + asked.op;
            const auto kept = answers.find({client->id, n});
            if (kept == answers.end()) {
                world.complain("kept", "the answer is lost: " + what);
            } else if (kept->second->made_id != asked.answer->made_id ||
                       kept->second->refusal != asked.answer->refusal) {
                world.complain("kept", "another answer is stored: " + what);
            }
            if (!asked.text.empty() && !asked.answer->refusal &&
                (!ideas.contains(asked.text) || ideas[asked.text].value != asked.answer->made_id))
                world.complain("kept", "the idea is lost: " + what);
        }
    for (const auto& client : world.clients)
        if (client->person && std::ranges::none_of(stored.people, [&](const auto& row) {
                // It may have gone up in another one before the answer to the join came.
                return session.seat_of(row.id) == session.seat_of(client->person) &&
                       row.token_hash == live::token_hash(client->token);
            }))
            world.complain("kept", "the seat is lost: " + client->name);
    return !complained_of(world, "kept");
}

bool all_screens_agree(World& world) {
    const auto session = folded(world.stored());
    for (const auto& client : world.clients) {
        if (client->is_removed) continue;
        compare(world, *client, client->records, seen_by(session, *client));
        compare(world, *client, client->me, only_for(session, *client));
    }
    return !complained_of(world, "agree");
}

bool nobody_saw_a_secret(const World& world) { return !complained_of(world, "secret"); }

bool nobody_complained(const World& world) { return world.complaints.empty() && world.totals.broken_rooms == 0; }

std::string complaints_of(const World& world) {
    std::string text;
    for (const auto& complaint : world.complaints) text += complaint.promise + ": " + complaint.what + "\n";
    if (world.totals.broken_rooms > 0) text += std::to_string(world.totals.broken_rooms) + " rooms broke\n";
    return text;
}

bool keeps_its_promises(World& world) {
    bool all = nothing_happened_twice(world);
    all = everything_accepted_is_stored(world) && all;
    all = all_screens_agree(world) && all;
    all = nobody_saw_a_secret(world) && all;
    return nobody_complained(world) && all;
}

}  // namespace kiemkring::simulation
