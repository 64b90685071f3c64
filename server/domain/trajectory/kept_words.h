// What a session says by now where a desk's words, or those of another session, stand. A dossier does not keep it: who said it may take it back in the session.
#pragma once

#include <string>
#include <vector>

#include "domain/trajectory/session_results.h"

namespace kiemkring::domain::trajectory {

/// Of a field that `kept_note` of a plan names.
struct KeptWords {
    EntryId entry;  ///< 0: a choice that is not there yet
    std::string field;
    Entry said;  ///< the entry with what the session says there in place of the desk's
    bool operator==(const KeptWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptWords, (), (entry, field, said))

/// In the order of `kept_note`; without those of which the session says nothing any more. `results` are of the plan's session.
[[nodiscard]] std::vector<KeptWords> kept_words(const Trajectory& trajectory, const SessionPlan& plan, const SessionResults& results);

}  // namespace kiemkring::domain::trajectory
