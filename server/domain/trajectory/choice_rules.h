// What holds between the entries of step 3: who decides comes first, one mark for each idea and criterion, one choice that stands.
#pragma once

#include <optional>

#include "domain/trajectory/decide.h"

namespace kiemkring::domain::trajectory {

/// Why an entry may not become `now`; `before` is null for a new one, `now` for one that is taken away. Other kinds have no fault here.
[[nodiscard]] std::optional<Refusal> choice_fault(const Trajectory& trajectory, EntryId id, const Entry* before, const Entry* now);

/// The same for what an undo brings back, which needs no reason of its own.
[[nodiscard]] std::optional<Refusal> choice_undo_fault(const Trajectory& trajectory, EntryId id, const Entry* before, const Entry* now);

/// Whether what it chose has no words any more: somebody took them back in the session, or they were erased here. Then it may be asked again at any time.
[[nodiscard]] bool lost_its_idea(const Trajectory& trajectory, const Choice& choice);

/// Whether one idea was chosen and this is another: what had to be found out of it is not asked any more. False for no idea.
[[nodiscard]] bool was_left_out(const Trajectory& trajectory, EntryId idea);

/// Whether it fits who decides.
[[nodiscard]] bool fits(ChoiceMethod method, DecisionMaker who);

}  // namespace kiemkring::domain::trajectory
