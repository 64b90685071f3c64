#include "domain/session/templates.h"

#include <algorithm>
#include <array>
#include <span>

namespace kiemkring::domain {
namespace {

struct Words {
    RoundKind kind;
    std::string_view say;
    std::string_view title = "";  ///< of a talk: its question, which everybody sees
    std::string_view text = "";   ///< of a show: what it shows
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
          "Wanneer zien we elkaar weer? We kiezen nu een datum. Dank je wel: van jullie ideeën gaat iets groeien."},
    Words{RoundKind::talk,
          "Praat met je tafel, twee minuten per persoon. Zorg dat iedereen aan de beurt komt. Je hoeft nu niets op te schrijven.",
          "Waar hier zit of loop jij graag, en wat mis je daar?"},
    Words{RoundKind::break_, "Tijd voor koffie en frisse lucht. Loop gerust even naar buiten. Op het scherm zie je hoe lang je hebt."},
    Words{RoundKind::show,
          "Fijn dat jullie er zijn. Ik vertel kort waarom we hier zijn en wat we vandaag doen. Vragen? Stel ze gerust.",
          "Waarom we hier zijn",
          "Samen maken we één groene plek op ons terrein, binnen een jaar.\nVandaag verzamelen we ideeën, kiezen we de beste "
          "vijf en spreken we af wie meedoet."},
    Words{RoundKind::pitch,
          "Elke groep krijgt 45 seconden. Vertel wat het idee is en voor wie. Het hoeft niet mooi, als we het maar begrijpen."},
    Words{RoundKind::table_choice,
          "Overleg met je tafel. Welke drie neemt jullie tafel mee? Wat niemand kiest, bewaren we voor later."},
    Words{RoundKind::sharpen,
          "Maak van een groep een voorstel: wat, waar en voor wie? Zeg ook of het binnen de tijd kan, en binnen het geld."},
    Words{RoundKind::concerns,
          "Kijk nog eens naar de uitslag. Heb je ergens een zorg over? Zeg het nu, dan kunnen we er iets mee doen."},
    Words{RoundKind::explore,
          "We gaan naar buiten. Zie je een plek waar iets groens kan? Zet een pin op de plattegrond en zeg er iets bij. Een foto mag ook."},
    Words{RoundKind::assess,
          "Kijk per idee: hoe goed past het? Eén tik per vraag. Je ziet pas wat de groep vindt als iedereen klaar is."},
    Words{RoundKind::choose,
          "We kiezen nu één plan. Vind je het prima, of heb je een zorg? Zeg het. Geen van deze is ook een antwoord."}};

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
          "When do we meet again? Let us choose a date now. Thank you: something is going to grow from your ideas."},
    Words{RoundKind::talk,
          "Talk with your table, two minutes each. Make sure that everybody gets a turn. There is nothing to write down yet.",
          "Where do you like to sit or walk here, and what do you miss?"},
    Words{RoundKind::break_, "Time for coffee and some air. Do step outside for a moment. The screen shows how long you have."},
    Words{RoundKind::show,
          "Good to see you all. I will say shortly why we are here and what we do today. Questions? Please ask.",
          "Why we are here",
          "Together we make one green place on our site, within a year.\nToday we collect ideas, choose the best five and "
          "agree who joins in."},
    Words{RoundKind::pitch,
          "Every group has 45 seconds. Say what the idea is and for whom. It need not be pretty, as long as we understand it."},
    Words{RoundKind::table_choice,
          "Talk it over with your table. Which three does your table take on? What nobody chooses we keep for later."},
    Words{RoundKind::sharpen,
          "Turn a group into a proposal: what, where and for whom? Also say if it can be done within the time, and within the money."},
    Words{RoundKind::concerns,
          "Look at the result once more. Does something worry you? Say it now, so that we can do something about it."},
    Words{RoundKind::explore,
          "We go outside. Do you see a spot where something green could be? Set a pin on the plan and say a word about it. A photo is welcome too."},
    Words{RoundKind::assess,
          "Look at each idea: how well does it fit? One tap for each question. You only see what the group thinks when all are done."},
    Words{RoundKind::choose,
          "Now we choose one plan. Is it fine with you, or are you worried? Say so. None of these is an answer too."}};

