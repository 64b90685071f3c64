// Photos and site plans over HTTP: the table of uploads in the design, who may see what, and what is left when one is erased.
#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "edge/images.h"
#include "edge/server_under_test.h"
#include "pictures/decoder.h"

using namespace kiemkring;
using namespace kiemkring::test;

namespace {

std::string key(int number) { return fmt::format("{:032}", number); }

/// Somebody with a seat, who can also speak over a WebSocket.
class Phone {
public:
    Phone(ServerUnderTest& server, std::string token, char client) : server_(server), token_(std::move(token)), line_(server.web_socket()) {
        line_.send(hello(token_, client));
        REQUIRE(!line_.text_with("\"welcome\"").empty());
    }
    std::string ask(const std::string& op, const std::string& args) {
        line_.send(fmt::format(R"({{"type":"command","n":{},"op":"{}","args":{}}})", ++n_, op, args));
        return line_.text_with(fmt::format("\"n\":{}", n_));
    }
    /// An idea whose photo follows under this key.
    void idea_with_photo(int number) {
        std::string answer;
        for (;;) {
            answer = ask("submit_idea", fmt::format(R"({{"text":"Bank {0}","explanation":"","photo":"{1}"}})", number, key(number)));
            if (answer.find("rate_limited") == std::string::npos) break;
            --n_;
            std::this_thread::sleep_for(milliseconds{400});
        }
        REQUIRE(answer.find("\"ok\":true") != std::string::npos);
    }
    Answer upload(int number, const std::string& bytes, const std::string& more = {}) {
        return server_.ask("POST", "/api/uploads/" + key(number), bytes, bearer(token_) + "Content-Type: application/octet-stream\r\n" + more);
    }
    Answer picture(std::uint32_t number, const std::string& size = "large") {
        return server_.ask("GET", fmt::format("/api/pictures/{}?size={}", number, size), {}, bearer(token_));
    }
    /// An idea with its photo, already there.
    void photo(int number) {
        idea_with_photo(number);
        REQUIRE(upload(number, png(40, 30)).status == 201);
    }
    [[nodiscard]] const std::string& token() const { return token_; }
    WebSocketClient& line() { return line_; }

private:
    ServerUnderTest& server_;
    std::string token_;
    WebSocketClient line_;
    int n_{};
};

struct Room {
    ServerUnderTest server;
    ServerUnderTest::Session session;
    Phone anna, bo, tablet;

