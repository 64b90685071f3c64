#include <algorithm>

#include "report/session_report/sections.h"

namespace kiemkring::report::sections {
namespace {

/// What a cell of the matrix comes to.
struct Given {
    std::uint32_t answers{}, sum{}, low{}, high{};

    explicit Given(const std::vector<std::uint32_t>& counts) {
        for (std::uint32_t i = 0; i < counts.size(); ++i) {
            if (counts[i] == 0) continue;
            answers += counts[i];
            sum += counts[i] * (i + 1);
            high = i + 1;
            if (low == 0) low = i + 1;
        }
    }
    [[nodiscard]] std::string average(const ReportWords& w) const {
        const auto tenths = (sum * 20 + answers) / (answers * 2);
        return fmt::format("{}{}{}", tenths / 10, w.decimal, tenths % 10);
    }
};

class Assessment {
public:
    Assessment(const Context& c, const MatrixRecord& matrix) : c_(c), w_(c.words), matrix_(matrix) {}

    [[nodiscard]] std::vector<Block> blocks() const {
        if (!matrix_.closed) return {Paragraph{std::string{c_.session.status == SessionStatus::ended ? w_.scores_none : w_.scores_waiting}}};
        std::vector<Block> blocks;
        const bool anything = std::ranges::any_of(matrix_.cells, [](const CellView& cell) { return Given{cell.counts}.answers > 0; });
        if (!anything && !colours()) return {Paragraph{std::string{w_.scores_none}}};
        if (anything) blocks.push_back(drawn());
        blocks.push_back(colours() ? what_the_table_says() : in_figures());
        if (auto list = differences(); !list.items.empty()) {
            blocks.push_back(Paragraph{std::string{w_.differs}, Tone::lead});
            blocks.push_back(std::move(list));
        }
        return blocks;
    }

private:
    [[nodiscard]] bool colours() const { return matrix_.scale == Scale::colours; }
    [[nodiscard]] const std::vector<std::uint32_t>& counts(GroupId group, std::size_t criterion) const {
        static const std::vector<std::uint32_t> none;
        const auto found = std::ranges::find_if(matrix_.cells, [&](const CellView& cell) { return cell.group == group && cell.criterion == criterion; });
        return found == matrix_.cells.end() ? none : found->counts;
    }
    [[nodiscard]] std::string in_colours(const std::vector<std::uint32_t>& counts) const {
        std::string said;
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0) said += fmt::format("{}{} {}", said.empty() ? "" : ", ", counts[i], w_.score_colours.at(i));
        return said;
    }
    [[nodiscard]] std::string label(GroupId group) const {
        const auto record = group_of(c_, group);
        return record && !record->letter.empty() ? fmt::format("{} · {}", record->letter, isolated(c_.session.title(group))) : c_.session.title(group);
    }

