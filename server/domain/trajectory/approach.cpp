#include "domain/trajectory/approach.h"

namespace kiemkring::domain::trajectory {

std::vector<Factor> proposed_factors(std::string_view language) {
    if (language == "en")
        return {
            {"Someone who pulls it, with time", "Is there one person by name, with 2 to 4 hours a week for it?", {}, {}, {}},
            {"Enough people who join in", "Do enough companies and colleagues want to do something themselves?", {}, {}, {}},
            {"A yes from the boss and the owner", "Have the management and the owner of the ground said yes?", {}, {}, {}},
            {"A possible place", "Is there a spot where something green can really come?", {}, {}, {}},
            {"Money", "Is there money for the approach and for the green place?", {}, {}, {}},
            {"Support and communication", "Do colleagues and neighbours know of it, and who tells them more?", {}, {}, {}},
            {"Care for later", "Who looks after the place when it is there?", {}, {}, {}},
        };
    return {
        {"Trekker met tijd", "Is er één persoon met naam, die er 2 tot 4 uur per week voor heeft?", {}, {}, {}},
        {"Genoeg meedoeners", "Willen genoeg bedrijven en collega's zelf iets doen?", {}, {}, {}},
        {"Ja van de baas en de eigenaar", "Hebben de directie en de eigenaar van de grond ja gezegd?", {}, {}, {}},
        {"Een mogelijke plek", "Is er een plek waar echt iets groens kan komen?", {}, {}, {}},
        {"Geld", "Is er geld voor de aanpak en voor de groene plek?", {}, {}, {}},
        {"Steun en communicatie", "Weten collega's en buren ervan, en wie vertelt ze meer?", {}, {}, {}},
        {"Zorg voor later", "Wie zorgt voor de plek als die er ligt?", {}, {}, {}},
    };
}

}  // namespace kiemkring::domain::trajectory
