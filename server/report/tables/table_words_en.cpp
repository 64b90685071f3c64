#include "report/tables/table_words.h"

namespace kiemkring::report {

const TableWords table_words_en{
    .about = {"About", "about", ""},
    .ideas = {"Ideas", "ideas", "There is no idea yet."},
    .groups = {"Groups", "groups", "There is no group yet."},
    .votes = {"Votes", "votes", "There was no vote."},
    .ballots = {"Ballots", "ballots", "There are no ballots."},
    .commitments = {"Commitments", "commitments", "Nobody has come forward yet."},
    .tasks = {"Tasks", "tasks", "No next step was agreed on yet."},
    .budget = {"Budget", "budget", "Nothing is known about money in this session."},
    .scores = {"Scores", "scores", "No scores were given."},
    .choices = {"Choices", "choices", "Nothing was chosen yet."},

    .what = "What", .value = "Value", .number = "Number", .idea = "Idea", .explanation = "Explanation", .round = "Round", .letter = "Letter",
    .group = "Group", .time = "Time", .group_votes = "Votes of the group", .status = "Status", .merged_with = "Merged with",
    .photos = "Photos", .pin = "On the map", .second_language = "Second language", .in_that_language = "In that language",
    .how_many_ideas = "Ideas", .where = "Where", .whom = "For whom", .in_time = "Fits the time", .in_money = "Fits the money",
    .vote = "Vote", .votes_given = "Votes", .place = "Place", .tied = "Tied", .why_early = "Closed early because", .ballot = "Ballot", .who = "Who", .role = "Does",
    .hands = "Hands", .note = "Added", .sort = "Kind", .date = "Date", .amount = "Amount", .hours = "Hours", .basis = "Where it comes from",
    .criterion = "Criterion", .score = "Score", .times_given = "Times given", .chosen_by = "By whom", .reason = "Why",

    .session = "Session", .place_of_session = "Place", .question = "Question", .began = "Began", .made = "Made", .state = "State",
    .interim = "interim, the session goes on", .ended = "the session has ended", .names = "Names", .names_everybody = "of everybody who committed to something",
    .names_nobody = "none", .clock = "Times", .clock_dutch = "on the clock of the Netherlands",

    .idea_status = {"live", "hidden", "merged", "withdrawn", "later", "waiting"},
    .yes = "yes", .no = "no", .main_vote = "vote", .run_off = "second vote", .unnamed_group = "group without a name",
    .votes_wait = "The votes are here once the result is revealed.",

    .next_step = "next step", .seeks_lead = "seeks a lead", .seeks_somebody = "still seeks", .open_concerns = "open concerns",
    .dossier_task = "task of the dossier",
    .task_state = {"open", "in progress", "done"},

    .money_of_session = "money as invited", .fits_money = "fits the money", .cost = "cost", .cost_in_kind = "cost in kind", .cover = "cover",
    .cover_state = {"hoped for", "promised", "received"},

    .colours = {"green", "amber", "red"},
    .verdicts = {"open", "green", "amber", "red"},

    .table = "table", .the_group = "the group", .result = "result of the vote", .group_choice = "choice of the group",
    .group_proposal = "proposal, not chosen yet",

    .chart_votes = "Votes of each group",
    .date_format = "yyyy-mm-dd", .time_format = "yyyy-mm-dd hh:mm:ss", .money_format = "€ #,##0.00",
    .separator = ',', .decimal_sign = '.',
};

}  // namespace kiemkring::report
