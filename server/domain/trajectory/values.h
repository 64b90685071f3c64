// The words of a dossier that more than one kind of entry uses.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/ids.h"

namespace kiemkring::domain::trajectory {

/// Dense within one trajectory over all kinds, from 1; 0 means "none".
using EntryId = Id<struct EntryTag>;

/// Euro cents.
using Cents = std::int64_t;

/// A day as 2026-11-27; empty: not known yet.
using Day = std::string;

/// A time of the day as 13:30; empty: not known yet.
using ClockTime = std::string;

enum class Colour { open, green, amber, red };
BOOST_DESCRIBE_ENUM(Colour, open, green, amber, red)

/// What somebody who was asked said.
enum class Consent { not_asked, asked, accepted, declined };
BOOST_DESCRIBE_ENUM(Consent, not_asked, asked, accepted, declined)

}  // namespace kiemkring::domain::trajectory
