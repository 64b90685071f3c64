// A JSON text as a value: what the strict reader gives to the rest of wire. Knows no protocol.
#pragma once

#include <boost/container/flat_map.hpp>

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kiemkring::wire {

struct Json {
    using Array = std::vector<Json>;
    using Object = boost::container::flat_map<std::string, Json, std::less<>>;  ///< small: one piece of memory

    /// Whole numbers that fit are integers; all others, and those with a point or an exponent, are not.
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value;

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(value); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value); }
    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&value); }
    /// The member of an object, until the object changes; null when this is no object or has no such member.
    [[nodiscard]] const Json* member(std::string_view name) const;
};

enum class JsonProblem {
    not_json,    ///< also: too deep, a key twice, a byte order mark, a NUL, half a surrogate pair
    bad_number,  ///< would be JSON but for a number that no computer number can hold, or NaN
};

/// How deep a text may go: what a client sends, and what Kiemkring itself wrote.
constexpr std::size_t depth_max_from_clients = 8, depth_max_own = 16;

/// Reads one whole text, without recursion. An object in an object has depth 2.
[[nodiscard]] std::expected<Json, JsonProblem> read_json(std::string_view text, std::size_t depth_max);

/// The same value always gives the same text: keys are sorted, without white space.
[[nodiscard]] std::string canonical_text(const Json& json);

}  // namespace kiemkring::wire
