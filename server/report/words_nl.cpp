#include "report/words.h"

namespace kiemkring::report {

const ReportWords words_nl{
    .language = "nl",
    .months = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},

    .kind = "Verslag van de groep",
    .interim = "Tussenstand",
    .interim_notice = "Tussenstand van {when}. De sessie is nog bezig.",
    .rehearsal_notice = "Dit is een oefening. De mensen zijn nagespeeld.",
    .question = "De vraag", .within = "Klaar binnen", .money = "Geld", .host = "Gastheer",
    .page_of = "{page} van {pages}", .goes_on = "{title} (vervolg)", .contents = "Inhoud",
    .footer = "{title} · {when}",

    .sections = {"In één minuut", "Wie er waren", "Hoe we werkten", "De gekozen ideeën", "Wat de groep gaf en koos", "Alle ideeën", "Op de plattegrond", "De stemmen",
                 "Wie doet wat", "Besluiten", "Hoe het verder gaat", "Over dit verslag"},

    .people_thought = {"{n} mens dacht mee.", "{n} mensen dachten mee."},
    .ideas_came = {"Er kwam {n} idee.", "Er kwamen {n} ideeën."},
    .groups_made = {"Dat werd {n} groep.", "Dat werden {n} groepen."},
    .some_ideas_led = {"{led} van de {all} gekozen ideeën heeft een trekker.", "{led} van de {all} gekozen ideeën hebben een trekker."},
    .on_date = "Op {date} ging het over deze vraag: {question}",
    .met_on_date = "Op {date} kwam de groep bij elkaar.",
    .top_is = "Gekozen, in deze volgorde:", .top_pending = "De uitslag is nog niet onthuld.", .no_top = "Er is niet gestemd.", .no_top_yet = "Er is nog niet gestemd.",
    .every_idea_led = "Elk gekozen idee heeft een trekker.",
    .next_is = "De volgende stap is op {date}: {text}", .next_missing = "Er is nog geen volgende stap afgesproken.",

    .name = "Naam", .organisation = "Organisatie", .role = "Functie", .nobody = "Er deed nog niemand mee.",
    .people = {"{n} mens", "{n} mensen"}, .organisations = {"{n} organisatie", "{n} organisaties"},
    .more_people = {"En nog {n} mens, hier zonder naam.", "En nog {n} mensen, hier zonder naam."},
    .on_paper = {"{n} van hen deed mee op papier.", "{n} van hen deden mee op papier."},
    .names_left_out = "Namen staan niet in dit verslag.", .names_by_consent = "Alleen wie ja zei, staat hier met naam.",
    .hosts_named = "De gastheer en wie verantwoordelijk is voor de gegevens, staan er ook bij.",

    .began = "Begin", .round = "Ronde", .planned = "Plan", .took = "Duurde", .minutes = "{n} min", .stars_title = "Hoe vond je het?",
    .stars_label = "Sterren", .stars_value = "Mensen", .still_going = "bezig",
    .stars = {"1 ster", "2 sterren", "3 sterren", "4 sterren", "5 sterren"},
    .rounds = {"Inloop", "Ideeën", "Groeperen", "Stemmen", "Gelijke stand", "Uitslag", "Wie doet mee", "Afsluiten", "Tafelgesprek", "Pauze",
               "Laten zien", "Toelichten", "Tafelkeuze", "Aanscherpen", "Zorgen", "Rondje terrein", "Verdieping", "Kiezen"},

    .votes = {"{n} stem", "{n} stemmen"},
    .where = "Waar", .whom = "Voor wie", .what = "Wat", .in_time = "Past binnen de tijd", .in_money = "Past binnen het geld", .yes = "ja", .no = "nee",
    .feels = "Hoe het voelt", .fine_and_worried = "{fine} × prima, {worried} × een zorg", .who_leads = "Trekker",
    .lead_missing = "nog niemand", .tied = "gelijk", .near_misses = "Net niet gekozen", .not_revealed = "De uitslag is nog niet onthuld.",
    .decided_by = {"Er stonden ideeën gelijk. Daarom is de lijst langer geworden.",
                   "Er stonden ideeën gelijk. Een extra ronde gaf de doorslag.",
                   "Er stonden ideeën gelijk die veel op elkaar leken. Ze zijn samengevoegd.",
                   "Er stonden ideeën gelijk. Er is geloot, op het grote scherm."},
    .concern_status = {"open", "genoteerd", "opgelost", "vervallen"},

