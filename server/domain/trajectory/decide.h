// The rules of a trajectory: what a command changes, or why not. Pure: the moment arrives as data.
#pragma once

#include <expected>
#include <string>
#include <variant>
#include <vector>

#include "domain/trajectory/link.h"
#include "domain/trajectory/trajectory.h"

namespace kiemkring::domain::trajectory {

/// Adds an entry, or changes it. `was` is the entry as the desk showed it when somebody began to write: what somebody else
/// changed since in other fields stays. Without `was` one that was taken away is put back under its number.
struct PutEntry {
    static constexpr std::string_view op = "put_entry";
    EntryId id;  ///< 0: a new one
    std::optional<Entry> was;
    Entry now;
    bool said{};  ///< it is what the session says, in a field that `kept_note` of its plan names: from now on it goes along with the session
};
/// Takes an entry away, unless it has changed since.
struct RemoveEntry {
    static constexpr std::string_view op = "remove_entry";
    EntryId id;
    Entry was;
};
/// Erases an entry of a person for good, also one that was taken away before.
struct EraseEntry {
    static constexpr std::string_view op = "erase_entry";
    EntryId id;
};
/// Goes on to the step after this one. What is not complete needs a reason.
struct OpenStep {
    static constexpr std::string_view op = "open_step";
    Step step{};
    std::string reason;
};
/// Opens an earlier step again, or one that has ended.
struct ReopenStep {
    static constexpr std::string_view op = "reopen_step";
    Step step{};
    std::string reason;
};
/// Ends it. A refund belongs to `no_match` alone; `finished` with something missing needs a reason.
struct EndTrajectory {
    static constexpr std::string_view op = "end_trajectory";
    Outcome outcome{};
    std::string reason;
    Cents refund{};
};
struct HandOver {
    static constexpr std::string_view op = "hand_over";
    std::string to;  ///< a name; empty: nobody any more
    std::optional<std::string> was{};  ///< as the desk showed it; somebody else since is not lost
};
struct Archive {
    static constexpr std::string_view op = "archive";
    bool archived{};
};
/// Takes one event back, unless somebody changed the same thing since.
struct UndoEvent {
    static constexpr std::string_view op = "undo_event";
    Version version{};
};
BOOST_DESCRIBE_STRUCT(PutEntry, (), (id, was, now, said))
BOOST_DESCRIBE_STRUCT(RemoveEntry, (), (id, was))
BOOST_DESCRIBE_STRUCT(EraseEntry, (), (id))
BOOST_DESCRIBE_STRUCT(OpenStep, (), (step, reason))
BOOST_DESCRIBE_STRUCT(ReopenStep, (), (step, reason))
BOOST_DESCRIBE_STRUCT(EndTrajectory, (), (outcome, reason, refund))
BOOST_DESCRIBE_STRUCT(HandOver, (), (to, was))
BOOST_DESCRIBE_STRUCT(Archive, (), (archived))
BOOST_DESCRIBE_STRUCT(UndoEvent, (), (version))

using Command = std::variant<PutEntry, RemoveEntry, EraseEntry, OpenStep, ReopenStep, EndTrajectory, HandOver, Archive, UndoEvent,
                             MakeLink, WithdrawLink, AnswerByLink>;

enum class Reason {
    needed, too_long, bad_text, bad_date, in_the_past, bad_email, bad_phone, negative, too_large,  // a field
    bad_time, wrong_order, unknown_entry,  // likewise
    changed_meanwhile, not_found, too_many, wrong_kind, step_not_next, not_complete, reason_needed, ended, already,
    nothing_to_undo, below_refund, withdrawn, not_by_hand,
    decider_first, already_there, choice_is_made, same_idea, none_has_no_idea, method_does_not_fit,  // step 3
    of_approach,  // a factor with which it began stays
    letter_first,  // where a letter lies is no yes before the letter itself is attached
};
BOOST_DESCRIBE_ENUM(Reason, needed, too_long, bad_text, bad_date, in_the_past, bad_email, bad_phone, negative, too_large,
                    bad_time, wrong_order, unknown_entry, changed_meanwhile, not_found, too_many, wrong_kind, step_not_next, not_complete, reason_needed, ended, already,
                    nothing_to_undo, below_refund, withdrawn, not_by_hand, decider_first, already_there, choice_is_made, same_idea,
                    none_has_no_idea, method_does_not_fit, of_approach, letter_first)

struct Refusal {
    Reason reason{};
    std::string field;  ///< which member of an entry or command, when it is about one
    bool operator==(const Refusal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (reason, field))

using Decision = std::expected<Event, Refusal>;

/// One command is one event. Texts are already trimmed and checked for length and form by wire. `today` is the day on the
/// server's calendar.
[[nodiscard]] Decision decide(const Trajectory& trajectory, const Command& command, const Day& today);

/// What is wrong with the figures, days and times of an entry by itself.
[[nodiscard]] std::optional<Refusal> fault_alone(const Entry& entry);
/// Whether there may be no other one of its kind.
[[nodiscard]] bool is_full(const Trajectory& trajectory, const Entry& now);

/// The event that takes another one back; `nothing_to_undo` when there is none, `changed_meanwhile` when it is not as it left it.
[[nodiscard]] Decision decide_undo(const Trajectory& trajectory, Version version);

/// What a step still needs before the next one opens without a reason.
enum class Lack { place_name, contact_person, hours, park_manager, second_company, factor, factor_gone, budget, communication,
                  session_held, first_ideas, fact_finding, who_decides, one_choice, chosen_gone, mark, route,
                  goal, spot, cost, cost_basis, cover, planning, task_owner, permit, working_group, owner_of_ground, maintainer, frequency,
                  agreement_end, agreement_over, agreement_short, ownership_confirmed, upkeep_confirmed, plan_ready,
                  opening_day, opening_task, measured, thanks, upkeep, upkeep_function };
BOOST_DESCRIBE_ENUM(Lack, place_name, contact_person, hours, park_manager, second_company, factor, factor_gone, budget, communication,
                    session_held, first_ideas, fact_finding, who_decides, one_choice, chosen_gone, mark, route,
                    goal, spot, cost, cost_basis, cover, planning, task_owner, permit, working_group, owner_of_ground, maintainer, frequency,
                    agreement_end, agreement_over, agreement_short, ownership_confirmed, upkeep_confirmed, plan_ready,
                    opening_day, opening_task, measured, thanks, upkeep, upkeep_function)
struct Missing {
    Lack what{};
    EntryId entry;  ///< which one, when it is one of several
    bool operator==(const Missing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Missing, (), (what, entry))
/// `today`: empty where nobody knows; then nothing is over yet.
[[nodiscard]] std::vector<Missing> missing(const Trajectory& trajectory, Step step, const Day& today = {});

}  // namespace kiemkring::domain::trajectory
