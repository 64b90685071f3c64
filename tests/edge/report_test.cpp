// The report of a session by HTTP: who gets it, in which words it is asked, and what a browser is told about it.
#include <catch2/catch.hpp>

#include "edge/server_under_test.h"

using namespace kiemkring::test;

namespace {

struct Desk {
    ServerUnderTest server;
    ServerUnderTest::Session session = server.create_session();

    Answer report(const std::string& query, const std::string& credentials) {
        return server.ask("GET", "/api/sessions/" + session.id + "/export?" + query, {}, credentials);
    }
    Answer report(const std::string& query) { return report(query, server.organiser()); }
};

}  // namespace

TEST_CASE("A report comes as a PDF or as a page, to be saved or to be looked at", "[edge][report]") {
    Desk desk;
    const auto pdf = desk.report("format=pdf&readers=board&names=nobody&language=en");
    CHECK(pdf.status == 200);
    CHECK(pdf.body.starts_with("%PDF-"));
    CHECK(pdf.field("content-type") == "application/pdf");
    CHECK(pdf.field("content-disposition") == "attachment; filename=\"kiemkring-" + desk.session.id + ".pdf\"");
    CHECK(pdf.field("cache-control") == "no-store");

    const auto page = desk.report("format=html&sections=in_short,top");
    CHECK(page.status == 200);
    CHECK(page.field("content-disposition").starts_with("attachment"));
    CHECK(page.body.contains("id=\"in_short\""));
    CHECK_FALSE(page.body.contains("id=\"ideas\""));
    const auto looked_at = desk.report("format=html&look=1");
    CHECK(looked_at.field("content-disposition").starts_with("inline"));
    CHECK_FALSE(looked_at.field("content-security-policy").empty());
    CHECK(desk.report("format=pdf&look=1").field("content-disposition").starts_with("attachment"));
}

TEST_CASE("A report that is asked in words that are none is no report", "[edge][report]") {
    Desk desk;
    for (const std::string query : {"format=docx", "format=pdf&readers=everyone", "format=pdf&names=some", "format=pdf&sections=top,,ideas",
                                    "format=pdf&sections=top,top", "format=html&sections=secrets", "format=html&language=fr", "format=", ""}) {
        INFO(query);
        CHECK(desk.report(query).status == 400);
    }
}

TEST_CASE("A report is for the organiser and the facilitator of its session", "[edge][report]") {
    Desk desk;
    const auto facilitator = bearer(desk.server.pair(desk.session.id, "facilitator"));
    const auto screen = bearer(desk.server.pair(desk.session.id, "screen"));
    const auto participant = bearer(desk.server.join(desk.session));
    CHECK(desk.report("format=pdf", facilitator).status == 200);
    CHECK(desk.report("format=csv", facilitator).status == 200);
    // Complete is also who wrote what, and how to reach everybody.
    CHECK(desk.report("format=json", facilitator).status == 403);
    CHECK(desk.report("format=json&names=nobody", facilitator).status == 403);
    CHECK(desk.report("format=json").status == 200);
    CHECK(desk.report("format=pdf", screen).status == 403);
    CHECK(desk.report("format=pdf", participant).status == 403);
    CHECK(desk.report("format=pdf", "").status == 401);
}

TEST_CASE("Cards and posters come as a PDF or as a picture, and what cannot be made says why", "[edge][report]") {
    Desk desk;
    const auto poster = desk.report("format=pdf&print=invitation&paper=a3");
    CHECK(poster.status == 200);
    CHECK(poster.body.starts_with("%PDF-"));
    CHECK(poster.field("content-disposition") == "attachment; filename=\"kiemkring-" + desk.session.id + "-invitation.pdf\"");
    const auto card = desk.report("format=png&print=tables&number=2&look=1");
    CHECK(card.status == 200);
    CHECK(card.body.starts_with("\x89PNG"));
    CHECK(card.field("content-type") == "image/png");
    CHECK(card.field("content-disposition").starts_with("inline"));

    const auto nothing = desk.report("format=png&print=social");
    CHECK(nothing.status == 409);
    CHECK(nothing.body.contains("no_result"));
    CHECK(desk.report("format=png&print=tables&number=13").body.contains("no_such_card"));
    for (const std::string query : {"format=png", "format=csv&print=social", "format=png&print=mug", "format=pdf&print=results&paper=a2",
                                    "format=pdf&print=tables&tables=many", "format=pdf&print=tables&tables=-1"}) {
        INFO(query);
        CHECK(desk.report(query).status == 400);
    }
}