    .chosen = "gekozen", .proposed_word = "lag voor", .nothing_chosen = "Er is geen plan gekozen.", .nothing_chosen_yet = "Er is nog geen plan gekozen.",
    .chosen_is = "Gekozen: {title}. {reason}", .reason = "Waarom", .also_there = "Dit kon ook", .how_chosen = "Hoe we kozen",
    .chosen_otherwise = "De stemming kwam uit op {title}. Daarna is anders gekozen.", .together = "{one} samen met {other}",
    .scores_title = "Wat de groep gaf: gemiddeld, en hoe vaak elk punt van 1 tot 5", .scores_colours = "Wat de groep ziet", .scores_waiting = "De punten staan hier pas als de ronde gesloten is.",
    .scores_none = "Er is niets beoordeeld.", .in_figures = "In cijfers: gemiddelde, laagste en hoogste punt, aantal antwoorden", .plan_word = "Plan", .factor = "Voorwaarde",
    .average_of = "gemiddeld {n} van 5", .nobody_scored = "niemand", .cell = "{average} ({low}–{high}, {n}×)", .cell_same = "{average} ({n}×)",
    .table_says = "De tafel zegt", .table_open = "nog open", .why = "Waarom", .differs = "Waar het verschilt",
    .differs_line = "{title}, {criterion}: van {low} tot {high}", .decimal = ",", .score_colours = {"groen", "oranje", "rood"},
    .plans = {"{n} plan", "{n} plannen"}, .questions = {"{n} vraag", "{n} vragen"},
    .scored_what = {"De groep bekeek {subjects} met {criteria}. {answered} van de {seats} mensen vulde alles in, zonder te zien wat een ander gaf.",
                    "De groep bekeek {subjects} met {criteria}. {answered} van de {seats} mensen vulden alles in, zonder te zien wat een ander gaf."},
    .scored_who = {"{answered} van de {seats} mensen vulde alles in, zonder te zien wat een ander gaf.",
                   "{answered} van de {seats} mensen vulden alles in, zonder te zien wat een ander gaf."},
    .chosen_who = {"Over dit plan zei {answered} van de {seats} mensen wat die ervan vindt.", "Over dit plan zeiden {answered} van de {seats} mensen wat ze ervan vinden."},

    .stand_alone = "Ideeën die op zichzelf staan", .not_grouped = "Niet in een groep", .later = "Voor later", .no_ideas = "Er is nog geen idee.",
    .not_shared = "De ideeën zijn nog niet gedeeld met de groep. Daarom staan ze hier niet.", .pin = "pin {label}", .translation = "{language}: {text}", .merged_idea = "ook: {text}",
    .ideas = {"{n} idee", "{n} ideeën"},
    .later_why = {"Na de ronde voor ideeën gekomen.", "Door geen tafel gekozen.", "Door de begeleider naar later gezet."},

    .plan_description = "Plattegrond, met pinnen van ideeën",
    .pins_none = "Er staat nog geen pin op de plattegrond.", .idea = "Idee", .group = "Groep",

