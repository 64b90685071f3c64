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

/// Ideas that their writers corrected or took back after the end.
std::set<domain::IdeaId> put_right_after_the_end(const store::StoredSession& stored) {
    std::set<domain::IdeaId> ideas;
    bool ended = false;
    for (const auto& happened : stored.events) {
        if (const auto* set = std::get_if<domain::SessionStatusSet>(&happened.what)) ended = set->now == domain::SessionStatus::ended;
        if (!ended) continue;
        if (const auto* reworded = std::get_if<domain::IdeaReworded>(&happened.what)) ideas.insert(reworded->idea);
        if (const auto* translated = std::get_if<domain::IdeaTranslated>(&happened.what)) ideas.insert(translated->idea);
    }
    return ideas;
}

/// Of an idea that was put right after the end no earlier wording is left, but what stands as a title in the result; and nothing else
/// was erased with it.
void look_for_erased_words(World& world, const store::StoredSession& stored) {
    const auto session = folded(stored);
    std::map<domain::TextId, domain::IdeaId> idea_of;
    std::map<domain::IdeaId, std::set<domain::TextId>> standing;  // those of now, as the events go on
    std::map<domain::IdeaId, domain::TextId> translation;
    std::set<domain::TextId> taken_back;
    bool ended = false;
    const auto stands = [&](domain::IdeaId idea, const domain::Wording& wording) {
        standing[idea] = {wording.text, wording.explanation};
        idea_of[wording.text] = idea_of[wording.explanation] = idea;
    };
    const auto put_right = [&](domain::IdeaId id) {
        // A session that was opened again goes on as before its end.
        for (const auto& [text, idea] : idea_of)
            if (ended && idea == id && !standing[id].contains(text) && translation[id] != text) taken_back.insert(text);
    };
    for (const auto& happened : stored.events) {
        if (const auto* set = std::get_if<domain::SessionStatusSet>(&happened.what)) ended = set->now == domain::SessionStatus::ended;
        if (const auto* submitted = std::get_if<domain::IdeaSubmitted>(&happened.what)) stands(submitted->idea, submitted->wording);
        if (const auto* reworded = std::get_if<domain::IdeaReworded>(&happened.what)) {
            stands(reworded->idea, reworded->now);
            put_right(reworded->idea);
        }
        if (const auto* translated = std::get_if<domain::IdeaTranslated>(&happened.what)) {
            translation[translated->idea] = translated->now ? translated->now->text : domain::TextId{};
            if (translated->now) idea_of[translated->now->text] = translated->idea;
            put_right(translated->idea);
        }
    }
    std::set<domain::TextId> kept;
    for (const auto& text : stored.texts) kept.insert(text.id);
    for (const auto& [text, id] : idea_of) {
        if (!text) continue;
        const auto& idea = session.ideas.at(id);
        const bool is_now = text == idea.wording.text || text == idea.wording.explanation ||
                            (idea.translation && text == idea.translation->text);
        if (is_now && !kept.contains(text)) world.complain("kept", "words of an idea are lost");
        if (!is_now && taken_back.contains(text) && kept.contains(text) && !session.is_title_in_result(text))
            world.complain("erased", "words that were taken back are still there");
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
        if (happened.op != "timer" && happened.op != "join" && happened.op != "create" && happened.op != "keep_until")
            actions[happened.op].insert(happened.action);
        // One that was taken back or corrected after the end has lost the text by which it is known.
        if (const auto* idea = std::get_if<domain::IdeaSubmitted>(&happened.what); idea && texts.contains(idea->wording.text))
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
        if (!row.token_hash.empty() && !seats.insert(row.token_hash).second) world.complain("twice", "a token holds two seats");
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
    const auto erased = put_right_after_the_end(stored);

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
            if (!asked.text.empty() && !asked.answer->refusal && !erased.contains({asked.answer->made_id}) &&
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
    look_for_erased_words(world, stored);
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
