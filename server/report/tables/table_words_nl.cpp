#include "report/tables/table_words.h"

namespace kiemkring::report {

const TableWords& table_words(std::string_view language) { return language == "en" ? table_words_en : table_words_nl; }

const TableWords table_words_nl{
    .about = {"Over", "over", ""},
    .ideas = {"Ideeën", "ideeen", "Er is nog geen idee."},
    .groups = {"Groepen", "groepen", "Er is nog geen groep."},
    .votes = {"Stemmen", "stemmen", "Er was geen stemming."},
    .ballots = {"Stembriefjes", "stembriefjes", "Er zijn geen stembriefjes."},
    .commitments = {"Toezeggingen", "toezeggingen", "Er heeft zich nog niemand gemeld."},
    .tasks = {"Taken", "taken", "Er is nog geen volgende stap afgesproken."},
    .budget = {"Budget", "budget", "Over geld is niets bekend in deze sessie."},
    .scores = {"Scores", "scores", "Er zijn geen scores gegeven."},
    .choices = {"Keuzes", "keuzes", "Er is nog niets gekozen."},

    .what = "Wat", .value = "Waarde", .number = "Nummer", .idea = "Idee", .explanation = "Toelichting", .round = "Ronde", .letter = "Letter",
    .group = "Groep", .time = "Tijd", .group_votes = "Stemmen van de groep", .status = "Status", .merged_with = "Samengevoegd met",
    .photos = "Foto's", .pin = "Op de plattegrond", .second_language = "Tweede taal", .in_that_language = "In die taal", .how_many_ideas = "Ideeën",
    .where = "Waar", .whom = "Voor wie", .in_time = "Past binnen de tijd", .in_money = "Past binnen het geld", .vote = "Stemming",
    .votes_given = "Stemmen", .place = "Plaats", .tied = "Gelijk", .why_early = "Eerder gesloten omdat", .ballot = "Stembriefje", .who = "Wie", .role = "Doet", .hands = "Handen",
    .note = "Erbij", .sort = "Soort", .date = "Datum", .amount = "Bedrag", .hours = "Uren", .basis = "Waar het vandaan komt",
    .criterion = "Criterium", .score = "Score", .times_given = "Aantal keer", .chosen_by = "Door wie", .reason = "Waarom",

    .session = "Sessie", .place_of_session = "Plek", .question = "Vraag", .began = "Begonnen", .made = "Gemaakt", .state = "Stand",
    .interim = "tussenstand, de sessie loopt nog", .ended = "de sessie is afgesloten", .names = "Namen", .names_everybody = "van iedereen die iets toezegde",
    .names_nobody = "geen", .clock = "Tijden", .clock_dutch = "op de klok in Nederland",

    .idea_status = {"doet mee", "verborgen", "samengevoegd", "ingetrokken", "later", "wacht"},
    .yes = "ja", .no = "nee", .main_vote = "stemming", .run_off = "extra ronde", .unnamed_group = "groep zonder naam",
    .votes_wait = "De stemmen staan hier als de uitslag is onthuld.",

    .next_step = "volgende stap", .seeks_lead = "zoekt een trekker", .seeks_somebody = "zoekt nog", .open_concerns = "open zorgen",
    .dossier_task = "taak uit het dossier",
    .task_state = {"open", "mee bezig", "klaar"},

    .money_of_session = "geld volgens de uitnodiging", .fits_money = "past binnen het geld", .cost = "kosten", .cost_in_kind = "kosten in natura",
    .cover = "dekking",
    .cover_state = {"gehoopt", "toegezegd", "ontvangen"},

    .colours = {"groen", "oranje", "rood"},
    .verdicts = {"open", "groen", "oranje", "rood"},

    .table = "tafel", .the_group = "de groep", .result = "uitslag van de stemming", .group_choice = "keuze van de groep",
    .group_proposal = "voorstel, nog niet gekozen",

    .chart_votes = "Stemmen per groep",
    .date_format = "dd-mm-yyyy", .time_format = "dd-mm-yyyy hh:mm:ss", .money_format = "€ #,##0.00",
    .separator = ';', .decimal_sign = ',',
};

}  // namespace kiemkring::report