    [[nodiscard]] Scores drawn() const {
        Scores scores{std::string{colours() ? w_.scores_colours : w_.scores_title}, {}, {}, colours(), {}};
        for (const auto& criterion : matrix_.criteria) scores.columns.push_back(criterion.name);
        if (colours()) scores.steps.assign(w_.score_colours.begin(), w_.score_colours.end());
        for (const auto& subject : matrix_.subjects) {
            const auto group = group_of(c_, subject.group);
            Scores::Row row{group ? group->letter : "", c_.session.title(subject.group), group ? hue_of(*group) : Hue::none, {}};
            for (std::size_t i = 0; i < matrix_.criteria.size(); ++i) {
                const auto& given = counts(subject.group, i);
                const Given sums{given};
                row.cells.push_back({given, sums.answers == 0 ? std::string{} : colours() ? in_colours(given) : sums.average(w_)});
            }
            scores.rows.push_back(std::move(row));
        }
        return scores;
    }
    [[nodiscard]] Table in_figures() const {
        Table table{std::string{w_.in_figures}, {{std::string{w_.plan_word}, 3}}, {}};
        for (const auto& criterion : matrix_.criteria) table.columns.push_back({criterion.name, 2});
        for (const auto& subject : matrix_.subjects) {
            std::vector<std::string> row{label(subject.group)};
            for (std::size_t i = 0; i < matrix_.criteria.size(); ++i) {
                const Given given{counts(subject.group, i)};
                if (given.answers == 0) row.emplace_back(w_.nobody_scored);
                else row.push_back(fill_in(given.low == given.high ? w_.cell_same : w_.cell, filling("average", given.average(w_)), filling("low", given.low),
                                           filling("high", given.high), filling("n", given.answers)));
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    }
    [[nodiscard]] Table what_the_table_says() const {
        Table table{{}, {{std::string{w_.factor}, 4}, {std::string{w_.scores_colours}, 4}, {std::string{w_.table_says}, 2}, {std::string{w_.why}, 4}}, {}};
        for (const auto& subject : matrix_.subjects) {
            const auto verdict = subject.verdict.value_or(Verdict::open);
            const auto given = matrix_.criteria.empty() ? std::string{} : in_colours(counts(subject.group, 0));
            table.rows.push_back({c_.session.title(subject.group), given.empty() ? std::string{w_.nobody_scored} : given,
                                  std::string{verdict == Verdict::open ? w_.table_open : w_.score_colours.at(static_cast<std::size_t>(verdict) - 1)}, subject.note});
        }
        return table;
    }
    /// The widest first.
    [[nodiscard]] Bullets differences() const {
        constexpr std::uint32_t wide = 3;
        constexpr std::size_t most = 8;
        std::vector<std::pair<std::uint32_t, std::string>> found;
        for (const auto& cell : matrix_.cells) {
            const Given given{cell.counts};
            if (colours() || given.answers == 0 || given.high - given.low < wide) continue;
            found.emplace_back(given.high - given.low, fill_in(w_.differs_line, filling("title", c_.session.title(cell.group)),
                                                              filling("criterion", matrix_.criteria.at(cell.criterion).name), filling("low", given.low),
                                                              filling("high", given.high)));
        }
        std::ranges::stable_sort(found, std::greater{}, &std::pair<std::uint32_t, std::string>::first);
        if (found.size() > most) found.resize(most);
        Bullets list;
        for (auto& [width, line] : found) list.items.push_back(std::move(line));
        return list;
    }

    const Context& c_;
    const ReportWords& w_;
    const MatrixRecord& matrix_;
};

template <class Record>
std::optional<Record> on_screen(const Context& c, RecordType type) {
    auto record = project(c.session, Audience::screen, {type, 0});
    return record ? std::optional{std::get<Record>(std::move(*record))} : std::nullopt;
}

/// One of them, and why; empty where the agenda asked for none.
std::vector<Block> chosen(const Context& c, const ChoosingRecord& choosing) {
    const auto& w = c.words;
    if (!choosing.candidate)
        return is_planned(c, RoundKind::choose) ? std::vector<Block>{Paragraph{std::string{c.session.status == SessionStatus::ended ? w.nothing_chosen : w.nothing_chosen_yet}}} : std::vector<Block>{};

    const auto group = group_of(c, choosing.candidate);
    Card card{group ? group->letter : "", title_of(c, c.session.choosing), std::string{choosing.frozen ? w.chosen : w.proposed_word}, group ? hue_of(*group) : Hue::moss, {}, {}};
    const auto add = [&card](std::string_view label, std::string value) {
        if (!value.empty()) card.facts.push_back({std::string{label}, std::move(value)});
    };
    add(w.reason, choosing.reason);
    add(w.feels, mood_of(c, choosing.candidate));
    add(w.how_chosen, fill_in(w.chosen_who.form(choosing.answered), filling("answered", choosing.answered), filling("seats", std::max(choosing.answered, choosing.seats))));
    const auto is_it = [&choosing](GroupId candidate) { return candidate == choosing.candidate || candidate == choosing.combined_with; };
    if (is_revealed(c) && !c.session.top->entries.empty() && !is_it(c.session.top->entries.front().candidate))
        add(w.vote_title, fill_in(w.chosen_otherwise, filling("title", c.session.text(c.session.top->entries.front().title))));
    Bullets others;
    for (const auto candidate : choosing.candidates)
        if (!is_it(candidate)) others.items.push_back(c.session.title(candidate));
    std::vector<Block> blocks{std::move(card)};
    if (!others.items.empty()) {
        blocks.push_back(Paragraph{std::string{w.also_there}, Tone::lead});
        blocks.push_back(std::move(others));
    }
    return blocks;
}

}  // namespace

std::vector<Block> choice(const Context& c) {
    const auto& w = c.words;
    const auto matrix = on_screen<MatrixRecord>(c, RecordType::matrix);
    const auto choosing = on_screen<ChoosingRecord>(c, RecordType::choosing);
    if (!matrix || !choosing) return {};

    auto blocks = chosen(c, *choosing);
    const auto seats = std::max(matrix->answered, matrix->seats);
    blocks.push_back(Paragraph{matrix->scale == Scale::colours
                                   ? fill_in(w.scored_who.form(matrix->answered), filling("answered", matrix->answered), filling("seats", seats))
                                   : fill_in(w.scored_what.form(matrix->answered), filling("subjects", w.plans.of(matrix->subjects.size())),
                                             filling("criteria", w.questions.of(matrix->criteria.size())), filling("answered", matrix->answered), filling("seats", seats))});
    std::ranges::move(Assessment{c, *matrix}.blocks(), std::back_inserter(blocks));
    return blocks;
}

}  // namespace kiemkring::report::sections
