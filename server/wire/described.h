// What reading and writing have in common: the kinds of C++ types that can be JSON.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/time.h"
#include "domain/ids.h"

namespace kiemkring::wire {

template <class T> inline constexpr bool is_id = false;
template <class Tag> inline constexpr bool is_id<domain::Id<Tag>> = true;
template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;
template <class T> inline constexpr bool is_variant = false;
template <class... Ts> inline constexpr bool is_variant<std::variant<Ts...>> = true;
template <class T> inline constexpr bool is_time = std::is_same_v<T, base::Time>;

/// Members that came after a release: what was stored without them gets their default.
template <class T>
inline constexpr std::array<std::string_view, 0> came_later{};

/// Members that a release had and this one has not: they are read over.
template <class T>
inline constexpr std::array<std::string_view, 0> went_away{};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

/// Calls `what(name, pointer to member)` for every member, in the order of the struct.
template <class T, class F>
void for_each_member(F&& what) {
    boost::mp11::mp_for_each<Members<T>>([&](auto member) { what(std::string_view{member.name}, member.pointer); });
}

/// Alternatives of a variant that JSON tells apart by a member `kind`, which is no member of theirs.
template <class T> concept IsEntry = requires { std::string_view{T::entry_kind}; };

/// The name of an enumerator in JSON: what C++ keeps for itself has an underscore at its end.
constexpr std::string_view plain_name(std::string_view name) {
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
}

template <class E>
std::string_view name_of(E value) {
    return plain_name(boost::describe::enum_to_string(value, ""));
}

template <class E>
std::optional<E> enum_named(std::string_view name) {
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (name == plain_name(enumerator.name)) found = enumerator.value;
    });
    return found;
}

}  // namespace kiemkring::wire
