// The C++ side and the schemas say the same.
#include <catch2/catch.hpp>
#include <set>

#if __has_include(<valijson/validator.hpp>)
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#endif

#include "wire/client_message.h"
#include "wire/files.h"
#include "wire/server_message.h"

namespace kiemkring::wire {

#if __has_include(<valijson/validator.hpp>)

namespace {

class Checker {
public:
    explicit Checker(const std::string& name) : document_(nlohmann::json::parse(text_of(proto / (name + ".schema.json")))) {
        const valijson::adapters::NlohmannJsonAdapter adapter{document_};
        valijson::SchemaParser{}.populateSchema(adapter, schema_);
    }

    /// Empty when `message` is as the schema says, else what it says.
    std::string problem(const nlohmann::json& message) {
        valijson::Validator validator;
        valijson::ValidationResults results;
        const valijson::adapters::NlohmannJsonAdapter adapter{message};
        if (validator.validate(schema_, adapter, &results)) return {};
        std::string text = "refused";
        for (valijson::ValidationResults::Error error; results.popError(error);) text += "; " + error.description;
        return text;
    }

private:
    nlohmann::json document_;
    valijson::Schema schema_;
};

}  // namespace

TEST_CASE("Every example is as the schemas say", "[wire]") {
    Checker client{"client-message"}, server{"server-message"}, record{"record"};
    for (const auto& [name, example] : json_files_in(proto / "examples")) {
        INFO(name);
        CHECK((is_from_client(example) ? client : server).problem(example) == "");
        if (!example.contains("put")) continue;
        for (const auto& each : example.at("put")) CHECK(record.problem(each) == "");
    }
}

TEST_CASE("The schema of templates takes the good examples, and of the bad ones none whose shape is wrong", "[wire][template]") {
    Checker checker{"template"};
    for (const auto& [name, example] : json_files_in(proto / "examples" / "template")) {
        INFO(name);
        CHECK(checker.problem(example) == "");
    }
    // Lengths and the order of rounds are not in the schema.
    const std::set<std::string> only_read{"title-61", "empty-title", "say-601", "control-character", "order", "two-days",
                                           "no-rounds", "a-thousand-rounds", "unknown-concept", "six-concepts",
                                           "concepts-elsewhere"};
    for (const auto& [name, example] : json_files_in(proto / "examples" / "template" / "bad")) {
        const auto bad = nlohmann::json::parse(example.at("text").get<std::string>(), nullptr, false);
        if (bad.is_discarded() || only_read.contains(name) || name == "key-twice") continue;
        INFO(name);
        CHECK(checker.problem(bad) != "");
    }
}

TEST_CASE("What the schema of client messages refuses, the server refuses", "[wire]") {
    Checker client{"client-message"};
    for (const auto& [name, example] : json_files_in(proto / "examples")) {
        if (!is_from_client(example)) continue;
        INFO(name);
        const auto agree = [&](const nlohmann::json& message) {
            if (!client.problem(message).empty()) CHECK_FALSE(read_client_message(message.dump()));
        };
        for (const auto& [member, value] : example.items()) {
            auto without = example;
            without.erase(member);
            agree(without);
            for (const nlohmann::json& other : {nlohmann::json{}, nlohmann::json{-1}, nlohmann::json{1.5}, nlohmann::json{"?"},
                                                nlohmann::json::array(), nlohmann::json::object()}) {
                auto changed = example;
                changed[member] = other;
                agree(changed);
            }
        }
        if (!example.contains("args")) continue;
        for (const auto& [member, value] : example.at("args").items()) {
            auto without = example;
            without["args"].erase(member);
            agree(without);
            for (const nlohmann::json& other :
                 {nlohmann::json{}, nlohmann::json{-1}, nlohmann::json{0}, nlohmann::json{1.5}, nlohmann::json{"?"},
                  nlohmann::json{true}, nlohmann::json{4294967296}, nlohmann::json::array({1}), nlohmann::json::object()}) {
                auto changed = example;
                changed["args"][member] = other;
                agree(changed);
            }
        }
    }
}

#else

TEST_CASE("Every example is as the schemas say", "[wire]") { WARN("skipped: valijson is not installed"); }

#endif

}  // namespace kiemkring::wire
