// What an idea of a dossier is like in the catalogue, for whoever chooses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue/catalogue.h"
#include "domain/trajectory/trajectory.h"

namespace kiemkring::live {

struct IdeaMatch {
    const domain::Concept* what{};   ///< of the catalogue; never null
    std::vector<std::string> words;  ///< of the idea; empty for a concept that people chose without any
};

/// At most three, the most alike first, and the one that was chosen for it already. `language` is nl or en. Nothing for what is no
/// idea. Points into `catalogue`. Takes a few milliseconds, and no network.
[[nodiscard]] std::vector<IdeaMatch> matches_of(const domain::trajectory::Trajectory& trajectory, domain::trajectory::EntryId idea,
                                                std::string_view language, const std::vector<domain::Concept>& catalogue);

}  // namespace kiemkring::live
