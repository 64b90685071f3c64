// Counting real approval ballots of Dutch neighbourhoods gives the totals that their organisers published.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "domain/session/tally.h"
#include "meeting.h"

using namespace kiemkring::domain;

namespace {

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

struct Election {
    std::map<std::string, std::uint32_t> published;
    std::vector<std::vector<std::string>> ballots;
};

/// Reads a Pabulib file: sections META, PROJECTS and VOTES, each with a line of column names; fields end in ';'.
Election read_election(const std::filesystem::path& path) {
    Election election;
    std::ifstream file(path);
    std::string section;
    std::vector<std::string> columns;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line == "META" || line == "PROJECTS" || line == "VOTES") {
            section = line;
            columns.clear();
            continue;
        }
        const auto fields = split(line, ';');
        if (columns.empty()) {
            columns = fields;
            continue;
        }
        const auto field = [&](const char* name) {
            const auto at = static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin());
            return at < fields.size() ? fields[at] : std::string{};
        };
        if (section == "PROJECTS") election.published[field("project_id")] = static_cast<std::uint32_t>(std::stoul(field("votes")));
        if (section == "VOTES") election.ballots.push_back(split(field("vote"), ','));
    }
    return election;
}

}  // namespace

TEST_CASE("Real Dutch ballots are counted as their organisers counted them") {
    const std::filesystem::path folder = std::string{KIEMKRING_SOURCE_DIR} + "/../shared/data/ballots";
    if (!std::filesystem::exists(folder)) {
        std::cout << "SKIPPED: " << folder.string() << " is not there\n";
        return;
    }
    int elections = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".pb") continue;
        INFO(entry.path().filename());
        const auto election = read_election(entry.path());
        REQUIRE(election.published.size() >= 3);

        std::map<std::string, GroupId> number;
        Vote vote;
        for (const auto& [project, votes] : election.published) {
            number[project] = {static_cast<std::uint32_t>(number.size()) + 1};
            vote.state.candidates.push_back(number[project]);
        }
        for (std::size_t i = 0; i < election.ballots.size(); ++i)
            for (const auto& project : election.ballots[i]) vote.ballots[i + 1][number.at(project)] += 1;

        const auto counts = count_votes(vote);
        for (const auto& [project, votes] : election.published) {
            const auto counted = std::ranges::find(counts, number[project], &Ranked::candidate);
            REQUIRE(counted->votes == votes);
        }
        ++elections;
    }
    CHECK(elections >= 4);
}
