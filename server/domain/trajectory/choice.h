// Step 3, from five ideas to one.
#pragma once

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

/// Who decides: said before anything is filled in.
enum class DecisionMaker { group_consent, group_vote, client };
BOOST_DESCRIBE_ENUM(DecisionMaker, group_consent, group_vote, client)

/// How it will be decided. There is one.
struct Decider {
    static constexpr std::string_view entry_kind = "decider";
    static constexpr std::size_t most = 1;
    DecisionMaker who{};
    Day agreed_on;
    std::string note;
    bool operator==(const Decider&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decider, (), (who, agreed_on, note))

/// Something to look at in every idea.
struct Criterion {
    static constexpr std::string_view entry_kind = "criterion";
    static constexpr std::size_t most = 20;
    std::string name;  ///< needed
    std::string question;
    std::int64_t weight{};  ///< 1 to 5, only at the desk; 0: does not count in the order by weight
    bool live{};  ///< one of those that the group scores too
    bool operator==(const Criterion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (name, question, weight, live))

/// How an idea does on a criterion. There is one for each pair.
struct Mark {
    static constexpr std::string_view entry_kind = "mark";
    static constexpr std::size_t most = 2000;
    EntryId idea, criterion;
    Colour colour{};
    std::string summary;  ///< in a few words
    std::string note, source, said_by;
    std::int64_t group_tenths{};  ///< what the group gave on average, in tenths of a point from 1 to 5; 0: it was not asked
    std::int64_t group_answers{};
    bool operator==(const Mark&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (idea, criterion, colour, summary, note, source, said_by, group_tenths, group_answers))

enum class ChoiceOutcome { open, chosen, none };
BOOST_DESCRIBE_ENUM(ChoiceOutcome, open, chosen, none)

enum class ChoiceMethod { consent, vote, run_off, draw, decision };
BOOST_DESCRIBE_ENUM(ChoiceMethod, consent, vote, run_off, draw, decision)

/// What was chosen, and why. There is one.
struct Choice {
    static constexpr std::string_view entry_kind = "choice";
    static constexpr std::size_t most = 1;
    ChoiceOutcome outcome{};
    EntryId idea, combined_with;  ///< the second is 0 unless two became one; then the first says what it will be as a whole
    std::string reason;
    ChoiceMethod method{};
    std::string concerns;  ///< those that were said, and what was done with them
    std::string decided_by;  ///< needed when the client decides
    Day decided_on;
    std::string reopen_note;  ///< why it was opened again the last time
    bool operator==(const Choice&) const = default;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (outcome, idea, combined_with, reason, method, concerns, decided_by, decided_on, reopen_note))

}  // namespace kiemkring::domain::trajectory
