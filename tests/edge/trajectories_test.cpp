// Trajectories over HTTP: kept, shown as they change, merged, refused at the field; and read back after a restart of the store.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <thread>

#include "edge/images.h"
#include "edge/server_under_test.h"
#include "wire/trajectory.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

namespace {

std::string key() {
    static unsigned counter = 0;
    auto digits = std::to_string(++counter);
    return std::string(32 - digits.size(), '0') + digits;
}

const json empty_place{{"kind", "place"}, {"name", "De Vlinder"}, {"sort", "business_park"}, {"address", ""},
                       {"municipality", "Zwolle"}, {"funder", ""}, {"about", ""}, {"area_m2", 0}};

struct Office {
    ServerUnderTest server;
    std::string cookie = server.organiser();

    json get(const std::string& path, int status = 200) {
        const auto answer = server.ask("GET", path, {}, cookie);
        CHECK(answer.status == status);
        return json::parse(answer.body, nullptr, false);
    }
    json post(const std::string& path, const json& body, int status = 200) {
        const auto answer = server.ask("POST", path, body.dump(), cookie);
        INFO(answer.body);
        CHECK(answer.status == status);
        return json::parse(answer.body, nullptr, false);
    }
    std::string start(const std::string& with = key()) {
        return post("/api/trajectories", {{"key", with}, {"language", "nl"}, {"place", empty_place}}, 201)["id"];
    }
    json command(const std::string& id, const std::string& op, const json& args, int status = 200) {
        return post("/api/trajectories/" + id, {{"key", key()}, {"op", op}, {"args", args}}, status);
    }
};

json entry_of(const json& shown, const std::string& kind) {
    for (const auto& one : shown["entries"])
        if (one["entry"]["kind"] == kind) return one;
    return {};
}

}  // namespace

