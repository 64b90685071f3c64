// A session that is here already and comes again in a newer version, as after a meeting that went on elsewhere: what has to be
// written so that this stream goes on as the file does. Nothing stored is written anew.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "domain/session/session.h"
#include "store/event_store.h"

namespace kiemkring::live {

enum class NotNewer {
    as_old,         ///< the file knows nothing that is not here
    changed_here,   ///< after the end people corrected or took back here what is theirs: the file would bring it back
    other_history,  ///< it went on here and elsewhere, or the file is of another meeting
};

/// What is different afterwards, for whoever decides.
struct Difference {
    std::uint32_t ideas_came{}, ideas_changed{}, ideas_went{}, people_came{}, commitments_came{}, commitments_went{};
    std::vector<std::string> top_was, top;  ///< titles, in their order
    bool ended{};
    bool operator==(const Difference&) const = default;
};

struct NewerVersion {
    domain::Version seen{};  ///< it was made for this version of what is here
    store::Commit turn;      ///< without a summary
    domain::Session after;
    Difference difference;
};

/// `here` with its pictures, ballots and links; `file` as it was read. Whatever was decided here about how long it is kept, stays.
[[nodiscard]] std::expected<NewerVersion, NotNewer> newer_version(const store::StoredSession& here, const store::StoredSession& file);

}  // namespace kiemkring::live
