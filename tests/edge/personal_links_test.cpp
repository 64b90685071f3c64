// What somebody without an account reaches of a trajectory: a personal link, a calendar feed.
#include <catch2/catch.hpp>

#include "edge/office.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

namespace {

json confirmation(const std::string& name, const std::string& what_for) {
    return {{"kind", "confirmation"}, {"name", name}, {"email", ""}, {"what_for", what_for}, {"commitment", 0}, {"token_hash", ""},
            {"withdrawn", false}, {"asked_on", ""}, {"answer", "not_asked"}, {"answered_on", ""}, {"letter", ""}, {"reply_note", ""},
            {"terms_note", ""}};
}

/// Somebody without an account.
struct Asked {
    Office& office;
    std::string trajectory, secret;
    int status{};

    json look() { return say("/api/links", {{"trajectory", trajectory}, {"secret", secret}}); }
    json answer(const std::string& what, const std::string& word = {}, const std::string& with = new_key()) {
        return say("/api/links/answer", {{"key", with}, {"trajectory", trajectory}, {"secret", secret}, {"answer", what}, {"reply_note", word}});
    }
    json say(const std::string& path, const json& body) {
        const auto reply = office.server.ask("POST", path, body.dump());
        status = reply.status;
        return json::parse(reply.body, nullptr, false);
    }
};

}  // namespace

TEST_CASE("A personal link is answered without an account, changed, withdrawn and unknown", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", confirmation("Joost", "ownership")}});
    const auto entry = entry_of(office.get("/api/trajectories/" + id), "confirmation")["id"];
    Asked joost{office, id, std::string(32, 'a')};
    joost.look();
    CHECK(joost.status == 404);

    office.command(id, "make_link", {{"id", entry}, {"secret", joost.secret}});
    const auto kept = entry_of(office.get("/api/trajectories/" + id), "confirmation")["entry"];
    CHECK(kept["token_hash"] != joost.secret);
    CHECK(kept["answer"] == "asked");
    const auto question = joost.look();
    CHECK(joost.status == 200);
    CHECK(question["name"] == "Joost");
    CHECK(question["place"] == "De Vlinder");
    CHECK_FALSE(question.contains("token_hash"));

    const auto with = new_key();
    joost.answer("accepted", " Graag! ", with);
    CHECK(joost.status == 200);
    joost.answer("accepted", " Graag! ", with);  // the answer was lost
    CHECK(joost.status == 200);
    CHECK(joost.answer("accepted", "Graag!")["error"] == "already");
    CHECK(joost.look()["reply_note"] == "Graag!");
    joost.answer("declined");
    CHECK(entry_of(office.get("/api/trajectories/" + id), "confirmation")["entry"]["answer"] == "declined");
    CHECK(joost.answer("accepted", std::string(2001, 'x'))["field"] == "reply_note");
    CHECK(joost.status == 422);
    joost.answer("asked");
    CHECK(joost.status == 422);
    joost.say("/api/links", {{"trajectory", id}});
    CHECK(joost.status == 422);

    office.command(id, "withdraw_link", {{"id", entry}});
    CHECK(joost.look()["error"] == "withdrawn");
    CHECK(joost.status == 410);
    joost.answer("accepted");
    CHECK(joost.status == 410);
    // With a new link the old one leads nowhere any more, and who is taken away has none.
    auto again = joost;
    again.secret = std::string(32, 'c');
    office.command(id, "make_link", {{"id", entry}, {"secret", again.secret}});
    joost.look();
    CHECK(joost.status == 404);
    joost.answer("accepted");
    CHECK(joost.status == 404);
    again.answer("accepted");
    CHECK(again.status == 200);
    const auto now = entry_of(office.get("/api/trajectories/" + id), "confirmation");
    CHECK(now["entry"]["answer"] == "accepted");
    office.command(id, "remove_entry", {{"id", entry}, {"was", now["entry"]}});
    again.look();
    CHECK(again.status == 404);
    // Of nobody at a desk.
    office.command(id, "answer_by_link", {{"token_hash", kept["token_hash"]}, {"answer", "accepted"}, {"reply_note", ""}}, 422);
    office.command(id, "make_link", {{"id", entry}, {"secret", "short"}}, 422);
    // One address cannot try for ever.
    for (int i = 0; i < 60 && joost.status != 429; ++i) joost.look();
    CHECK(joost.status == 429);
}

