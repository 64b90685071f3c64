#include "report/recount.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/shell.h"
#include "wire/export.h"

namespace kiemkring::cli {

int recount(const std::string& file) {
    const auto text = read_file(file);
    if (!text) return complain(text.error());
    const auto session = wire::read_export(*text);
    auto votes = wire::read_published_votes(*text);
    if (!session || !votes) return complain(fmt::format("{}: {}", file, session ? votes.error() : session.error()));

    std::vector<report::Published> published;
    for (auto& vote : *votes) published.push_back({vote.vote, std::move(vote.counts), std::move(vote.ballots)});
    const auto recount = report::recount(published, session->events);

    if (recount.votes.empty()) fmt::print("No vote has been closed yet: there is nothing to count.\n");
    for (const auto& vote : recount.votes) {
        fmt::print("Vote {}: {} ballots\n", vote.vote.value, vote.ballots);
        for (const auto& [group, count] : vote.counts) fmt::print("  group {:>3}  {:>3}\n", group.value, count);
    }
    for (const auto& difference : recount.differences) fmt::print("DIFFERENT: {}\n", difference);
    if (recount.differences.empty() && !recount.votes.empty())
        fmt::print("The ballots give the published counts{}.\n", recount.top_was_checked ? ", and the top follows from them" : "");
    return recount.differences.empty() ? 0 : 1;
}

}  // namespace kiemkring::cli
