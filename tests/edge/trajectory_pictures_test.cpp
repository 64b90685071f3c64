// Pictures of a trajectory over HTTP.
#include <catch2/catch.hpp>

#include "base/base64.h"
#include "edge/office.h"
#include "edge/images.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

TEST_CASE("A photo is not made without its picture", "[edge][trajectory][bad-input]") {
    Office office;
    const auto id = office.start();
    const json photo{{"kind", "photo"}, {"moment", "before"}, {"description", ""}, {"taken_on", ""}, {"in_story", false}};
    CHECK(office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", photo}}, 422)["error"] == "wrong_kind");
}

TEST_CASE("A picture of a trajectory is brought in pieces, seen at the desk alone, and gone when it is erased", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto name = new_key();
    const auto bring = [&](const std::string& bytes, const std::string& as, const std::string& more = {}, const std::string& under = new_key()) {
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

    // The file of all of it has the photo, as it is seen here.
    const auto whole = json::parse(office.server.ask("GET", "/api/trajectories/" + id + "/export?format=json", {}, office.cookie).body);
    REQUIRE(whole["pictures"].size() == 2);
    CHECK(whole["pictures"][0]["entry"] == photo["id"]);
    CHECK(base::from_base64(whole["pictures"][0]["large"].get<std::string>()) == see(number, office.cookie).body);

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
        return office.server.ask("POST", "/api/uploads/" + new_key(), png(4, 4),
                                 office.cookie + "Content-Type: application/octet-stream\r\nUpload-Trajectory: " + id +
                                     "\r\nUpload-As: site_plan\r\n").status;
    };
    for (int i = 0; i < 10; ++i) CHECK(bring() == 201);
    CHECK(bring() == 429);
}
