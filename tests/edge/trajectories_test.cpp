// Trajectories over HTTP: kept, shown as they change and as they were, merged, refused at the field; and read back from disk.
#include <catch2/catch.hpp>

#include <algorithm>
#include <thread>

#include "edge/office.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

TEST_CASE("A trajectory begins with its place and the proposed factors, and is listed", "[edge][trajectory]") {
    Office office;
    CHECK(office.get("/api/trajectories")["trajectories"].empty());
    const auto with = new_key();
    const auto id = office.start(with);
    CHECK(office.start(with) == id);  // the answer was lost and it is asked again
    const auto listed = office.get("/api/trajectories")["trajectories"];
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["place"] == "De Vlinder");
    CHECK(listed[0]["factors"] == 7);
    const auto shown = office.get("/api/trajectories/" + id);
    CHECK(shown["whole"] == true);
    CHECK(entry_of(shown, "support")["entry"]["fee"] == 1'040'000);
    CHECK(shown["missing"].size() > 7);
    CHECK(office.server.ask("GET", "/api/trajectories").status == 401);
    CHECK(office.server.ask("GET", "/api/trajectories/" + id).status == 401);
    office.get("/api/trajectories/0123456789abcdef", 404);
}

TEST_CASE("Whoever waits for news of a trajectory hears it when it is kept, and only that", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto before = office.get("/api/trajectories/" + id);
    const auto version = before["version"].get<int>();
    json heard;
    std::thread other{[&] { heard = office.get("/api/trajectories/" + id + "?after=" + std::to_string(version)); }};
    const auto place = entry_of(before, "place");
    auto now = place["entry"];
    now["address"] = "Vlinderweg 1";
    office.command(id, "put_entry", {{"id", place["id"]}, {"was", place["entry"]}, {"now", now}});
    other.join();
    CHECK(heard["version"] == version + 1);
    CHECK(heard["whole"] == false);
    REQUIRE(heard["entries"].size() == 1);
    CHECK(heard["entries"][0]["entry"]["address"] == "Vlinderweg 1");

    // In one field twice: the second is told, and has both texts.
    now["address"] = "Rupsweg 2";
    const auto clash = office.command(id, "put_entry", {{"id", place["id"]}, {"was", place["entry"]}, {"now", now}}, 422);
    CHECK(clash == json{{"error", "changed_meanwhile"}, {"field", "address"}});
}

TEST_CASE("A command that is not one, and a value that is not in order, change nothing", "[edge][trajectory][bad-input]") {
    Office office;
    const auto id = office.start();
    const auto shown = office.get("/api/trajectories/" + id);
    const auto put = [&](const json& now) {
        return office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", now}}, 422);
    };
    const json person{{"kind", "contact"}, {"name", "Noor"}, {"role", "other"}, {"organisation", ""}, {"email", ""},
                      {"phone", ""}, {"note", ""}, {"hours_a_week", 0}};
    const auto with = [&](const std::string& field, const json& value) {
        auto changed = person;
        changed[field] = value;
        return put(changed);
    };
    CHECK(with("name", "  ") == json{{"error", "needed"}, {"field", "name"}});
    CHECK(with("name", std::string(121, 'a')) == json{{"error", "too_long"}, {"field", "name"}});
    CHECK(with("email", "noor") == json{{"error", "bad_email"}, {"field", "email"}});
    CHECK(with("phone", "bel me") == json{{"error", "bad_phone"}, {"field", "phone"}});
    CHECK(with("hours_a_week", -1) == json{{"error", "negative"}, {"field", "hours_a_week"}});
    CHECK(with("hours_a_week", "veel")["error"] == "bad_args");
    CHECK(with("secret", "x")["error"] == "bad_args");
    CHECK(put({{"kind", "unicorn"}})["error"] == "bad_args");
    auto other_kind = empty_place();
    other_kind["kind"] = "company";
    CHECK(office.post("/api/trajectories", {{"key", new_key()}, {"language", "nl"}, {"place", other_kind}}, 422)["error"] == "bad_args");
    CHECK(put({{"kind", "next_action"}, {"what", "Bellen"}, {"who", ""}, {"due", "31 februari"}}) ==
          json{{"error", "bad_date"}, {"field", "due"}});
    CHECK(put({{"kind", "next_action"}, {"what", "Bellen"}, {"who", ""}, {"due", "2020-01-01"}}) ==
          json{{"error", "in_the_past"}, {"field", "due"}});
    CHECK(office.command(id, "open_step", {{"step", "session"}, {"reason", ""}}, 422) ==
          json{{"error", "not_complete"}, {"field", "reason"}});
    CHECK(office.command(id, "open_step", {{"step", "plan"}, {"reason", "Toch"}}, 422)["error"] == "step_not_next");
    CHECK(office.server.ask("POST", "/api/trajectories/" + id, "{", office.cookie).status == 422);
    CHECK(office.get("/api/trajectories/" + id) == shown);
}

