#include "report/trajectory_report/words.h"

namespace kiemkring::report {

const DossierWords dossier_words_en{
    .kind = "Report of the trajectory", .summary_kind = "The trajectory on one page",
    .sections = {"In one minute", "Step 1: the green date", "Step 2: the session", "Step 3: the choice", "Step 4: the plan", "Step 5: the opening",
                 "What was decided", "About this report"},
    .steps = {"Explore & connect", "Inspiration & co-creation", "Depth & selection", "Realisation & upkeep", "Celebrate & broaden"},
    .outcomes = {"The trajectory goes on.", "No match this time.", "This trajectory was stopped.", "This trajectory is finished."},
    .colours = {"still open", "arranged", "partly", "not yet"}, .fits = {"still open", "fits", "possible, with extra work", "difficult or little"},

    .somebody = "somebody", .nobody_yet = "nobody yet", .not_yet = "not known yet", .and_more = "and {n} more",
    .from_until = "{from} to {until}", .no_date = "no day yet", .note = "Note", .name = "Name", .who = "Who", .when = "When",
    .what = "What", .state = "State", .day = "Day", .location = "Where", .role = "Role", .organisation = "Organisation", .idea = "Idea",
    .square_metres = "{n} m²", .area = "Green (m²)", .trees = "Trees", .tiles = "Tiles out",

    .place = "The place", .address = "Address", .funder = "Funder", .about_place = "About the place", .room = "Room for green",
    .facilitator = "Guided by", .step_of = "Step {n} of 5: {step}", .all_steps = "The five steps", .step = "Step", .opened = "Open since",
    .step_done = "✓ done", .step_now = "◆ here we are", .step_later = "○ later", .chosen_is = "We make", .chosen_two = "{first}, together with {second}",
    .chosen_word = "chosen", .not_chosen = "Nothing is chosen yet.", .next = "Next step", .next_none = "nothing agreed yet",
    .covered = "Promised or received", .short_of = "{amount} is lacking.", .left_over = "{amount} is left over.", .even = "It fits exactly.",
    .became = "Became green", .sorts = {"One company", "Business park"},

    .factors = "Is everything there for a green place?", .factors_count = "{green} of {all} arranged",
    .opened_anyway = "Step 2 was opened anyway, for this reason: “{reason}” ({who})", .people = "Who belongs to it", .hours = "Time",
    .hours_value = "{n} hours a week", .companies = "Companies", .budget = "Money for the green place", .fee = "Cost of steps 1 to 3, exempt from VAT",
    .paid_by = "Who pays", .colleagues = "How colleagues hear of it", .neighbours = "How neighbours hear of it",
    .contact_roles = {"contact person", "park manager", "process director", "owner of the ground", "other"},

    .votes = {"{n} vote", "{n} votes"}, .on_paper_hands = {"{n} hand was raised", "{n} hands were raised"},
    .sessions_none = "There was no session yet.", .ideas_title = "The ideas that came first", .votes_title = "The votes", .number_of_votes = "Votes",
    .other_ideas = "The other ideas", .missing = "Still missing", .commitments = "Who takes part", .fact_finding = "What was found out",
    .commitment_roles = {"leads it", "helps", "thinks along", "arranges something", "wants to check first", "wants to be kept posted"},
    .task_states = {"○ to do", "◆ busy", "✓ done"},

    .who_decides = "Who decides", .agreed_on = "Agreed on", .matrix = "The ideas side by side", .criterion = "What we look at", .weight = "weight",
    .matrix_none = "The ideas were not put side by side yet.", .group_gave = "group: {points} of 5 ({n} answers)",
    .shapes_key = "✓ fits   ◆ possible, with extra work   ▲ difficult or little   ○ still open", .like = "Is like something that exists",
    .like_what = "Known concept (your words)", .our_own = "our own plan", .becomes = "It becomes", .reason = "Why this idea", .method = "How it was chosen",
    .concerns = "Concerns, and what was done with them", .decided_by = "Decided by", .none_chosen = "None of the ideas", .reopened = "Opened again, because",
    .decision_makers = {"the group, by consent", "the group, by vote", "the client"},
    .methods = {"by consent", "by vote", "by a second vote", "by lot, after a tie", "by a decision of the client"},
    .routes = {"", "a concept of IVN", "an existing concept", "a plan of our own"},

    .goal = "What we want to reach", .spot = "Where it comes", .work_begins = "Work begins", .work_ends = "Ready on", .group = "The working group",
    .group_none = "Nobody was asked for the working group yet.", .asked_for = "Asked for", .answer = "Answer",
    .by_letter = "by a signed letter", .letter_gone = "The attached letter is no longer here: this yes does not count.", .other_terms = "This yes was about other terms.", .money = "What it costs, and who pays",
    .costs_title = "Costs", .cost = "For what", .amount = "Amount", .basis = "Where the figure comes from", .no_basis = "without a basis yet",
    .in_kind = "in kind", .hours_of = "{n} hours of own work", .covers_title = "Cover", .cover = "From whom or what", .sum_cost = "Costs in money",
    .sum_contingency = "For setbacks ({percent}%)", .sum_needed = "Needed", .sum_received = "Received", .sum_promised = "Promised",
    .sum_hoped = "Hoped for, does not count yet", .sum_in_kind = "In kind, does not count", .planning = "When it happens", .sort = "Kind of work",
    .season_key = "Light: the time of the year in which this work can be done. ▲ lies outside it.", .tasks = "Tasks", .risks = "What may go wrong",
    .chance = "Chance", .effect = "Effect", .measure = "What we do about it", .permits = "Permission and permits", .authority = "Who gives permission",
    .agreements = "Agreements for later", .owner = "Whose ground it is", .maintainer = "Who looks after it", .frequency = "How often",
    .holds_until = "Agreed until", .ownership_note = "About ownership", .upkeep_note = "About upkeep",
    .confirmations = "Who said yes to the agreements", .versions = "Versions of the plan", .version = "Version",
    .changed_since = "The plan has changed since version {n}.", .never_ready = "The plan was not marked ready yet.",
    .answers = {"not asked yet", "asked, no answer yet", "✓ yes", "▲ no"},
    .cover_states = {"hoped for", "promised", "received"}, .levels = {"small", "medium", "big"}, .confirms = {"ownership", "upkeep", "working group"},
    .activities = {"preparing", "groundwork", "bare-root planting", "planting from pots", "sowing", "building", "upkeep", "other"},
    .season_hints = {"", "From mid March to mid July birds are breeding.", "Bare-root planting is done from November to March.",
                     "Plants from pots root best in spring and in autumn.", "Sowing is done from March to May, or in September and October.", "", "", ""},
    .permit_states = {"○ to find out", "✓ not needed", "○ still to ask", "◆ asked for", "✓ granted", "▲ refused"},
    .short_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},

