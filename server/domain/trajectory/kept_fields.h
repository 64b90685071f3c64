// Where a session says otherwise than what stands in a dossier and stays: what a desk wrote, or another session said later.
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

/// Fields that stand for more: all that was chosen, what the group gave for a mark, what the table said of a factor.
namespace kept_field {
inline constexpr std::string_view choice = "choice", group = "group", colour = "colour";
}

class KeptFields {
public:
    using Place = std::pair<EntryId, std::string>;

    KeptFields() = default;
    /// Goes on with what text() wrote.
    explicit KeptFields(std::string text) : text_{std::move(text)} {}

    /// Entry 0: there is none yet. One that is there already is not added.
    void add(EntryId entry, std::string_view field) {
        const auto there = read(text_);
        if (std::ranges::find(there, Place{entry, std::string{field}}) != there.end()) return;
        constexpr std::size_t bytes_max = 1900;  // of a note
        const auto one = std::to_string(entry.value) + "." + std::string{field};
        if (text_.size() + one.size() < bytes_max) text_ += (text_.empty() ? "" : ",") + one;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

    /// The same, as text() wrote them.
    [[nodiscard]] static std::vector<Place> read(std::string_view text) {
        std::vector<Place> places;
        while (!text.empty()) {
            const auto one = text.substr(0, text.find(','));
            text.remove_prefix(std::min(text.size(), one.size() + 1));
            const auto dot = std::min(one.find('.'), one.size());
            EntryId entry;
            std::from_chars(one.data(), one.data() + dot, entry.value);
            places.emplace_back(entry, one.substr(std::min(dot + 1, one.size())));
        }
        return places;
    }
    /// Whether `now` names nothing that `was` does not name, in the same order: a desk may say that it has looked at it.
    [[nodiscard]] static bool has_fewer(const std::string& was, const std::string& now) {
        const auto all = read(was);
        auto rest = all.begin();
        return std::ranges::all_of(read(now), [&](const Place& place) {
            rest = std::find(rest, all.end(), place);
            return rest != all.end() && rest++ != all.end();
        });
    }

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