TEST_CASE("A trajectory begins with its place and the proposed factors, and is listed", "[edge][trajectory]") {
    Office office;
    CHECK(office.get("/api/trajectories")["trajectories"].empty());
    const auto with = key();
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
    auto other_kind = empty_place;
    other_kind["kind"] = "company";
    CHECK(office.post("/api/trajectories", {{"key", key()}, {"language", "nl"}, {"place", other_kind}}, 422)["error"] == "bad_args");
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

TEST_CASE("The approach is changed for all new trajectories, and of two desks the second is told", "[edge][trajectory]") {
    Office office;
    const auto first = office.get("/api/approach");
    CHECK(first["revision"] == 0);
    CHECK(first["document"] == first["proposal"]);
    CHECK(first["document"]["fee"] == 1'040'000);
    CHECK(first["document"]["factors"].size() == 7);
    auto mine = first["document"];
    mine["fee"] = 1'100'050;
    mine["factors"] = json::array({{{"name_nl", "  Water "}, {"name_en", ""}, {"question_nl", "Is er water?"}, {"question_en", ""}}});
    CHECK(office.post("/api/approach", {{"revision", 0}, {"document", mine}}) == json{{"revision", 1}});
    CHECK(office.post("/api/approach", {{"revision", 0}, {"document", mine}}, 409)["error"] == "changed_meanwhile");
    const auto now = office.get("/api/approach");
    CHECK(now["revision"] == 1);
    CHECK(now["document"]["factors"][0]["name_nl"] == "Water");
    CHECK(now["proposal"] == first["proposal"]);
    const auto shown = office.get("/api/trajectories/" + office.post("/api/trajectories", {{"key", key()}, {"language", "en"}, {"place", empty_place}}, 201)["id"].get<std::string>());
    CHECK(entry_of(shown, "support")["entry"]["fee"] == 1'100'050);
    CHECK(entry_of(shown, "factor")["entry"]["name"] == "Water");  // nobody wrote it in English
    CHECK(shown["missing"].size() > 0);
}

TEST_CASE("An approach with faults is refused with the place of each, and nothing changes", "[edge][trajectory][bad-input]") {
    Office office;
    const auto good = office.get("/api/approach")["document"];
    const auto problems = [&](const json& document) {
        const auto answer = office.post("/api/approach/check", document, 422);
        CHECK(answer["error"] == "bad_document");
        CHECK(office.post("/api/approach", {{"revision", 0}, {"document", document}}, 422) == answer);
        return answer["problems"];
    };
    const auto problem = [](const std::string& where, const std::string& why) { return json{{"where", where}, {"why", why}}; };
    CHECK(problems({{"x", 1}}) == json::array({problem("", "another_file")}));
    auto bad = good;
    bad["kiemkring_approach"] = 2;
    CHECK(problems(bad) == json::array({problem("kiemkring_approach", "other_version")}));
    bad = good;
    bad["fee"] = -1;
    bad["refund"] = "veel";
    bad["hours_to"] = 81;
    bad["colour"] = "groen";
    bad.erase("hours_from");
    bad["factors"][2]["name_nl"] = " ";
    bad["factors"][3]["question_en"] = std::string(2001, 'a');
    bad["factors"][4]["size"] = 1;
    bad["factors"][5] = 7;
    const auto all = problems(bad);
    for (const auto& one : {problem("colour", "unknown_member"), problem("fee", "negative"), problem("refund", "not_a_number"),
                            problem("hours_from", "missing"), problem("hours_to", "too_large"), problem("factors[2].name_nl", "needed"),
                            problem("factors[3].question_en", "too_long"), problem("factors[4].size", "unknown_member"),
                            problem("factors[5]", "not_an_object")})
        CHECK(std::ranges::find(all, one) != all.end());
    CHECK(all.size() == 9);
    bad = good;
    bad["refund"] = good["fee"].get<int>() + 1;
    CHECK(problems(bad) == json::array({problem("refund", "above_fee")}));
    bad = good;
    bad["hours_to"] = 1;
    CHECK(problems(bad) == json::array({problem("hours_to", "wrong_order")}));
    bad = good;
    for (int i = 0; i < 14; ++i) bad["factors"].push_back(good["factors"][0]);
    CHECK(problems(bad) == json::array({problem("factors", "too_many")}));
    CHECK(office.post("/api/approach", {{"revision", "x"}, {"document", good}}, 422)["error"] == "bad_args");
    CHECK(office.post("/api/approach/check", good) == good);
    CHECK(office.get("/api/approach")["revision"] == 0);
}

TEST_CASE("The catalogue of concepts is kept, and one with faults is refused with the place of each", "[edge][trajectory][bad-input]") {
    Office office;
    const auto known = office.get("/api/catalogue");
    CHECK(known["revision"] == 0);
    CHECK(known["document"] == known["proposal"]);
    const auto good = known["document"];
    REQUIRE(good["concepts"].size() == 30);
    CHECK(office.post("/api/catalogue/check", good) == good);
    const auto problems = [&](const json& document) {
        const auto answer = office.post("/api/catalogue/check", document, 422);
        CHECK(office.post("/api/catalogue", {{"revision", 0}, {"document", document}}, 422) == answer);
        return answer["problems"];
    };
    const auto problem = [](const std::string& where, const std::string& why) { return json{{"where", where}, {"why", why}}; };
    CHECK(problems({{"concepts", json::array()}}) == json::array({problem("", "another_file")}));
    auto bad = good;
    bad["concepts"][1]["id"] = good["concepts"][0]["id"];
    bad["concepts"][2]["colour"] = "green";
    bad["concepts"][3]["area_m2"] = {400, 200};
    bad["concepts"][4]["cost_eur"] = {1};
    bad["concepts"][5]["basis"] = "";
    bad["concepts"][6]["effects"]["heat"] = 4;
    bad["concepts"][7]["id"] = "Met Spaties";
    bad["concepts"][8].erase("keywords_nl");
    bad["concepts"][9]["months"] = {-1, 2};
    const auto all = problems(bad);
    const auto expected = json::array({problem("concepts[1].id", "twice"), problem("concepts[2].colour", "unknown_member"),
                                       problem("concepts[3].area_m2", "wrong_order"), problem("concepts[4].cost_eur", "not_a_range"),
                                       problem("concepts[5].basis", "not_a_basis"), problem("concepts[6].effects.heat", "not_an_effect"),
                                       problem("concepts[7].id", "bad_id"), problem("concepts[8].keywords_nl", "missing"),
                                       problem("concepts[9].months", "negative")});
    CHECK(all == expected);
    auto few = good;
    few["concepts"] = json::array({good["concepts"][3]});
    CHECK(office.post("/api/catalogue", {{"revision", 0}, {"document", few}})["revision"] == 1);
    CHECK(office.post("/api/catalogue", {{"revision", 0}, {"document", few}}, 409)["error"] == "changed_meanwhile");
    CHECK(office.get("/api/catalogue")["document"] == few);
    CHECK(office.get("/api/catalogue")["proposal"] == good);
    CHECK(office.server.ask("GET", "/api/catalogue", {}).status == 401);
}

TEST_CASE("Places out of a spreadsheet are made once, each checked by itself", "[edge][trajectory][bad-input]") {
    Office office;
    const auto line = [](const std::string& name, const std::string& with) {
        auto place = empty_place;
        place["name"] = name;
        return json{{"key", with}, {"facilitator", "Bram"}, {"place", place}};
    };
    auto bad = line("Te groot", key());
    bad["place"]["area_m2"] = 10'000'001;
    auto nameless = line(" ", key());
    auto long_name = line("Kort", key());
    long_name["facilitator"] = std::string(121, 'a');
    const json list{{"language", "nl"}, {"places", {line("Zuiderhavens", key()), bad, nameless, long_name, line("Kadepolder", key())}}};
    const auto done = office.post("/api/trajectories/import", list)["places"];
    REQUIRE(done.size() == 5);
    CHECK(done[0].contains("id"));
    CHECK(done[1] == json{{"error", "too_large"}, {"field", "area_m2"}});
    CHECK(done[2] == json{{"error", "needed"}, {"field", "name"}});
    CHECK(done[3] == json{{"error", "too_long"}, {"field", "facilitator"}});
    CHECK(done[4].contains("id"));
    // The answer was lost, and all of it is asked again.
    CHECK(office.post("/api/trajectories/import", list)["places"] == done);
    const auto listed = office.get("/api/trajectories")["trajectories"];
    CHECK(listed.size() == 2);
    for (const auto& one : listed) {
        CHECK(one["facilitator"] == "Bram");
        CHECK(one["factors"] == 7);
    }
    const auto refused = [&](const json& body) { CHECK(office.post("/api/trajectories/import", body, 422)["error"] == "bad_args"); };
    refused({{"language", "fr"}, {"places", list["places"]}});
    refused({{"language", "nl"}, {"places", json::array()}});
    refused({{"language", "nl"}, {"places", {{{"key", "x"}, {"facilitator", ""}, {"place", empty_place}}}}});
    auto many = list;
    while (many["places"].size() <= wire::imported_at_once_max) many["places"].push_back(line("Nog een", key()));
    refused(many);
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 2);
    office.server.disk_is_full(true);
    office.post("/api/trajectories/import", {{"language", "nl"}, {"places", {line("Nieuw", key())}}}, 503);
    office.server.disk_is_full(false);
}

