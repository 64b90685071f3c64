// Templates as files: what is read, and what each bad one is told.
#include <catch2/catch.hpp>

#include "domain/limits.h"
#include "domain/session/templates.h"
#include "wire/files.h"
#include "wire/template.h"

namespace kiemkring::wire {
namespace {

const auto examples_of_templates = proto / "examples" / "template";

std::vector<TemplateProblem> problems_of(const nlohmann::json& list) {
    std::vector<TemplateProblem> problems;
    for (const auto& one : list) problems.push_back({one.at("round"), one.at("member"), one.at("why")});
    return problems;
}

}  // namespace

TEST_CASE("A template that is read and written again is the same file", "[wire][template]") {
    for (const auto& [name, example] : json_files_in(examples_of_templates)) {
        INFO(name);
        const auto read = read_template(example.dump());
        REQUIRE(read);
        CHECK(nlohmann::json::parse(encode_template(*read)) == example);
        CHECK(read_template(encode_template(*read)) == read);
    }
}

TEST_CASE("Every template that comes along can go out as a file and come back", "[wire][template]") {
    for (const auto& known : domain::templates()) {
        INFO(known.id << ' ' << known.language);
        const auto read = read_template(encode_template(known));
        REQUIRE(read);
        CHECK(read->rounds == known.rounds);
        CHECK(read->minutes == known.minutes);
        CHECK(read->title == known.title);
    }
}

TEST_CASE("A bad template is told everything that is wrong with it, place by place", "[wire][template]") {
    const auto examples = json_files_in(examples_of_templates / "bad");
    REQUIRE(examples.size() >= 20);
    for (const auto& [name, example] : examples) {
        INFO(name);
        const auto read = read_template(example.at("text").get<std::string>());
        REQUIRE_FALSE(read);
        INFO(encode_template_problems(read.error()));
        CHECK(read.error() == problems_of(example.at("problems")));
    }
}

TEST_CASE("What a template says and how many of its faults are told has a bound", "[wire][template]") {
    auto file = nlohmann::json::parse(text_of(examples_of_templates / "every-round.json"));
    for (auto& round : file["rounds"]) round["minutes"] = "x", round["more"] = 1;
    const auto read = read_template(file.dump());
    REQUIRE_FALSE(read);
    CHECK(read.error().size() == domain::limits::template_problems_max);

    auto large = nlohmann::json::parse(text_of(examples_of_templates / "every-round.json"));
    auto talk = large["rounds"][2];
    std::string words;
    for (int i = 0; i < 600; ++i) words += "ë";
    talk["say"] = talk["text"] = words;
    for (int i = 0; i < 80; ++i) large["rounds"].insert(large["rounds"].begin() + 1, talk);
    const auto too_large = read_template(large.dump());
    REQUIRE_FALSE(too_large);
    CHECK(too_large.error() == std::vector<TemplateProblem>{{0, "", "too_large"}});
}

TEST_CASE("A name that a template should not have is told without being cut within a letter", "[wire][template]") {
    auto file = nlohmann::json::parse(text_of(examples_of_templates / "short.json"));
    std::string name;
    for (int i = 0; i < 39; ++i) name += i % 2 ? "\u00e9" : "e";
    file[name + "\U0001F469\u200D\U0001F33E" + "en meer"] = 1;
    const auto read = read_template(file.dump());
    REQUIRE_FALSE(read);
    CHECK(read.error() == std::vector<TemplateProblem>{{0, name + "\U0001F469\u200D\U0001F33E", "unknown_member"}});
}

TEST_CASE("No cut and no changed byte of a template does harm", "[wire][template]") {
    const auto text = text_of(examples_of_templates / "short.json");
    for (std::size_t i = 0; i < text.size(); ++i) {
        // All of it is there only when nothing but the line end is missing.
        if (i + 1 < text.size()) CHECK_FALSE(read_template(text.substr(0, i)));
        for (const char other : {'\0', '"', '}', '9', '\xff'}) {
            auto changed = text;
            changed[i] = other;
            if (const auto read = read_template(changed)) CHECK(read_template(encode_template(*read)) == read);
        }
    }
}

}  // namespace kiemkring::wire
