// proto/STORED.md says what is stored; what stands there from "## Events" on is what the code stores.
#include <catch2/catch.hpp>
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "wire/described_events.h"
#include "wire/stored.h"

namespace kiemkring::wire {

namespace {

template <class T>
std::string short_name() {
    std::string name = __PRETTY_FUNCTION__;
    const auto from = name.find("T = ") + 4;
    name = name.substr(from, name.find_first_of(";]", from) - from);
    return name.substr(name.rfind(':') + 1);
}

/// Writes down the values it comes across, each once.
class Form {
public:
    template <class E>
    void event() {
        events_ += std::string{"| "} + domain::event_name<E> + " | " + members<E>() + " |\n";
    }

    [[nodiscard]] std::string text() const {
        std::string text = "## Events\n\n| event | what |\n|---|---|\n" + events_ + "\n## Values in them\n\n| value | members |\n|---|---|\n";
        for (const auto& line : values_) text += line;
        return text;
    }

private:
    template <class T>
    std::string members() {
        std::string all;
        for_each_member<T>([&]<class M>(std::string_view name, M T::*) {
            all += (all.empty() ? "" : ", ") + std::string{name} + ": " + type<M>() + (is_later<T>(name) ? ", or absent" : "");
        });
        return all.empty() ? "nothing" : all;
    }

    template <class T>
    static bool is_later(std::string_view name) {
        return std::ranges::find(came_later<T>, name) != came_later<T>.end();
    }

    template <class T>
    std::string type() {
        if constexpr (std::is_same_v<T, bool>) return "true or false";
        else if constexpr (std::is_same_v<T, double>) return "number";
        else if constexpr (std::is_arithmetic_v<T>) return "whole number";
        else if constexpr (std::is_same_v<T, std::string>) return "text";
        else if constexpr (is_id<T>) return "id";
        else if constexpr (is_time<T>) return "time";
        else if constexpr (is_optional<T>) return type<typename T::value_type>() + " or null";
        else if constexpr (is_vector<T>) return "list of " + type<typename T::value_type>();
        else if constexpr (std::is_enum_v<T>) {
            std::string names;
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
                [&](auto one) { names += (names.empty() ? "" : ", ") + std::string{plain_name(one.name)}; });
            values_.insert("| " + short_name<T>() + " | one of " + names + " |\n");
            return short_name<T>();
        } else {
            values_.insert("| " + short_name<T>() + " | " + members<T>() + " |\n");
            return short_name<T>();
        }
    }

    std::string events_;
    std::set<std::string> values_;
};

template <class... Es>
std::string form_of(std::variant<Es...>*) {
    Form form;
    (form.event<Es>(), ...);
    return form.text();
}

}  // namespace

TEST_CASE("The stored form of every event is the one that is written down", "[wire]") {
    std::ostringstream document;
    document << std::ifstream{KIEMKRING_SOURCE_DIR "/proto/STORED.md"}.rdbuf();
    const auto text = document.str();
    const auto form = form_of(static_cast<domain::Event*>(nullptr));
    const auto at = text.find("## Events");
    INFO("it should be:\n" << form);
    REQUIRE(at != std::string::npos);
    CHECK(text.substr(at) == form);
    CHECK(text.find("format " + std::to_string(event_format)) != std::string::npos);
}

}  // namespace kiemkring::wire