TEST_CASE("Two desks that bring in one table make each place once, unless a double is wanted", "[edge][trajectory]") {
    Office office;
    const auto table = [](bool with_double) {
        json list{{"language", "nl"}, {"places", json::array()}};
        for (const auto* name : {"Zuiderhavens", "Kadepolder"}) {
            auto place = empty_place;
            place["name"] = name;
            json line{{"key", key()}, {"facilitator", ""}, {"place", place}};
            if (with_double) line["double"] = true;
            list["places"].push_back(line);
        }
        return list;
    };
    const auto one = table(false), other = table(false);
    const auto made = office.post("/api/trajectories/import", one)["places"];
    const json there{{"error", "already_there"}, {"field", "name"}};
    CHECK(office.post("/api/trajectories/import", other)["places"] == json{there, there});
    CHECK(office.post("/api/trajectories/import", one)["places"] == made);
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 2);
    CHECK(office.post("/api/trajectories/import", table(true))["places"][0].contains("id"));
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 4);
    auto wrong = table(true);
    wrong["places"][0]["double"] = 1;
    CHECK(office.post("/api/trajectories/import", wrong, 422)["error"] == "bad_args");
}

TEST_CASE("Whole dossiers go out some at a time, and each comes in as a new place", "[edge][trajectory]") {
    Office office;
    const auto one = office.start(), other = office.start();
    office.command(one, "hand_over", {{"to", "Kees"}});
    const auto out = office.post("/api/trajectories/dossiers", {{"ids", {one, "00000000000000ff", other}}});
    CHECK(out["done"] == 3);
    REQUIRE(out["dossiers"].size() == 2);
    const auto file = out["dossiers"][0];
    CHECK(file["id"] == one);
    CHECK(file["facilitator"] == "Kees");
    CHECK(file["entries"].size() == office.get("/api/trajectories/" + one)["entries"].size());

    const json brought{{"key", key()}, {"dossier", file}};
    const auto made = office.post("/api/trajectories/dossiers/import", brought, 201)["id"].get<std::string>();
    CHECK(office.post("/api/trajectories/dossiers/import", brought, 201)["id"] == made);
    const auto shown = office.get("/api/trajectories/" + made);
    CHECK(shown["facilitator"] == "Kees");
    CHECK(shown["entries"].size() == file["entries"].size());
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 3);

    auto wrong = brought;
    wrong["key"] = key();
    wrong["dossier"]["entries"][0]["entry"]["name"] = std::string(121, 'a');
    CHECK(office.post("/api/trajectories/dossiers/import", wrong, 422) == json{{"error", "too_long"}, {"field", "name"}});
    wrong["dossier"]["entries"][0]["entry"]["colour_of_sky"] = "blue";
    CHECK(office.post("/api/trajectories/dossiers/import", wrong, 422)["error"] == "bad_args");
    CHECK(office.post("/api/trajectories/dossiers", {{"ids", json::array()}}, 422)["error"] == "bad_args");
    CHECK(office.post("/api/trajectories/dossiers", {{"ids", {"../etc"}}}, 422)["error"] == "bad_args");
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 3);
}

