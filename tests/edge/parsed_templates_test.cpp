#include <catch2/catch.hpp>

#include "edge/parsed_templates.h"
#include "wire/template.h"

using namespace kiemkring;

TEST_CASE("An own template is read once for each of its revisions", "[edge][template]") {
    domain::Template kept{"", "nl", "Kort", 10,
                          {{domain::RoundId{1}, domain::RoundKind::lobby, "", 5, "", false, ""},
                           {domain::RoundId{2}, domain::RoundKind::close, "", 5, "", false, ""}},
                          "", "", ""};
    store::OwnTemplate own{"0123456789abcdef", 1, 1, wire::encode_template(kept)};
    edge::ParsedTemplates parsed;
    const auto* first = parsed.of(own);
    REQUIRE(first);
    CHECK(first->title == "Kort");
    // Another text under the same revision is not looked at: it was read before.
    auto same = own;
    same.body = "what nobody can read";
    CHECK(parsed.of(same) == first);
    kept.title = "Langer";
    CHECK(parsed.of({own.id, 1, 2, wire::encode_template(kept)})->title == "Langer");
    same.revision = 3;
    CHECK(!parsed.of(same));
    parsed.forget(own.id);
    CHECK(parsed.of(own)->title == "Kort");
}
