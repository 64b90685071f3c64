// The words of reports, each language in a file of its own. In {braces} stands what is filled in.
#pragma once

#include <fmt/format.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/direction.h"

namespace kiemkring::report {

struct Plural {
    std::string_view one, other;
    /// "{n}" is the number.
    [[nodiscard]] std::string of(std::size_t n) const { return fmt::format(fmt::runtime(form(n)), fmt::arg("n", n)); }
    /// To be filled in.
    [[nodiscard]] std::string_view form(std::size_t n) const { return n == 1 ? one : other; }
};

/// What stands in the place of `{name}`, as it is. `filling` makes one of words, kept apart where they run from the right.
struct Filling {
    std::string_view name;
    std::string text;
};
[[nodiscard]] inline Filling filling(std::string_view name, std::string_view text) { return {name, isolated(text)}; }
[[nodiscard]] Filling filling(std::string_view name, std::integral auto number) { return {name, std::to_string(number)}; }

/// Fills in what stands in braces, by name.
template <class... Fillings>
[[nodiscard]] std::string fill_in(std::string_view pattern, const Fillings&... fillings) {
    return fmt::format(fmt::runtime(pattern), fmt::arg(fillings.name.data(), fillings.text)...);
}

struct ReportWords {
    std::string_view language;
    std::array<std::string_view, 12> months;

    // The cover and every page.
    std::string_view kind, interim, interim_notice, rehearsal_notice, question, within, money, host, page_of, goes_on, contents;
    std::string_view footer;

    /// In the order of ReportSection.
    std::array<std::string_view, 12> sections;

    // In short.
    Plural people_thought, ideas_came, groups_made, some_ideas_led;
    std::string_view on_date, met_on_date, top_is, top_pending, no_top, no_top_yet, every_idea_led, next_is, next_missing;

    // Who was there.
    std::string_view name, organisation, role, nobody;
    Plural people, organisations, more_people, on_paper;
    std::string_view names_left_out, names_by_consent, hosts_named;

    // How we worked.
    std::string_view began, round, planned, took, minutes, stars_title, stars_label, stars_value, still_going;
    std::array<std::string_view, 5> stars;
    /// In the order of RoundKind.
    std::array<std::string_view, 18> rounds;

    // The top.
    Plural votes;
    std::string_view where, whom, what, in_time, in_money, yes, no, feels, fine_and_worried, who_leads, lead_missing, tied, near_misses,
        not_revealed;
    std::array<std::string_view, 4> decided_by;  ///< in the order of TieWay
    std::array<std::string_view, 4> concern_status;  ///< in the order of ConcernStatus

    // Scores and choice.
    std::string_view chosen, proposed_word, nothing_chosen, nothing_chosen_yet, chosen_is, reason, also_there, how_chosen, chosen_otherwise, together, scores_title,
        scores_colours, scores_waiting, scores_none, in_figures, plan_word, factor, average_of, nobody_scored, cell, cell_same, table_says, table_open, why, differs, differs_line, decimal;
    std::array<std::string_view, 3> score_colours;
    Plural plans, questions, scored_what, scored_who, chosen_who;

    // Ideas.
    std::string_view stand_alone, not_grouped, later, no_ideas, not_shared, pin, translation, merged_idea;
    Plural ideas;
    std::array<std::string_view, 3> later_why;  ///< in the order of WhyLater (ideas.cpp)

    // The plan.
    std::string_view plan_description, pins_none, idea, group;

    // Votes.
    std::string_view vote_title, runoff_title, without_votes, candidate, vote_count, vote_none, vote_open, votes_waiting, draw_seed,
        vote_few, vote_why, still_tied, lost_runoff, lost_draw, as_many;
    Plural vote_lead, votes_each, votes_behind;

    // Commitments.
    std::string_view commitments_none, who, does, note, person_unnamed;
    Plural hands;
    std::array<std::string_view, 7> roles;  ///< in the order of CommitmentRole

    // Decisions.
    std::string_view decision_when, decision, decided_tie, decided_draw_undone, decided_merged, decided_concern, decided_subject, decided_choice,
        decided_next;
    Plural decided_vote_closed, decided_vote_few, decided_top;

    // Next steps.
    std::string_view next_step, results_page, without_lead, open_concerns;

    // Cards and posters.
    std::string_view chosen_together, come_and_think, come_next, scan, or_type, table_number, name_line, seat_on_paper, seat_with_link;
    Plural more_ideas;

    // The appendix.
    std::string_view kept_until, controller, how_votes, how_names, recount;

    // Which version of the content it is.
    std::string_view colophon, colophon_unnumbered;
};

extern const ReportWords words_nl, words_en;
/// Dutch, unless English is asked.
[[nodiscard]] const ReportWords& report_words(std::string_view language);

}  // namespace kiemkring::report
