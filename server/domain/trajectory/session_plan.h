// Step 2, from the invitation to the live session to what it came to, and what has to be found out before the choice.
#pragma once

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

/// To find and vote on ideas, to weigh the five of them (step 3), or to look whether all is there (step 1).
enum class SessionPurpose { ideas, choice, green_date };
BOOST_DESCRIBE_ENUM(SessionPurpose, ideas, choice, green_date)

enum class SessionLanguage { nl, en };
BOOST_DESCRIBE_ENUM(SessionLanguage, nl, en)

/// A meeting that is planned, or was held.
struct SessionPlan {
    static constexpr std::string_view entry_kind = "session_plan";
    static constexpr std::size_t most = 10;
    std::string name;  ///< needed
    SessionPurpose purpose{};
    Day held_on;
    ClockTime starts_at, ends_at;
    std::string location, invitation;
    std::string template_id;  ///< of the agenda; empty: not chosen yet
    SessionLanguage language{};
    std::string host, controller;  ///< who receives, and who is responsible for what is kept of people
    std::int64_t seats{};  ///< 0: as many as the server gives
    std::int64_t kept_days{};  ///< 0: not said yet
    std::string session;  ///< the live session, once there is one
    std::int64_t session_version{};  ///< of the live session when its results were taken; 0: not yet
    std::string taken_note;  ///< which ideas and commitments came from it so far: what was taken away here does not come back
    bool session_erased{};   ///< it is gone, and who was in it
    /// Where the session says otherwise than what stands here, of a desk or of a later session: "12.name,14.choice", each the id of an
    /// entry and the field.
    std::string kept_note;
    /// The same with a mark of what the session said there, also where a desk looked at it and left what stands here: the same again is
    /// no news.
    std::string kept_said;
    bool operator==(const SessionPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionPlan, (), (name, purpose, held_on, starts_at, ends_at, location, invitation, template_id, language, host,
                                        controller, seats, kept_days, session,
                                        session_version, taken_note, session_erased, kept_note, kept_said))

/// What an idea becomes: decides how step 4 goes.
enum class Route { undecided, ivn_concept, other_concept, own_plan };
BOOST_DESCRIBE_ENUM(Route, undecided, ivn_concept, other_concept, own_plan)

/// A proposal of a session, or one that was written down at the desk.
struct Idea {
    static constexpr std::string_view entry_kind = "idea";
    static constexpr std::size_t most = 100;
    static constexpr bool is_personal = true;  ///< who wrote it may take back the words
    std::string name;  ///< needed
    std::string about;
    std::string letter;  ///< as the session showed it
    std::int64_t place{};  ///< in the result, from 1; 0: not among the first
    std::int64_t votes{};
    std::int64_t hands{};  ///< that were raised to take part, without a name
    std::string missing_note;  ///< who or what is still missing, as the session said
    std::string note;  ///< of the desk
    std::string session;  ///< where it comes from; empty: the desk
    std::int64_t number{};  ///< of its group within that session
    Route route{};
    std::string concept_id;  ///< in the catalogue; empty: none
    bool operator==(const Idea&) const = default;
};
BOOST_DESCRIBE_STRUCT(Idea, (), (name, about, letter, place, votes, hands, missing_note, note, session, number, route, concept_id))

enum class CommitmentRole { lead, help, think, arrange, check_first, informed };
BOOST_DESCRIBE_ENUM(CommitmentRole, lead, help, think, arrange, check_first, informed)

/// Who wants to do what for an idea, and may be asked again.
struct Commitment {
    static constexpr std::string_view entry_kind = "commitment";
    static constexpr std::size_t most = 500;
    static constexpr bool is_personal = true;
    std::string name;  ///< needed
    EntryId idea;
    CommitmentRole role{};
    std::string organisation, email, phone;
    std::string said_note;  ///< what they said themselves
    std::string note;  ///< of the desk
    bool called{};
    std::string session;  ///< where it comes from; empty: the desk
    std::int64_t number{};  ///< of the commitment within that session
    bool may_be_named{};    ///< in reports: they were asked, and said yes
    bool operator==(const Commitment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Commitment, (), (name, idea, role, organisation, email, phone, said_note, note, called, session, number, may_be_named))

enum class TaskTopic { owner_of_ground, cables, cost, call, permit, planting, opening, other };
BOOST_DESCRIBE_ENUM(TaskTopic, owner_of_ground, cables, cost, call, permit, planting, opening, other)

enum class TaskState { open, busy, done };
BOOST_DESCRIBE_ENUM(TaskState, open, busy, done)

/// Something that has to be done by somebody.
struct Task {
    static constexpr std::string_view entry_kind = "task";
    static constexpr std::size_t most = 300;
    std::string what;  ///< needed
    std::string who;
    Day due;
    TaskState state{};
    TaskTopic topic{};
    EntryId idea;  ///< what has to be found out of an idea; 0: belongs to the plan
    std::string note;
    bool operator==(const Task&) const = default;
};
BOOST_DESCRIBE_STRUCT(Task, (), (what, who, due, state, topic, idea, note))

}  // namespace kiemkring::domain::trajectory
