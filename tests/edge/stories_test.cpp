// The public page of a place: read by everybody while its organiser wants it, and by nobody else; neighbours who want to join in.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "edge/images.h"
#include "edge/server_under_test.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

namespace stories_test {

std::string key() {
    static unsigned counter = 0;
    auto digits = std::to_string(++counter);
    return std::string(32 - digits.size(), 'a') + digits;
}

json opening(bool is_public) {
    return {{"kind", "opening"}, {"held_on", "2030-05-20"}, {"starts_at", "15:00"}, {"ends_at", ""}, {"location", ""}, {"invitation", "Kom!"},
            {"area_m2", 1210}, {"trees", 1}, {"tiles_out", 0}, {"people", 60}, {"story_public", is_public},
            {"story_title", "Van <tegels> naar tuin"}, {"story", "Eerst was er steen.\nNu is er groen & schaduw."}};
}

struct Place {
    ServerUnderTest server;
    std::string cookie = server.organiser();
    std::string id;
    int opened{};

    Place() {
        const json place{{"kind", "place"}, {"name", "De Linde"}, {"sort", "company"}, {"address", ""}, {"municipality", "Zwolle"},
                         {"funder", ""}, {"about", ""}, {"area_m2", 0}};
        const auto made = server.ask("POST", "/api/trajectories", json{{"key", key()}, {"language", "nl"}, {"place", place}}.dump(), cookie);
        id = json::parse(made.body)["id"];
        put(opening(true));
        opened = all("opening")[0]["id"];
    }
    void command(const std::string& op, const json& args) {
        const auto answer = server.ask("POST", "/api/trajectories/" + id, json{{"key", key()}, {"op", op}, {"args", args}}.dump(), cookie);
        INFO(answer.body);
        REQUIRE(answer.status == 200);
    }
    void put(const json& now) { command("put_entry", {{"id", 0}, {"was", nullptr}, {"now", now}}); }
    void change(int entry, const json& was, const json& now) { command("put_entry", {{"id", entry}, {"was", was}, {"now", now}}); }
    json all(const std::string& kind) {
        json found = json::array();
        const auto shown = json::parse(server.ask("GET", "/api/trajectories/" + id, {}, cookie).body);
        for (const auto& one : shown["entries"])
            if (one["entry"]["kind"] == kind) found.push_back(one);
        return found;
    }
    Answer page(const std::string& more = {}) { return server.ask("GET", "/story/de-linde-" + id, {}, more); }
    Answer join(json body, const char* from = "127.0.0.1") {
        return server.ask("POST", "/api/stories/" + id + "/neighbours", body.dump(), {}, from);
    }
};

json anna(const std::string& with = key()) {
    return {{"key", with}, {"name", "Anna"}, {"email", "anna@straat.example"}, {"phone", ""}, {"note", "Ik heb een schop."}};
}

bool holds(const Answer& answer, std::string_view text) { return answer.body.find(text) != std::string::npos; }

TEST_CASE("A story is read by everybody while it is public, in both languages, and no word of it is HTML", "[edge][trajectory]") {
    Place place;
    place.put({{"kind", "thanks"}, {"name", "Noor"}, {"what_for", "schoppen"}, {"thanked", true}, {"in_story", true}});
    place.put({{"kind", "thanks"}, {"name", "Wim van Achteren"}, {"what_for", ""}, {"thanked", true}, {"in_story", false}});
    const auto page = place.page();
    REQUIRE(page.status == 200);
    CHECK(page.field("content-type") == "text/html; charset=utf-8");
    CHECK(page.field("x-robots-tag").empty());
    CHECK(holds(page, "<h1>Van &lt;tegels&gt; naar tuin</h1>"));
    CHECK(holds(page, "<p>Nu is er groen &amp; schaduw.</p>"));
    CHECK(holds(page, "<strong>1.210</strong> m² groen"));
    CHECK(holds(page, "<strong>1</strong> boom<"));
    CHECK(holds(page, "Noor, schoppen"));
    CHECK_FALSE(holds(page, "Wim"));
    CHECK_FALSE(holds(page, "Kom!"));
    const auto english = place.page("Accept-Language: en-GB,en;q=0.9,nl;q=0.5\r\n");
    CHECK(holds(english, "<html lang=\"en\""));
    CHECK(holds(english, "<strong>1,210</strong> m² of green"));

    place.change(place.opened, opening(true), opening(false));
    const auto gone = place.page();
    CHECK(gone.status == 404);
    CHECK(gone.field("x-robots-tag") == "noindex");
    CHECK(holds(gone, "Dit verhaal staat hier niet"));
    CHECK_FALSE(holds(gone, "tegels"));
    CHECK(gone.body == place.server.ask("GET", "/story/x-0123456789abcdef").body);
    CHECK(place.server.ask("GET", "/story/0123456789ABCDEF").status == 404);
    CHECK(place.server.ask("GET", "/story/x0123456789abcdef").status == 404);
    CHECK(place.server.ask("POST", "/story/de-linde-" + place.id).status == 405);
}

TEST_CASE("Of the photos the story shows those that are in it, with their words, and nothing once it is erased", "[edge][trajectory]") {
    Place place;
    const auto bring = [&](const std::string& as) {
        const auto made = place.server.ask("POST", "/api/uploads/" + key(), png(40, 30),
                                           place.cookie + "Content-Type: application/octet-stream\r\nUpload-Trajectory: " + place.id +
                                               "\r\nUpload-As: " + as + "\r\n");
        REQUIRE(made.status == 201);
        return json::parse(made.body)["picture"].get<int>();
    };
    const auto see = [&](int number) {
        return place.server.ask("GET", "/api/stories/" + place.id + "/pictures/" + std::to_string(number) + "?size=large").status;
    };
    const auto before = bring("before"), after = bring("after"), plan = bring("site_plan");
    CHECK(see(before) == 404);
    const auto show = [&](int number, const std::string& moment, const std::string& words) {
        json was{{"kind", "photo"}, {"moment", moment}, {"description", ""}, {"taken_on", ""}, {"in_story", false}}, now = was;
        now["description"] = words;
        now["in_story"] = true;
        place.change(number, was, now);
    };
    show(before, "before", "Tegels \"rondom\"");
    CHECK(holds(place.page(), "alt=\"Tegels &quot;rondom&quot;\""));
    CHECK_FALSE(holds(place.page(), "before-after\""));
    show(after, "after", "Een tuin");
    CHECK(holds(place.page(), "<div class=\"before-after\""));
    CHECK(see(before) == 200);
    CHECK(see(plan) == 404);
    place.command("erase_entry", {{"id", before}});
    CHECK(see(before) == 404);
    CHECK_FALSE(holds(place.page(), "rondom"));
    place.change(place.opened, opening(true), opening(false));
    CHECK(see(after) == 404);
}

TEST_CASE("A neighbour who wants to join in is kept once, and erased for good", "[edge][trajectory]") {
    Place place;
    const auto with = key();
    CHECK(place.join(anna(with)).status == 201);
    CHECK(place.join(anna(with)).status == 201);
    const auto kept = place.all("neighbour");
    REQUIRE(kept.size() == 1);
    CHECK(kept[0]["by"] == 0);
    CHECK(kept[0]["entry"]["note"] == "Ik heb een schop.");
    CHECK(kept[0]["entry"]["came_on"].get<std::string>().size() == 10);
    place.command("erase_entry", {{"id", kept[0]["id"]}});
    CHECK(place.all("neighbour").empty());
}

TEST_CASE("What a neighbour sends that is not in order changes nothing", "[edge][trajectory][bad-input]") {
    Place place;
    const auto refused = [&](const std::string& field, const json& value, const char* from) {
        auto body = anna();
        body[field] = value;
        const auto answer = place.join(body, from);
        CHECK(answer.status == 422);
        return json::parse(answer.body);
    };
    CHECK(refused("name", " ", "127.0.0.2") == json{{"error", "needed"}, {"field", "name"}});
    CHECK(refused("email", "", "127.0.0.2") == json{{"error", "needed"}, {"field", "email"}});
    CHECK(refused("email", "anna", "127.0.0.2") == json{{"error", "bad_email"}, {"field", "email"}});
    CHECK(refused("phone", "bel me", "127.0.0.2") == json{{"error", "bad_phone"}, {"field", "phone"}});
    CHECK(refused("note", std::string(2001, 'a'), "127.0.0.2") == json{{"error", "too_long"}, {"field", "note"}});
    CHECK(refused("kind", "contact", "127.0.0.2") == json{{"error", "bad_args"}});
    CHECK(place.server.ask("POST", "/api/stories/0123456789abcdef/neighbours", anna().dump()).status == 404);
    CHECK(place.all("neighbour").empty());

    // One address may not go on and on; another may.
    for (int i = 0; i < 5; ++i) CHECK(place.join(anna(), "127.0.0.3").status == 201);
    const auto too_often = place.join(anna(), "127.0.0.3");
    CHECK(too_often.status == 429);
    CHECK_FALSE(too_often.field("retry-after").empty());
    CHECK(place.join(anna(), "127.0.0.4").status == 201);
    CHECK(place.all("neighbour").size() == 6);

    place.change(place.opened, opening(true), opening(false));
    CHECK(place.join(anna(), "127.0.0.4").status == 404);
}

}  // namespace stories_test
