// The bounds of a session. Texts count user-perceived characters (grapheme clusters); who counts is wire.
#pragma once

#include <chrono>
#include <cstddef>

namespace kiemkring::domain::limits {

inline constexpr std::size_t idea_characters_max = 140;
inline constexpr std::size_t explanation_characters_max = 1000;
inline constexpr std::size_t name_characters_max = 40;
inline constexpr std::size_t affiliation_characters_max = 60;
inline constexpr std::size_t group_name_characters_max = 60;
inline constexpr std::size_t note_characters_max = 200;
inline constexpr std::size_t facilitator_note_characters_max = 4000;
inline constexpr std::size_t description_characters_max = 200;
inline constexpr std::size_t wifi_name_bytes_max = 32;
inline constexpr std::size_t wifi_password_min = 8, wifi_password_max = 63;

inline constexpr std::size_t seats_default = 30;
inline constexpr std::size_t ideas_per_person_max = 300;
inline constexpr std::size_t ideas_per_session_max = 2000;
inline constexpr std::size_t groups_max = 500;
inline constexpr std::size_t rounds_max = 100;
inline constexpr std::size_t people_per_session_max = 500;
inline constexpr std::size_t commitments_per_session_max = 3000;
inline constexpr std::size_t round_text_characters_max = 600;
inline constexpr std::uint32_t round_minutes_max = 240;
inline constexpr std::uint32_t tables_max = 12;
inline constexpr std::size_t choices_per_table_max = 3;
inline constexpr std::size_t proposal_part_characters_max = 140;
inline constexpr std::size_t concerns_per_session_max = 3000;
inline constexpr std::size_t subjects_max = 20;
inline constexpr std::size_t criteria_max = 5;
inline constexpr std::size_t own_templates_max = 100;  ///< of an organiser
inline constexpr std::size_t template_title_characters_max = 60;
inline constexpr std::size_t template_bytes_max = 100 * 1024;
inline constexpr std::uint32_t template_minutes_max = 24 * 60;
inline constexpr std::size_t document_problems_max = 1000;  ///< that are told of one document
inline constexpr std::size_t template_problems_max = 20;  ///< that are told of one file
inline constexpr std::uint32_t ballot_letters = 15;  ///< of a ballot on paper: A to O
inline constexpr std::size_t ideas_at_once_max = 100;  ///< of a list that a facilitator brings
inline constexpr std::size_t turned_away_told_max = 10;
inline constexpr std::size_t undo_actions_max = 50;
inline constexpr std::size_t photos_per_person_max = 20;
inline constexpr std::size_t photos_per_session_max = 200;
inline constexpr std::size_t photos_per_idea_max = 5;
/// With those that were erased and the plans: the numbers a session gives out.
inline constexpr std::size_t pictures_per_session_max = 1000;
inline constexpr std::size_t plans_per_session_max = 20;

inline constexpr std::size_t pages_per_show_max = 40;
inline constexpr std::size_t concepts_per_show_max = 5;
inline constexpr std::size_t slides_per_session_max = 100;  ///< with those that were taken away

inline constexpr std::size_t suggestions_max = 24;
inline constexpr std::size_t ideas_per_suggestion_max = 8;
inline constexpr std::size_t words_per_suggestion_max = 4;
inline constexpr std::size_t texts_compared_max = 600;  ///< for suggestions: it takes the square of it

inline constexpr std::size_t ideas_per_hint_max = 2;
inline constexpr std::size_t hints_at_once_max = 30;  ///< ideas of one turn that get one

inline constexpr std::size_t top_size = 5;
inline constexpr std::size_t votes_default = 5;
inline constexpr std::size_t votes_with_few_candidates = 3;
inline constexpr std::size_t few_candidates_below = 8;

inline constexpr std::chrono::milliseconds pitch_lasts{45'000};
inline constexpr std::chrono::milliseconds hold_lasts{10'000};
/// What a participant may not do in a pause is asked again after this.
inline constexpr std::chrono::milliseconds pause_asks_again{2'000};

}  // namespace kiemkring::domain::limits