TEST_CASE("While the disk is full a trajectory is shown and not changed", "[edge][trajectory][bad-input]") {
    Office office;
    const auto id = office.start();
    const auto shown = office.get("/api/trajectories/" + id);
    office.server.disk_is_full(true);
    office.command(id, "hand_over", {{"to", "Kees"}}, 503);
    office.post("/api/trajectories", {{"key", key()}, {"language", "nl"}, {"place", empty_place}}, 503);
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

TEST_CASE("A photo is not made without its picture", "[edge][trajectory][bad-input]") {
    Office office;
    const auto id = office.start();
    const json photo{{"kind", "photo"}, {"moment", "before"}, {"description", ""}, {"taken_on", ""}, {"in_story", false}};
    CHECK(office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", photo}}, 422)["error"] == "wrong_kind");
}

TEST_CASE("A picture of a trajectory is brought in pieces, seen at the desk alone, and gone when it is erased", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto name = key();
    const auto bring = [&](const std::string& bytes, const std::string& as, const std::string& more = {}, const std::string& under = key()) {
        return office.server.ask("POST", "/api/uploads/" + under, bytes,
                                 office.cookie + "Content-Type: application/octet-stream\r\nUpload-Trajectory: " + id +
                                     "\r\nUpload-As: " + as + "\r\n" + more);
    };
    const auto see = [&](const std::string& number, const std::string& credentials) {
        return office.server.ask("GET", "/api/trajectories/" + id + "/pictures/" + number + "?size=large", {}, credentials);
    };
    const auto file = png(40, 30);
    const auto half = file.size() / 2, rest = file.size() - half;
    const auto pieces = "Upload-Length: " + std::to_string(file.size()) + "\r\n";
    CHECK(bring(file.substr(0, half), "before", pieces, name).status == 202);
    CHECK(bring(file.substr(half, rest), "before", pieces + "Upload-Offset: 3\r\n", name).status == 409);
    const auto last = pieces + "Upload-Offset: " + std::to_string(half) + "\r\n";
    const auto made = bring(file.substr(half, rest), "before", last, name);
    REQUIRE(made.status == 201);
    const auto number = std::to_string(json::parse(made.body)["picture"].get<int>());
    // The answer was lost and it is brought again: it is no second photo.
    CHECK(bring(file, "before", {}, name).body == made.body);
    const auto photo = entry_of(office.get("/api/trajectories/" + id), "photo");
    CHECK(photo["id"] == json::parse(made.body)["picture"]);
    CHECK(photo["entry"]["moment"] == "before");

    CHECK(size_of_jpeg(see(number, office.cookie).body) == std::pair{40, 30});
    CHECK(see(number, {}).status == 401);
    CHECK(see("999", office.cookie).status == 404);
    CHECK(bring(file, "poster").status == 400);
    CHECK(bring("no picture", "after").status == 415);
    CHECK(bring(pdf(), "after").status == 415);
    CHECK(bring(pdf(), "site_plan", "Upload-Page: 3\r\n").status == 422);
    CHECK(bring(pdf(), "site_plan", "Upload-Page: 2\r\n").status == 201);

    // A letter belongs to somebody.
    CHECK(bring(pdf(), "letter").status == 422);
    const auto asked = office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", {{"kind", "confirmation"}, {"name", "Kees"}, {"email", ""},
        {"what_for", "upkeep"}, {"commitment", 0}, {"token_hash", ""}, {"withdrawn", false}, {"asked_on", ""}, {"answer", "not_asked"},
        {"answered_on", ""}, {"letter", ""}, {"reply_note", ""}, {"terms_note", ""}}}})["entry"].get<int>();
    CHECK(bring(pdf(), "letter", "Upload-Entry: " + std::to_string(asked) + "\r\n").status == 201);
    CHECK(entry_of(office.get("/api/trajectories/" + id), "letter")["entry"]["confirmation"] == asked);
    CHECK(bring(file, "letter", "Upload-Entry: x\r\n").status == 400);

    office.command(id, "erase_entry", {{"id", photo["id"]}});
    CHECK(see(number, office.cookie).status == 404);
    office.server.disk_is_full(true);
    CHECK(bring(file, "after").status == 503);
    office.server.disk_is_full(false);

    // With the trajectory everything goes.
    const auto plan = std::to_string(entry_of(office.get("/api/trajectories/" + id), "site_plan")["id"].get<int>());
    CHECK(see(plan, office.cookie).status == 200);
    CHECK(office.server.ask("DELETE", "/api/trajectories/" + id, {}, office.cookie).status == 204);
    CHECK(see(plan, office.cookie).status == 404);
    CHECK(bring(file, "after").status == 404);
}

