// What is shown of trajectories: at desks, and behind personal links.
#include "domain/trajectory/next_dated.h"
#include "domain/trajectory/plan_rules.h"
#include "domain/trajectory/reasons.h"
#include "wire/described_trajectory.h"
#include "wire/trajectory.h"
#include "wire/write.h"

namespace kiemkring::wire {

using namespace trajectory;
using domain::Version;

namespace {

struct Listed {
    EntryId id;
    Version version{};
    Time at{};
    OrganiserId by{};
    Entry entry;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (id, version, at, by, entry))

/// What happened, for the list of it: the values themselves stand in the entries.
struct Told {
    Version version{};
    Time at{};
    OrganiserId by{};
    std::string event, kind, name;
    EntryId entry;
    bool added{}, removed{}, undone{}, can_undo{}, can_erase{};
    bool by_itself{};  ///< the server took it from a session
    std::optional<Entry> was;  ///< then, of what a session can change
    std::string outcome;       ///< of a choice: what it became
    std::optional<ProgressSet> progress;  ///< of a change of the step or the end: from what to what, with the reason
};
BOOST_DESCRIBE_STRUCT(Told, (), (version, at, by, event, kind, name, entry, added, removed, undone, can_undo, can_erase, by_itself, was, outcome, progress))

std::string name_in(const Entry& entry) {
    return std::visit(
        [](const auto& one) -> std::string {
            if constexpr (requires { one.name; }) return one.name;
            else if constexpr (requires { one.what; }) return one.what;
            else return {};
        },
        entry);
}

/// Of another entry as it is now; empty when it is gone.
std::string name_there(const Trajectory& shown, EntryId id) {
    const auto found = shown.entries.find(id);
    return found == shown.entries.end() ? std::string{} : name_in(found->second.entry);
}
std::string both(const std::string& one, std::string_view between, const std::string& other) {
    if (one.empty() || other.empty()) return one + other;
    return one + std::string{between} + other;
}

/// What has no name of its own is called after what it is about: a choice after what was chosen, or after why not.
std::string name_in(const Trajectory& shown, const Entry& entry) {
    if (const auto* mark = std::get_if<Mark>(&entry)) return both(name_there(shown, mark->criterion), ", ", name_there(shown, mark->idea));
    if (const auto* choice = std::get_if<Choice>(&entry)) {
        if (choice->outcome == ChoiceOutcome::open) return choice->reopen_note;
        if (choice->outcome == ChoiceOutcome::none) return choice->reason;
        return both(name_there(shown, choice->idea), " + ", name_there(shown, choice->combined_with));
    }
    return name_in(entry);
}

bool is_person_taken_away(const Trajectory& shown, EntryId id) {
    const auto found = shown.taken_away.find(id);
    return found != shown.taken_away.end() && found->second.is_personal;
}

/// What a session writes, and may write otherwise when it is opened again.
bool comes_of_session(const Entry& entry) {
    return std::visit(
        []<class T>(const T&) {
            return std::is_same_v<T, Idea> || std::is_same_v<T, Commitment> || std::is_same_v<T, Mark> || std::is_same_v<T, Factor> || std::is_same_v<T, Choice>;
        },
        entry);
}

Told told(const Trajectory& shown, const trajectory::Happened& happened) {
    Told line{happened.version, happened.at, happened.by, {}, {}, {}, {}, false, false, happened.undoes != 0, false, false, false, {}, {}, {}};
    line.by_itself = happened.by == 0 && happened.key.empty();
    std::visit([&](const auto& what) { line.event = what.event_name; }, happened.what);
    if (const auto* set = std::get_if<EntrySet>(&happened.what)) {
        const auto& shown_entry = set->now ? *set->now : *set->was;
        line.kind = kind_of(shown_entry);
        line.name = name_in(shown, shown_entry);
        if (const auto* choice = std::get_if<Choice>(&shown_entry)) line.outcome = name_of(choice->outcome);
        line.entry = set->id;
        line.added = !set->was;
        line.removed = !set->now;
        if (line.by_itself && set->was && comes_of_session(*set->was)) line.was = set->was;
    }
    if (const auto* erased = std::get_if<EntryErased>(&happened.what)) {
        line.entry = erased->id;
        line.removed = true;
    }
    if (const auto* set = std::get_if<ProgressSet>(&happened.what)) {
        line.progress = *set;
        // What came with a file is where it was, not a step that opened here.
        if (happened.key == shown.made_with) line.progress->was = set->now;
    }
    line.can_undo = decide_undo(shown, happened.version).has_value();
    line.can_erase = line.removed && is_person_taken_away(shown, line.entry);
    return line;
}

/// Of a factor: whether it stays, and when and by whom what it says was put down.
struct AboutFactor {
    EntryId id;
    bool of_approach{};
    Time noted_at{};
    OrganiserId noted_by{};
};
BOOST_DESCRIBE_STRUCT(AboutFactor, (), (id, of_approach, noted_at, noted_by))

std::vector<AboutFactor> about_factors(const Trajectory& shown) {
    std::vector<AboutFactor> about;
    for (const auto& [id, unused] : shown.all<Factor>()) {
        const auto& kept = shown.entries.at(id);
        about.push_back({id, shown.first_factors.contains(id), kept.noted_at, kept.noted_by});
    }
    return about;
}

struct AboutPlan {
    std::vector<Missing> missing;
    std::int64_t ready_as{};  ///< number of the version that the plan still is; 0: it never was ready, or changed since
    std::vector<EntryId> other_terms;  ///< who said yes to terms that are not those of now
    std::vector<EntryId> letter_gone;  ///< whose yes stood on an attached letter that is not here any more
};
BOOST_DESCRIBE_STRUCT(AboutPlan, (), (missing, ready_as, other_terms, letter_gone))

AboutPlan about_plan(const Trajectory& shown, const Day& today) {
    const auto* as = ready_as(shown);
    AboutPlan about{missing_in_plan(shown, today), as ? as->number : 0, {}, {}};
    for (const auto& [id, one] : shown.all<Confirmation>()) {
        if (said_yes_to_other(shown, *one)) about.other_terms.push_back(id);
        if (is_letter_gone(shown, id, *one)) about.letter_gone.push_back(id);
    }
    return about;
}

struct OrganiserName {
    std::uint32_t id{};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OrganiserName, (), (id, name))

std::vector<OrganiserName> listed_names(const Names& names) {
    std::vector<OrganiserName> listed;
    for (const auto& [id, name] : names) listed.push_back({id, name});
    return listed;
}

}  // namespace

BOOST_DESCRIBE_STRUCT(LinkQuestion, (), (place, asked_by, name, what_for, goal, spot, owner_of_ground, maintainer, frequency, ends_on,
                                         plan_ends_on, asked_on, ownership_note, upkeep_note, answer, answered_on, reply_note, terms,
                                         changed_since))

std::string encode(const LinkQuestion& question) {
    std::string text;
    write(text, question);
    return text;
}

std::string encode(const std::vector<trajectory::KeptWords>& words) {
    std::string text;
    ObjectWriter{text}.put("words", words);
    return text;
}

std::string encode_trajectory(const Trajectory& shown, Version since, std::string_view run, const Names& names,
                              std::string_view public_url, const trajectory::Day& today) {
    const bool knows_since = since > 0 && since <= shown.version && (shown.recent.empty() || shown.recent.front().version <= since + 1);
    std::vector<Listed> entries;
    for (const auto& [id, kept] : shown.entries)
        if (!knows_since || kept.set_at > since) entries.push_back({id, kept.set_at, kept.at, kept.by, kept.entry});
    std::vector<EntryId> gone, taken_away, people_taken_away;
    for (const auto& [id, away] : shown.taken_away) {
        taken_away.push_back(id);
        if (away.is_personal) people_taken_away.push_back(id);
    }
    std::vector<Told> happened;
    for (const auto& one : shown.recent) {
        auto line = told(shown, one);
        if (line.removed && knows_since && one.version > since && !shown.entries.contains(line.entry)) gone.push_back(line.entry);
        happened.push_back(std::move(line));
    }
    std::string text;
    ObjectWriter{text}
        .put("id", shown.id)
        .put("run", run)
        .put("version", shown.version)
        .put("whole", !knows_since)
        .put("created_at", shown.created_at)
        .put("progress", shown.progress)
        .put("reasons", reasons_of(shown))
        .put("facilitator", shown.facilitator)
        .put("archived", shown.is_archived)
        .put("missing", missing(shown, shown.progress.step, today))
        .put("next", next_dated(shown))
        .put("plan", about_plan(shown, today))
        .put("factors", about_factors(shown))
        .put("public_url", public_url)
        .put("organisers", listed_names(names))
        .put("entries", entries)
        .put("gone", gone)
        .put("taken_away", taken_away)
        .put("people_taken_away", people_taken_away)
        .put("happened", happened);
    return text;
}

std::string encode_trajectories(const TrajectoryList& list, const Names& names) {
    std::string text;
    ObjectWriter object{text};
    object.put("list", list.mark).put("whole", list.whole).put("more", list.more).put("gone", list.gone);
    object.put("organisers", listed_names(names));
    auto& out = object.begin("trajectories");
    out += '[';
    for (const auto* one : list.changed) {
        if (one != list.changed.front()) out += ',';
        write(out, *one);
    }
    out += ']';
    return text;
}

}  // namespace kiemkring::wire