TEST_CASE("An answer to terms that changed while somebody read them is refused, and nothing is kept", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", confirmation("Joost", "ownership")}});
    const auto entry = entry_of(office.get("/api/trajectories/" + id), "confirmation")["id"];
    Asked joost{office, id, std::string(32, 'a')};
    office.command(id, "make_link", {{"id", entry}, {"secret", joost.secret}});
    const auto agree = [&](const json& was, const std::string& owner) {
        const json now{{"kind", "agreement"}, {"owner_of_ground", owner}, {"maintainer", "Kees"}, {"frequency", "elke maand"},
                       {"ends_on", "2099-12-31"}, {"ownership_note", ""}, {"upkeep_note", ""}};
        const auto there = entry_of(office.get("/api/trajectories/" + id), "agreement");
        office.command(id, "put_entry", {{"id", was.is_null() ? json(0) : there["id"]}, {"was", was}, {"now", now}});
        return now;
    };
    const auto says = [&](const json& seen, const std::string& with = new_key()) {
        return joost.say("/api/links/answer", {{"key", with}, {"trajectory", id}, {"secret", joost.secret}, {"answer", "accepted"}, {"reply_note", ""}, {"seen", seen}});
    };
    const auto first = agree(nullptr, "Van Loon");
    const auto shown = joost.look()["terms"];
    CHECK(joost.look()["terms"] == shown);
    agree(first, "De gemeente");
    CHECK(says(shown) == json{{"error", "changed_meanwhile"}, {"field", "seen"}});
    CHECK(joost.status == 409);
    auto question = joost.look();
    CHECK(question["answer"] == "asked");
    CHECK(question["owner_of_ground"] == "De gemeente");
    CHECK(question["terms"] != shown);
    const auto with = new_key();
    says(question["terms"], with);
    CHECK(joost.status == 200);
    question = joost.look();
    CHECK(question["answer"] == "accepted");
    CHECK_FALSE(question["changed_since"].get<bool>());
    // What they agreed to is about one spot.
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", {{"kind", "plan"}, {"goal_note", ""}, {"spot", "Bij de vaart"}, {"area_m2", 0},
        {"trees", 0}, {"tiles_out", 0}, {"starts_on", ""}, {"ends_on", ""}, {"contingency_percent", 0}}}});
    CHECK(joost.look()["changed_since"].get<bool>());
    says(question["terms"], with);  // the answer was lost
    CHECK(joost.status == 200);
    says(question["terms"]);
    CHECK(joost.status == 409);
    for (const json& bad : {json(std::string(21, '1')), json(1)}) {
        says(bad);
        CHECK(joost.status == 422);
    }
    // A page of an earlier version does not say what it showed.
    joost.answer("declined");
    CHECK(joost.status == 200);
}

TEST_CASE("A calendar feed is read by its secret address until it is withdrawn", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto add = [&](const json& now) { office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", now}}); };
    add({{"kind", "task"}, {"what", "Kweker bellen"}, {"who", "Mirjam"}, {"due", "2099-12-01"}, {"state", "open"}, {"topic", "call"}, {"idea", 0}, {"note", ""}});
    add({{"kind", "calendar_feed"}, {"name", "Mirjam"}, {"token_hash", ""}, {"withdrawn", false}});
    const auto entry = entry_of(office.get("/api/trajectories/" + id), "calendar_feed")["id"];
    const std::string secret(32, 'b'), address = "/api/calendars/" + id + "/" + secret;
    CHECK(office.server.ask("GET", address).status == 404);
    office.command(id, "make_link", {{"id", entry}, {"secret", secret}});
    const auto feed = office.server.ask("GET", address);
    CHECK(feed.status == 200);
    CHECK(feed.body.starts_with("BEGIN:VCALENDAR"));
    CHECK(feed.body.find("Kweker bellen") != std::string::npos);
    // A question to a person is no calendar, and a calendar no question.
    Asked nobody{office, id, secret};
    nobody.look();
    CHECK(nobody.status == 404);
    office.command(id, "withdraw_link", {{"id", entry}});
    CHECK(office.server.ask("GET", address).status == 410);
}
