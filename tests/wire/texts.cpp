#include <catch2/catch.hpp>

#include "wire/http_bodies.h"
#include "wire/text.h"

namespace kiemkring::wire {

TEST_CASE("The beginning of a text ends between two characters, however long one is", "[wire]") {
    CHECK(first_characters("bomen", 3) == "bom");
    CHECK(first_characters("bomen", 9) == "bomen");
    CHECK(first_characters("\u00e9\u00e9n", 1) == "\u00e9");
    std::string tall = "e";
    for (int i = 0; i < 100; ++i) tall += "\u0301";
    CHECK(first_characters(tall, 1).size() == 7);
    CHECK(is_utf8(first_characters(tall, 1)));
}

TEST_CASE("Characters are counted as people count them", "[wire]") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("bomen") == 5);
    CHECK(count_characters("caf\u00e9") == 4);
    CHECK(count_characters("cafe\u0301") == 4);
    CHECK(count_characters("\U0001F468\u200d\U0001F469\u200d\U0001F467") == 1);
    CHECK(count_characters("\U0001F1F3\U0001F1F1\U0001F1E7\U0001F1EA") == 2);
    CHECK(count_characters("\u0928\u093f") == 1);
}

TEST_CASE("White space is cut at the ends and kept inside", "[wire]") {
    const auto trimmed = [](std::string text) {
        trim(text);
        return text;
    };
    CHECK(trimmed(" \t een  boom\r\n") == "een  boom");
    CHECK(trimmed("\u3000boom\u00a0") == "boom");
    CHECK(trimmed("\u200b") == "");
    CHECK(trimmed("\r=1+1") == "=1+1");
    CHECK(trimmed("=1+1") == "=1+1");
}

TEST_CASE("Exactly the limit is fine", "[wire]") {
    std::string text(140, 'x');
    CHECK_FALSE(check_text(text, 140));
    text += "\u0301";
    CHECK_FALSE(check_text(text, 140));
    text += "x";
    CHECK(check_text(text, 140) == domain::Reason::too_long);
}

TEST_CASE("Addresses that mail and telephones know are taken", "[wire]") {
    for (const auto* email : {"a@b.nl", "jan.de-boer+groen@sub.example.org", "zoë@bücher.example", "a@xn--bcher-kva.example"})
        CHECK(is_email(email));
    for (const auto* email : {"", "@", "a@", "@b.nl", "a@b", "a.@b.nl", ".a@b.nl", "a..b@c.nl", "a@-b.nl", "a@b-.nl", "a@b..nl",
                              "a@b.1", "a@[127.0.0.1]", "a b@c.nl", "a@b.nl,c@d.nl"})
        CHECK_FALSE(is_email(email));
    for (const auto* phone : {"0612345678", "+31 6 12 34 56 78", "(020) 123-4567"}) CHECK(is_phone(phone));
    for (const auto* phone : {"", "+", "1234567", "1234567890123456", "06+12345678"}) CHECK_FALSE(is_phone(phone));
    CHECK(is_date("2028-02-29"));
    for (const auto* date : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-1-01", "20270101", "2027-01-01 "})
        CHECK_FALSE(is_date(date));
}

TEST_CASE("A body of the HTTP routes is taken whole or refused", "[wire]") {
    CHECK(read_door_body(R"({"code":"k7p 3xm"})")->code_or_secret() == "k7p 3xm");
    CHECK(read_door_body(R"({"secret":"00ff"})")->secret == "00ff");
    for (const auto* text : {"", "[]", "{}", R"({"code":7})", R"({"code":"a","secret":"b"})", R"({"code":""})", R"({"code":"a","x":1})"})
        CHECK_FALSE(read_door_body(text));

    const std::string token(64, 'a');
    const auto join = read_join_body(R"({"code":"K7P3XM","token":")" + token + R"(","name":" Fatma ","organisation":"","role":""})");
    REQUIRE(join);
    CHECK(join->name == "Fatma");
    CHECK(read_join_body(R"({"code":"K7P3XM","token":"short","name":"","organisation":"","role":""})").error() == "bad_args");
    CHECK(read_join_body(R"({"code":"K7P3XM","token":")" + token + R"(","name":")" + std::string(41, 'x') +
                         R"(","organisation":"","role":""})").error() == "too_long");

    const auto session = [](const std::string& more) {
        return R"({"template":"nl-120","language":"nl","title":"Groen","question":"","within":"","money":"","place":"",)"
               R"("host":"","controller":"",)" + more + "}";
    };
    CHECK(read_new_session_body(session(R"("retained_days":90,"seats_max":30)"))->template_id == "nl-120");
    CHECK_FALSE(read_new_session_body(session(R"("retained_days":0,"seats_max":30)")));
    CHECK_FALSE(read_new_session_body(session(R"("retained_days":90)")));
    CHECK_FALSE(read_new_session_body(session(R"("retained_days":90,"seats_max":30,"x":1)")));
    CHECK(read_pairing_body(R"({"role":"screen"})")->role == "screen");
    CHECK_FALSE(read_pairing_body(R"({"role":"participant"})"));
    CHECK_FALSE(read_setup_body(R"({"secret":"a","name":"Ans","passphrase":"short"})"));

    CHECK(encode(SessionsAnswer{}) == R"({"sessions":[],"storage_full":false,"seats_max":0})");
    CHECK(encode(JoinAnswer{"ab", 3, "Jan \"de\" Boer"}) == R"({"session":"ab","person":3,"name":"Jan \"de\" Boer"})");
    CHECK(encode_http_error("too_many_codes", base::Milliseconds{1500}) == R"({"error":"too_many_codes","retry_after_ms":1500})");
}

}  // namespace kiemkring::wire
