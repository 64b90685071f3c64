#include "report/words.h"

namespace kiemkring::report {

const ReportWords words_en{
    .language = "en",
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},

    .kind = "Report of the group",
    .interim = "Interim report",
    .interim_notice = "As things stood on {when}. The session is still going on.",
    .rehearsal_notice = "This is a rehearsal. The people are simulated.",
    .question = "The question", .within = "Finished within", .money = "Money", .host = "Host",
    .page_of = "{page} of {pages}", .goes_on = "{title} (continued)", .contents = "Contents",
    .footer = "{title} · {when}",

    .sections = {"In one minute", "Who was there", "How we worked", "The chosen ideas", "What the group gave and chose", "All ideas", "On the map", "The votes", "Who does what",
                 "Decisions", "What comes next", "About this report"},

    .people_thought = {"{n} person thought along.", "{n} people thought along."},
    .ideas_came = {"There was {n} idea.", "There were {n} ideas."},
    .groups_made = {"They became {n} group.", "They became {n} groups."},
    .some_ideas_led = {"{led} of the {all} chosen ideas has somebody who leads it.", "{led} of the {all} chosen ideas have somebody who leads them."},
    .on_date = "On {date} this was the question: {question}",
    .met_on_date = "On {date} the group met.",
    .top_is = "Chosen, in this order:", .top_pending = "The result has not been revealed yet.", .no_top = "There was no vote.", .no_top_yet = "There has been no vote yet.",
    .every_idea_led = "Every chosen idea has somebody who leads it.",
    .next_is = "The next step is on {date}: {text}", .next_missing = "No next step has been agreed on yet.",

    .name = "Name", .organisation = "Organisation", .role = "Position", .nobody = "Nobody has taken part yet.",
    .people = {"{n} person", "{n} people"}, .organisations = {"{n} organisation", "{n} organisations"},
    .more_people = {"And {n} more person, here without a name.", "And {n} more people, here without names."},
    .on_paper = {"{n} of them took part on paper.", "{n} of them took part on paper."},
    .names_left_out = "There are no names in this report.", .names_by_consent = "Only who said yes is named here.",
    .hosts_named = "The host, and who is responsible for the data, are named as well.",

    .began = "Began", .round = "Round", .planned = "Planned", .took = "Took", .minutes = "{n} min", .stars_title = "How did you like it?",
    .stars_label = "Stars", .stars_value = "People", .still_going = "going on",
    .stars = {"1 star", "2 stars", "3 stars", "4 stars", "5 stars"},
    .rounds = {"Lobby", "Ideas", "Grouping", "Vote", "Tie", "Result", "Commitments", "Close", "Table talk", "Break", "Show", "Pitch",
               "Table choice", "Sharpen", "Concerns", "Site walk", "Going deeper", "Choosing"},

    .votes = {"{n} vote", "{n} votes"},
    .where = "Where", .whom = "For whom", .what = "What", .in_time = "Fits the time", .in_money = "Fits the money", .yes = "yes", .no = "no",
    .feels = "How it feels", .fine_and_worried = "{fine} × fine, {worried} × a concern", .who_leads = "Lead",
    .lead_missing = "nobody yet", .tied = "tied", .near_misses = "Just not chosen", .not_revealed = "The result has not been revealed yet.",
    .decided_by = {"Ideas were tied. So the list became longer.", "Ideas were tied. A run-off decided.",
                   "Ideas were tied that were nearly the same. They were merged.", "Ideas were tied. Lots were drawn, on the big screen."},
    .concern_status = {"open", "noted", "resolved", "dropped"},

    .chosen = "chosen", .proposed_word = "was proposed", .nothing_chosen = "No plan was chosen.", .nothing_chosen_yet = "No plan has been chosen yet.",
    .chosen_is = "Chosen: {title}. {reason}", .reason = "Why", .also_there = "What else there was", .how_chosen = "How we chose",
    .chosen_otherwise = "The vote came to {title}. Something else was chosen afterwards.", .together = "{one} together with {other}",
    .scores_title = "What the group gave: on average, and how often each point from 1 to 5", .scores_colours = "What the group sees", .scores_waiting = "The scores are here once the round is closed.",
    .scores_none = "Nothing was scored.", .in_figures = "In figures: average, lowest and highest point, number of answers", .plan_word = "Plan", .factor = "Condition",
    .average_of = "{n} of 5 on average", .nobody_scored = "nobody", .cell = "{average} ({low}–{high}, {n}×)", .cell_same = "{average} ({n}×)",
    .table_says = "The table says", .table_open = "still open", .why = "Why", .differs = "Where people differ",
    .differs_line = "{title}, {criterion}: from {low} to {high}", .decimal = ".", .score_colours = {"green", "amber", "red"},
    .plans = {"{n} plan", "{n} plans"}, .questions = {"{n} question", "{n} questions"},
    .scored_what = {"The group looked at {subjects} with {criteria}. {answered} of the {seats} people filled in everything, without seeing what anybody else gave.",
                    "The group looked at {subjects} with {criteria}. {answered} of the {seats} people filled in everything, without seeing what anybody else gave."},
    .scored_who = {"{answered} of the {seats} people filled in everything, without seeing what anybody else gave.",
                   "{answered} of the {seats} people filled in everything, without seeing what anybody else gave."},
    .chosen_who = {"{answered} of the {seats} people said what they think of this plan.", "{answered} of the {seats} people said what they think of this plan."},

