// Described values as JSON text. Members come in the order of their struct, so equal values give equal texts.
#pragma once

#include <cassert>
#include <charconv>
#include <cmath>
#include <string>

#include "wire/described.h"

namespace kiemkring::wire {

/// A JSON string with its quotes.
void write_string(std::string& out, std::string_view text);

template <class T>
void write(std::string& out, const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_arithmetic_v<T>) {
        if constexpr (std::is_floating_point_v<T>) assert(std::isfinite(value));
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
        write_string(out, value);
    } else if constexpr (is_id<T>) {
        write(out, value.value);
    } else if constexpr (is_time<T>) {
        write(out, static_cast<std::int64_t>(value.time_since_epoch().count()));
    } else if constexpr (std::is_enum_v<T>) {
        write_string(out, name_of(value));
    } else if constexpr (is_optional<T>) {
        if (value) write(out, *value);
        else out += "null";
    } else if constexpr (is_vector<T>) {
        out += '[';
        bool first = true;
        for (const auto& item : value) {
            if (!first) out += ',';
            first = false;
            write(out, item);
        }
        out += ']';
    } else if constexpr (is_variant<T>) {
        std::visit([&](const auto& alternative) { write(out, alternative); }, value);
    } else {
        out += '{';
        bool first = true;
        if constexpr (IsEntry<T>) {
            out += "\"kind\":";
            write_string(out, T::entry_kind);
            first = false;
        }
        for_each_member<T>([&](std::string_view name, auto member) {
            if (!first) out += ',';
            first = false;
            out += '"';
            out += name;
            out += "\":";
            write(out, value.*member);
        });
        out += '}';
    }
}

/// Writes an object member by member; the end is written when it goes out of scope.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
    ~ObjectWriter() { out_ += '}'; }
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    template <class T>
    ObjectWriter& put(std::string_view name, const T& value) {
        write(begin(name), value);
        return *this;
    }
    /// For the absent members of the protocol: nothing is written for an empty one.
    template <class T>
    ObjectWriter& put_if(std::string_view name, const std::optional<T>& value) {
        if (value) put(name, *value);
        return *this;
    }
    /// All members of a described value.
    template <class T>
    ObjectWriter& put_members(const T& value) {
        for_each_member<T>([&](std::string_view name, auto member) { put(name, value.*member); });
        return *this;
    }
    /// The name and the colon; the caller writes the value.
    std::string& begin(std::string_view name) {
        if (!first_) out_ += ',';
        first_ = false;
        out_ += '"';
        out_ += name;
        out_ += "\":";
        return out_;
    }

private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace kiemkring::wire
