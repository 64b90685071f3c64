// The report of a live session: what the group made, for those who were there, those who decide, and the archive.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"
#include "report/log.h"

namespace kiemkring::report {

/// Who is named: all, only who said yes to that, or nobody.
enum class Naming { everybody, agreed, nobody };
inline constexpr std::array<std::string_view, 3> naming_names{"everybody", "agreed", "nobody"};

enum class ReportSection { in_short, people, course, top, choice, ideas, plan, votes, commitments, decisions, next_steps, appendix };
inline constexpr std::array<std::string_view, 12> section_names{"in_short", "people", "course", "top", "choice", "ideas", "plan", "votes",
                                                                "commitments", "decisions", "next_steps", "appendix"};

/// Who it is for decides what is in it when nothing else is asked.
enum class Readership { participants, board, archive };
inline constexpr std::array<std::string_view, 3> readership_names{"participants", "board", "archive"};
[[nodiscard]] std::vector<ReportSection> sections_for(Readership readers);

struct ReportChoice {
    std::string language;  ///< nl or en; any other is read as nl
    Naming naming{};
    std::vector<ReportSection> sections;  ///< in any order; they come in that of the enumeration
    base::Time made_at{};
};

/// A session that goes on gives an interim report ("tussenstand"): nothing in it that the room may not know yet. Never in it:
/// who wrote an idea, who voted for what or gave which score, notes of facilitators, contacts.
[[nodiscard]] Document session_report(const Log& log, const ReportChoice& choice);

}  // namespace kiemkring::report
