// The look of an organisation as a document: what is written is read again, and nothing else is.
#include <catch2/catch.hpp>

#include "wire/brand.h"
#include "wire/read.h"

using namespace kiemkring;

namespace {

auto read(std::string_view text) {
    const auto json = wire::read_json(text, wire::depth_max_own);
    REQUIRE(json);
    return wire::read_brand(*json);
}

}  // namespace

TEST_CASE("A look that was written is read again", "[wire]") {
    const domain::Brand brand{0xa8431f, std::string{"\x89PNG\r\n\x1a\n\0\xff", 10}};
    CHECK(read(wire::encode_brand(brand)) == brand);
    CHECK(read(wire::encode_brand({})) == domain::Brand{});
}

TEST_CASE("A look with anything else in it is none", "[wire]") {
    for (const std::string_view text : {R"({"kiemkring_brand":2,"accent":"#2c5f3e","logo":""})", R"({"kiemkring_brand":1,"accent":"green","logo":""})",
                                        R"({"kiemkring_brand":1,"accent":"#2c5f3e","logo":"R0lGODlh"})", R"({"kiemkring_brand":1,"accent":"#2c5f3e","logo":"*"})",
                                        R"({"kiemkring_brand":1,"accent":"#2c5f3e"})", R"({"kiemkring_approach":1})"}) {
        INFO(text);
        CHECK_FALSE(read(text));
    }
}
