// The words of tables, each language in a file of its own.
#pragma once

#include <array>
#include <string_view>

namespace kiemkring::report {

struct SheetWords {
    std::string_view title, file_name, empty;
};

struct TableWords {
    SheetWords about, ideas, groups, votes, ballots, commitments, tasks, budget, scores, choices;

    // Heads of columns.
    std::string_view what, value, number, idea, explanation, round, letter, group, time, group_votes, status, merged_with, photos, pin,
        second_language, in_that_language, how_many_ideas, where, whom, in_time, in_money, vote, votes_given, place, tied, why_early, ballot, who, role,
        hands, note, sort, date, amount, hours, basis, criterion, score, times_given, chosen_by, reason;

    // The sheet about the session.
    std::string_view session, place_of_session, question, began, made, state, interim, ended, names, names_everybody, names_nobody, clock,
        clock_dutch;

    std::array<std::string_view, 6> idea_status;  ///< in the order of IdeaStatus
    std::string_view yes, no, main_vote, run_off, unnamed_group;
    std::string_view votes_wait;  ///< before the result was revealed

    // Tasks.
    std::string_view next_step, seeks_lead, seeks_somebody, open_concerns, dossier_task;
    std::array<std::string_view, 3> task_state;  ///< in the order of TaskState

    // The budget.
    std::string_view money_of_session, fits_money, cost, cost_in_kind, cover;
    std::array<std::string_view, 3> cover_state;  ///< in the order of CoverState

    std::array<std::string_view, 3> colours;   ///< green, amber, red
    std::array<std::string_view, 4> verdicts;  ///< in the order of Verdict

    // Choices.
    std::string_view table, the_group, result, group_choice, group_proposal;

    std::string_view chart_votes;
    std::string_view date_format, time_format, money_format;  ///< as a spreadsheet writes them
    char separator, decimal_sign;                             ///< of CSV
};

[[nodiscard]] const TableWords& table_words(std::string_view language);
extern const TableWords table_words_nl, table_words_en;

}  // namespace kiemkring::report
