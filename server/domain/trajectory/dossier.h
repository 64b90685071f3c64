// A trajectory as a file, and what of a file can be made again: the words and the figures. Pictures, links, live sessions and versions
// of the plan belong to the server where they were made.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "domain/trajectory/decide.h"

namespace kiemkring::domain::trajectory {

struct DossierEntry {
    EntryId id;
    Time at{};
    Entry entry;
    bool operator==(const DossierEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(DossierEntry, (), (id, at, entry))

struct DossierFile {
    TrajectoryId id;
    Time created_at{}, changed_at{};
    Progress progress;
    std::string facilitator;
    bool archived{};
    std::vector<EntryId> added_factors;  ///< those that a desk added: the others are of the approach
    std::vector<DossierEntry> entries;
    bool operator==(const DossierFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(DossierFile, (), (id, created_at, changed_at, progress, facilitator, archived, added_factors, entries))

/// Without the hashes of links.
[[nodiscard]] DossierFile file_of(const Trajectory& trajectory);

/// What makes a new trajectory of it. Entries get new numbers, and what names an entry names it by the new one. An answer that somebody
/// gave by their own link is asked anew: a file proves nothing.
[[nodiscard]] std::expected<std::vector<Event>, Refusal> events_of(DossierFile file);

}  // namespace kiemkring::domain::trajectory