    .opening_none = "The opening is not planned yet.", .party = "The party", .measured = "What it became", .measured_what = "Measured",
    .planned = "In the plan", .measured_value = "Now", .people_joined = "People who took part", .story = "The story", .photos = "How it was, and how it became",
    .before = "Before", .during = "During the work", .after = "After", .thanks = "Thanks to", .upkeep = "Upkeep over the years", .every = "Every",
    .first_on = "From and until", .function = "Who: a function", .last_done = "Last done", .next_round = "Seeds for a next round",
    .next_round_lead = "These ideas were not chosen now. They are kept.",
    .thanked = {"Also {n} person who is not named here.", "Also {n} people who are not named here."}, .months_between = {"month", "{n} months"},
    .neighbours_joined = {"{n} neighbour wants to take part.", "{n} neighbours want to take part."},

    .happened_none = "Nothing was decided yet.", .decision = "Decision", .shortened = "What was decided long ago is not here any more.",
    .opened_step = "Step {n} opened: {step}.", .opened_with = "Step {n} opened: {step}. Something was missing. The reason: “{reason}”",
    .went_back = "Back to step {n}: {step}. The reason: “{reason}”", .ended = "{how}", .ended_with = "{how} The reason: “{reason}”",
    .refund = "{amount} is paid back, exempt from VAT.", .decider_said = "Recorded who decides: {who}.", .chosen_event = "Chosen: {idea}. The reason: “{reason}”",
    .none_event = "None of the ideas chosen. The reason: “{reason}”", .open_again = "The choice was opened again. The reason: “{reason}”",
    .version_ready = "The plan was marked ready: version {n}.", .said_yes = "{name} said yes ({what}).", .said_no = "{name} said no ({what}).",
    .handed_over = "{name} guides the trajectory.", .handed_to_nobody = "Nobody guides the trajectory.",

    .names_left_out = "Names of people are not in this report.",
    .names_by_consent = "Only who said yes is named here. Whoever guides the trajectory is named as well.",
    .contacts_left_out = "E-mail addresses and telephone numbers of people are never in a report.",
};

}  // namespace kiemkring::report