    .stand_alone = "Ideas that stand by themselves", .not_grouped = "In no group", .later = "For later", .no_ideas = "There is no idea yet.",
    .not_shared = "The ideas have not been shared with the group yet. So they are not here.", .pin = "pin {label}", .translation = "{language}: {text}", .merged_idea = "also: {text}",
    .ideas = {"{n} idea", "{n} ideas"},
    .later_why = {"Came after the round for ideas.", "Chosen by no table.", "Moved to later by the facilitator."},

    .plan_description = "Map of the place, with pins of ideas",
    .pins_none = "There is no pin on the map yet.", .idea = "Idea", .group = "Group",

    .vote_title = "Vote", .runoff_title = "Second vote",
    .without_votes = "Without a vote: {ideas}.", .candidate = "Idea", .vote_count = "Votes", .vote_none = "There was no vote.", .vote_open = "People are voting now.",
    .votes_waiting = "The votes are here once the result is revealed.", .draw_seed = "Lots were drawn with the number {seed}.",
    .vote_few = "It was closed with {voted} of the {seats} people, which is fewer than eight in ten.",
    .vote_why = "The facilitator's reason: {why}",
    .still_tied = "After a run-off ideas were still tied.", .lost_runoff = "as many as the last place, decided by the run-off",
    .lost_draw = "as many as the last place, decided by lot", .as_many = "as many as the last place",
    .vote_lead = {"{voted} of the {seats} people voted, with {votes}.", "{voted} of the {seats} people voted, with {votes} each."},
    .votes_each = {"{n} vote", "{n} votes"}, .votes_behind = {"{n} fewer than the last place", "{n} fewer than the last place"},

    .commitments_none = "Nobody has come forward yet.", .who = "Who", .does = "Does", .note = "Added", .person_unnamed = "somebody",
    .hands = {"{n} hand", "{n} hands"},
    .roles = {"leads", "helps", "thinks along", "arranges something", "wants to consult first", "wants to be kept posted", "is still missing"},

    .decision_when = "Time", .decision = "Decision",
    .decided_tie = "Tie for place {place}: {ideas}. {how}",
    .decided_draw_undone = "Lots were drawn for place {place}: {ideas}. That draw was undone and does not count.",
    .decided_merged = "Merged into {into}: {ideas}.",
    .decided_concern = "A concern about {idea} was {status}.",
    .decided_subject = "The table says of {subject}: {verdict}.", .decided_choice = "The choice is final: {idea}.",
    .decided_next = "Next step agreed on: {date}.",
    .decided_vote_closed = {"The vote was closed. {voted} of the {seats} people had voted.", "The vote was closed. {voted} of the {seats} people had voted."},
    .decided_vote_few = {"The vote was closed, although only {voted} of the {seats} people had voted.",
                         "The vote was closed, although only {voted} of the {seats} people had voted."},
    .decided_top = {"The list of {n} chosen idea is final.", "The list of {n} chosen ideas is final."},

    .next_step = "Next step", .results_page = "Whoever was there also finds the result on their own phone, with the same code.",
    .without_lead = "Still looking for a lead", .open_concerns = "Number of concerns still open",

    .chosen_together = "What we chose together", .come_and_think = "Think along", .come_next = "Join the next step",
    .scan = "Scan this with the camera of your phone. There is nothing to install.", .or_type = "Or go to {address} and type",
    .table_number = "Table {n}", .name_line = "Name", .seat_on_paper = "You take part on paper. The facilitator fills it in for you.",
    .seat_with_link = "You were given a link of your own. Lost it? Ask the facilitator.", .more_ideas = {"and {n} more idea", "and {n} more ideas"},

    .kept_until = "Kept until", .controller = "Responsible for the data",
    .how_votes = "Everybody voted on their own phone or on paper. Nobody saw a score while people voted. Afterwards the link between people and "
                 "votes was cut.",
    .how_names = "No idea and no vote ever carries a name.",
    .recount = "To count again, ask for the file of the session (.kiemkring) and use: kiemkring recount.",

    .colophon = "Version {n} of the content. Fingerprint (sha256): {hash}", .colophon_unnumbered = "Fingerprint of the content (sha256): {hash}",
};

}  // namespace kiemkring::report
