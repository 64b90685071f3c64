#include <algorithm>
#include <set>

#include "report/dutch_time.h"
#include "report/trajectory_report/steps.h"

namespace kiemkring::report::steps {
namespace {

using namespace trajectory;

/// What was decided, read from the log; what was taken back is left out.
class Sentences {
public:
    explicit Sentences(const Context& c) : c_(c), w_(c.words), taken_back_{taken_back(c.dossier)} {}

    std::string of(const Happened& one) const {
        if (taken_back_.contains(one.version)) return {};
        auto text = std::visit([this](const auto& what) { return sentence(what); }, one.what);
        // "somebody" may stand at its beginning.
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

private:
    template <class E>
    std::string sentence(const E&) const {
        return {};
    }
    std::string sentence(const ProgressSet& set) const {
        const auto step = filling("step", w_.steps.at(static_cast<std::size_t>(set.now.step)));
        const auto reason = filling("reason", set.now.reason);
        const auto place = static_cast<int>(set.now.step) + 1;
        const auto number = filling("n", place);
        if (set.now.outcome != set.was.outcome && set.now.outcome != Outcome::running) {
            auto text = fill_in(set.now.reason.empty() ? w_.ended : w_.ended_with, filling("how", w_.outcomes.at(static_cast<std::size_t>(set.now.outcome))), reason);
            if (set.now.refund > 0) text += ' ' + fill_in(w_.refund, filling("amount", money(c_, set.now.refund)));
            return text;
        }
        if (set.now.step > set.was.step) return fill_in(set.now.reason.empty() ? w_.opened_step : w_.opened_with, number, step, reason);
        return fill_in(w_.went_back, number, step, reason);
    }
    std::string sentence(const FacilitatorSet& set) const {
        if (c_.choice.naming == Naming::nobody) return {};
        return set.now.empty() ? std::string{w_.handed_to_nobody} : fill_in(w_.handed_over, filling("name", set.now));
    }
    std::string sentence(const EntrySet& set) const {
        if (!set.now) return {};
        if (const auto* decider = std::get_if<Decider>(&*set.now))
            return fill_in(w_.decider_said, filling("who", w_.decision_makers.at(static_cast<std::size_t>(decider->who))));
        if (const auto* version = std::get_if<PlanVersion>(&*set.now)) return fill_in(w_.version_ready, filling("n", version->number));
        if (const auto* choice = std::get_if<Choice>(&*set.now)) return sentence(set.was ? std::get_if<Choice>(&*set.was) : nullptr, *choice);
        if (const auto* said = std::get_if<Confirmation>(&*set.now)) return sentence(set.was ? std::get_if<Confirmation>(&*set.was) : nullptr, *said, agrees_now(set.id));
        return {};
    }
    std::string sentence(const Choice* was, const Choice& now) const {
        const auto before = was ? was->outcome : ChoiceOutcome::open;
        if (before == now.outcome) return {};
        if (now.outcome == ChoiceOutcome::open) return fill_in(w_.open_again, filling("reason", now.reopen_note));
        if (now.outcome == ChoiceOutcome::none) return fill_in(w_.none_event, filling("reason", now.reason));
        // Whoever wrote it may have taken its words back since.
        const auto idea = chosen_by(c_, now);
        return fill_in(w_.chosen_event, filling("idea", idea.empty() ? "–" : idea), filling("reason", now.reason));
    }
    /// Whoever took back that they may be named is not named in what happened either.
    bool agrees_now(EntryId id) const {
        const auto found = c_.dossier.entries.find(id);
        const auto* now = found == c_.dossier.entries.end() ? nullptr : std::get_if<Confirmation>(&found->second.entry);
        return now && now->may_be_named;
    }
    std::string sentence(const Confirmation* was, const Confirmation& now, bool said_yes) const {
        if (was && was->answer == now.answer) return {};
        if (now.answer != Consent::accepted && now.answer != Consent::declined) return {};
        return fill_in(now.answer == Consent::accepted ? w_.said_yes : w_.said_no, filling("name", named(c_, now.name, said_yes)),
                       filling("what", w_.confirms.at(static_cast<std::size_t>(now.what_for))));
    }

    const Context& c_;
    const DossierWords& w_;
    std::set<domain::Version> taken_back_;
};

}  // namespace

std::set<domain::Version> taken_back(const trajectory::Trajectory& dossier) {
    std::set<domain::Version> back;
    // The newest first: a taking back that was itself taken back takes nothing back.
    for (auto one = dossier.decisions.rbegin(); one != dossier.decisions.rend(); ++one) {
        if (one->undoes == 0) continue;
        if (!back.contains(one->version)) back.insert(one->undoes);
        back.insert(one->version);
    }
    return back;
}

std::vector<Fact> decisions(const Context& c, std::size_t most) {
    const Sentences sentences{c};
    std::vector<Fact> lines;
    for (auto one = c.dossier.decisions.rbegin(); one != c.dossier.decisions.rend() && lines.size() < most; ++one)
        if (auto text = sentences.of(*one); !text.empty()) lines.push_back({joined({day(c, one->at), organiser(c, one->by)}, ", "), std::move(text)});
    return lines;
}

std::vector<Block> happened(const Context& c) {
    const auto& w = c.words;
    auto lines = decisions(c, decisions_max);
    if (lines.empty()) return {Paragraph{std::string{w.happened_none}}};
    std::ranges::reverse(lines);
    Table table{{}, {{std::string{w.day}, 3}, {std::string{w.decision}, 7}}, {}};
    for (auto& line : lines) table.rows.push_back({std::move(line.label), std::move(line.value)});
    std::vector<Block> blocks;
    blocks.push_back(std::move(table));
    if (c.dossier.decisions.size() == decisions_max) blocks.push_back(Paragraph{std::string{w.shortened}, Tone::quiet});
    return blocks;
}

}  // namespace kiemkring::report::steps
