#include "domain/trajectory/approach.h"

namespace kiemkring::domain::trajectory {

const Approach& proposed_approach() {
    static const Approach proposed{
        10'400'00, 9'000'00, 2, 4,
        {{"Trekker met tijd", "Someone who pulls it, with time",
          "Is er één persoon met naam, die er 2 tot 4 uur per week voor heeft?",
          "Is there one person by name, with 2 to 4 hours a week for it?"},
         {"Genoeg meedoeners", "Enough people who join in", "Willen genoeg bedrijven en collega's zelf iets doen?",
          "Do enough companies and colleagues want to do something themselves?"},
         {"Ja van de baas en de eigenaar", "A yes from the boss and the owner",
          "Hebben de directie en de eigenaar van de grond ja gezegd?", "Have the management and the owner of the ground said yes?"},
         {"Een mogelijke plek", "A possible place", "Is er een plek waar echt iets groens kan komen?",
          "Is there a spot where something green can really come?"},
         {"Geld", "Money", "Is er geld voor de aanpak en voor de groene plek?",
          "Is there money for the approach and for the green place?"},
         {"Steun en communicatie", "Support and communication", "Weten collega's en buren ervan, en wie vertelt ze meer?",
          "Do colleagues and neighbours know of it, and who tells them more?"},
         {"Zorg voor later", "Care for later", "Wie zorgt voor de plek als die er ligt?",
          "Who looks after the place when it is there?"}},
        10};
    return proposed;
}

std::vector<Factor> factors_of(const Approach& approach, std::string_view language) {
    const auto in = [&](const std::string& dutch, const std::string& english) {
        return language == "en" && !english.empty() ? english : dutch;
    };
    std::vector<Factor> factors;
    for (const auto& one : approach.factors)
        factors.push_back({in(one.name_nl, one.name_en), in(one.question_nl, one.question_en), {}, {}, {}});
    return factors;
}

std::vector<Entry> first_entries(const Approach& approach, std::string_view language) {
    std::vector<Entry> entries;
    for (auto& factor : factors_of(approach, language)) entries.emplace_back(std::move(factor));
    Support support;
    support.fee = approach.fee;
    entries.emplace_back(std::move(support));
    return entries;
}

}  // namespace kiemkring::domain::trajectory