struct Step {
    RoundKind kind;
    std::uint32_t minutes;
};
using enum RoundKind;
constexpr std::array three_hours{Step{lobby, 10},        Step{show, 5},     Step{talk, 10}, Step{explore, 20},
                                 Step{ideas, 20},        Step{group, 15},   Step{break_, 10}, Step{pitch, 10},
                                 Step{table_choice, 10}, Step{sharpen, 15}, Step{vote, 10}, Step{tie, 5},
                                 Step{top5, 5},          Step{concerns, 10}, Step{commit, 15}, Step{close, 10}};
constexpr std::array two_hours{Step{lobby, 10}, Step{show, 5}, Step{ideas, 20}, Step{group, 15},    Step{break_, 10}, Step{pitch, 8},
                               Step{vote, 8},   Step{tie, 4},  Step{top5, 5},   Step{concerns, 10}, Step{commit, 15}, Step{close, 10}};
constexpr std::array one_hour{Step{lobby, 5}, Step{ideas, 15}, Step{group, 12}, Step{vote, 8},
                              Step{tie, 3},   Step{top5, 5},   Step{commit, 7}, Step{close, 5}};
constexpr std::array lunch{Step{lobby, 3}, Step{ideas, 10}, Step{group, 5},  Step{vote, 4},
                           Step{tie, 1},   Step{top5, 2},   Step{commit, 3}, Step{close, 2}};
constexpr std::array outside_first{Step{lobby, 10}, Step{explore, 25}, Step{ideas, 20}, Step{group, 15},  Step{break_, 5},
                                   Step{vote, 10},  Step{tie, 5},   Step{top5, 5},   Step{commit, 15}, Step{close, 10}};
constexpr std::array second_meeting{Step{lobby, 5},  Step{show, 10}, Step{ideas, 10}, Step{group, 10},   Step{sharpen, 20}, Step{pitch, 10},
                                    Step{vote, 5},   Step{tie, 2},   Step{top5, 3},   Step{concerns, 5}, Step{commit, 5},   Step{close, 5}};
constexpr std::array choose_only{Step{lobby, 5}, Step{ideas, 10}, Step{group, 10}, Step{pitch, 10},
                                 Step{vote, 8},  Step{tie, 2},    Step{top5, 5},   Step{commit, 5}, Step{close, 5}};
constexpr std::array beginning_and_end{Step{lobby, 5}, Step{close, 5}};
constexpr std::array to_one_plan{Step{lobby, 10}, Step{show, 5}, Step{assess, 30}, Step{talk, 15},
                                 Step{vote, 5},   Step{tie, 5},  Step{choose, 15}, Step{close, 5}};
constexpr std::array green_date{Step{lobby, 5}, Step{show, 5}, Step{assess, 40}, Step{close, 10}};
constexpr std::array ideas_only{Step{lobby, 5}, Step{show, 5}, Step{ideas, 20}, Step{group, 10}, Step{close, 5}};

/// Where no round makes proposals of the groups, each is asked while it is made whether it fits.
void ask_whether_it_fits(Template& made) {
    const auto has = [&](RoundKind kind) { return std::ranges::find(made.rounds, kind, &AgendaItem::kind) != made.rounds.end(); };
    if (has(sharpen) || !has(vote)) return;
    for (auto& round : made.rounds)
        if (round.kind == group)
            round.say += made.language == "nl" ? " Zeg ook of het binnen de tijd kan, en binnen het geld."
                                               : " Also say if it can be done within the time, and within the money.";
}

Template make(std::string id, std::string language, std::string title, std::span<const Step> steps,
              std::span<const Words> words) {
    Template made{std::move(id), std::move(language), std::move(title), 0, {}, {}, {}, {}};
    for (const auto& [kind, minutes] : steps) {
        const auto& said = words[static_cast<std::size_t>(kind)];
        const RoundId round{static_cast<std::uint32_t>(made.rounds.size() + 1)};
        made.rounds.push_back({round, kind, std::string{said.title}, minutes, std::string{said.say}, false,
                               std::string{said.text}});
        made.minutes += minutes;
    }
    ask_whether_it_fits(made);
    return made;
}

/// What is said otherwise there than elsewhere.
struct OwnWords {
    RoundKind kind;
    std::string_view say, title, text;
};
constexpr std::array dutch_one_plan{
    OwnWords{show, "Dit zijn de ideeën die we samen kozen. Vandaag kijken we wat kan, en kiezen we er één.", "Van vijf naar één",
             "Vandaag kijken we per idee wat kan.\nDaarna kiezen we samen één plan."},
    OwnWords{talk, "Kijk met je tafel naar wat de groep gaf. Waar lopen we uit elkaar, en waarom?", "Waar denken we verschillend over?", ""},
    OwnWords{vote, "Kies het ene plan dat jij het liefst ziet. Geen van deze mag ook. Je mag wisselen tot ik sluit.", "", ""}};
