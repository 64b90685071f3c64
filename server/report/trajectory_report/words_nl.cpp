#include "report/trajectory_report/words.h"

namespace kiemkring::report {

const DossierWords dossier_words_nl{
    .kind = "Verslag van het traject", .summary_kind = "Traject op één pagina",
    .sections = {"In één minuut", "Stap 1: de groene date", "Stap 2: de sessie", "Stap 3: de keuze", "Stap 4: het plan", "Stap 5: de opening",
                 "Wat er is besloten", "Over dit verslag"},
    .steps = {"Verkennen & verbinden", "Inspiratie & co-creatie", "Verdieping & selectie", "Implementatie & borging", "Vieren & verbreden"},
    .outcomes = {"Het traject loopt.", "Deze keer geen match.", "Dit traject is gestopt.", "Dit traject is klaar."},
    .colours = {"nog open", "geregeld", "deels", "nog niet"}, .fits = {"nog open", "past", "kan, met extra werk", "lastig of weinig"},

    .somebody = "iemand", .nobody_yet = "nog niemand", .not_yet = "nog niet bekend", .and_more = "en nog {n}",
    .from_until = "{from} tot en met {until}", .no_date = "nog geen dag", .note = "Toelichting", .name = "Naam", .who = "Wie", .when = "Wanneer",
    .what = "Wat", .state = "Hoe het staat", .day = "Dag", .location = "Waar", .role = "Rol", .organisation = "Organisatie", .idea = "Idee",
    .square_metres = "{n} m²", .area = "Groen (m²)", .trees = "Bomen", .tiles = "Tegels eruit",

    .place = "De plek", .address = "Adres", .funder = "Geldgever", .about_place = "Over de plek", .room = "Ruimte voor groen",
    .facilitator = "Begeleid door", .step_of = "Stap {n} van 5: {step}", .all_steps = "De vijf stappen", .step = "Stap", .opened = "Open sinds",
    .step_done = "✓ gedaan", .step_now = "◆ hier zijn we", .step_later = "○ later", .chosen_is = "Wij maken", .chosen_two = "{first}, samen met {second}",
    .chosen_word = "gekozen", .not_chosen = "Er is nog niets gekozen.", .next = "Volgende stap", .next_none = "nog niets afgesproken",
    .covered = "Toegezegd of ontvangen", .short_of = "Er is {amount} te weinig.", .left_over = "Er blijft {amount} over.", .even = "Het komt precies uit.",
    .became = "Groen geworden", .sorts = {"Eén bedrijf", "Bedrijvenpark"},

    .factors = "Is alles er voor een groene plek?", .factors_count = "{green} van {all} geregeld",
    .opened_anyway = "Stap 2 ging toch open, met deze reden: “{reason}” ({who})", .people = "Wie erbij horen", .hours = "Tijd",
    .hours_value = "{n} uur per week", .companies = "Bedrijven", .budget = "Geld voor de groene plek", .fee = "Kosten van stap 1 tot en met 3, vrij van btw",
    .paid_by = "Wie betaalt", .colleagues = "Hoe collega’s ervan horen", .neighbours = "Hoe buren ervan horen",
    .contact_roles = {"contactpersoon", "parkmanager", "procesregisseur", "eigenaar van de grond", "anders"},

    .votes = {"{n} stem", "{n} stemmen"}, .on_paper_hands = {"{n} hand ging omhoog", "{n} handen gingen omhoog"},
    .sessions_none = "Er is nog geen sessie geweest.", .ideas_title = "De ideeën die bovenaan kwamen", .votes_title = "De stemmen", .number_of_votes = "Stemmen",
    .other_ideas = "De andere ideeën", .missing = "Wordt nog gemist", .commitments = "Wie doet mee", .fact_finding = "Wat is uitgezocht",
    .commitment_roles = {"trekt de kar", "helpt mee", "denkt mee", "regelt iets", "wil eerst overleggen", "wil op de hoogte blijven"},
    .task_states = {"○ nog doen", "◆ bezig", "✓ klaar"},

    .who_decides = "Wie beslist", .agreed_on = "Afgesproken op", .matrix = "De ideeën naast elkaar", .criterion = "Waar we op letten", .weight = "gewicht",
    .matrix_none = "De ideeën zijn nog niet naast elkaar gezet.", .group_gave = "groep: {points} van 5 ({n} antwoorden)",
    .shapes_key = "✓ past   ◆ kan, met extra werk   ▲ lastig of weinig   ○ nog open", .like = "Lijkt op iets dat al bestaat",
    .like_what = "Bestaand concept (jullie woorden)", .our_own = "ons eigen plan", .becomes = "Dat wordt", .reason = "Waarom dit idee", .method = "Hoe er is gekozen",
    .concerns = "Zorgen, en wat ermee is gedaan", .decided_by = "Besloten door", .none_chosen = "Geen van de ideeën", .reopened = "Opnieuw geopend, omdat",
    .decision_makers = {"de groep, met instemming", "de groep, met stemmen", "de opdrachtgever"},
    .methods = {"met instemming", "met stemmen", "met een extra ronde", "met een loting, na gelijke stand", "door een besluit van de opdrachtgever"},
    .routes = {"", "een concept van IVN", "een bestaand concept", "een eigen plan"},

    .goal = "Wat we willen bereiken", .spot = "Waar het komt", .work_begins = "Begin van het werk", .work_ends = "Klaar op", .group = "De werkgroep",
    .group_none = "Er is nog niemand voor de werkgroep gevraagd.", .asked_for = "Gevraagd voor", .answer = "Antwoord",
    .by_letter = "met een ondertekende brief", .letter_gone = "De bijgevoegde brief is er niet meer: dit ja telt niet.", .other_terms = "Dit ja ging over andere afspraken.", .money = "Wat het kost, en wie betaalt",
    .costs_title = "Kosten", .cost = "Waarvoor", .amount = "Bedrag", .basis = "Waar het bedrag vandaan komt", .no_basis = "nog zonder onderbouwing",
    .in_kind = "in natura", .hours_of = "{n} uur eigen werk", .covers_title = "Dekking", .cover = "Van wie of waaruit", .sum_cost = "Kosten in geld",
    .sum_contingency = "Voor tegenvallers ({percent}%)", .sum_needed = "Nodig", .sum_received = "Ontvangen", .sum_promised = "Toegezegd",
    .sum_hoped = "Gehoopt, telt nog niet mee", .sum_in_kind = "In natura, telt niet mee", .planning = "Wanneer wat gebeurt", .sort = "Soort werk",
    .season_key = "Licht: de tijd van het jaar waarin dit werk kan. ▲ valt erbuiten.", .tasks = "Taken", .risks = "Wat kan misgaan", .chance = "Kans",
    .effect = "Gevolg", .measure = "Wat we eraan doen", .permits = "Toestemming en vergunningen", .authority = "Wie toestemming geeft",
    .agreements = "Afspraken voor later", .owner = "Van wie de grond is", .maintainer = "Wie het onderhoudt", .frequency = "Hoe vaak",
    .holds_until = "Afgesproken tot en met", .ownership_note = "Over het eigendom", .upkeep_note = "Over het onderhoud",
    .confirmations = "Wie ja zei op de afspraken", .versions = "Versies van het plan", .version = "Versie",
    .changed_since = "Het plan is veranderd sinds versie {n}.", .never_ready = "Het plan is nog niet klaar gemeld.",
    .answers = {"nog niet gevraagd", "gevraagd, nog geen antwoord", "✓ ja", "▲ nee"},
    .cover_states = {"gehoopt", "toegezegd", "ontvangen"}, .levels = {"klein", "gemiddeld", "groot"}, .confirms = {"eigendom", "onderhoud", "werkgroep"},
    .activities = {"voorbereiden", "grond bewerken", "planten met kale wortel", "planten uit een pot", "zaaien", "bouwen", "onderhoud", "anders"},
    .season_hints = {"", "Van half maart tot half juli broeden vogels.", "Planten met kale wortel doe je van november tot en met maart.",
                     "Planten uit een pot slaan het best aan in het voorjaar en het najaar.", "Zaaien doe je van maart tot en met mei, of in september en oktober.",
                     "", "", ""},
    .permit_states = {"○ nog uitzoeken", "✓ niet nodig", "○ nog aanvragen", "◆ aangevraagd", "✓ gekregen", "▲ geweigerd"},
    .short_months = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},

