// Step 1, what a green place needs: entries of the green date.
#pragma once

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

enum class PlaceKind { company, business_park };
BOOST_DESCRIBE_ENUM(PlaceKind, company, business_park)

/// Where it is about. There is one.
struct Place {
    static constexpr std::string_view entry_kind = "place";
    static constexpr std::size_t most = 1;
    std::string name;  ///< needed
    PlaceKind sort{};
    std::string address, municipality, funder, about;
    std::int64_t area_m2{};  ///< that could become green; 0: not known yet
    bool operator==(const Place&) const = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (name, sort, address, municipality, funder, about, area_m2))

/// A company that takes part.
struct Company {
    static constexpr std::string_view entry_kind = "company";
    static constexpr std::size_t most = 100;
    std::string name;  ///< needed
    std::string trade, note;
    bool operator==(const Company&) const = default;
};
BOOST_DESCRIBE_STRUCT(Company, (), (name, trade, note))

enum class ContactRole { contact_person, park_manager, process_director, owner, other };
BOOST_DESCRIBE_ENUM(ContactRole, contact_person, park_manager, process_director, owner, other)

/// Somebody to call.
struct Contact {
    static constexpr std::string_view entry_kind = "contact";
    static constexpr std::size_t most = 100;
    static constexpr bool is_personal = true;
    std::string name;  ///< needed
    ContactRole role{};
    std::string organisation, email, phone, note;
    std::int64_t hours_a_week{};  ///< in kind; 0: not agreed yet
    bool may_be_named{};  ///< in reports: they were asked, and said yes
    bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (name, role, organisation, email, phone, note, hours_a_week, may_be_named))

/// One of the factors of the green date.
struct Factor {
    static constexpr std::string_view entry_kind = "factor";
    static constexpr std::size_t most = 20;
    std::string name;  ///< needed
    std::string question;
    Colour colour{};
    std::string note;     ///< why it is not green yet, or what makes it so
    std::string said_by;  ///< at the table
    bool operator==(const Factor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Factor, (), (name, question, colour, note, said_by))

/// Who pays, and how others hear of it. There is one.
struct Support {
    static constexpr std::string_view entry_kind = "support";
    static constexpr std::size_t most = 1;
    Cents fee{}, budget{};  ///< of steps 1 to 3, exempt from VAT; of the green place
    std::string paid_by, colleagues, neighbours;
    bool operator==(const Support&) const = default;
};
BOOST_DESCRIBE_STRUCT(Support, (), (fee, budget, paid_by, colleagues, neighbours))

/// What is next. There is one.
struct NextAction {
    static constexpr std::string_view entry_kind = "next_action";
    static constexpr std::size_t most = 1;
    std::string what;  ///< needed
    std::string who;
    Day due;
    bool operator==(const NextAction&) const = default;
};
BOOST_DESCRIBE_STRUCT(NextAction, (), (what, who, due))

}  // namespace kiemkring::domain::trajectory
