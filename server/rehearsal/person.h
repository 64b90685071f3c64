// Somebody who is simulated: what they see on their phone, and what they do with it. Knows no sockets and no clock; the same
// seed and the same records give the same deeds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "domain/session/command.h"
#include "rehearsal/dice.h"
#include "rehearsal/texts.h"
#include "wire/server_message.h"

namespace kiemkring::rehearsal {

using base::Milliseconds;

/// Gives a command, or two taps of it where the finger trembles.
struct Say {
    domain::Command command;
    bool twice{};
};
/// Reads, thinks, talks to a neighbour.
struct Look {};
/// Loads the page again.
struct Reload {};
/// The phone goes into a pocket.
struct Doze {
    Milliseconds lasts{};
};
/// The session has ended, and they have seen enough.
struct Leave {};
using Deed = std::variant<Look, Say, Reload, Doze, Leave>;

class Person {
public:
    static constexpr std::uint32_t tables = 5;  ///< that they sit down at when nobody tells them where

    /// The `number`th of `people`, from 0.
    Person(std::uint64_t seed, std::uint32_t number, std::uint32_t people, std::string language);

    [[nodiscard]] std::string name() const;
    [[nodiscard]] const std::string& organisation() const { return organisation_; }

    void hear(const wire::Changes& changes);
    /// How long until the next deed: typing takes as long as the text.
    [[nodiscard]] Milliseconds pause();
    [[nodiscard]] Deed deed();

private:
    struct Audience {
        std::map<std::string, domain::Record> by_key;
        template <class Record>
        [[nodiscard]] const Record* find() const {
            const auto found = by_key.find(std::string{Record::type} + "/0");
            return found == by_key.end() ? nullptr : std::get_if<Record>(&found->second);
        }
        template <class Record>
        [[nodiscard]] std::vector<const Record*> all() const {
            std::vector<const Record*> all;
            const auto type = std::string{Record::type} + "/";
            for (auto it = by_key.lower_bound(type); it != by_key.end() && it->first.starts_with(type); ++it)
                all.push_back(std::get_if<Record>(&it->second));
            return all;
        }
    };

    void notice_round(const domain::RoundRecord& round);
    Deed warm_up();
    Deed write();
    Deed walk();
    [[nodiscard]] std::optional<domain::Place> somewhere();
    Deed sort();
    Deed choose_with_table();
    Deed sharpen();
    Deed vote();
    Deed judge();
    /// What somebody thinks of one candidate.
    Deed think_of(domain::GroupId candidate);
    Deed score();
    Deed answer();
    Deed commit();
    Deed look_back();
    [[nodiscard]] const domain::PersonRecord* myself() const;
    std::string next_idea();
    Deed say(domain::Command command);
    /// How much they like a candidate: some of it all agree on.
    [[nodiscard]] double liking(domain::GroupId candidate) const;
    [[nodiscard]] std::optional<unsigned> theme_of(const std::string& text) const;

    std::uint64_t seed_;
    std::uint32_t number_, people_;
    std::string language_, organisation_;
    Dice dice_;
    double sleepiness_, typing_ms_;
    bool may_think_twice_{};

    Audience everybody_, me_;
    std::optional<domain::RoundId> round_;
    std::uint32_t appetite_{};  ///< ideas, votes or commitments that they still have in them in this round
    std::uint32_t told_{};      ///< ideas of the deck that they had
    std::string draft_;         ///< being typed
    bool is_wording_{};         ///< a proposal, and not an idea
    domain::IdeaId in_hand_;
};

}  // namespace kiemkring::rehearsal
