// Step 5, the opening, and what comes after it.
#pragma once

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

/// The party, and what it came to. There is one.
struct Opening {
    static constexpr std::string_view entry_kind = "opening";
    static constexpr std::size_t most = 1;
    Day held_on;
    ClockTime starts_at, ends_at;
    std::string location, invitation;
    std::int64_t area_m2{}, trees{}, tiles_out{}, people{};  ///< what was measured
    bool story_public{};  ///< whether everybody may read the page of its story
    std::string story_title, story;
    bool operator==(const Opening&) const = default;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (held_on, starts_at, ends_at, location, invitation, area_m2, trees, tiles_out, people, story_public,
                                    story_title, story))

/// A drawing or a map of the place. Its picture is stored under the number of the entry.
struct SitePlan {
    static constexpr std::string_view entry_kind = "site_plan";
    static constexpr std::size_t most = 10;
    static constexpr bool has_picture = true;
    std::string description;
    bool operator==(const SitePlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(SitePlan, (), (description))

enum class PhotoMoment { before, during, after };
BOOST_DESCRIBE_ENUM(PhotoMoment, before, during, after)

/// A photo of the place, which may show people. Its picture is stored under the number of the entry.
struct Photo {
    static constexpr std::string_view entry_kind = "photo";
    static constexpr std::size_t most = 60;
    static constexpr bool is_personal = true;
    static constexpr bool has_picture = true;
    PhotoMoment moment{};
    std::string description;  ///< for who does not see it; needed in the story
    Day taken_on;
    bool in_story{};
    EntryId beside;  ///< the photo of before that one of after lies on in the slider; 0: the next one that is left
    bool operator==(const Photo&) const = default;
};
BOOST_DESCRIBE_STRUCT(Photo, (), (moment, description, taken_on, in_story, beside))

/// Somebody to thank.
struct Thanks {
    static constexpr std::string_view entry_kind = "thanks";
    static constexpr std::size_t most = 200;
    static constexpr bool is_personal = true;
    std::string name;  ///< needed
    std::string what_for;
    bool thanked{};
    bool in_story{};  ///< may be named on its public page
    bool operator==(const Thanks&) const = default;
};
BOOST_DESCRIBE_STRUCT(Thanks, (), (name, what_for, thanked, in_story))

/// Work that comes back over the years: the reminder goes to a function, not to a person.
struct Upkeep {
    static constexpr std::string_view entry_kind = "upkeep";
    static constexpr std::size_t most = 30;
    std::string what;  ///< needed
    std::int64_t every_months{};
    Day starts_on, ends_on;
    std::string function, email;
    Day done_on;  ///< the last turn that was done; empty: nobody said so of any
    bool operator==(const Upkeep&) const = default;
};
BOOST_DESCRIBE_STRUCT(Upkeep, (), (what, every_months, starts_on, ends_on, function, email, done_on))

/// Somebody who wants to join in, from the public page. Kept for a year.
struct Neighbour {
    static constexpr std::string_view entry_kind = "neighbour";
    static constexpr std::size_t most = 500;
    static constexpr bool is_personal = true;
    std::string name;  ///< needed
    std::string email, phone, note;
    Day came_on;
    bool operator==(const Neighbour&) const = default;
};
BOOST_DESCRIBE_STRUCT(Neighbour, (), (name, email, phone, note, came_on))

}  // namespace kiemkring::domain::trajectory
