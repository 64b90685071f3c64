// Ready agendas, each with a sentence to say for every round.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/session/values.h"

namespace kiemkring::domain {

struct Template {
    std::string id;        ///< "workshop-180"; the same in every language
    std::string language;  ///< nl, en
    std::string title;
    std::uint32_t minutes{};  ///< of all rounds together
    std::vector<AgendaItem> rounds;
    std::string question, within, money;  ///< of an own one: what a new session begins with
    bool operator==(const Template&) const = default;
};

/// All of them, Dutch first, long before short.
[[nodiscard]] const std::vector<Template>& templates();

/// Null when there is none.
[[nodiscard]] const Template* find_template(std::string_view id, std::string_view language);

/// The ids of the concepts among the pages of a show: the only ones that a template can have.
[[nodiscard]] std::vector<std::string> concepts_in(const std::vector<ShowPage>& pages);

/// Why a round cannot stand where it does.
enum class TemplateFault { lobby_first, lobby_once, close_last, close_once, vote_before };
struct MisplacedRound {
    std::size_t place{};  ///< from 0
    TemplateFault fault{};
    bool operator==(const MisplacedRound&) const = default;
};
/// The rounds that stand wrong: a meeting begins with its lobby, ends with its close, and what is about a result follows a vote.
[[nodiscard]] std::vector<MisplacedRound> misplaced_rounds(const std::vector<AgendaItem>& rounds);

}  // namespace kiemkring::domain
