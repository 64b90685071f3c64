// Who said yes to being named in reports. It is a purpose of what somebody gave of themselves, with or without an address.
#pragma once

#include <algorithm>
#include <string_view>

#include "domain/session/session.h"

namespace kiemkring::domain {

inline constexpr std::string_view name_in_report = "name_in_report";

/// Consent to be named, and nothing else: there is no address in it.
[[nodiscard]] inline bool is_only_a_name(const Contact& contact) { return contact.value.empty(); }

/// On any of their seats.
[[nodiscard]] inline bool agreed_to_be_named(const Session& session, PersonId person) {
    return std::ranges::any_of(session.seats_in(session.seat_of(person)), [&](PersonId seat) {
        const auto row = session.rows.find(seat);
        return row != session.rows.end() && row->second.contact && std::ranges::count(row->second.contact->purposes, name_in_report) > 0;
    });
}

}  // namespace kiemkring::domain
