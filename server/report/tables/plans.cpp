// What is going to happen, and what it costs.
#include <algorithm>

#include "report/tables/sheets.h"

namespace kiemkring::report::sheets {
namespace {

namespace dossier = domain::trajectory;

TableCell hands_cell(const CommitmentState& commitment) {
    if (commitment.hands == 0) return {};
    return std::int64_t{commitment.hands};
}

TableCell day_cell(const std::string& day) {
    if (day.empty()) return {};
    return DayCell{day};
}

/// Names that a desk wrote down.
TableCell who_cell(const Context& c, const std::string& who) { return text_cell(c.report.choice.naming == Naming::everybody ? who : std::string{}); }

bool is_there(const CommitmentState& commitment, GroupId candidate, CommitmentRole role) {
    return commitment.exists && commitment.candidate == candidate && commitment.role == role;
}

class Tasks {
public:
    explicit Tasks(const Context& c) : c_(c), w_(c.words), sheet_(sheet_of(w_.tasks, columns())) {}

    Sheet sheet() {
        const auto& s = session_of(c_);
        if (s.next_step) add(w_.next_step, text_cell(s.text(s.next_step->text)), {}, day_cell(s.next_step->date), {}, {}, c_.stamps.next_step);
        if (c_.is_revealed && s.top)
            for (const auto& entry : s.top->entries) look_at(entry);
        if (c_.dossier)
            for (const auto& [id, task] : c_.dossier->all<dossier::Task>()) {
                add(w_.dossier_task, text_cell(task->what), who_cell(c_, task->who), day_cell(task->due), w_.task_state.at(static_cast<std::size_t>(task->state)), {},
                    {c_.dossier->entries.at(id).at, {}}, task->note);
                name_idea(task->idea);
            }
        return std::move(sheet_);
    }

private:
    static constexpr std::size_t letter_column = 6;
    std::vector<SheetColumn> columns() const {
        return {column(w_.sort, 20), column(w_.what, 50), column(w_.who, 24), column(w_.date, 12), column(w_.status, 14), column(w_.round, 18),
                column(w_.letter, 7), column(w_.group, 30), column(w_.note, 40), column(w_.time, 19)};
    }
    void add(std::string_view sort, TableCell what, TableCell who, TableCell day, std::string_view status, GroupId group, const Stamp& stamp,
             std::string_view note = {}) {
        sheet_.rows.push_back({text_cell(sort), std::move(what), std::move(who), std::move(day), text_cell(status), round_cell(c_, stamp.round),
                               group ? letter_cell(c_, group) : TableCell{}, group ? title_cell(c_, group) : TableCell{}, text_cell(note), time_cell(stamp)});
    }
    /// Of the last row: the idea of the dossier that it is about, with its letter where it is of this session.
    void name_idea(dossier::EntryId id) {
        const auto found = c_.dossier->entries.find(id);
        const auto* idea = found == c_.dossier->entries.end() ? nullptr : std::get_if<dossier::Idea>(&found->second.entry);
        if (!idea) return;
        const GroupId group{static_cast<std::uint32_t>(idea->number)};
        auto& row = sheet_.rows.back();
        row[letter_column + 1] = text_cell(idea->name);
        if (session_of(c_).groups.contains(group) && session_of(c_).title(group) == idea->name) row[letter_column] = letter_cell(c_, group);
    }
    void look_at(const TopEntry& entry) {
        const auto& s = session_of(c_);
        const auto title = text_cell(s.text(entry.title));
        const bool led = std::ranges::any_of(s.commitments, [&](const auto& one) { return is_there(one.second, entry.candidate, CommitmentRole::lead); });
        if (!led) add(w_.seeks_lead, title, {}, {}, {}, entry.candidate, c_.stamps.top);
        for (const auto& [id, commitment] : s.commitments)
            if (is_there(commitment, entry.candidate, CommitmentRole::missing))
                add(w_.seeks_somebody, text_cell(s.text(commitment.note)), {}, {}, {}, entry.candidate, stamp_in(c_.stamps.commitments, id));
        // Their number alone: what a concern says is for the facilitator, as the phone promises.
        const auto concerns = std::ranges::count_if(s.concerns, [&](const auto& one) {
            return one.second.candidate == entry.candidate && one.second.answer == ConcernAnswer::worried && one.second.status == ConcernStatus::open;
        });
        if (concerns > 0) add(w_.open_concerns, std::int64_t{concerns}, {}, {}, {}, entry.candidate, c_.stamps.top);
    }

