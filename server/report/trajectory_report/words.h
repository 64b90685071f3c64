// The words of the report of a trajectory, each language in a file of its own. In {braces} stands what is filled in.
#pragma once

#include "report/words.h"

namespace kiemkring::report {

struct DossierWords {
    std::string_view kind, summary_kind;
    std::array<std::string_view, 8> sections;  ///< in the order of DossierSection
    std::array<std::string_view, 5> steps;     ///< of Step
    std::array<std::string_view, 4> outcomes;  ///< of Outcome
    std::array<std::string_view, 4> colours, fits;  ///< of Colour: of a factor, of an idea

    // In many places.
    std::string_view somebody, nobody_yet, not_yet, and_more, from_until, no_date, note, name, who, when, what, state, day, location, role,
        organisation, idea, square_metres, area, trees, tiles;

    // The cover and in short.
    std::string_view place, address, funder, about_place, room, facilitator, step_of, all_steps, step, opened, step_done, step_now, step_later,
        chosen_is, chosen_two, chosen_word, not_chosen, next, next_none, covered, short_of, left_over, even, became;
    std::array<std::string_view, 2> sorts;  ///< of PlaceKind

    // The green date.
    std::string_view factors, factors_count, opened_anyway, people, hours, hours_value, companies, budget, fee, paid_by, colleagues, neighbours;
    std::array<std::string_view, 5> contact_roles;

    // The session.
    Plural votes, on_paper_hands;
    std::string_view sessions_none, ideas_title, votes_title, number_of_votes, other_ideas, missing, commitments, fact_finding;
    std::array<std::string_view, 6> commitment_roles;
    std::array<std::string_view, 3> task_states;

    // The choice.
    std::string_view who_decides, agreed_on, matrix, criterion, weight, matrix_none, group_gave, shapes_key, like, like_what, our_own, becomes, reason, method,
        concerns, decided_by, none_chosen, reopened;
    std::array<std::string_view, 3> decision_makers;
    std::array<std::string_view, 5> methods;
    std::array<std::string_view, 4> routes;  ///< of Route; the first: nothing is said

    // The plan.
    std::string_view goal, spot, work_begins, work_ends, group, group_none, asked_for, answer, by_letter, letter_gone, other_terms, money, costs_title, cost, amount,
        basis, no_basis, in_kind, hours_of, covers_title, cover, sum_cost, sum_contingency, sum_needed, sum_received, sum_promised, sum_hoped,
        sum_in_kind, planning, sort, season_key, tasks, risks, chance, effect, measure, permits, authority, agreements, owner, maintainer, frequency,
        holds_until, ownership_note, upkeep_note, confirmations, versions, version, changed_since, never_ready;
    std::array<std::string_view, 4> answers;  ///< of Consent
    std::array<std::string_view, 3> cover_states, levels, confirms;
    std::array<std::string_view, 8> activities, season_hints;  ///< of ActivitySort; without a hint: at any time
    std::array<std::string_view, 6> permit_states;
    std::array<std::string_view, 12> short_months;

    // The opening.
    std::string_view opening_none, party, measured, measured_what, planned, measured_value, people_joined, story, photos, before, during, after, thanks,
        upkeep, every, first_on, function, last_done, next_round, next_round_lead;
    Plural thanked, months_between, neighbours_joined;

    // What happened.
    std::string_view happened_none, decision, shortened, opened_step, opened_with, went_back, ended, ended_with, refund, decider_said, chosen_event,
        none_event, open_again, version_ready, said_yes, said_no, handed_over, handed_to_nobody;

    // About this report.
    std::string_view names_left_out, names_by_consent, contacts_left_out;
};

extern const DossierWords dossier_words_nl, dossier_words_en;
/// Dutch, unless English is asked.
[[nodiscard]] const DossierWords& dossier_words(std::string_view language);

}  // namespace kiemkring::report