TEST_CASE("There are so many photos and no more", "[edge][trajectory][bad-input]") {
    Office office;
    const auto id = office.start();
    const auto bring = [&] {
        return office.server.ask("POST", "/api/uploads/" + key(), png(4, 4),
                                 office.cookie + "Content-Type: application/octet-stream\r\nUpload-Trajectory: " + id +
                                     "\r\nUpload-As: site_plan\r\n").status;
    };
    for (int i = 0; i < 10; ++i) CHECK(bring() == 201);
    CHECK(bring() == 429);
}

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
    json answer(const std::string& what, const std::string& word = {}, const std::string& with = key()) {
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

    const auto with = key();
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
    // Of nobody at a desk.
    office.command(id, "answer_by_link", {{"token_hash", kept["token_hash"]}, {"answer", "accepted"}, {"reply_note", ""}}, 422);
    office.command(id, "make_link", {{"id", entry}, {"secret", "short"}}, 422);
    // One address cannot try for ever.
    for (int i = 0; i < 60 && joost.status != 429; ++i) joost.look();
    CHECK(joost.status == 429);
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

TEST_CASE("A planned session is a file for calendars, and becomes one live session however often that is asked", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    json plan{{"kind", "session_plan"}, {"name", "Groen; en rust"}, {"purpose", "ideas"}, {"held_on", "2030-12-11"}, {"starts_at", "13:30"}, {"ends_at", "16:30"},
              {"location", "Kantine"}, {"invitation", "Kom ook"}, {"template_id", "workshop-60"}, {"language", "nl"}, {"host", "De Hoef"}, {"controller", "Groen"},
              {"seats", 20}, {"kept_days", 90}, {"session", ""}, {"session_version", 0}, {"taken_note", ""}};
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", plan}});
    const auto number = std::to_string(entry_of(office.get("/api/trajectories/" + id), "session_plan")["id"].get<int>());
    const auto path = "/api/trajectories/" + id + "/plans/" + number;

    const auto calendar = office.server.ask("GET", path + "/calendar", {}, office.cookie);
    CHECK(calendar.status == 200);
    CHECK(calendar.body.find("SUMMARY:Groen\\; en rust\r\n") != std::string::npos);
    CHECK(office.server.ask("GET", path + "/calendar").status == 401);
    CHECK(office.server.ask("GET", "/api/trajectories/" + id + "/plans/999/calendar", {}, office.cookie).status == 404);

    const json wish{{"template", "workshop-60"}, {"language", "nl"}, {"title", "Groen"}, {"question", "Wat?"}, {"within", ""}, {"money", ""},
                    {"place", ""}, {"host", "De Hoef"}, {"controller", "Groen"}, {"retained_days", 90}, {"seats_max", 20}};
    office.post("/api/trajectories/" + id + "/plans/999/start", wish, 404);
    auto no_agenda = wish;
    no_agenda["template"] = "no such one";
    office.post(path + "/start", no_agenda, 422);
    const auto session = office.post(path + "/start", wish)["id"].get<std::string>();
    CHECK(office.post(path + "/start", wish)["id"] == session);
    const auto sessions = office.get("/api/sessions")["sessions"];
    REQUIRE(sessions.size() == 1);
    CHECK(sessions[0]["trajectory"] == id);
    CHECK(entry_of(office.get("/api/trajectories/" + id), "session_plan")["entry"]["session"] == session);

    // It belongs to one dossier. Untied and started again it is still the same session.
    const auto other = office.start();
    office.command(other, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", plan}});
    const auto other_number = std::to_string(entry_of(office.get("/api/trajectories/" + other), "session_plan")["id"].get<int>());
    office.post("/api/trajectories/" + other + "/plans/" + other_number + "/link", {{"session", session}}, 409);
    office.post(path + "/link", {{"session", "0123456789abcdef"}}, 404);
    office.post(path + "/link", {{"session", "../"}}, 422);
    office.post(path + "/link", {{"session", ""}});
    CHECK(entry_of(office.get("/api/trajectories/" + id), "session_plan")["entry"]["session"] == "");
    CHECK(office.post(path + "/start", wish)["id"] == session);
    CHECK(office.get("/api/sessions")["sessions"].size() == 1);
}

TEST_CASE("A session of step 1 or 3 begins only when there is something to score, and says what is missing", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto put = [&](const json& now) {
        office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", now}});
        return entry_of(office.get("/api/trajectories/" + id), now["kind"].get<std::string>())["id"].get<int>();
    };
    const auto plan = [&](const std::string& purpose) {
        put({{"kind", "session_plan"}, {"name", purpose}, {"purpose", purpose}, {"held_on", ""}, {"starts_at", ""}, {"ends_at", ""}, {"location", ""},
             {"invitation", ""}, {"template_id", ""}, {"language", "nl"}, {"host", ""}, {"controller", ""}, {"seats", 0}, {"kept_days", 0}, {"session", ""},
             {"session_version", 0}, {"taken_note", ""}});
        int number = 0;
        const auto shown = office.get("/api/trajectories/" + id);
        for (const auto& one : shown["entries"])
            if (one["entry"]["kind"] == "session_plan" && one["entry"]["purpose"] == purpose) number = one["id"];
        return number;
    };
    const auto start = [&](int number, const std::string& agenda, int status) {
        return office.post("/api/trajectories/" + id + "/plans/" + std::to_string(number) + "/start",
                           {{"template", agenda}, {"language", "nl"}, {"title", "Groen"}, {"question", "Wat?"}, {"within", ""}, {"money", ""}, {"place", ""},
                            {"host", "De Hoef"}, {"controller", "Groen"}, {"retained_days", 90}, {"seats_max", 20}}, status);
    };
    const auto choice = plan("choice");
    CHECK(start(choice, "choice-90", 409)["error"] == "no_decider");
    put({{"kind", "decider"}, {"who", "group_consent"}, {"agreed_on", ""}, {"note", ""}});
    CHECK(start(choice, "choice-90", 409)["error"] == "no_ideas");
    put({{"kind", "idea"}, {"name", "Een bank"}, {"about", ""}, {"letter", ""}, {"place", 0}, {"votes", 0}, {"hands", 0}, {"missing_note", ""},
         {"note", ""}, {"session", ""}, {"number", 0}, {"route", "undecided"}, {"concept_id", ""}});
    CHECK(start(choice, "choice-90", 409)["error"] == "no_criteria");
    for (int i = 0; i < 6; ++i) put({{"kind", "criterion"}, {"name", "Maat " + std::to_string(i)}, {"question", ""}, {"weight", 1}, {"live", true}});
    CHECK(start(choice, "choice-90", 409)["error"] == "too_many_criteria");
    CHECK(office.get("/api/sessions")["sessions"].empty());
    const auto last = entry_of(office.get("/api/trajectories/" + id), "criterion");
    auto at_the_desk = last["entry"];
    at_the_desk["live"] = false;
    office.command(id, "put_entry", {{"id", last["id"]}, {"was", last["entry"]}, {"now", at_the_desk}});
    CHECK(start(choice, "choice-90", 200)["id"].get<std::string>().size() == 16);

    // A new dossier has the factors of the approach; one without any has nothing to look at.
    const auto green = plan("green_date");
    const auto shown = office.get("/api/trajectories/" + id);
    for (const auto& one : shown["entries"])
        if (one["entry"]["kind"] == "factor") office.command(id, "remove_entry", {{"id", one["id"]}, {"was", one["entry"]}});
    CHECK(start(green, "green-60", 409)["error"] == "no_factors");
}

TEST_CASE("An idea is matched to concepts for whoever is logged in, and for nobody else", "[edge][trajectory][matches]") {
    Office office;
    const auto id = office.start();
    const auto path = "/api/trajectories/" + id + "/matches";
    office.command(id, "put_entry",
                   {{"id", 0}, {"was", nullptr},
                    {"now", {{"kind", "idea"}, {"name", "Picknicktafel en bank bij de kantine"}, {"about", ""}, {"letter", ""}, {"place", 0},
                             {"votes", 0}, {"hands", 0}, {"missing_note", ""}, {"note", ""}, {"session", ""}, {"number", 0}, {"route", "undecided"}, {"concept_id", "poel"}}}});
    const auto idea = entry_of(office.get("/api/trajectories/" + id), "idea")["id"].get<int>();
    const auto found = office.get(path + "?language=nl&idea=" + std::to_string(idea))["concepts"];
    REQUIRE(found.size() >= 2);
    REQUIRE(found.size() <= 4);
    CHECK(found[0]["id"] == "picknick");
    CHECK(found[0]["words"][0] == "picknicktafel");
    CHECK(found[0]["basis"] == "M");
    CHECK_FALSE(found[0]["check_first_nl"].get<std::string>().empty());
    CHECK(found.back()["id"] == "poel");  // chosen for it, though nothing says so
    CHECK(found.back()["words"].empty());

    CHECK(office.get(path + "?language=nl&idea=1")["concepts"].empty());  // the place is no idea
    CHECK(office.get(path + "?idea=99")["concepts"].empty());
    office.get(path, 400);
    office.get(path + "?idea=een", 400);
    office.get("/api/trajectories/0123456789abcdef/matches?idea=1", 404);
    CHECK(office.server.ask("GET", path + "?idea=1").status == 401);
}
