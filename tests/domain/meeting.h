// A session for rule tests: given events, when a command, then a change or a refusal. No store, no socket.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "domain/session/decide.h"

namespace kiemkring::domain {

/// What a command without a refusal answers.
constexpr std::optional<Reason> accepted{};

struct Meeting {
    Session session;
    std::vector<Happened> log;
    std::vector<TextRow> texts;
    std::vector<PersonRow> people;
    std::vector<BallotLink> links;
    std::vector<RecordKey> touched;
    Moment moment{Time{base::Milliseconds{1'000'000}}, 0x1234567890abcdefULL};

    /// Rounds 1 lobby, 2 ideas, 3 group, 4 vote, 5 tie, 6 top5, 7 commit, 8 close, 9 talk, 10 break, 11 show,
    /// 12 pitch, 13 table_choice, 14 sharpen, 15 concerns; where something was brought along also 16 explore, 17 assess, 18 choose.
    explicit Meeting(std::uint32_t seats = 30, const std::optional<Brought>& brought = {}) {
        SessionInfo info;
        info.title = "Rietkamp";
        info.language = "nl";
        info.seats_max = seats;
        info.code = "7KM4PX";
        std::vector<AgendaItem> agenda;
        for (std::uint32_t i = 0; i < (brought ? 18U : 15U); ++i) agenda.push_back({RoundId{i + 1}, static_cast<RoundKind>(i), "", 5, "", false, ""});
        apply(create_session(info, agenda, brought), "create", false);
    }

    [[nodiscard]] MeRecord me(PersonId person) const {
        return std::get<MeRecord>(project_own(session, {RecordType::me, person.value}).value());
    }

    void apply(const Change& change, const std::string& op, bool facilitated) {
        put_rows(session, change.texts, change.people, change.links);
        texts.insert(texts.end(), change.texts.begin(), change.texts.end());
        people.insert(people.end(), change.people.begin(), change.people.end());
        if (change.erase_links) links.clear();
        links.insert(links.end(), change.links.begin(), change.links.end());
        erase_texts(session, change.erased_texts);
        for (auto id : change.erased_texts) std::erase_if(texts, [&](const TextRow& row) { return row.id == id; });
        for (const auto& happened : as_happened(change, session.version, moment.now, op, facilitated)) {
            log.push_back(happened);
            evolve(session, happened, touched);
        }
        moment.random = moment.random * 6364136223846793005ULL + 1442695040888963407ULL;
    }

    PersonId join(const std::string& name = "") {
        auto joined = decide_join(session, {"token" + std::to_string(session.people.size()), name, "", ""}, moment);
        REQUIRE(joined);
        apply(*joined, "join", false);
        return {joined->made_id};
    }

    std::optional<Reason> ask(const Command& command, Asker asker) {
        auto decision = decide(session, command, asker, moment);
        if (!decision) return decision.error().reason;
        made = decision->made_id;
        apply(*decision, std::visit([](const auto& c) { return std::string{c.op}; }, command),
              asker.role == Asker::Role::facilitator && !asker.paper_seat);
        return {};
    }
    /// Of the last command.
    std::uint32_t made{};

    std::optional<Reason> facilitator(const Command& command) { return ask(command, {Asker::Role::facilitator, {}}); }
    std::optional<Reason> person(PersonId who, const Command& command) { return ask(command, {Asker::Role::participant, who}); }

    std::optional<Reason> helper(const Command& command, PersonId paper_seat = {}) {
        return ask(command, {Asker::Role::helper, {}, {}, paper_seat});
    }

    void start(std::uint32_t round) { REQUIRE(facilitator(StartRound{RoundId{round}, 0}) == std::nullopt); }

    IdeaId idea(PersonId who, const std::string& text) {
        REQUIRE(person(who, SubmitIdea{text, ""}) == std::nullopt);
        return {made};
    }

    /// `count` people, each with one idea; in the round vote, every idea its own candidate with the id of its order.
    void up_to_the_vote(int people_count, int ideas_count) {
        for (int i = 0; i < people_count; ++i) join();
        start(2);
        for (int i = 0; i < ideas_count; ++i)
            idea({static_cast<std::uint32_t>(i % people_count) + 1}, "Idee " + std::to_string(i + 1));
        start(4);
    }

    Session replayed() const {
        Session again;
        put_rows(again, texts, people, links);
        std::vector<RecordKey> ignored;
        for (const auto& happened : log) evolve(again, happened, ignored);
        return again;
    }
};

}  // namespace kiemkring::domain
