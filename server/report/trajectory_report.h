// The report of a trajectory: its five steps, for those who take part, those who decide, and the archive; and the same on one page.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/trajectory/trajectory.h"
#include "report/session_report.h"

namespace kiemkring::report {

enum class DossierSection { in_short, green_date, session, choice, plan, opening, happened, about };
inline constexpr std::array<std::string_view, 8> dossier_section_names{"in_short", "green_date", "session", "choice", "plan", "opening",
                                                                       "happened", "about"};
[[nodiscard]] std::vector<DossierSection> dossier_sections_for(Readership readers);

/// A dossier as reports read it, with what is known of it elsewhere. All outlives what is made from it.
struct DossierLog {
    const domain::trajectory::Trajectory& trajectory;
    std::map<domain::trajectory::OrganiserId, std::string> organisers;
    /// What an idea is like in the catalogue, the most alike first: a name, and the words that say so.
    struct Match {
        std::string name;
        std::vector<std::string> words;
    };
    std::map<domain::trajectory::EntryId, std::vector<Match>> matches;
    std::map<std::string, std::string> concepts;  ///< names of those that were chosen
    struct Size {
        std::uint32_t width{}, height{};
    };
    std::map<domain::trajectory::EntryId, Size> sizes;  ///< of its pictures
};

struct DossierChoice {
    std::string language;  ///< nl or en; any other is read as nl
    Naming naming{};
    std::vector<DossierSection> sections;  ///< in any order; they come in that of the enumeration
    base::Time made_at{};
};

/// Never in it: addresses and telephone numbers of people, links, letters. A step that is not reached yet is left out.
[[nodiscard]] Document trajectory_report(const DossierLog& log, const DossierChoice& choice);

/// What it comes to, for one page: long texts are cut, long lists say how many more there are.
[[nodiscard]] Document trajectory_summary(const DossierLog& log, const DossierChoice& choice);

}  // namespace kiemkring::report