    explicit Room(const std::function<void(edge::Settings&)>& change = {})
        : server(change), session(server.create_session()), anna(server, server.join(session, "Anna"), 'a'),
          bo(server, server.join(session, "Bo"), 'b'), tablet(server, server.pair(session.id, "facilitator"), 'c') {
        tablet.ask("start_round", R"({"round":3,"in_ms":0})");  // ideas
    }
};

bool file_has(const std::filesystem::path& folder, const std::string& needle) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().filename() == "reserve") continue;
        std::ifstream file{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        if (bytes.find(needle) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("A photo arrives whole or in pieces, once, and comes back small and large", "[edge][pictures]") {
    Room room;
    room.anna.idea_with_photo(1);
    const auto bytes = png(900, 600);
    const auto piece = [&](std::size_t from, std::size_t count) {
        return room.anna.upload(1, bytes.substr(from, count), fmt::format("Upload-Offset: {}\r\nUpload-Length: {}\r\n", from, bytes.size()));
    };
    CHECK(piece(0, 100'000).body == R"({"offset":100000})");
    CHECK(piece(0, 100'000).body == R"({"error":"wrong_offset","offset":100000})");  // its answer was lost
    CHECK(piece(200'000, 10).status == 409);
    CHECK(piece(100'000, 900'000).status == 202);
    const auto last = piece(1'000'000, bytes.size() - 1'000'000);
    CHECK(last.status == 201);
    CHECK(last.body == R"({"picture":1})");
    const auto version = room.server.version_of(room.session.id);
    CHECK(piece(1'000'000, bytes.size() - 1'000'000).status == 200);  // this answer, too
    CHECK(room.anna.upload(1, bytes).status == 200);
    CHECK(room.server.version_of(room.session.id) == version);

    const auto large = room.anna.picture(1), small = room.anna.picture(1, "thumbnail");
    CHECK(large.status == 200);
    CHECK(large.field("content-type") == "image/jpeg");
    CHECK(large.field("cache-control") == "no-store");
    CHECK(size_of_jpeg(large.body) == std::pair{900, 600});
    CHECK(size_of_jpeg(small.body) == std::pair{400, 267});
    CHECK(room.anna.picture(1, "huge").status == 400);
}

TEST_CASE("What is no photo is refused as the table says, and changes nothing", "[edge][pictures]") {
    Room room;
    room.anna.idea_with_photo(1);
    REQUIRE(room.anna.upload(1, png(60, 40)).status == 201);
    const auto jpeg = room.anna.picture(1).body;
    room.anna.idea_with_photo(2);
    const auto version = room.server.version_of(room.session.id);

    struct Line {
        const char* what;
        std::string bytes;
        int status;
        const char* error;
    };
    const std::string zeros(200, '\0');
    const std::vector<Line> lines{
        {"nothing", "", 422, "bad_image"},
        {"only magic bytes", "\xff\xd8\xff", 422, "bad_image"},
        {"cut off", jpeg.substr(0, jpeg.size() / 2), 422, "bad_image"},
        {"a PNG that is cut off", png(300, 200).substr(0, 50'000), 422, "bad_image"},
        {"60,000 x 60,000", hollow_png(60'000, 60'000), 422, "too_many_pixels"},
        {"30,000 x 1", hollow_png(30'000, 1), 422, "too_many_pixels"},
        {"GIF", "GIF89a" + zeros, 415, "unsupported_image"},
        {"SVG", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", 415, "unsupported_image"},
        {"HTML", "<!doctype html><script>alert(1)</script>", 415, "unsupported_image"},
        {"PDF", pdf(), 415, "unsupported_image"},
        {"HEIC", std::string{"\0\0\0\x18" "ftypheic", 12} + zeros, 415, "unsupported_image"},
        {"AVIF", std::string{"\0\0\0\x18" "ftypavif", 12} + zeros, 415, "unsupported_image"},
        {"ZIP", "PK\x03\x04" + zeros, 415, "unsupported_image"},
        {"ELF", "\x7f" "ELF" + zeros, 415, "unsupported_image"},
        {"BMP", "BM" + zeros, 415, "unsupported_image"},
        {"TIFF", std::string{"II*\0", 4} + zeros, 415, "unsupported_image"},
    };
    for (const auto& line : lines) {
        INFO(line.what);
        const auto answer = room.anna.upload(2, line.bytes);
        CHECK(answer.status == line.status);
        CHECK(answer.body == fmt::format(R"({{"error":"{}"}})", line.error));
    }
    CHECK(room.anna.upload(2, std::string(12 * 1024 * 1024 + 1, 'x')).status == 413);
    CHECK(room.anna.upload(2, "abc", "Upload-Length: 12582913\r\n").status == 413);
    CHECK(room.anna.upload(2, "abc", "Upload-Length: 2\r\n").status == 413);
    CHECK(room.anna.upload(2, "abc", "Upload-Offset: 18446744073709551615\r\n").status == 400);
    CHECK(room.anna.upload(2, "abc", "Upload-Offset: -1\r\n").status == 400);
    CHECK(room.server.version_of(room.session.id) == version);

    // A file of two kinds is what its first bytes say, and what comes out is that picture alone.
    const auto both = room.anna.upload(2, jpeg + "<script>alert(1)</script>" + pdf());
    CHECK(both.status == 201);
    CHECK(room.anna.picture(2).body.find("script") == std::string::npos);
}

TEST_CASE("Damaged pictures never harm the server", "[edge][pictures]") {
    Room room;
    room.anna.photo(1);
    const std::vector<std::string> originals{room.anna.picture(1).body, png(64, 48), png(30, 20, 16)};
    room.anna.idea_with_photo(2);
    std::mt19937 dice{20261127};
    for (int i = 0; i < 60; ++i) {
        auto bytes = originals[static_cast<std::size_t>(i) % originals.size()];
        for (int changes = 1 + static_cast<int>(dice() % 20); changes > 0; --changes) bytes[dice() % bytes.size()] = static_cast<char>(dice());
        if (dice() % 4 == 0) bytes.resize(dice() % bytes.size());
        const auto answer = room.anna.upload(2, bytes);
        CHECK((answer.status == 201 || answer.status == 200 || answer.status == 415 || answer.status == 422));
    }
    CHECK(room.bo.ask("submit_idea", R"({"text":"Boom","explanation":""})").find("\"ok\":true") != std::string::npos);
}

TEST_CASE("A photo loses its position, stands upright, and keeps its colours", "[edge][pictures]") {
    Room room;
    room.anna.photo(1);
    const auto plain = room.anna.picture(1).body;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const int number = 1 + orientation;
        room.anna.idea_with_photo(number);
        const auto sent = with_exif(plain, orientation);
        REQUIRE(sent.find("SERIAL4711") != std::string::npos);
        REQUIRE(room.anna.upload(number, sent).status == 201);
        const auto got = room.anna.picture(static_cast<std::uint32_t>(number)).body;
        INFO(orientation);
        CHECK(size_of_jpeg(got) == (orientation < 5 ? std::pair{40, 30} : std::pair{30, 40}));
        CHECK(got.find("Exif") == std::string::npos);
        CHECK(got.find("SERIAL4711") == std::string::npos);
    }
    room.anna.idea_with_photo(20);
    CHECK(room.anna.upload(20, png(200, 100, 16)).status == 201);
}

TEST_CASE("A decoder that crashes, or hangs, costs one upload", "[edge][pictures]") {
    const auto folder = std::filesystem::temp_directory_path() / ("kiemkring-decoder-" + phone_token().substr(0, 8));
    std::filesystem::create_directories(folder);
    {
        std::ofstream script{folder / "decoder"};
        script << "#!/bin/sh\nif mkdir " << folder.string() << "/crashed 2>/dev/null; then kill -SEGV $$; fi\nexec " KIEMKRING_DECODER " \"$@\"\n";
    }
    std::filesystem::permissions(folder / "decoder", std::filesystem::perms::owner_all);
    {
        Room room{[&](edge::Settings& settings) { settings.decoder = folder / "decoder"; }};
        room.anna.idea_with_photo(1);
        const auto first = room.anna.upload(1, png(40, 30));
        CHECK(first.status == 422);
        CHECK(first.body == R"({"error":"bad_image"})");
        CHECK(room.anna.upload(1, png(40, 30)).status == 201);
    }
    std::filesystem::remove_all(folder);
    const auto hung = pictures::decode("/usr/bin/yes", {false, 1, png(4, 4)}, std::chrono::milliseconds{200});
    CHECK(hung.error() == pictures::DecodeError::bad_image);
    CHECK(pictures::decode("/nowhere/decoder", {}).error() == pictures::DecodeError::unavailable);
}

TEST_CASE("The 21st photo of a participant is too many", "[edge][pictures]") {
    Room room;
    for (int i = 1; i <= 20; ++i) room.anna.idea_with_photo(i);
    room.anna.idea_with_photo(21);  // the idea is taken
    const auto answer = room.anna.upload(21, png(4, 4));
    CHECK(answer.status == 429);
    CHECK(answer.body == R"({"error":"quota"})");
    CHECK(room.bo.upload(99, png(4, 4)).status == 404);
    CHECK(room.bo.upload(1, png(4, 4)).status == 404);  // somebody else's
}

TEST_CASE("The 201st photo of a session is too many, whoever brings it", "[edge][pictures]") {
    Room room;
    for (char i = 0; i < 10; ++i) {
        Phone phone{room.server, room.server.join(room.session), static_cast<char>('0' + i)};
        for (int photo = 1; photo <= 20; ++photo) phone.idea_with_photo(100 * (i + 1) + photo);
    }
    room.anna.idea_with_photo(1);
    const auto answer = room.anna.upload(1, png(4, 4));
    CHECK(answer.status == 429);
    CHECK(answer.body == R"({"error":"quota"})");
}

TEST_CASE("Nobody sees a photo that is not for them, and all hear the same", "[edge][pictures]") {
    Room room;
    room.anna.photo(1);
    const auto elsewhere = room.server.create_session();
    Phone stranger{room.server, room.server.join(elsewhere), 'd'};
    Phone screen{room.server, room.server.pair(room.session.id, "screen"), 'e'};
    const auto nothing = [&](const Answer& answer) { return answer.status == 404 && answer.body == R"({"error":"not_found"})"; };

    CHECK(room.anna.picture(1).status == 200);
    CHECK(room.tablet.picture(1).status == 200);
    CHECK(nothing(room.bo.picture(1)));
    CHECK(nothing(screen.picture(1)));
    CHECK(nothing(stranger.picture(1)));
    CHECK(nothing(room.anna.picture(2)));
    CHECK(nothing(room.server.ask("GET", "/api/pictures/1?size=large")));
    CHECK(nothing(room.server.ask("GET", "/api/pictures/1?size=large", {}, room.server.organiser())));
    CHECK(nothing(room.server.ask("GET", "/api/pictures/4294967297?size=large", {}, bearer(room.anna.token()))));
    CHECK(room.server.ask("GET", "/api/pictures/../1?size=large", {}, bearer(room.anna.token())).status == 404);

    room.tablet.ask("share_ideas", R"({"shared":true})");
    CHECK(nothing(screen.picture(1)));
    room.tablet.ask("release_photos", R"({"photos":[1],"released":true})");
    CHECK(screen.picture(1).status == 200);
    CHECK(room.bo.picture(1, "thumbnail").status == 200);
    room.tablet.ask("hide_photo", R"({"photo":1,"hidden":true})");
    CHECK(nothing(screen.picture(1)));
    CHECK(room.anna.picture(1).status == 200);
}

TEST_CASE("After two seats became one either phone sees the photos of both before anybody else does", "[edge][pictures]") {
    Room room;
    room.anna.photo(1);
    CHECK(room.bo.picture(1).status == 404);
    REQUIRE(room.tablet.ask("merge_seats", R"({"person":2,"into":1})").find("\"ok\":true") != std::string::npos);
    CHECK(room.bo.picture(1).status == 200);
    CHECK(room.anna.picture(1).status == 200);
}

TEST_CASE("Without a seat nothing is brought, and a big screen brings nothing", "[edge][pictures]") {
    Room room;
    const auto as = [&](const std::string& credentials, const std::string& type = "application/octet-stream") {
        return room.server.ask("POST", "/api/uploads/" + key(1), png(4, 4), credentials + "Content-Type: " + type + "\r\n").status;
    };
    CHECK(as("") == 401);
    CHECK(as(bearer(phone_token())) == 401);
    CHECK(as(bearer(room.server.pair(room.session.id, "screen"))) == 403);
    CHECK(as("Cookie: kiemkring=x\r\n") == 401);
    CHECK(room.server.ask("POST", "/api/uploads/..%2fx", png(4, 4), bearer(room.anna.token())).status == 404);
    CHECK(room.server.ask("POST", "/api/uploads/" + key(1), png(4, 4), bearer(room.anna.token()) + "Origin: https://evil\r\n").status == 403);
}

TEST_CASE("A photo that somebody takes back is nowhere on the disk any more", "[edge][pictures]") {
    Room room;
    room.anna.photo(1);
    const auto bytes = room.anna.picture(1).body;
    const auto needle = bytes.substr(bytes.size() / 2, 60);
    REQUIRE(room.anna.ask("describe_photo", R"({"photo":1,"description":"KANARIE met een hond"})").find("\"ok\":true") != std::string::npos);
    CHECK(file_has(room.server.folder(), needle));
    REQUIRE(room.anna.ask("withdraw_photo", R"({"photo":1})").find("\"ok\":true") != std::string::npos);
    CHECK(room.anna.picture(1).status == 404);
    CHECK(room.anna.upload(1, png(4, 4)).status == 404);  // and does not come back
    for (int i = 0; i < 100 && (file_has(room.server.folder(), needle) || file_has(room.server.folder(), "KANARIE")); ++i)
        std::this_thread::sleep_for(milliseconds{100});
    CHECK(!file_has(room.server.folder(), needle));
    CHECK(!file_has(room.server.folder(), "KANARIE"));
}

TEST_CASE("An export has the photos, and a session that is brought in from it shows them", "[edge][pictures]") {
    Room room;
    room.anna.photo(1);
    const auto bytes = room.tablet.picture(1).body;
    auto exported = room.server.ask("GET", "/api/sessions/" + room.session.id + "/export?format=json", {}, room.server.organiser());
    REQUIRE(exported.status == 200);
    REQUIRE(room.server.ask("DELETE", "/api/sessions/" + room.session.id, {}, room.server.organiser()).status == 204);
    CHECK(room.server.ask("POST", "/api/sessions/import", exported.body, room.server.organiser()).status == 201);
    Phone tablet{room.server, room.server.pair(room.session.id, "facilitator"), 'f'};
    CHECK(tablet.picture(1).body == bytes);

    // What is no picture in there is refused.
    const auto at = exported.body.find("\"large\":\"");
    exported.body.replace(at + 9, 8, "PGh0bWw+");
    CHECK(room.server.ask("POST", "/api/sessions/import", exported.body, room.server.organiser()).status == 422);
}

TEST_CASE("A slide comes from the tablet for a show, and is seen by others once its round began", "[edge][pictures]") {
    Room room;
    const auto add = room.tablet.ask("add_round", R"({"kind":"show","title":"Kijk","text":"","say":"","minutes":5})");
    const auto show = add.substr(add.find("\"id\":") + 5, add.find_first_of(",}", add.find("\"id\":")) - add.find("\"id\":") - 5);
    const auto slide = [&](int key, const std::string& more) { return room.tablet.upload(key, pdf(), "Upload-Show: " + show + "\r\n" + more); };
    const auto first = slide(60, "Upload-Page: 2\r\n");
    CHECK(first.status == 201);
    CHECK(slide(63, "Upload-Page: 3\r\n").body == R"({"error":"no_such_page"})");
    // The answer was lost: it is brought again under the same key, and is there once.
    const auto version = room.server.version_of(room.session.id);
    const auto again = slide(60, "Upload-Page: 2\r\n");
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    CHECK(room.server.version_of(room.session.id) == version);
    CHECK(room.tablet.upload(61, pdf(), "Upload-Show: 1\r\n").status == 404);  // the lobby shows nothing
    CHECK(room.tablet.upload(61, pdf(), "Upload-Show: x\r\n").status == 400);
    CHECK(room.tablet.picture(1).status == 200);
    CHECK(room.anna.picture(1).status == 404);
    CHECK(room.tablet.ask("turn_page", R"({"round":)" + show + R"(,"page":1})").find("wrong_round") != std::string::npos);
    room.tablet.ask("start_round", R"({"round":)" + show + R"(,"in_ms":0})");
    CHECK(room.anna.picture(1).status == 200);
    CHECK(room.tablet.ask("turn_page", R"({"round":)" + show + R"(,"page":1})").find("\"ok\":true") != std::string::npos);
    // Once more, before the one that was on: its slides were seen.
    room.tablet.ask("start_round", R"({"round":1,"in_ms":0})");
    CHECK(room.tablet.ask("repeat_round", R"({"round":)" + show + "}").find("\"ok\":true") != std::string::npos);
    CHECK(room.anna.picture(1).status == 200);
    // A phone that names a show brings no slide.
    CHECK(room.anna.upload(62, pdf(), "Upload-Show: " + show + "\r\n").status == 404);
}

TEST_CASE("A rehearsal has the plan and the slides of its session, and no photo", "[edge][pictures][rehearsal]") {
    Room room;
    const auto add = room.tablet.ask("add_round", R"({"kind":"show","title":"Kijk","text":"","say":"","minutes":5})");
    const auto show = add.substr(add.find("\"id\":") + 5, add.find_first_of(",}", add.find("\"id\":")) - add.find("\"id\":") - 5);
    room.anna.photo(1);
    REQUIRE(room.tablet.upload(60, pdf(), "Upload-Show: " + show + "\r\n").status == 201);
    REQUIRE(room.tablet.upload(61, png(90, 60)).status == 201);
    const auto made = room.server.ask("POST", "/api/sessions/" + room.session.id + "/rehearsal", R"({"people":0})", bearer(room.tablet.token()));
    REQUIRE(made.status == 201);
    Phone there{room.server, room.server.pair(member(made.body, "id"), "facilitator"), 'd'};
    CHECK(there.picture(1).status == 404);
    CHECK(there.picture(2).body == room.tablet.picture(2).body);
    CHECK(there.picture(3).body == room.tablet.picture(3).body);
    // What is brought there has a number of its own, and stays there.
    CHECK(there.upload(62, png(40, 30)).body == R"({"picture":4})");
    CHECK(room.tablet.picture(4).status == 404);
}

TEST_CASE("A helper sees the plan and no other picture", "[edge][pictures]") {
    Room room;
    room.anna.photo(1);
    REQUIRE(room.tablet.upload(60, png(90, 60)).status == 201);
    Phone helper{room.server, room.server.pair(room.session.id, "helper"), 'd'};
    CHECK(helper.picture(1).status == 404);
    CHECK(helper.picture(2).status == 200);
    CHECK(helper.upload(61, png(4, 4)).status == 403);
}

TEST_CASE("A site plan comes from the desk for a session of one's own, and for no other", "[edge][pictures]") {
    Room room;
    auto& server = room.server;
    const auto& cookie = server.organiser();
    const auto put = [&](const std::string& session, const std::string& credentials) {
        return server.ask("POST", "/api/uploads/" + key(50), pdf(),
                          credentials + "Content-Type: application/octet-stream\r\nUpload-Session: " + session + "\r\n");
    };
    const auto plan = [&] { return server.ask("GET", "/api/sessions/" + room.session.id + "/plan", {}, cookie).body; };
    CHECK(plan() == R"({"picture":0,"width":0,"height":0})");
    CHECK(put(room.session.id, {}).status == 401);
    CHECK(put(std::string(16, '0'), cookie).status == 401);
    const auto version = server.version_of(room.session.id);
    CHECK(put(room.session.id, cookie).status == 201);
    CHECK(server.version_of(room.session.id) == version + 1);
    CHECK(plan().find(R"("picture":1,"width":3200)") != std::string::npos);
    CHECK(room.anna.picture(1).status == 200);
    const auto look = [&](const std::string& session, const std::string& credentials) {
        return server.ask("GET", "/api/pictures/1?size=large&session=" + session, {}, credentials).status;
    };
    CHECK(look(room.session.id, cookie) == 200);
    CHECK(look(room.session.id, {}) == 404);
    CHECK(look(server.create_session().id, cookie) == 404);

    // While a tablet that took over has the lead, the desk is told so.
    Phone second{server, server.pair(room.session.id, "standby"), 'd'};
    room.tablet.ask("set_pin", R"({"pin":"1234"})");
    CHECK(second.ask("take_lead", R"({"pin":"1234"})").find("\"ok\":true") != std::string::npos);
    const auto watching = put(room.session.id, cookie);
    CHECK(watching.status == 409);
    CHECK(watching.body == R"({"error":"watching"})");
}

TEST_CASE("A site plan comes from a tablet: a picture, or a page of a PDF", "[edge][pictures]") {
    Room room;
    CHECK(room.tablet.upload(1, pdf()).status == 201);
    CHECK(room.anna.picture(1, "thumbnail").status == 200);
    CHECK(size_of_jpeg(room.anna.picture(1).body).first == 3200);
    CHECK(room.tablet.upload(2, pdf(), "Upload-Page: 2\r\n").status == 201);
    CHECK(size_of_jpeg(room.bo.picture(2).body) == std::pair{1600, 3200});
    const auto beyond = room.tablet.upload(3, pdf(), "Upload-Page: 3\r\n");
    CHECK(beyond.body == R"({"error":"no_such_page"})");
    CHECK(room.tablet.upload(3, hollow_png(60'000, 60'000)).body == R"({"error":"too_many_pixels"})");
    CHECK(room.anna.picture(1).status == 404);  // the plan from before
}

TEST_CASE("A WebP is a photo, a site plan and a slide, and HEIC, SVG and others are no plan", "[edge][pictures]") {
    Room room;
    room.anna.idea_with_photo(1);
    CHECK(room.anna.upload(1, webp()).status == 201);
    CHECK(room.tablet.upload(60, webp()).status == 201);
    const auto add = room.tablet.ask("add_round", R"({"kind":"show","title":"Kijk","text":"","say":"","minutes":5})");
    const auto show = add.substr(add.find("\"id\":") + 5, add.find_first_of(",}", add.find("\"id\":")) - add.find("\"id\":") - 5);
    CHECK(room.tablet.upload(61, webp(), "Upload-Show: " + show + "\r\n").status == 201);
    for (std::uint32_t picture = 1; picture <= 3; ++picture) {
        const auto seen = room.tablet.picture(picture);
        CHECK(seen.field("content-type") == "image/jpeg");
        CHECK(size_of_jpeg(seen.body) == std::pair{16, 8});
    }

    const auto version = room.server.version_of(room.session.id);
    const std::string zeros(200, '\0');
    for (const auto& other : {std::string{"\0\0\0\x18" "ftypheic", 12} + zeros, std::string{"\0\0\0\x18" "ftypavif", 12} + zeros,
                              std::string{"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"},
                              std::string{"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"}, "GIF89a" + zeros}) {
        INFO(other);
        const auto answer = room.tablet.upload(62, other);
        CHECK(answer.status == 415);
        CHECK(answer.body == R"({"error":"unsupported_image"})");
    }
    CHECK(room.tablet.upload(62, webp().substr(0, 100)).status == 422);
    CHECK(room.server.version_of(room.session.id) == version);
}

TEST_CASE("A site plan that is broken is refused, and one of an odd kind becomes a picture as others", "[edge][pictures][bad-input]") {
    Room room;
    const auto version = room.server.version_of(room.session.id);
    const auto whole = pdf();
    const std::string no_pages = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
    for (const auto& broken : {whole.substr(0, 60), std::string{"%PDF-1.7\n"} + std::string(500, '\xff'), std::string{"%PDF-"}, no_pages,
                               cmyk_jpeg().substr(0, 90), moving_png(40, 30).substr(0, 150)}) {
        INFO(broken.substr(0, 20));
        const auto answer = room.tablet.upload(1, broken);
        CHECK(answer.status == 422);
        CHECK(room.server.version_of(room.session.id) == version);
    }

    CHECK(room.tablet.upload(2, cmyk_jpeg()).status == 201);
    const auto printed = room.anna.picture(1);
    CHECK(size_of_jpeg(printed.body) == std::pair{16, 8});
    CHECK(colours_of_jpeg(printed.body) == 3);
    CHECK(room.tablet.upload(3, moving_png(40, 30)).status == 201);
    CHECK(size_of_jpeg(room.anna.picture(2).body) == std::pair{40, 30});
}

TEST_CASE("An upload while the disk is full is refused, and comes once when there is space again", "[edge][pictures][bad-input]") {
    Room room;
    auto& server = room.server;
    room.anna.idea_with_photo(1);
    const auto version = server.version_of(room.session.id);
    const auto bytes = png(40, 30);
    const auto half = bytes.substr(0, bytes.size() / 2), rest = bytes.substr(bytes.size() / 2);
    const auto length = fmt::format("Upload-Length: {}\r\n", bytes.size());
    CHECK(room.anna.upload(1, half, length).status == 202);

    server.disk_is_full(true);
    const auto ending = [&] { return room.anna.upload(1, rest, length + fmt::format("Upload-Offset: {}\r\n", half.size())); };
    const auto refused = ending();
    CHECK(refused.status == 503);
    CHECK(refused.body == R"({"error":"read_only"})");
    CHECK(room.tablet.upload(2, pdf()).body == R"({"error":"read_only"})");
    CHECK(room.anna.picture(1).status == 404);
    CHECK(server.version_of(room.session.id) == version);

    server.disk_is_full(false);
    // The phone goes on where the server is, or begins again.
    const auto again = ending();
    CHECK((again.status == 201 || room.anna.upload(1, bytes).status == 201));
    CHECK(room.anna.upload(1, bytes).status == 200);
    CHECK(room.anna.picture(1).status == 200);
    CHECK(server.version_of(room.session.id) == version + 1);
}
