// Described values from JSON, strictly: every member once, none unknown, no number where another kind is due.
#pragma once

#include <algorithm>
#include <cstdint>
#include <expected>
#include <limits>
#include <string>

#include "wire/described.h"
#include "wire/json.h"

namespace kiemkring::wire {

/// Where in the text which thing was wrong: for tests, imports and logs, not for phones.
struct Wrong {
    std::string where, what;

    bool at(std::string_view place) {  // always false: `return wrong.at(...)`
        where = std::string{place} + (where.empty() || where.starts_with('[') ? "" : ".") + where;
        return false;
    }
    bool says(std::string_view reason) {
        what = reason;
        return false;
    }
    [[nodiscard]] std::string text() const { return where.empty() ? what : where + ": " + what; }
};

/// Whole numbers above this are not kept exactly by JavaScript.
inline constexpr std::int64_t integer_max = (std::int64_t{1} << 53) - 1;

/// The members of `json` are exactly those of T.
template <class T>
bool has_only_members(const Json& json, Wrong& wrong) {
    for (const auto& [key, member] : *json.object()) {
        bool known = false;
        if constexpr (IsEntry<T>) {
            known = key == "kind";
            if (known && (!member.string() || *member.string() != T::entry_kind)) return wrong.says("another kind");
        }
        for_each_member<T>([&](std::string_view name, auto) { known = known || name == key; });
        known = known || std::ranges::find(went_away<T>, std::string_view{key}) != went_away<T>.end();
        if (!known) return wrong.says("unknown member " + key);
    }
    return true;
}

template <class T>
bool read(const Json& json, T& into, Wrong& wrong) {
    if constexpr (std::is_same_v<T, bool>) {
        const auto* flag = std::get_if<bool>(&json.value);
        if (!flag) return wrong.says("not true or false");
        into = *flag;
    } else if constexpr (std::is_integral_v<T>) {
        const auto* number = json.integer();
        if (!number) return wrong.says("not a whole number");
        if (*number > integer_max || *number < -integer_max || !std::in_range<T>(*number))
            return wrong.says("out of range");
        into = static_cast<T>(*number);
    } else if constexpr (std::is_floating_point_v<T>) {
        if (const auto* whole = json.integer()) into = static_cast<T>(*whole);
        else if (const auto* number = std::get_if<double>(&json.value)) into = *number;
        else return wrong.says("not a number");
    } else if constexpr (std::is_same_v<T, std::string>) {
        const auto* text = json.string();
        if (!text) return wrong.says("not a text");
        into = *text;
    } else if constexpr (is_id<T>) {
        return read(json, into.value, wrong);
    } else if constexpr (is_time<T>) {
        std::int64_t milliseconds{};
        if (!read(json, milliseconds, wrong)) return false;
        into = T{base::Milliseconds{milliseconds}};
    } else if constexpr (std::is_enum_v<T>) {
        const auto* name = json.string();
        const auto found = name ? enum_named<T>(*name) : std::nullopt;
        if (!found) return wrong.says("not one of the names");
        into = *found;
    } else if constexpr (is_optional<T>) {
        if (json.is_null()) {
            into.reset();
            return true;
        }
        return read(json, into.emplace(), wrong);
    } else if constexpr (is_vector<T>) {
        const auto* items = json.array();
        if (!items) return wrong.says("not a list");
        into.clear();
        for (const auto& item : *items)
            if (!read(item, into.emplace_back(), wrong))
                return wrong.at("[" + std::to_string(into.size() - 1) + "]");
    } else if constexpr (is_variant<T>) {
        // Entries name their kind; of all other variants each alternative starts out with its own `state`.
        constexpr bool are_entries = IsEntry<std::variant_alternative_t<0, T>>;
        const auto* state = json.member(are_entries ? "kind" : "state");
        bool known = false, is_read = false;
        boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<T>>>([&](auto index) {
            std::variant_alternative_t<index, T> alternative;
            if (known || !state || !state->string()) return;
            if constexpr (are_entries) known = *state->string() == alternative.entry_kind;
            else known = *state->string() == alternative.state;
            if (!known) return;
            is_read = read(json, alternative, wrong);
            into = std::move(alternative);
        });
        return known ? is_read : wrong.says(are_entries ? "unknown kind" : "unknown state");
    } else {
        if (!json.object()) return wrong.says("not an object");
        bool fine = has_only_members<T>(json, wrong);
        for_each_member<T>([&](std::string_view name, auto member) {
            if (!fine) return;
            const auto* found = json.member(name);
            if (!found && std::ranges::find(came_later<T>, name) != came_later<T>.end()) return;
            fine = found ? read(*found, into.*member, wrong) : wrong.says("missing");
            if (!fine) wrong.at(name);
        });
        return fine;
    }
    return true;
}

/// The error says in words what is wrong and where.
template <class T>
std::expected<T, std::string> read_as(const Json& json) {
    T value;
    Wrong wrong;
    if (!read(json, value, wrong)) return std::unexpected(wrong.text());
    return value;
}

}  // namespace kiemkring::wire