    .vote_title = "Stemming", .runoff_title = "Extra ronde",
    .without_votes = "Zonder stem: {ideas}.", .candidate = "Idee", .vote_count = "Stemmen", .vote_none = "Er is niet gestemd.", .vote_open = "Er wordt nu gestemd.",
    .votes_waiting = "De stemmen staan hier pas als de uitslag onthuld is.", .draw_seed = "Er is geloot met het getal {seed}.",
    .vote_few = "De stemming ging dicht met {voted} van de {seats} mensen, minder dan acht op de tien.",
    .vote_why = "De reden van de begeleider: {why}",
    .still_tied = "Na een extra ronde stonden ideeën nog gelijk.", .lost_runoff = "evenveel als de laatste plaats, de extra ronde gaf de doorslag",
    .lost_draw = "evenveel als de laatste plaats, het lot besliste", .as_many = "evenveel als de laatste plaats",
    .vote_lead = {"{voted} van de {seats} mensen heeft gestemd, met {votes}.", "{voted} van de {seats} mensen hebben gestemd, met {votes} ieder."},
    .votes_each = {"{n} stem", "{n} stemmen"}, .votes_behind = {"{n} minder dan de laatste plaats", "{n} minder dan de laatste plaats"},

    .commitments_none = "Nog niemand heeft zich gemeld.", .who = "Wie", .does = "Doet", .note = "Zei erbij", .person_unnamed = "iemand",
    .hands = {"{n} hand", "{n} handen"},
    .roles = {"trekt de kar", "helpt mee", "denkt mee", "regelt iets", "wil eerst overleggen", "wil op de hoogte blijven", "wordt nog gemist"},

    .decision_when = "Tijd", .decision = "Besluit",
    .decided_tie = "Gelijke stand om plek {place}: {ideas}. {how}",
    .decided_draw_undone = "Er is geloot om plek {place}: {ideas}. Die loting is teruggedraaid en telt niet.",
    .decided_merged = "Samengevoegd met {into}: {ideas}.",
    .decided_concern = "Een zorg over {idea} is {status}.",
    .decided_subject = "De tafel zegt van {subject}: {verdict}.", .decided_choice = "De keuze staat vast: {idea}.",
    .decided_next = "Volgende stap afgesproken: {date}.",
    .decided_vote_closed = {"De stemming is dicht. {voted} van de {seats} mensen had gestemd.", "De stemming is dicht. {voted} van de {seats} mensen hadden gestemd."},
    .decided_vote_few = {"De stemming is dicht, ook al had maar {voted} van de {seats} mensen gestemd.",
                         "De stemming is dicht, ook al hadden maar {voted} van de {seats} mensen gestemd."},
    .decided_top = {"De lijst met {n} gekozen idee ligt vast.", "De lijst van {n} gekozen ideeën ligt vast."},

    .next_step = "Volgende stap", .results_page = "Wie erbij was, vindt de uitslag ook op de eigen telefoon, met dezelfde code.",
    .without_lead = "Zoekt nog een trekker", .open_concerns = "Aantal zorgen dat nog open staat",

    .chosen_together = "Dit kozen we samen", .come_and_think = "Denk mee", .come_next = "Doe mee met de volgende stap",
    .scan = "Scan met de camera van je telefoon. Je hoeft niets te installeren.", .or_type = "Of ga naar {address} en typ",
    .table_number = "Tafel {n}", .name_line = "Naam", .seat_on_paper = "Je doet mee op papier. De begeleider vult het voor je in.",
    .seat_with_link = "Je hebt een eigen link gekregen. Kwijt? Vraag de begeleider.", .more_ideas = {"en nog {n} idee", "en nog {n} ideeën"},

    .kept_until = "Bewaard tot", .controller = "Verantwoordelijk voor de gegevens",
    .how_votes = "Iedereen stemde op de eigen telefoon of op papier. Tijdens het stemmen zag niemand een tussenstand. Na afloop is de band "
                 "tussen mensen en stemmen doorgeknipt.",
    .how_names = "Bij een idee en bij een stem staat nooit een naam.",
    .recount = "Wie wil natellen, vraagt het bestand van de sessie (.kiemkring) en gebruikt: kiemkring recount.",

    .colophon = "Versie {n} van de inhoud. Vingerafdruk (sha256): {hash}", .colophon_unnumbered = "Vingerafdruk van de inhoud (sha256): {hash}",
};

}  // namespace kiemkring::report