constexpr std::array english_one_plan{
    OwnWords{show, "These are the ideas that we chose together. Today we look at what is possible, and choose one.", "From five to one",
             "Today we look at what is possible for each idea.\nThen we choose one plan together."},
    OwnWords{talk, "Look with your table at what the group gave. Where do we differ, and why?", "What do we see differently?", ""},
    OwnWords{vote, "Choose the one plan that you would most like to see. None of these is fine too. You can change until I close.", "", ""}};
constexpr std::array dutch_green_date{
    OwnWords{show, "We kijken samen of alles er is voor een groene plek. Zeg het ook eerlijk als iets nog niet klopt.", "Groen licht?",
             "Zeven dingen die een groene plek nodig heeft.\nIs het er, bijna, of nog niet?"},
    OwnWords{assess, "Eerst vult iedereen zelf in: groen, oranje of rood. Dan praten we over de verschillen en beslist de tafel.",
             "Groen, oranje of rood?", ""}};
constexpr std::array english_green_date{
    OwnWords{show, "We look together whether all is there for a green place. Be honest when something is not right yet.", "Green light?",
             "Seven things that a green place needs.\nIs it there, almost, or not yet?"},
    OwnWords{assess, "First everybody fills it in alone: green, amber or red. Then we talk about what differs, and the table decides.",
             "Green, amber or red?", ""}};

Template with_words(Template made, std::span<const OwnWords> words) {
    for (auto& round : made.rounds)
        for (const auto& own : words)
            if (own.kind == round.kind) {
                round.say = own.say;
                round.title = own.title;
                round.text = own.text;
            }
    return made;
}

template <std::size_t N>
constexpr bool is_in_order_of_kinds(const std::array<Words, N>& words) {
    for (std::size_t i = 0; i < N; ++i)
        if (words[i].kind != static_cast<RoundKind>(i)) return false;
    return true;
}
static_assert(is_in_order_of_kinds(dutch) && is_in_order_of_kinds(english));

}  // namespace

const std::vector<Template>& templates() {
    static const std::vector<Template> all{
        make("workshop-180", "nl", "Een dagdeel: drie uur", three_hours, dutch),
        make("workshop-120", "nl", "Een middag: twee uur", two_hours, dutch),
        make("outside-120", "nl", "Eerst naar buiten: twee uur", outside_first, dutch),
        make("second-90", "nl", "Tweede keer: van idee naar plan", second_meeting, dutch),
        with_words(make("choice-90", "nl", "Verdieping: van vijf naar één", to_one_plan, dutch), dutch_one_plan),
        make("workshop-60", "nl", "Kort: één uur", one_hour, dutch),
        make("choose-60", "nl", "Kiezen uit wat er al ligt: één uur", choose_only, dutch),
        with_words(make("green-60", "nl", "Green date: is alles er?", green_date, dutch), dutch_green_date),
        make("ideas-45", "nl", "Alleen ideeën ophalen", ideas_only, dutch),
        make("lunch-30", "nl", "Tijdens de lunch: een half uur", lunch, dutch),
        make("blank-10", "nl", "Leeg: zelf rondes kiezen", beginning_and_end, dutch),
        make("workshop-180", "en", "Half a day: three hours", three_hours, english),
        make("workshop-120", "en", "An afternoon: two hours", two_hours, english),
        make("outside-120", "en", "Outside first: two hours", outside_first, english),
        make("second-90", "en", "Second time: from idea to plan", second_meeting, english),
        with_words(make("choice-90", "en", "Going deeper: from five to one", to_one_plan, english), english_one_plan),
        make("workshop-60", "en", "Short: one hour", one_hour, english),
        make("choose-60", "en", "Choosing from what is there: one hour", choose_only, english),
        with_words(make("green-60", "en", "Green date: is all there?", green_date, english), english_green_date),
        make("ideas-45", "en", "Only collecting ideas", ideas_only, english),
        make("lunch-30", "en", "Over lunch: half an hour", lunch, english),
        make("blank-10", "en", "Blank: choose the rounds yourself", beginning_and_end, english),
    };
    return all;
}

const Template* find_template(std::string_view id, std::string_view language) {
    for (const auto& candidate : templates())
        if (candidate.id == id && candidate.language == language) return &candidate;
    return nullptr;
}

}  // namespace kiemkring::domain
