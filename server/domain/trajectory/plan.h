// Step 4, the project plan.
#pragma once

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

/// What will be made, where and when. There is one.
struct Plan {
    static constexpr std::string_view entry_kind = "plan";
    static constexpr std::size_t most = 1;
    std::string goal_note;
    std::string spot;
    std::int64_t area_m2{}, trees{}, tiles_out{};
    Day starts_on, ends_on;
    std::int64_t contingency_percent{};
    bool operator==(const Plan&) const = default;
};
BOOST_DESCRIBE_STRUCT(Plan, (), (goal_note, spot, area_m2, trees, tiles_out, starts_on, ends_on, contingency_percent))

/// The plan was marked ready. It holds for what the dossier was when this was set; whatever of the plan changes afterwards shows as
/// changed since. So ready is no flag that one desk can leave on while another writes: nothing has to be unmarked or asked.
struct PlanVersion {
    static constexpr std::string_view entry_kind = "plan_version";
    static constexpr std::size_t most = 100;
    std::int64_t number{};  ///< the next one
    std::int64_t seen{};    ///< version of the dossier that whoever marks it had before them
    std::string note;
    bool operator==(const PlanVersion&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanVersion, (), (number, seen, note))

/// A line of the estimate.
struct Cost {
    static constexpr std::string_view entry_kind = "cost";
    static constexpr std::size_t most = 200;
    std::string what;  ///< needed
    Cents amount{};
    bool in_kind{};  ///< worth it, but nobody pays it
    std::int64_t hours{};  ///< of own work
    std::string basis;  ///< where the figure comes from
    bool operator==(const Cost&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cost, (), (what, amount, in_kind, hours, basis))

enum class CoverState { hoped, promised, received };
BOOST_DESCRIBE_ENUM(CoverState, hoped, promised, received)

/// Who pays a part of it.
struct Cover {
    static constexpr std::string_view entry_kind = "cover";
    static constexpr std::size_t most = 100;
    std::string what;  ///< needed
    Cents amount{};
    CoverState state{};
    std::string who, note;
    bool operator==(const Cover&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cover, (), (what, amount, state, who, note))

/// What is done decides in which season it can be done.
enum class ActivitySort { preparing, groundwork, planting_bare_root, planting_pot, sowing, building, upkeep, other };
BOOST_DESCRIBE_ENUM(ActivitySort, preparing, groundwork, planting_bare_root, planting_pot, sowing, building, upkeep, other)

/// A line of the planning.
struct Activity {
    static constexpr std::string_view entry_kind = "activity";
    static constexpr std::size_t most = 100;
    std::string what;  ///< needed
    ActivitySort sort{};
    Day starts_on, ends_on;
    std::string who, note;
    bool operator==(const Activity&) const = default;
};
BOOST_DESCRIBE_STRUCT(Activity, (), (what, sort, starts_on, ends_on, who, note))

enum class Level { low, medium, high };
BOOST_DESCRIBE_ENUM(Level, low, medium, high)

/// What may go wrong.
struct Risk {
    static constexpr std::string_view entry_kind = "risk";
    static constexpr std::size_t most = 50;
    std::string what;  ///< needed
    Level chance{}, effect{};
    std::string measure_note, who;
    bool operator==(const Risk&) const = default;
};
BOOST_DESCRIBE_STRUCT(Risk, (), (what, chance, effect, measure_note, who))

enum class PermitState { to_find_out, not_needed, to_ask, asked, granted, refused };
BOOST_DESCRIBE_ENUM(PermitState, to_find_out, not_needed, to_ask, asked, granted, refused)

/// What somebody has to allow.
struct Permit {
    static constexpr std::string_view entry_kind = "permit";
    static constexpr std::size_t most = 50;
    std::string what;  ///< needed
    std::string authority;
    PermitState state{};
    Day due;
    std::string note;
    bool operator==(const Permit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Permit, (), (what, authority, state, due, note))

/// Who owns it and who looks after it when it is there. There is one.
struct Agreement {
    static constexpr std::string_view entry_kind = "agreement";
    static constexpr std::size_t most = 1;
    std::string owner_of_ground, maintainer, frequency;
    Day ends_on;  ///< until when it is agreed
    std::string ownership_note, upkeep_note;
    bool operator==(const Agreement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (owner_of_ground, maintainer, frequency, ends_on, ownership_note, upkeep_note))

enum class Confirms { ownership, upkeep, working_group };
BOOST_DESCRIBE_ENUM(Confirms, ownership, upkeep, working_group)

/// A question to one person, who answers by a personal link or on paper.
struct Confirmation {
    static constexpr std::string_view entry_kind = "confirmation";
    static constexpr std::size_t most = 300;
    static constexpr bool is_personal = true;
    std::string name;  ///< needed
    std::string email;
    Confirms what_for{};
    EntryId commitment;  ///< of whom is asked into the working group; 0: added by hand
    std::string token_hash;  ///< of the newest link; empty: there never was one
    bool withdrawn{};        ///< that link is
    Day asked_on;
    Consent answer{};
    Day answered_on;
    std::string letter;      ///< where the signed letter is, when they answered on paper; empty until it is attached
    std::string reply_note;  ///< what they wrote with their answer
    std::string terms_note;  ///< what was agreed at the moment of the answer
    bool may_be_named{};     ///< in reports: they were asked, and said yes
    bool operator==(const Confirmation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Confirmation, (), (name, email, what_for, commitment, token_hash, withdrawn, asked_on, answer, answered_on, letter,
                                         reply_note, terms_note, may_be_named))

/// A signed letter of somebody who was asked, as a picture: it stands beside where the letter itself lies.
struct Letter {
    static constexpr std::string_view entry_kind = "letter";
    static constexpr std::size_t most = 100;
    static constexpr bool is_personal = true;
    static constexpr bool has_picture = true;
    EntryId confirmation;  ///< needed: whose it is
    std::string description;
    bool operator==(const Letter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (confirmation, description))

/// A feed for somebody's calendar, by a secret address that can be withdrawn.
struct CalendarFeed {
    static constexpr std::string_view entry_kind = "calendar_feed";
    static constexpr std::size_t most = 20;
    std::string name;  ///< needed: whose calendar
    std::string token_hash;
    bool withdrawn{};
    bool operator==(const CalendarFeed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CalendarFeed, (), (name, token_hash, withdrawn))

}  // namespace kiemkring::domain::trajectory
