#include "domain/session/templates.h"

#include <array>

namespace kiemkring::domain {
namespace {

struct Words {
    RoundKind kind;
    std::string_view say;
};

constexpr std::array dutch{
    Words{RoundKind::lobby,
          "Welkom! Scan de code met de camera van je telefoon. Je hoeft niets te installeren. Lukt het niet? Steek je hand op."},
    Words{RoundKind::ideas,
          "Wat wil jij hier zien groeien? Schrijf eerst in stilte, ieder voor zich. Eén idee per keer, en alles mag."},
    Words{RoundKind::group,
          "We leggen nu bij elkaar wat op elkaar lijkt. Roep het maar als een idee ergens anders hoort. Elke groep krijgt een naam."},
    Words{RoundKind::vote,
          "Kies wat jij het liefst ziet gebeuren. Je mag je keuze veranderen tot ik de stemming sluit. Niemand ziet wat jij stemt."},
    Words{RoundKind::tie,
          "Een paar groepen hebben evenveel stemmen. Ik vertel wat we kunnen doen, en dan beslissen we samen hoe het verder gaat."},
    Words{RoundKind::top5, "Dit heeft de groep gekozen. We beginnen onderaan en tellen samen af naar nummer één."},
    Words{RoundKind::commit,
          "Een plan begint met mensen. Waar wil jij aan meedoen? Groot of klein, alles helpt. Zeg alleen ja als je er tijd voor hebt."},
    Words{RoundKind::close,
          "Wanneer zien we elkaar weer? We kiezen nu een datum. Dank je wel: van jullie ideeën gaat iets groeien."}};

constexpr std::array english{
    Words{RoundKind::lobby,
          "Welcome! Scan the code with the camera of your phone. There is nothing to install. Does it not work? Put up your hand."},
    Words{RoundKind::ideas,
          "What would you like to see growing here? First write in silence, by yourself. One idea at a time, and every idea is welcome."},
    Words{RoundKind::group,
          "Now we put together what is alike. Just call out if an idea belongs somewhere else. Every group gets a name."},
    Words{RoundKind::vote,
          "Choose what you would most like to see happen. You can change your choice until I close the vote. Nobody sees what you vote for."},
    Words{RoundKind::tie,
          "Some groups have the same number of votes. I will tell you what we can do, and then we decide together how to go on."},
    Words{RoundKind::top5, "This is what the group has chosen. We start at the bottom and count down together to number one."},
    Words{RoundKind::commit,
          "A plan starts with people. What would you like to help with? Big or small, it all helps. Only say yes if you have the time."},
    Words{RoundKind::close,
          "When do we meet again? Let us choose a date now. Thank you: something is going to grow from your ideas."}};

using Minutes = std::array<std::uint32_t, 8>;
constexpr Minutes three_hours{15, 45, 40, 20, 5, 15, 25, 15};
constexpr Minutes two_hours{10, 30, 25, 15, 5, 10, 15, 10};
constexpr Minutes one_hour{5, 15, 12, 8, 3, 5, 7, 5};

Template make(std::string id, std::string language, std::string title, const Minutes& minutes,
              const std::array<Words, 8>& words) {
    Template made{std::move(id), std::move(language), std::move(title), 0, {}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const RoundId round{static_cast<std::uint32_t>(i + 1)};
        made.rounds.push_back({round, words[i].kind, "", minutes[i], std::string{words[i].say}, false});
        made.minutes += minutes[i];
    }
    return made;
}

}  // namespace

const std::vector<Template>& templates() {
    static const std::vector<Template> all{
        make("workshop-180", "nl", "Een dagdeel: drie uur", three_hours, dutch),
        make("workshop-120", "nl", "Een middag: twee uur", two_hours, dutch),
        make("workshop-60", "nl", "Kort: één uur", one_hour, dutch),
        make("workshop-180", "en", "Half a day: three hours", three_hours, english),
        make("workshop-120", "en", "An afternoon: two hours", two_hours, english),
        make("workshop-60", "en", "Short: one hour", one_hour, english),
    };
    return all;
}

const Template* find_template(std::string_view id, std::string_view language) {
    for (const auto& candidate : templates())
        if (candidate.id == id && candidate.language == language) return &candidate;
    return nullptr;
}

}  // namespace kiemkring::domain
