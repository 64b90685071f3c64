// Real ideas and the judgement of people. The data is not part of the project: where it is not beside it, nothing is measured,
// and that is said.
#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "similarity/nearest.h"
#include "similarity/suggestions.h"

using namespace kiemkring;
using namespace kiemkring::similarity;

namespace {

const std::string data = std::string{KIEMKRING_SOURCE_DIR} + "/../shared/data/";

bool is_there(const std::string& file) {
    if (std::filesystem::exists(data + file)) return true;
    std::cout << "SKIPPED: " << data + file << " is not there\n";
    return false;
}

/// The words of the vocabulary and all weights were chosen while looking at these five budgets only.
const std::set<std::string> looked_at{"Netherlands_Amsterdam_166.pb", "Netherlands_Amsterdam_179.pb", "Netherlands_Amsterdam_252.pb",
                                      "Netherlands_Amsterdam_309.pb", "Netherlands_Amsterdam_604.pb"};

std::map<std::string, std::vector<LabelledText>> budgets() {
    std::map<std::string, std::vector<LabelledText>> budgets;  // by file: people judged within one
    auto rows = read_csv(data + "ideas-nl.csv");
    REQUIRE(rows.at(0).at(4) == "name");
    REQUIRE(rows.at(0).at(5) == "description");
    REQUIRE(rows.at(0).at(6) == "category");
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (!rows[i].at(6).empty()) budgets[rows[i][0]].push_back({rows[i][4] + ". " + rows[i][5], rows[i][6]});
    return budgets;
}

struct Score {
    double right{}, all{};
    void add(const std::vector<LabelledText>& texts) {
        const auto count = static_cast<double>(texts.size());
        right += nearest_has_same_label(texts) * count / 100;
        all += count;
    }
    [[nodiscard]] double percent() const { return 100 * right / all; }
};

}  // namespace

TEST_CASE("The nearest idea is of the organiser's category more often than letters alone would say", "[figures]") {
    if (!is_there("ideas-nl.csv")) return;
    Score known, held_out, all;
    for (const auto& [file, texts] : budgets()) {
        (looked_at.contains(file) ? known : held_out).add(texts);
        all.add(texts);
    }
    std::cout << "nearest idea of the same category: " << all.percent() << " % of " << all.all << " (looked at while tuning "
              << known.percent() << " % of " << known.all << ", held out " << held_out.percent() << " % of " << held_out.all << ")\n";
    CHECK(all.percent() > 53);
    CHECK(held_out.percent() > 52);
}

TEST_CASE("Two ideas of one proposed group are mostly of one category", "[figures]") {
    if (!is_there("ideas-nl.csv")) return;
    struct Count {
        double pairs{}, same{}, any_pairs{}, any_same{}, placed{}, ideas{};
    } known, held_out;
    for (const auto& [file, texts] : budgets()) {
        auto& count = looked_at.contains(file) ? known : held_out;
        std::vector<LooseIdea> loose;
        for (std::uint32_t i = 0; i < texts.size(); ++i) loose.push_back({{i + 1}, texts[i].text});
        count.ideas += static_cast<double>(texts.size());
        const auto same_label = [&](std::size_t i, std::size_t j) { return texts[i].label == texts[j].label ? 1 : 0; };
        for (const auto& suggestion : suggest({loose, {}, Language::dutch})) {
            count.placed += static_cast<double>(suggestion.ideas.size());
            for (const auto one : suggestion.ideas)
                for (const auto other : suggestion.ideas)
                    if (one < other) ++count.pairs, count.same += same_label(one.value - 1, other.value - 1);
        }
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) ++count.any_pairs, count.any_same += same_label(i, j);
    }
    for (const auto& [name, count] : {std::pair{"looked at while tuning", known}, std::pair{"held out", held_out}})
        std::cout << "pairs of proposed groups of one category, " << name << ": " << 100 * count.same / count.pairs << " % of "
                  << count.pairs << " (of any pairs " << 100 * count.any_same / count.any_pairs << " %), " << count.placed << " of "
                  << count.ideas << " ideas in a proposal\n";
    CHECK(held_out.same / held_out.pairs > held_out.any_same / held_out.any_pairs + 0.2);
}

TEST_CASE("Ideas that are all about green places still find their like far more often than by chance", "[figures]") {
    std::ifstream file{std::string{KIEMKRING_SOURCE_DIR} + "/tests/browser/ideas-nl.json"};
    std::vector<LabelledText> texts;
    for (const auto& group : nlohmann::json::parse(file))
        for (const auto& idea : group.at("ideas")) texts.push_back({idea.get<std::string>(), group.at("group").get<std::string>()});
    REQUIRE(texts.size() == 120);
    const auto percent = nearest_has_same_label(texts);
    std::cout << "nearest of our own ideas in the same group: " << percent << " %, by chance 9 %\n";
    CHECK(percent > 25);
}

TEST_CASE("Pairs rank as people ranked them", "[figures]") {
    if (!is_there("similarity-en/C1-preserve-the-environment-ratings.csv")) return;
    const auto rows = read_csv(data + "similarity-en/C1-preserve-the-environment-ratings.csv");
    std::vector<std::string> texts;
    std::map<std::string, std::size_t> at;
    for (const auto& row : rows)
        for (const auto& text : {row.at(0), row.at(1)})
            if (at.emplace(text, texts.size()).second) texts.push_back(text);
    const Likeness likeness{texts, Language::english};

    std::vector<double> people[2], ours[2], all_people, all_ours;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto alike = static_cast<double>(likeness.between(at.at(rows[i][0]), at.at(rows[i][1])));
        people[i % 2].push_back(std::stod(rows[i].at(2)));
        ours[i % 2].push_back(alike);
        all_people.push_back(people[i % 2].back());
        all_ours.push_back(alike);
    }
    std::cout << "rank correlation with people, English: " << spearman(all_people, all_ours) << " over " << rows.size()
              << " pairs (looked at " << spearman(people[0], ours[0]) << ", held out " << spearman(people[1], ours[1]) << ")\n";
    CHECK(spearman(all_people, all_ours) > 0.30);
}

TEST_CASE("Two hundred ideas are grouped in under fifty milliseconds", "[figures]") {
    if (!is_there("ideas-nl.csv")) return;
    const auto rows = read_csv(data + "ideas-nl.csv");
    std::vector<LooseIdea> loose;
    for (std::uint32_t i = 1; i <= 200; ++i) loose.push_back({{i}, rows.at(i).at(4) + ". " + rows.at(i).at(5)});
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const auto began = std::chrono::steady_clock::now();
        CHECK_FALSE(suggest({loose, {}, Language::dutch}).empty());
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
        best = std::min(best, took.count());
    }
    std::cout << "200 ideas grouped in " << best << " ms, the best of five\n";
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(best < 50);
#endif
}
