#include "report/noncharacters.h"
#include "report/tables/sheets.h"

namespace kiemkring::report::sheets {
namespace {

/// Takes down what one event set.
struct TakeDown {
    Stamps& stamps;
    Stamp now;

    template <class E>
    void operator()(const E&) const {}
    void operator()(const IdeaSubmitted& event) const { stamps.ideas[event.idea] = {now.at, event.round}; }
    void operator()(const GroupSet& event) const {
        if (event.now.exists) stamps.groups.try_emplace(event.group, now);
    }
    void operator()(const VoteSet& event) const {
        if (event.now.status == VoteStatus::closed) stamps.votes[event.vote] = {now.at, event.now.round};
    }
    void operator()(const CommitmentSet& event) const { stamps.commitments[event.commitment] = now; }
    void operator()(const ProposalSet& event) const { stamps.proposals[event.group] = now; }
    void operator()(const SubjectDecided& event) const { stamps.verdicts[event.group] = now; }
    void operator()(const TableChoiceSet& event) const { stamps.table_choices[event.table] = now; }
    void operator()(const TopSet&) const { stamps.top = now; }
    void operator()(const MatrixClosed&) const { stamps.matrix = now; }
    void operator()(const ChoosingSet&) const { stamps.choosing = now; }
    void operator()(const NextStepSet&) const { stamps.next_step = now; }
};

/// Of a group without a name that was put aside: what it was called while it took part, after the first idea in it. Empty for others.
std::string title_aside(const Context& c, GroupId id) {
    const auto& s = session_of(c);
    if (!s.groups.contains(id) || !sections::is_put_aside(c.report, id)) return {};
    const Idea* first = nullptr;
    for (const auto& [number, idea] : s.ideas)
        if (idea.placement.group == id && idea.state.status == IdeaStatus::later && (!first || idea.placement.order < first->placement.order)) first = &idea;
    auto words = first ? s.text(first->wording.text) : std::string{};
    return words.empty() ? std::string{c.words.unnamed_group} : words;
}

}  // namespace

Stamps::Stamps(std::span<const Happened> events) {
    RoundId round;
    for (const auto& happened : events) {
        if (const auto* started = std::get_if<RoundStarted>(&happened.what)) round = started->now;
        std::visit(TakeDown{*this, {happened.at, round}}, happened.what);
    }
}

Sheet sheet_of(const SheetWords& words, std::vector<SheetColumn> columns) {
    return {std::string{words.title}, std::string{words.file_name}, std::move(columns), {}, std::string{words.empty}};
}

SheetColumn column(std::string_view title, double width) { return {std::string{title}, width}; }

TableCell text_cell(std::string_view text) {
    if (text.empty()) return {};
    return without_noncharacters(text);
}

TableCell time_cell(const Stamp& stamp) {
    if (stamp.at == base::Time{}) return {};
    return stamp.at;
}

TableCell round_cell(const Context& c, RoundId id) {
    const auto* round = session_of(c).round(id);
    if (!round) return {};
    return text_cell(round->title.empty() ? c.report.words.rounds.at(static_cast<std::size_t>(round->kind)) : std::string_view{round->title});
}

TableCell letter_cell(const Context& c, GroupId id) {
    const auto group = sections::group_of(c.report, id);
    return group ? text_cell(group->letter) : TableCell{};
}

TableCell title_cell(const Context& c, GroupId id) {
    // A group that was dissolved after the vote has its title in the result, if anywhere.
    if (const auto group = sections::group_of(c.report, id); group && !group->name.empty()) return text_cell(group->name);
    if (session_of(c).top)
        for (const auto& entry : session_of(c).top->entries)
            if (entry.candidate == id) return text_cell(session_of(c).text(entry.title));
    if (const auto title = session_of(c).title(id); !title.empty()) return text_cell(title);
    return text_cell(title_aside(c, id));
}

const std::pair<const VoteId, Vote>* result_vote(const Context& c) {
    const std::pair<const VoteId, Vote>* last = nullptr;
    for (const auto& vote : session_of(c).votes)
        if (c.is_revealed && vote.second.state.status == VoteStatus::closed && !vote.second.state.runoff) last = &vote;
    return last;
}

}  // namespace kiemkring::report::sheets
