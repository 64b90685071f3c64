// Every example of the protocol is read, written again and equal; the bad ones are refused for their own reason.
#include <catch2/catch.hpp>
#include <set>

#include "wire/client_message.h"
#include "wire/files.h"
#include "wire/server_message.h"

namespace kiemkring::wire {

namespace {

std::string encode_again(const ClientMessage& message) {
    if (const auto* hello = std::get_if<HelloMessage>(&message)) return encode_hello(*hello);
    if (const auto* command = std::get_if<CommandMessage>(&message)) return encode_command(command->n, command->command, command->paper_seat);
    return R"({"type":"beat"})";
}

std::string encode_again(const ServerMessage& message) {
    struct {
        std::string operator()(const Welcome& welcome) { return encode_welcome(welcome); }
        std::string operator()(const Changes& changes) {
            std::vector<std::string> texts;
            for (const auto& record : changes.put) texts.push_back(encode_record(record));
            const std::vector<std::string_view> put(texts.begin(), texts.end());
            return encode_changes(changes.audience, changes.from, changes.to, changes.now, put, changes.gone);
        }
        std::string operator()(const Answer& answer) {
            return answer.refusal ? encode_refusal(answer.n, *answer.refusal) : encode_answer(answer.n, answer.made_id);
        }
        std::string operator()(const Presence& presence) {
            return encode_presence(presence.connected, presence.facilitators);
        }
        std::string operator()(const Knocks& knocks) { return encode_knocks(knocks.waiting, knocks.turned_away); }
        std::string operator()(const Storage& storage) { return encode_storage(storage.full); }
        std::string operator()(const Away& away) { return encode_away(away.away); }
        std::string operator()(const Suggestions& told) { return encode_suggestions(told.suggestions); }
        std::string operator()(const Hint& hint) { return encode_hint(hint.idea, hint.like); }
        std::string operator()(const ReplayShown& shown) { return encode_replay_shown(shown); }
        std::string operator()(const ServerBeat& beat) { return encode_beat(beat.now); }
        std::string operator()(const ServerError& error) { return encode_error(error.code); }
    } encode;
    return std::visit(encode, message);
}

}  // namespace

TEST_CASE("Every message in the examples is read, and written again it is the same", "[wire]") {
    std::set<std::size_t> commands, records;
    for (const auto& [name, example] : json_files_in(proto / "examples")) {
        INFO(name);
        if (is_from_client(example)) {
            const auto message = read_client_message(example.dump());
            INFO((message ? "" : message.error().where));
            REQUIRE(message);
            CHECK(nlohmann::json::parse(encode_again(*message)) == example);
            if (const auto* command = std::get_if<CommandMessage>(&*message)) commands.insert(command->command.index());
        } else {
            const auto message = read_server_message(example.dump());
            INFO((message ? "" : message.error()));
            REQUIRE(message);
            CHECK(nlohmann::json::parse(encode_again(*message)) == example);
            if (const auto* changes = std::get_if<Changes>(&*message))
                for (const auto& record : changes->put) records.insert(record.index());
        }
    }
    CHECK(commands.size() == std::variant_size_v<domain::Command>);
    CHECK(records.size() == std::variant_size_v<domain::Record>);
}

TEST_CASE("Every bad message is refused for its own reason, and answers the number it came with", "[wire]") {
    const auto examples = json_files_in(proto / "examples" / "bad");
    REQUIRE(examples.size() >= 80);
    for (const auto& [name, example] : examples) {
        INFO(name);
        const auto text = example.at("text").get<std::string>();
        const auto message = read_client_message(text);
        REQUIRE_FALSE(message);
        const auto refusal = encode_refusal(message.error().n, message.error().reason);
        CHECK(nlohmann::json::parse(refusal).at("refusal") == example.at("refusal"));
        CHECK(message.error().n == example.at("n").get<std::uint64_t>());
        // Final refusals know their content, so that a repeat can be told from another command.
        if (!domain::is_passing(message.error().reason)) CHECK(message.error().content != 0);
    }
}

TEST_CASE("No cut and no changed byte of a message does harm", "[wire]") {
    for (const auto& [name, example] : json_files_in(proto / "examples")) {
        if (!is_from_client(example)) continue;
        const auto text = example.dump();
        for (std::size_t i = 0; i < text.size(); ++i) {
            CHECK_FALSE(read_client_message(text.substr(0, i)));
            for (const char other : {'\0', '"', '}', '9', '\xff'}) {
                auto changed = text;
                changed[i] = other;
                if (const auto message = read_client_message(changed))
                    CHECK(read_client_message(encode_again(*message)));
            }
        }
    }
}

TEST_CASE("A text nested ten thousand deep is refused at once", "[wire]") {
    CHECK(read_client_message(std::string(10'000, '[')).error().reason == domain::Reason::bad_json);
    CHECK(read_client_message(R"({"type":)" + std::string(10'000, '{')).error().reason == domain::Reason::bad_json);
}

TEST_CASE("The content of a command is the same however its text is laid out", "[wire]") {
    const auto content = [](std::string_view text) {
        const auto message = read_client_message(text);
        return message ? std::get<CommandMessage>(*message).content : message.error().content;
    };
    const auto plain = content(R"({"type":"command","n":7,"op":"commit","args":{"candidate":3,"role":"help","note":"a"}})");
    CHECK(plain == content(R"({ "args": {"note":"\u0061","role":"help","candidate":3}, "op":"commit","type":"command","n":8})"));
    CHECK(plain != content(R"({"type":"command","n":7,"op":"commit","args":{"candidate":3,"role":"help","note":"b"}})"));
    CHECK(plain != content(R"({"type":"command","n":7,"op":"commit","args":{"candidate":3,"role":"boss","note":"a"}})"));
}

TEST_CASE("Keys of records are their type and id, and me has no number", "[wire]") {
    CHECK(record_key(domain::RecordKey{domain::RecordType::idea, 3}) == "idea/3");
    CHECK(record_key(domain::RecordKey{domain::RecordType::me, 12}) == "me/0");
}

}  // namespace kiemkring::wire
