// Why a command had no effect. The names are those of the protocol.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace kiemkring::domain {

enum class Reason {
    bad_json, bad_envelope, bad_args, forbidden, not_found, wrong_round, empty_text, too_long, bad_text, quota,
    votes_are_spent, candidate_has_all_your_votes, no_such_vote, vote_is_open, vote_is_closed, votes_were_cast,
    too_few_voted, no_candidates, no_tie, runoff_was_held, not_yet_revealed, all_revealed, being_moved,
    moved_meanwhile, changed_meanwhile, nothing_to_undo, next_step_required, bad_date, bad_email, bad_phone,
    consent_required, no_table, table_has_chosen, nothing_chosen, being_sharpened, session_full, ended, already, rate_limited,
    read_only, out_of_order, n_reused, unavailable, paused, watching, wrong_pin, too_many_pins, outside_plan, concerns_are_open,
};

/// What the sentence on the phone needs besides the reason. Absent members are not sent.
struct Details {
    std::optional<std::uint64_t> expected;
    std::optional<std::int64_t> retry_after_ms;
    std::optional<std::string> round;
    std::optional<std::string> name;
    std::optional<std::uint32_t> group;

    bool operator==(const Details&) const = default;
};

struct Refusal {
    Reason reason{};
    Details details{};

    Refusal() = default;
    Refusal(Reason why, Details what = {}) : reason(why), details(std::move(what)) {}  // NOLINT: a reason is a refusal
    bool operator==(const Refusal&) const = default;
};

/// Passing refusals depend on the moment, not on the session: they are not stored and use up no number.
constexpr bool is_passing(Reason reason) {
    switch (reason) {
        case Reason::bad_json: case Reason::bad_envelope: case Reason::rate_limited: case Reason::read_only:
        case Reason::out_of_order: case Reason::n_reused: case Reason::unavailable: case Reason::paused: return true;
        default: return false;
    }
}

}  // namespace kiemkring::domain
