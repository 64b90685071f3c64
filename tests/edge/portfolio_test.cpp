// Many places at once: out of a spreadsheet, whole dossiers out and in.
#include <catch2/catch.hpp>

#include "edge/office.h"
#include "wire/trajectory.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

TEST_CASE("Places out of a spreadsheet are made once, each checked by itself", "[edge][trajectory][bad-input]") {
    Office office;
    const auto line = [](const std::string& name, const std::string& with) {
        auto place = empty_place();
        place["name"] = name;
        return json{{"key", with}, {"facilitator", "Bram"}, {"place", place}};
    };
    auto bad = line("Te groot", new_key());
    bad["place"]["area_m2"] = 10'000'001;
    auto nameless = line(" ", new_key());
    auto long_name = line("Kort", new_key());
    long_name["facilitator"] = std::string(121, 'a');
    const json list{{"language", "nl"}, {"places", {line("Zuiderhavens", new_key()), bad, nameless, long_name, line("Kadepolder", new_key())}}};
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
    refused({{"language", "nl"}, {"places", {{{"key", "x"}, {"facilitator", ""}, {"place", empty_place()}}}}});
    auto many = list;
    while (many["places"].size() <= wire::imported_at_once_max) many["places"].push_back(line("Nog een", new_key()));
    refused(many);
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 2);
    office.server.disk_is_full(true);
    office.post("/api/trajectories/import", {{"language", "nl"}, {"places", {line("Nieuw", new_key())}}}, 503);
    office.server.disk_is_full(false);
}

TEST_CASE("Two desks that bring in one table make each place once, unless a double is wanted", "[edge][trajectory]") {
    Office office;
    const auto table = [](bool with_double) {
        json list{{"language", "nl"}, {"places", json::array()}};
        for (const auto* name : {"Zuiderhavens", "Kadepolder"}) {
            auto place = empty_place();
            place["name"] = name;
            json line{{"key", new_key()}, {"facilitator", ""}, {"place", place}};
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

TEST_CASE("An import that is taken back leaves alone what somebody went on with", "[edge][trajectory][bad-input]") {
    Office office;
    const auto kept = office.start(), gone = office.start();
    const auto is_as_made = [&] {
        const auto listed = office.get("/api/trajectories")["trajectories"];
        for (const auto& one : listed)
            if (one["id"] == kept) return one["changed_at"] == one["created_at"];
        return false;
    };
    // The clock may still stand at the same millisecond.
    for (auto to = "Noor"; is_as_made(); to = to[0] == 'N' ? "Bram" : "Noor") office.command(kept, "hand_over", {{"to", to}});
    office.command(kept, "hand_over", {{"to", "Kees"}});
    const auto take_back = [&](const std::string& id, const std::string& with) {
        return office.server.ask("DELETE", "/api/trajectories/" + id + with, {}, office.cookie).status;
    };
    CHECK(take_back(gone, "?only=everything") == 400);
    CHECK(take_back(kept, "?only=unchanged") == 409);
    CHECK(take_back(gone, "?only=unchanged") == 204);
    CHECK(take_back(gone, "?only=unchanged") == 404);
    const auto listed = office.get("/api/trajectories")["trajectories"];
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["facilitator"] == "Kees");
    CHECK(take_back(kept, "") == 204);
}

TEST_CASE("Of two desks that hand one place over the second sees both names", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto starter = office.get("/api/trajectories/" + id)["facilitator"];
    office.command(id, "hand_over", {{"to", "Kees"}, {"was", starter}});
    CHECK(office.command(id, "hand_over", {{"to", "Noor"}, {"was", starter}}, 422) == json{{"error", "changed_meanwhile"}, {"field", "to"}});
    CHECK(office.get("/api/trajectories/" + id)["facilitator"] == "Kees");
    CHECK(office.command(id, "hand_over", {{"to", "Kees"}, {"was", starter}}, 422)["error"] == "already");
    office.command(id, "hand_over", {{"to", "Noor"}, {"was", "Kees"}});
    office.command(id, "hand_over", {{"to", "Bram"}});
    CHECK(office.get("/api/trajectories/" + id)["facilitator"] == "Bram");
    CHECK(office.command(id, "hand_over", {{"to", "Noor"}, {"was", 3}}, 422)["error"] == "bad_args");
}

TEST_CASE("Whole dossiers go out some at a time, and each comes in as a new place", "[edge][trajectory]") {
    Office office;
    const auto one = office.start(), other = office.start();
    office.command(one, "hand_over", {{"to", "Kees"}});
    const json sun{{"kind", "factor"}, {"name", "Zon"}, {"question", ""}, {"colour", "amber"}, {"note", ""}, {"said_by", ""}};
    const auto added = office.command(one, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", sun}})["entry"];
    const auto out = office.post("/api/trajectories/dossiers", {{"ids", {one, "00000000000000ff", other}}});
    CHECK(out["done"] == 3);
    REQUIRE(out["dossiers"].size() == 2);
    const auto file = out["dossiers"][0];
    CHECK(file["id"] == one);
    CHECK(file["facilitator"] == "Kees");
    CHECK(file["added_factors"] == json{added});
    CHECK(file["entries"].size() == office.get("/api/trajectories/" + one)["entries"].size());

    const json brought{{"key", new_key()}, {"dossier", file}};
    const auto made = office.post("/api/trajectories/dossiers/import", brought, 201)["id"].get<std::string>();
    CHECK(office.post("/api/trajectories/dossiers/import", brought, 201)["id"] == made);
    const auto shown = office.get("/api/trajectories/" + made);
    CHECK(shown["facilitator"] == "Kees");
    CHECK(shown["entries"].size() == file["entries"].size());
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 3);
    // A factor that was added there can be taken away here, one of the approach stays; a file of an earlier version does not tell them apart.
    const auto take_away = [&](const std::string& id, const std::string& name, int status) {
        const auto there = office.get("/api/trajectories/" + id);
        for (const auto& one : there["entries"])
            if (one["entry"]["kind"] == "factor" && one["entry"]["name"] == name)
                return office.command(id, "remove_entry", {{"id", one["id"]}, {"was", one["entry"]}}, status);
        return json{};
    };
    CHECK(take_away(made, "Zon", 200).contains("version"));
    CHECK(take_away(made, "Geld", 422)["error"] == "of_approach");
    json older{{"key", new_key()}, {"dossier", file}};
    older["dossier"].erase("added_factors");
    CHECK(take_away(office.post("/api/trajectories/dossiers/import", older, 201)["id"], "Zon", 422)["error"] == "of_approach");

    auto wrong = brought;
    wrong["key"] = new_key();
    wrong["dossier"]["entries"][0]["entry"]["name"] = std::string(121, 'a');
    CHECK(office.post("/api/trajectories/dossiers/import", wrong, 422) == json{{"error", "too_long"}, {"field", "name"}});
    wrong["dossier"]["entries"][0]["entry"]["colour_of_sky"] = "blue";
    CHECK(office.post("/api/trajectories/dossiers/import", wrong, 422)["error"] == "bad_args");
    CHECK(office.post("/api/trajectories/dossiers", {{"ids", json::array()}}, 422)["error"] == "bad_args");
    CHECK(office.post("/api/trajectories/dossiers", {{"ids", {"../etc"}}}, 422)["error"] == "bad_args");
    CHECK(office.get("/api/trajectories")["trajectories"].size() == 4);
}
