#include "report/csv.h"

#include <algorithm>
#include <array>
#include <vector>

#include "report/words.h"

namespace kiemkring::report {

using namespace domain;

namespace {

struct Words {
    std::array<std::string_view, 10> head;
    std::array<std::string_view, 6> statuses;  ///< in the order of IdeaStatus
    char separator;
};

constexpr Words dutch{
    {"Nummer", "Idee", "Toelichting", "Ronde", "Letter", "Groep", "Stemmen", "Status", "Tweede taal", "In die taal"},
    {"doet mee", "verborgen", "samengevoegd", "ingetrokken", "later", "wacht"},
    ';'};
constexpr Words english{
    {"Number", "Idea", "Explanation", "Round", "Letter", "Group", "Votes", "Status", "Second language", "In that language"},
    {"live", "hidden", "merged", "withdrawn", "later", "waiting"},
    ','};

const Vote* last_closed_main_vote(const Session& session) {
    const Vote* last = nullptr;
    for (const auto& [id, vote] : session.votes)
        if (vote.state.status == VoteStatus::closed && !vote.state.runoff) last = &vote;
    return last;
}

/// The votes of a candidate; nothing for what could not be voted on.
std::string votes_for(const Vote* vote, GroupId group) {
    if (!vote || std::find(vote->state.candidates.begin(), vote->state.candidates.end(), group) == vote->state.candidates.end())
        return "";
    std::uint32_t votes = 0;
    for (const auto& [ballot, given] : vote->ballots)
        if (const auto found = given.find(group); found != given.end()) votes += found->second;
    return std::to_string(votes);
}

std::string round_name(const Session& session, RoundId id, std::string_view language) {
    const auto* round = session.round(id);
    if (!round) return "";
    return round->title.empty() ? std::string{report_words(language).rounds.at(static_cast<std::size_t>(round->kind))} : round->title;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    static constexpr std::array<std::string_view, 11> formula_starts{
        "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    std::string cell{'"'};
    for (const auto start : formula_starts)
        if (text.starts_with(start)) cell += '\'';
    for (const char character : text) {
        if (character == '"') cell += '"';
        cell += character;
    }
    return cell + '"';
}

std::string ideas_csv(const Session& session, std::string_view language) {
    const auto& words = language == "nl" ? dutch : english;
    const auto* vote = last_closed_main_vote(session);
    std::string table = "\uFEFF";
    const auto add_row = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) table += words.separator;
            table += csv_cell(cells[i]);
        }
        table += "\r\n";
    };

    add_row({words.head.begin(), words.head.end()});
    for (const auto& [id, idea] : session.ideas) {
        const auto group = idea.placement.group;
        const auto record = project(session, Audience::facilitator, {RecordType::group, group.value});
        const auto* shown = record ? std::get_if<GroupRecord>(&*record) : nullptr;
        add_row({std::to_string(id.value), session.text(idea.wording.text), session.text(idea.wording.explanation),
                 round_name(session, idea.round, language), shown ? shown->letter : "", shown ? shown->name : "",
                 votes_for(vote, group), std::string{words.statuses[static_cast<std::size_t>(idea.state.status)]},
                 idea.translation ? idea.translation->language : "", idea.translation ? session.text(idea.translation->text) : ""});
    }
    return table;
}

}  // namespace kiemkring::report
