// The approach and the catalogue of concepts over HTTP: kept, refused with the place of each fault, matched.
#include <catch2/catch.hpp>

#include <fstream>

#include "edge/office.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

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
    const auto shown = office.get("/api/trajectories/" + office.post("/api/trajectories", {{"key", new_key()}, {"language", "en"}, {"place", empty_place()}}, 201)["id"].get<std::string>());
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

TEST_CASE("The list of concepts of the approach itself comes in as it is, with its sources", "[edge][trajectory]") {
    Office office;
    const auto text = [](const char* name) { return json::parse(std::ifstream{std::string{KIEMKRING_SOURCE_DIR} + name}); };
    const auto list = text("/server/domain/catalogue/concepts.json");
    const auto read = office.post("/api/catalogue/check", list);
    CHECK(read == office.get("/api/catalogue")["proposal"]);
    REQUIRE(read["concepts"].size() == 30);
    CHECK(read["concepts"][0]["cost_eur"] == list["concepts"][0]["cost_eur_typical"]);
    CHECK(read["concepts"][0]["effects"]["nature"] == list["concepts"][0]["effects"]["biodiversiteit"]);
    CHECK(read["concepts"][0]["sources"] == "S2,S3,S4,S5,S6,S7,S8");
    CHECK(office.post("/api/catalogue", {{"revision", 0}, {"document", list}})["revision"] == 1);
    CHECK(office.get("/api/catalogue")["document"] == read);
    // One that an earlier version kept says nothing of sources.
    auto older = read;
    older["concepts"][0].erase("sources");
    CHECK(office.post("/api/catalogue/check", older)["concepts"][0]["sources"] == "");
    // What is wrong is named as that file names it, and nothing of it comes in. The two forms are not mixed.
    auto bad = list;
    bad["colour"] = "green";
    bad["concepts"][1]["effects"]["heat"] = 2;
    bad["concepts"][2]["desc_nl"] = 7;
    bad["concepts"][3]["id"] = bad["concepts"][2]["id"];
    bad["concepts"][4]["cost_eur"] = {1, 2};
    const auto wrong = office.post("/api/catalogue/check", bad, 422)["problems"];
    const auto problem = [](const std::string& where, const std::string& why) { return json{{"where", where}, {"why", why}}; };
    CHECK(wrong == json::array({problem("colour", "unknown_member"), problem("concepts[1].effects.heat", "unknown_member"),
                                problem("concepts[2].desc_nl", "not_a_text"), problem("concepts[3].id", "twice"),
                                problem("concepts[4].cost_eur", "unknown_member")}));
}

TEST_CASE("Of a catalogue with two hundred faults each is told", "[edge][trajectory][bad-input]") {
    Office office;
    auto bad = office.get("/api/catalogue")["document"];
    const auto one = bad["concepts"][0];
    bad["concepts"] = json::array();
    for (int i = 0; i < 100; ++i) {
        bad["concepts"].push_back(one);
        bad["concepts"].back()["id"] = "concept-" + std::to_string(i);
        bad["concepts"].back()["basis"] = "X";
        bad["concepts"].back()["colour"] = "green";
    }
    const auto all = office.post("/api/catalogue/check", bad, 422)["problems"];
    CHECK(all.size() == 200);
    CHECK(all.back()["where"] == "concepts[99].basis");
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
