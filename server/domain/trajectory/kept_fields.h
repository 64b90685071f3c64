// Where a session says otherwise by now than a desk wrote in a dossier, and the desk's stays.
#pragma once

#include <string>
#include <string_view>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

class KeptFields {
public:
    /// A field that stands for more, as `choice`, is called so; entry 0: there is none yet.
    void add(EntryId entry, std::string_view field) {
        constexpr std::size_t bytes_max = 1900;  // of a note
        const auto one = std::to_string(entry.value) + "." + std::string{field};
        if (text_.size() + one.size() < bytes_max) text_ += (text_.empty() ? "" : ",") + one;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

template <class T, class Value>
std::string_view field_name(Value T::*member) {
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto described) {
        if constexpr (std::is_same_v<std::remove_cv_t<decltype(described.pointer)>, Value T::*>)
            if (described.pointer == member) name = described.name;
    });
    return name;
}

}  // namespace kiemkring::domain::trajectory
