#include <algorithm>

#include "domain/session/command.h"
#include "report/dutch_time.h"
#include "report/session_report/closing.h"

namespace kiemkring::report::sections {
namespace {

/// What the facilitator decided, read from the log; what was undone is left out, but for lots: nobody draws until it pleases, unseen.
class Decisions {
public:
    explicit Decisions(const Context& c) : c_(c), w_(c.words), undone_(undone_actions(c)) {}

    Table table() {
        for (std::size_t i = 0; i < c_.events.size(); ++i) {
            const auto& happened = c_.events[i];
            if (happened.action != c_.events[first_].action) first_ = i;
            if (std::ranges::find(undone_, happened.action) != undone_.end()) {
                if (const auto* tie = std::get_if<TieSet>(&happened.what)) look_at_undone(*tie);
                take(happened.at);
                continue;
            }
            seats_.count(happened.what);
            // What undoing wrote: the other way round, and so no decision.
            if (happened.op == "undo") continue;
            if (happened.op == MergeIdeas::op && i == first_) look_at_merger();
            is_merge_ = happened.op == MergeTied::op;
            std::visit([&](const auto& event) { look(event); }, happened.what);
            take(happened.at);
        }
        return std::move(table_);
    }

private:
    void take(Time at) {
        for (auto& sentence : said_) table_.rows.push_back({clock_time(at), std::move(sentence)});
        said_.clear();
    }
    void look_at_undone(const TieSet& set) {
        if (!set.now || !set.now->decided || set.now->decided->way != TieWay::draw || !is_revealed(c_)) return;
        say(w_.decided_draw_undone, filling("place", set.now->first_place), Filling{"ideas", tied_titles(c_, set)});
    }

    template <class E>
    void look(const E&) {}
    void look(const VoteSet& set) {
        if (set.now.status != VoteStatus::closed || set.was.status != VoteStatus::open || !is_revealed(c_)) return;
        const auto found = c_.session.votes.find(set.vote);
        if (found == c_.session.votes.end()) return;
        const auto voted = found->second.voters;
        const auto seats = std::max(voted, seats_.taken());
        const bool few = are_few(voted, seats);
        say((few ? w_.decided_vote_few : w_.decided_vote_closed).form(voted), filling("voted", voted), filling("seats", seats));
        if (few) said_.back() = with_reason(c_, set.now, std::move(said_.back()));
    }
    void look_at_merger() {
        // What an idea says is the group's when it is shared.
        if (!c_.session.sharing.all && c_.session.status != SessionStatus::ended) return;
        if (auto sentence = merger_in_words(c_, merger_at(c_, first_)); !sentence.empty()) said_.push_back(std::move(sentence));
    }
    void look(const TieSet& set) {
        // What is merged may leave others that are still tied.
        if (!set.now || !(set.now->decided || is_merge_) || !is_revealed(c_)) return;
        const auto merger = is_merge_ ? merger_at(c_, first_) : Merger{};
        const auto way = is_merge_ ? TieWay::merge : set.now->decided->way;
        say(w_.decided_tie, filling("place", set.now->first_place), Filling{"ideas", tied_titles(c_, set)}, filling("how", w_.decided_by.at(static_cast<std::size_t>(way))));
        if (const auto what = merger_in_words(c_, merger); !what.empty()) said_.back() += ' ' + what;
    }
    void look(const TopSet& set) {
        if (set.now && is_revealed(c_)) said_.push_back(w_.decided_top.of(set.now->entries.size()));
    }
    void look(const ConcernSet& set) {
        if (set.now.status == set.was.status || set.now.status == ConcernStatus::open || !is_revealed(c_)) return;
        say(w_.decided_concern, filling("idea", c_.session.title(set.now.candidate)),
            filling("status", w_.concern_status.at(static_cast<std::size_t>(set.now.status))));
    }
    void look(const SubjectDecided& set) {
        if (set.now.verdict == Verdict::open || set.now.verdict == set.was.verdict) return;
        say(w_.decided_subject, filling("subject", c_.session.title(set.group)),
            filling("verdict", w_.score_colours.at(static_cast<std::size_t>(set.now.verdict) - 1)));
    }
    void look(const ChoosingSet& set) {
        if (set.now.frozen && !set.was.frozen) say(w_.decided_choice, filling("idea", title_of(c_, set.now)));
    }
    void look(const NextStepSet& set) {
        if (set.now) say(w_.decided_next, filling("date", day_in_words(set.now->date, w_)));
    }

    template <class... Arguments>
    void say(std::string_view pattern, Arguments&&... arguments) {
        said_.push_back(fill_in(pattern, arguments...));
    }

    const Context& c_;
    const ReportWords& w_;
    std::vector<std::uint64_t> undone_;
    SeatCount seats_;
    std::size_t first_{};  ///< event of the command that is looked at
    bool is_merge_{};      ///< of what was tied
    std::vector<std::string> said_;
    Table table_{{}, {{std::string{w_.decision_when}, 1}, {std::string{w_.decision}, 8}}, {}};
};

}  // namespace

std::vector<Block> decisions(const Context& c) {
    auto table = Decisions{c}.table();
    if (table.rows.empty()) return {};
    return {std::move(table)};
}

}  // namespace kiemkring::report::sections