    .opening_none = "De opening is nog niet gepland.", .party = "Het feest", .measured = "Wat het is geworden", .measured_what = "Gemeten",
    .planned = "In het plan", .measured_value = "Nu", .people_joined = "Mensen die meededen", .story = "Het verhaal", .photos = "Hoe het was, en hoe het werd",
    .before = "Ervoor", .during = "Tijdens het werk", .after = "Erna", .thanks = "Dank aan", .upkeep = "Onderhoud over de jaren", .every = "Elke",
    .first_on = "Van en tot", .function = "Wie: een functie", .last_done = "Laatst gedaan", .next_round = "Zaad voor een volgende ronde",
    .next_round_lead = "Deze ideeën zijn nu niet gekozen. Ze blijven bewaard.",
    .thanked = {"Ook {n} mens die hier zonder naam staat.", "Ook {n} mensen die hier zonder naam staan."}, .months_between = {"maand", "{n} maanden"},
    .neighbours_joined = {"{n} buur wil meedoen.", "{n} buren willen meedoen."},

    .happened_none = "Er is nog niets besloten.", .decision = "Besluit", .shortened = "Wat lang geleden is besloten, staat hier niet meer.",
    .opened_step = "Stap {n} ging open: {step}.", .opened_with = "Stap {n} ging open: {step}. Er ontbrak nog iets. De reden: “{reason}”",
    .went_back = "Terug naar stap {n}: {step}. De reden: “{reason}”", .ended = "{how}", .ended_with = "{how} De reden: “{reason}”",
    .refund = "Er gaat {amount} terug, vrij van btw.", .decider_said = "Vastgelegd wie beslist: {who}.", .chosen_event = "Gekozen: {idea}. De reden: “{reason}”",
    .none_event = "Geen van de ideeën gekozen. De reden: “{reason}”", .open_again = "De keuze ging weer open. De reden: “{reason}”",
    .version_ready = "Het plan is klaar gemeld: versie {n}.", .said_yes = "{name} zei ja ({what}).", .said_no = "{name} zei nee ({what}).",
    .handed_over = "{name} begeleidt het traject.", .handed_to_nobody = "Niemand begeleidt het traject.",

    .names_left_out = "Namen van mensen staan niet in dit verslag.",
    .names_by_consent = "Alleen wie ja zei, staat hier met naam. Wie het traject begeleidt, staat er ook bij.",
    .contacts_left_out = "E-mailadressen en telefoonnummers van mensen staan nooit in een verslag.",
};

}  // namespace kiemkring::report
