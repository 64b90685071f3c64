// The look of the organisation: a logo that was read anew, a colour in which text can be read, and who may change them.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "edge/images.h"
#include "edge/server_under_test.h"

using namespace kiemkring::test;

namespace {

const std::string key = "0123456789abcdef0123456789abcdef";

struct BrandAtDesk {
    ServerUnderTest server;

    Answer look() { return server.ask("GET", "/api/brand", {}, server.organiser()); }
    Answer save(const std::string& body) { return server.ask("POST", "/api/brand", body, server.organiser() + "Content-Type: application/json\r\n"); }
    Answer send_logo(const std::string& bytes, int revision, const std::string& credentials) {
        return server.ask("POST", "/api/uploads/" + key, bytes,
                          credentials + "Content-Type: application/octet-stream\r\n" + fmt::format("Upload-Logo: {}\r\n", revision));
    }
    Answer send_logo(const std::string& bytes, int revision) { return send_logo(bytes, revision, server.organiser()); }
};

}  // namespace

TEST_CASE("A colour is kept as it was chosen, and printed so that it can be read", "[edge][brand]") {
    BrandAtDesk office;
    CHECK(office.look().body == R"({"revision":0,"accent":"#2c5f3e","printed":"#2c5f3e","logo":false})");
    const auto saved = office.save(R"({"revision":0,"accent":"#ffe000","logo":false})");
    CHECK(saved.status == 200);
    CHECK(saved.body.contains(R"("accent":"#ffe000")"));
    CHECK_FALSE(saved.body.contains(R"("printed":"#ffe000")"));

    const auto session = office.server.create_session();
    const auto page = office.server.ask("GET", "/api/sessions/" + session.id + "/export?format=html", {}, office.server.organiser());
    CHECK_FALSE(page.body.contains("#ffe000"));
    const auto at = saved.body.find("\"printed\":\"") + 11;
    CHECK(page.body.contains("--accent:" + saved.body.substr(at, 7)));
}

TEST_CASE("A logo is read anew, stands in reports, and can be taken away", "[edge][brand]") {
    BrandAtDesk office;
    CHECK(office.server.ask("GET", "/api/brand/logo", {}, office.server.organiser()).status == 404);
    const auto sent = office.send_logo(png(60, 20), 0);
    REQUIRE(sent.status == 201);
    CHECK(sent.body.contains(R"("logo":true)"));
    const auto logo = office.server.ask("GET", "/api/brand/logo", {}, office.server.organiser());
    CHECK(logo.status == 200);
    CHECK(logo.field("content-type") == "image/png");
    CHECK(logo.body.starts_with("\x89PNG"));

    const auto session = office.server.create_session();
    const auto report = [&](const std::string& query) {
        return office.server.ask("GET", "/api/sessions/" + session.id + "/export?" + query, {}, office.server.organiser());
    };
    CHECK(report("format=html").body.contains("class=\"logo\""));
    CHECK(report("format=pdf").status == 200);
    CHECK(report("format=png&print=invitation&look=1").status == 200);

    const auto gone = office.save(R"({"revision":1,"accent":"#2c5f3e","logo":false})");
    CHECK(gone.status == 200);
    CHECK_FALSE(report("format=html").body.contains("class=\"logo\""));
}

TEST_CASE("What is no colour or no picture changes nothing, and of two desks the second is told", "[edge][brand]") {
    BrandAtDesk office;
    for (const std::string accent : {"red", "#12345", "#12345g", "#1234567", ""}) CHECK(office.save(fmt::format(R"({{"revision":0,"accent":"{}","logo":false}})", accent)).status == 422);
    CHECK(office.save(R"({"revision":0,"accent":"#123456"})").status == 422);
    CHECK(office.send_logo("%PDF-1.4", 0).status == 415);
    CHECK(office.send_logo("\xff\xd8\xff broken", 0).status == 422);
    CHECK(office.look().body.contains("\"revision\":0"));

    CHECK(office.save(R"({"revision":0,"accent":"#123456","logo":false})").status == 200);
    CHECK(office.save(R"({"revision":0,"accent":"#654321","logo":false})").status == 409);
    CHECK(office.send_logo(png(8, 8), 0).status == 409);
    CHECK(office.look().body.contains("#123456"));
}

TEST_CASE("The look of the organisation is for organisers", "[edge][brand]") {
    BrandAtDesk office;
    const auto session = office.server.create_session();
    const auto facilitator = bearer(office.server.pair(session.id, "facilitator"));
    CHECK(office.server.ask("GET", "/api/brand", {}, facilitator).status == 403);
    CHECK(office.server.ask("GET", "/api/brand").status == 401);
    CHECK(office.send_logo(png(8, 8), 0, facilitator).status == 401);
}