TEST_CASE("What is personal stands apart, and everything is there again when it is read from disk", "[edge][trajectory]") {
    Office office;
    std::vector<std::string> ids;
    const auto id = office.start();
    const json person{{"kind", "contact"}, {"name", "Noor"}, {"role", "contact_person"}, {"organisation", "Bakkerij"},
                      {"email", "noor@example.org"}, {"phone", ""}, {"note", ""}, {"hours_a_week", 3}};
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", person}});
    office.command(id, "open_step", {{"step", "session"}, {"reason", "We beginnen vast"}});
    office.command(id, "hand_over", {{"to", "Kees"}});
    const auto shown = office.get("/api/trajectories/" + id);
    CHECK(shown["progress"]["step"] == "session");
    CHECK(shown["reasons"] == json::array({json{{"step", "session"}, {"opened", "We beginnen vast"}, {"reopened", ""}}}));
    const auto opened = std::ranges::find_if(shown["happened"], [](const json& line) { return line["event"] == "progress_set"; });
    REQUIRE(opened != shown["happened"].end());
    CHECK((*opened)["progress"]["was"]["step"] == "green_date");
    CHECK((*opened)["progress"]["now"] == shown["progress"]);
    CHECK(shown["happened"].front()["progress"].is_null());
    // So many others are opened that this one is put away.
    for (std::size_t i = 0; i <= live::Trajectories::open_max; ++i) ids.push_back(office.start());
    CHECK(office.get("/api/trajectories/" + id) == shown);
    const auto removed = office.server.ask("DELETE", "/api/trajectories/" + id, {}, office.cookie);
    CHECK(removed.status == 204);
    office.get("/api/trajectories/" + id, 404);
}

TEST_CASE("The list says what changed since, and who was taken away can be erased", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto list = office.get("/api/trajectories");
    CHECK(list["whole"] == true);
    const auto since = [&] { return office.get("/api/trajectories?after=" + list["list"].get<std::string>()); };
    CHECK(since()["trajectories"].empty());
    CHECK(since()["list"] == list["list"]);
    const json person{{"kind", "contact"}, {"name", "Noor"}, {"role", "other"}, {"organisation", ""}, {"email", ""},
                      {"phone", ""}, {"note", ""}, {"hours_a_week", 0}};
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", person}});
    CHECK(since()["trajectories"].size() == 1);
    const auto entry = entry_of(office.get("/api/trajectories/" + id), "contact")["id"];
    office.command(id, "remove_entry", {{"id", entry}, {"was", person}});
    auto shown = office.get("/api/trajectories/" + id);
    CHECK(shown["people_taken_away"] == json::array({entry}));
    CHECK(shown["happened"].back()["can_erase"] == true);
    office.command(id, "erase_entry", {{"id", entry}});
    office.command(id, "put_entry", {{"id", entry}, {"was", nullptr}, {"now", person}}, 422);
    shown = office.get("/api/trajectories/" + id);
    CHECK(shown["people_taken_away"].empty());
    CHECK(shown.dump().find("Noor") == std::string::npos);
    office.server.ask("DELETE", "/api/trajectories/" + id, {}, office.cookie);
    CHECK(since()["gone"] == json::array({id}));
    // Whoever knows a newer one than the server has: it was restored.
    const auto other = office.start();
    CHECK(office.get("/api/trajectories/" + other + "?after=99")["whole"] == true);
}

TEST_CASE("While the disk is full a trajectory is shown and not changed", "[edge][trajectory][bad-input]") {
    Office office;
    const auto id = office.start();
    const auto shown = office.get("/api/trajectories/" + id);
    office.server.disk_is_full(true);
    office.command(id, "hand_over", {{"to", "Kees"}}, 503);
    office.post("/api/trajectories", {{"key", new_key()}, {"language", "nl"}, {"place", empty_place()}}, 503);
    CHECK(office.get("/api/trajectories/" + id) == shown);
    office.server.disk_is_full(false);
    office.command(id, "hand_over", {{"to", "Kees"}});
}

TEST_CASE("A next round begins once from a trajectory, however often it is asked", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const json idea{{"kind", "idea"}, {"name", "Vijver"}, {"about", ""}, {"letter", "B"}, {"place", 2}, {"votes", 7}, {"hands", 0}, {"missing_note", ""}, {"note", ""}, {"session", ""},
                    {"number", 0}, {"route", "undecided"}, {"concept_id", ""}};
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", idea}});
    const auto seed = entry_of(office.get("/api/trajectories/" + id), "idea")["id"];
    const auto next = "/api/trajectories/" + id + "/next";
    const json asked{{"language", "nl"}, {"ideas", {seed}}, {"with_people", false}};
    CHECK(office.post(next, {{"language", "nl"}, {"ideas", {999}}, {"with_people", false}}, 422) ==
          json{{"error", "unknown_entry"}, {"field", "ideas"}});
    CHECK(office.post(next, {{"language", "nl"}}, 422)["error"] == "bad_args");
    const std::string made = office.post(next, asked, 201)["id"];
    CHECK(office.post(next, asked, 201)["id"] == made);
    const auto shown = office.get("/api/trajectories/" + made);
    CHECK(entry_of(shown, "place")["entry"]["name"] == "De Vlinder");
    CHECK(entry_of(shown, "idea")["entry"]["name"] == "Vijver");
    CHECK(entry_of(shown, "idea")["entry"]["votes"] == 0);
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 2);
    CHECK(office.server.ask("POST", next, asked.dump()).status == 401);
}

TEST_CASE("A trajectory is shown as it was at an earlier version", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const json cost{{"kind", "cost"}, {"what", "Planten"}, {"amount", 100}, {"in_kind", false}, {"hours", 0}, {"basis", ""}};
    const auto then = office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", cost}})["version"].get<int>();
    const auto entry = entry_of(office.get("/api/trajectories/" + id), "cost")["id"];
    auto dearer = cost;
    dearer["amount"] = 250;
    office.command(id, "put_entry", {{"id", entry}, {"was", cost}, {"now", dearer}});
    const auto before = office.get("/api/trajectories/" + id + "?version=" + std::to_string(then));
    CHECK(before["version"] == then);
    CHECK(entry_of(before, "cost")["entry"]["amount"] == 100);
    CHECK(entry_of(office.get("/api/trajectories/" + id), "cost")["entry"]["amount"] == 250);
    office.get("/api/trajectories/" + id + "?version=" + std::to_string(then + 2), 404);
    office.get("/api/trajectories/" + id + "?version=0", 404);
    office.get("/api/trajectories/" + id + "?version=x", 400);
}
