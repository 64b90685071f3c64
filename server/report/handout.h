// Cards and posters of a session, for walls, tables and screens: a PNG of one, or a PDF of sheets.
#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>

#include "report/brand.h"
#include "report/course.h"
#include "report/log.h"
#include "report/session_report.h"

namespace kiemkring::report {

/// Two pictures for a screen; two posters; cards of A5 for tables and of A6 for seats.
enum class Handout { social, square, results, invitation, tables, seats };
inline constexpr std::array<std::string_view, 6> handout_names{"social", "square", "results", "invitation", "tables", "seats"};

struct HandoutChoice {
    Handout handout{};
    std::string language;  ///< nl or en; any other is read as nl
    Naming naming{};
    bool pixels{};      ///< a PNG (paper at 300 dots per inch), else a PDF
    bool a3{};          ///< of a poster
    bool small{};       ///< only to be looked at: fewer dots
    unsigned number{};  ///< of a card, from 1, when it is to be a PNG
    unsigned tables{};  ///< how many there are; 0: one for every five seats
    base::Time made_at{};
};

/// Where people come in. No link: nobody knows under which address the server is reached.
struct Door {
    std::string link, address, code;
};

/// `no_result`: nothing is revealed to be shown; `has_ended`: nobody comes in any more, and there is no
/// next step to invite to; `no_address`;
/// `no_such_card`: a PNG is one card, and there is none of that number, or a PDF is asked of what is for screens.
enum class HandoutLack { no_result, has_ended, no_address, no_such_card };
inline constexpr std::array<std::string_view, 4> handout_lack_names{"no_result", "has_ended", "no_address", "no_such_card"};

/// Says nothing that the room may not know yet, and names people as reports do. Stopped when the course is.
[[nodiscard]] std::expected<std::string, HandoutLack> handout_of(const Log& log, const HandoutChoice& choice, const Door& door, const Brand& brand,
                                                                 Course* course = nullptr);

}  // namespace kiemkring::report
