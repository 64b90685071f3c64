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

#include "base/content_hash.h"
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

    /// Begins anew; what a desk took out of `kept`, and `said` knows what it was, comes back only when the session says something else.
    [[nodiscard]] static KeptFields after(std::string_view kept, std::string_view said) {
        KeptFields fields;
        const auto there = read(kept);
        for (const auto& [entry, field] : read(said)) {
            const auto mark = field.find(said_mark);
            if (std::ranges::find(there, Place{entry, field.substr(0, mark)}) == there.end()) fields.left_.emplace_back(entry, field);
        }
        return fields;
    }

    /// Entry 0: there is none yet. One that is there already is not added. `said`: what the session says there, in any words that differ
    /// when it differs.
    void add(EntryId entry, std::string_view field, std::string_view said = {}) {
        const Place place{entry, std::string{field}};
        if (!said.empty()) {
            const Place marked{entry, place.second + said_mark + std::to_string(base::content_hash(said) % 100'000'000)};
            put(said_, marked);
            if (std::ranges::find(left_, marked) != left_.end()) return;
        }
        put(text_, place);
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// What was said in each place, for after().
    [[nodiscard]] const std::string& said() const { return said_; }

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
    static constexpr char said_mark = '~';

    static void put(std::string& text, const Place& place) {
        const auto there = read(text);
        if (std::ranges::find(there, place) != there.end()) return;
        constexpr std::size_t bytes_max = 1900;  // of a note
        const auto one = std::to_string(place.first.value) + "." + place.second;
        if (text.size() + one.size() < bytes_max) text += (text.empty() ? "" : ",") + one;
    }

    std::string text_, said_;
    std::vector<Place> left_;
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
