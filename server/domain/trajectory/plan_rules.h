// The rules of step 4 that need more than one entry.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "domain/trajectory/decide.h"

namespace kiemkring::domain::trajectory {

/// What is still open before a plan can be marked ready; no reason opens it.
[[nodiscard]] std::vector<Missing> missing_in_plan(const Trajectory& trajectory, const Day& today = {});

/// The version that the plan still is; nullptr when it never was ready, or changed since.
[[nodiscard]] const PlanVersion* ready_as(const Trajectory& trajectory);

/// Euros to find, and found: promised and received. With what was put aside for setbacks, rounded up to whole cents.
struct PlanSums {
    Cents cost{}, contingency{}, in_kind{}, hoped{}, promised{}, received{};
    std::int64_t hours{};
    [[nodiscard]] Cents needed() const { return cost + contingency; }
    [[nodiscard]] Cents covered() const { return promised + received; }
};
[[nodiscard]] PlanSums sums_of(const Trajectory& trajectory);

/// What the owner and the maintainer say yes to, in one text; the same text is the same agreement, about the same place. Empty when
/// nothing is agreed.
[[nodiscard]] std::string terms_of(const Trajectory& trajectory);

/// By what a page that asks this knows again what it showed: digits.
[[nodiscard]] std::string mark_of_terms(const Trajectory& trajectory, Confirms what_for);

/// Whether the terms that somebody answered to are those of now. An answer that an earlier version kept did not say which goal and spot
/// it was about, and holds for every one.
[[nodiscard]] bool is_to_these_terms(const Trajectory& trajectory, const Confirmation& one);

/// Whether the terms that somebody said yes to are not those of now.
[[nodiscard]] bool said_yes_to_other(const Trajectory& trajectory, const Confirmation& one);

/// Whether a signed letter of somebody is attached.
[[nodiscard]] bool has_letter(const Trajectory& trajectory, EntryId confirmation);

/// What a desk writes, in either of its languages, as the place of a letter that it attached here.
inline constexpr std::array<std::string_view, 2> attached_words{"bijgevoegd", "attached"};

/// Whether somebody's yes says that the letter is attached, and none of theirs is here: it was erased, taken away, or stayed behind on
/// another server. Their yes does not count then.
[[nodiscard]] bool is_letter_gone(const Trajectory& trajectory, EntryId id, const Confirmation& one);

/// Adds to an entry what the server knows, or says why it may not be so. `before` is nullptr for a new one.
template <class T>
inline constexpr bool has_rule = false;
template <> inline constexpr bool has_rule<PlanVersion> = true;
template <> inline constexpr bool has_rule<Confirmation> = true;
template <> inline constexpr bool has_rule<CalendarFeed> = true;
[[nodiscard]] std::optional<Refusal> settle(const Trajectory& trajectory, EntryId id, const PlanVersion* before, PlanVersion& now, const Day& today);
[[nodiscard]] std::optional<Refusal> settle(const Trajectory& trajectory, EntryId id, const Confirmation* before, Confirmation& now, const Day& today);
[[nodiscard]] std::optional<Refusal> settle(const Trajectory& trajectory, EntryId id, const CalendarFeed* before, CalendarFeed& now, const Day& today);

[[nodiscard]] Decision decide_link(const Trajectory& trajectory, const MakeLink& make, const Day& today);
[[nodiscard]] Decision decide_link(const Trajectory& trajectory, const WithdrawLink& withdraw, const Day& today);
[[nodiscard]] Decision decide_link(const Trajectory& trajectory, const AnswerByLink& said, const Day& today);
/// What somebody answered by their own link is taken back by nobody else.
[[nodiscard]] bool is_answer_by_link(const Happened& happened);

/// The entry that a link with this hash belongs to.
[[nodiscard]] EntryId entry_of_link(const Trajectory& trajectory, std::string_view token_hash);

}  // namespace kiemkring::domain::trajectory