    const Context& c_;
    const TableWords& w_;
    Sheet sheet_;
};

}  // namespace

Sheet commitments(const Context& c) {
    const auto& w = c.words;
    const auto& s = session_of(c);
    auto sheet = sheet_of(w.commitments, {column(w.round, 18), column(w.letter, 7), column(w.group, 40), column(w.who, 24), column(w.role, 24),
                                          column(w.hands, 8), column(w.note, 50), column(w.time, 19)});
    for (const auto& [id, commitment] : s.commitments) {
        if (!commitment.exists || !c.is_revealed) continue;
        const auto stamp = stamp_in(c.stamps.commitments, id);
        sheet.rows.push_back({round_cell(c, stamp.round), letter_cell(c, commitment.candidate), title_cell(c, commitment.candidate),
                              commitment.person ? text_cell(sections::named(c.report, commitment.person)) : TableCell{},
                              text_cell(c.report.words.roles.at(static_cast<std::size_t>(commitment.role))), hands_cell(commitment),
                              text_cell(s.text(commitment.note)), time_cell(stamp)});
    }
    return sheet;
}

Sheet tasks(const Context& c) { return Tasks{c}.sheet(); }

Sheet budget(const Context& c) {
    const auto& w = c.words;
    const auto& s = session_of(c);
    auto sheet = sheet_of(w.budget, {column(w.sort, 26), column(w.what, 40), column(w.amount, 14), column(w.hours, 8), column(w.who, 24),
                                     column(w.status, 14), column(w.basis, 40), column(w.round, 18), column(w.letter, 7), column(w.group, 30),
                                     column(w.time, 19)});
    if (!s.info.money.empty()) {
        const auto made = c.report.events.empty() ? Stamp{} : Stamp{c.report.events.front().at, {}};
        sheet.rows.push_back({text_cell(w.money_of_session), text_cell(s.info.money), {}, {}, {}, {}, {}, {}, {}, {}, time_cell(made)});
    }
    for (const auto& [group, proposal] : s.proposals) {
        if (proposal.in_money == Fits::unknown) continue;
        const auto stamp = stamp_in(c.stamps.proposals, group);
        sheet.rows.push_back({text_cell(w.fits_money), text_cell(s.text(proposal.what)), {}, {}, {}, text_cell(proposal.in_money == Fits::yes ? w.yes : w.no),
                              {}, round_cell(c, stamp.round), letter_cell(c, group), title_cell(c, group), time_cell(stamp)});
    }
    if (!c.dossier) return sheet;
    const auto hours = [](std::int64_t count) { return count > 0 ? TableCell{count} : TableCell{}; };
    const auto at = [&c](dossier::EntryId id) { return time_cell({c.dossier->entries.at(id).at, {}}); };
    for (const auto& [id, cost] : c.dossier->all<dossier::Cost>())
        sheet.rows.push_back({text_cell(cost->in_kind ? w.cost_in_kind : w.cost), text_cell(cost->what), EurosCell{cost->amount}, hours(cost->hours), {}, {},
                              text_cell(cost->basis), {}, {}, {}, at(id)});
    for (const auto& [id, cover] : c.dossier->all<dossier::Cover>())
        sheet.rows.push_back({text_cell(w.cover), text_cell(cover->what), EurosCell{cover->amount}, {}, who_cell(c, cover->who),
                              text_cell(w.cover_state.at(static_cast<std::size_t>(cover->state))), text_cell(cover->note), {}, {}, {}, at(id)});
    return sheet;
}

}  // namespace kiemkring::report::sheets
