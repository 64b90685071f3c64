// What a desk may not change of a session and of what came from it: only the server, which looks at the session, says it.
#pragma once

#include <optional>

#include "domain/trajectory/decide.h"
#include "domain/trajectory/kept_fields.h"

namespace kiemkring::domain::trajectory {

/// `before`: nothing for a new entry.
template <class T>
[[nodiscard]] std::optional<Refusal> by_hand_fault(const T*, const T&) {
    return std::nullopt;
}
[[nodiscard]] inline std::optional<Refusal> by_hand_fault(const SessionPlan* before, const SessionPlan& now) {
    const SessionPlan none;
    const auto& was = before ? *before : none;
    const bool is_same = now.session == was.session && now.session_version == was.session_version && now.taken_note == was.taken_note && now.kept_said == was.kept_said &&
                         now.session_erased == was.session_erased && KeptFields::has_fewer(was.kept_note, now.kept_note);
    return is_same ? std::nullopt : std::optional{Refusal{Reason::not_by_hand, "session"}};
}
/// An idea or a commitment.
template <class T>
[[nodiscard]] std::optional<Refusal> origin_fault(const T* before, const T& now) {
    const T none;
    const auto& was = before ? *before : none;
    if (now.session == was.session && now.number == was.number) return std::nullopt;
    return Refusal{Reason::not_by_hand, "session"};
}
[[nodiscard]] inline std::optional<Refusal> by_hand_fault(const Idea* before, const Idea& now) { return origin_fault(before, now); }
[[nodiscard]] inline std::optional<Refusal> by_hand_fault(const Commitment* before, const Commitment& now) {
    return origin_fault(before, now);
}

}  // namespace kiemkring::domain::trajectory
