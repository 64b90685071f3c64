#include "wire/trajectory.h"

#include <array>

#include "domain/limits.h"
#include "domain/trajectory/plan_rules.h"
#include "wire/read.h"
#include "wire/text.h"
#include "wire/write.h"

namespace kiemkring::wire {

using namespace trajectory;
using domain::Version;

/// Lists of earlier versions knew no results and no sessions.
template <>
inline constexpr std::array came_later<trajectory::Summary>{std::string_view{"trees"}, std::string_view{"people"}, std::string_view{"sessions"},
                                                                  std::string_view{"neighbours_until"}};
template <>
inline constexpr std::array came_later<trajectory::SessionPlan>{std::string_view{"session_erased"}, std::string_view{"kept_note"}};
template <>
inline constexpr std::array came_later<trajectory::Contact>{std::string_view{"may_be_named"}};
template <>
inline constexpr std::array came_later<trajectory::Commitment>{std::string_view{"may_be_named"}};
template <>
inline constexpr std::array came_later<trajectory::Confirmation>{std::string_view{"may_be_named"}};
template <>
inline constexpr std::array came_later<trajectory::Photo>{std::string_view{"beside"}};
/// Whether somebody is in the working group is said by what they were asked.
template <>
inline constexpr std::array went_away<trajectory::Commitment>{std::string_view{"answer"}, std::string_view{"answered_on"}};

namespace {

using Rejected = std::unexpected<std::optional<trajectory::Refusal>>;

constexpr std::size_t line_characters_max = 120, note_characters_max = 2000, key_digits = 32, trajectory_digits = 16;

/// What a text is says its name, in every entry and command alike.
enum class TextForm { needed_line, line, note, day, clock_time, email, phone };
TextForm form_of(std::string_view field) {
    if (field == "name" || field == "what") return TextForm::needed_line;
    if (field == "due" || field.ends_with("_on")) return TextForm::day;
    if (field.ends_with("_at")) return TextForm::clock_time;
    if (field == "email") return TextForm::email;
    if (field == "phone") return TextForm::phone;
    if (field.ends_with("note")) return TextForm::note;
    for (const std::string_view note :
         {"about", "question", "reason", "colleagues", "neighbours", "invitation", "concerns", "story"})
        if (field == note) return TextForm::note;
    return TextForm::line;
}

/// Trims, and says what is wrong.
std::optional<trajectory::Reason> fault_in(std::string& text, TextForm form, std::size_t line_max) {
    if (const auto why = check_optional_text(text, form == TextForm::note ? note_characters_max : line_max))
        return *why == domain::Reason::too_long ? trajectory::Reason::too_long : trajectory::Reason::bad_text;
    if (text.empty()) return form == TextForm::needed_line ? std::optional{trajectory::Reason::needed} : std::nullopt;
    if (form == TextForm::day && !is_date(text)) return trajectory::Reason::bad_date;
    if (form == TextForm::clock_time && !is_clock_time(text)) return trajectory::Reason::bad_time;
    if (form == TextForm::email && !is_email(text)) return trajectory::Reason::bad_email;
    if (form == TextForm::phone && !is_phone(text)) return trajectory::Reason::bad_phone;
    return std::nullopt;
}

template <class T>
std::optional<trajectory::Refusal> fault_in_texts(T& value) {
    std::optional<trajectory::Refusal> fault;
    // That of a session is as long as it was there.
    constexpr auto line_max = std::is_same_v<T, trajectory::Idea> ? domain::limits::idea_characters_max : line_characters_max;
    for_each_member<T>([&](std::string_view name, auto member) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value.*member)>, std::string>) {
            if (fault) return;
            if (const auto why = fault_in(value.*member, form_of(name), line_max)) fault = trajectory::Refusal{*why, std::string{name}};
        }
    });
    return fault;
}
/// `was` is compared, and never written.
std::optional<trajectory::Refusal> fault_in_texts(PutEntry& put) {
    return std::visit([](auto& entry) { return fault_in_texts(entry); }, put.now);
}
std::optional<trajectory::Refusal> fault_in_texts(RemoveEntry&) { return std::nullopt; }

template <class C>
constexpr bool is_only_by_link() {
    return requires { C::only_by_link; };
}

std::expected<DeskCommand, std::optional<trajectory::Refusal>> checked(DeskCommand command) {
    if (auto fault = std::visit([](auto& what) { return fault_in_texts(what); }, command.what)) return Rejected{std::move(fault)};
    return command;
}

/// The key of an object that has these members and no others.
std::optional<std::string> key_in(const Json& json, std::initializer_list<std::string_view> members) {
    if (!json.object() || json.object()->size() != members.size()) return std::nullopt;
    for (const auto member : members)
        if (!json.member(member)) return std::nullopt;
    const auto* key = json.member("key")->string();
    return key && is_hex(*key, key_digits) ? std::optional{*key} : std::nullopt;
}

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
    std::optional<Entry> was;  ///< then, of an idea
    std::string outcome;       ///< of a choice: what it became
};
BOOST_DESCRIBE_STRUCT(Told, (), (version, at, by, event, kind, name, entry, added, removed, undone, can_undo, can_erase, by_itself, was, outcome))

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

Told told(const Trajectory& shown, const trajectory::Happened& happened) {
    Told line{happened.version, happened.at, happened.by, {}, {}, {}, {}, false, false, happened.undoes != 0, false, false, false, {}, {}};
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
        if (line.by_itself && set->was && std::holds_alternative<Idea>(*set->was)) line.was = set->was;
    }
    if (const auto* erased = std::get_if<EntryErased>(&happened.what)) {
        line.entry = erased->id;
        line.removed = true;
    }
    line.can_undo = decide_undo(shown, happened.version).has_value();
    line.can_erase = line.removed && is_person_taken_away(shown, line.entry);
    return line;
}

struct AboutPlan {
    std::vector<Missing> missing;
    std::int64_t ready_as{};  ///< number of the version that the plan still is; 0: it never was ready, or changed since
    std::vector<EntryId> other_terms;  ///< who said yes to terms that are not those of now
};
BOOST_DESCRIBE_STRUCT(AboutPlan, (), (missing, ready_as, other_terms))

AboutPlan about_plan(const Trajectory& shown) {
    const auto* as = ready_as(shown);
    AboutPlan about{missing_in_plan(shown), as ? as->number : 0, {}};
    for (const auto& [id, one] : shown.all<Confirmation>())
        if (said_yes_to_other(shown, *one)) about.other_terms.push_back(id);
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

/// Stored without what it was, which the events before it say.
struct StoredEntrySet {
    EntryId id;
    std::optional<Entry> now;
};
BOOST_DESCRIBE_STRUCT(StoredEntrySet, (), (id, now))
struct StoredPersonal {
    EntryId id;
    std::string personal;  ///< its kind; the values stand in a row of their own
};
BOOST_DESCRIBE_STRUCT(StoredPersonal, (), (id, personal))

struct AroundTrajectory {
    Time at{};
    OrganiserId by{};
    std::string key;
    Version undoes{};
};
BOOST_DESCRIBE_STRUCT(AroundTrajectory, (), (at, by, key, undoes))

template <class T>
std::expected<T, std::string> read_as(const Json& json) {
    T value;
    Wrong wrong;
    if (!read(json, value, wrong)) return std::unexpected(wrong.text());
    return value;
}

std::expected<trajectory::Event, std::string> stored_entry(const Trajectory& before, const Json& what, std::string_view personal) {
    EntrySet set;
    if (what.member("personal")) {
        const auto row = read_as<StoredPersonal>(what);
        if (!row) return std::unexpected(row.error());
        set.id = row->id;
        // What was erased is an entry of its kind with nothing in it.
        const auto text = personal.empty() ? "{\"kind\":\"" + row->personal + "\"}" : std::string{personal};
        const auto json = read_json(text, depth_max_own);
        if (!json) return std::unexpected("personal values are not JSON");
        if (personal.empty()) {
            boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Entry>>([&](auto type) {
                using T = typename decltype(type)::type;
                if (row->personal == T::entry_kind) set.now = T{};
            });
            if (!set.now) return std::unexpected("unknown kind " + row->personal);
        } else {
            auto entry = read_as<Entry>(*json);
            if (!entry) return std::unexpected(entry.error());
            set.now = std::move(*entry);
        }
    } else {
        auto row = read_as<StoredEntrySet>(what);
        if (!row) return std::unexpected(row.error());
        set.id = row->id;
        set.now = std::move(row->now);
    }
    if (const auto found = before.entries.find(set.id); found != before.entries.end()) set.was = found->second.entry;
    if (!set.was && !set.now) return std::unexpected("takes away what is not there");
    return set;
}

}  // namespace

std::expected<DeskCommand, std::optional<trajectory::Refusal>> read_desk_command(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json) return Rejected{std::nullopt};
    auto key = key_in(*json, {"key", "op", "args"});
    const auto* op = key ? json->member("op")->string() : nullptr;
    if (!op) return Rejected{std::nullopt};
    DeskCommand command{std::move(*key), {}};
    bool fine = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, trajectory::Command>>([&](auto type) {
        using C = typename decltype(type)::type;
        if (*op != C::op || is_only_by_link<C>()) return;
        auto args = read_as<C>(*json->member("args"));
        fine = args.has_value();
        if (fine) command.what = std::move(*args);
    });
    if (!fine) return Rejected{std::nullopt};
    return checked(std::move(command));
}

std::expected<NewTrajectory, std::optional<trajectory::Refusal>> read_new_trajectory(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json) return Rejected{std::nullopt};
    auto key = key_in(*json, {"key", "language", "place"});
    const auto* language = key ? json->member("language")->string() : nullptr;
    auto place = language ? read_as<trajectory::Place>(*json->member("place")) : std::unexpected("no language");
    if (!place || (*language != "nl" && *language != "en")) return Rejected{std::nullopt};
    if (auto fault = fault_in_texts(*place)) return Rejected{std::move(fault)};
    return NewTrajectory{std::move(*key), *language, std::move(*place)};
}

std::optional<ImportedPlaces> read_imported_places(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    const auto* language = json && json->object() && json->object()->size() == 2 ? json->member("language") : nullptr;
    const auto* places = language ? json->member("places") : nullptr;
    if (!places || !places->array() || places->array()->empty() || places->array()->size() > imported_at_once_max) return std::nullopt;
    if (!language->string() || (*language->string() != "nl" && *language->string() != "en")) return std::nullopt;
    ImportedPlaces imported{*language->string(), {}};
    for (const auto& one : *places->array()) {
        const auto* twice = one.object() ? one.member("double") : nullptr;
        const auto* is_double = twice ? std::get_if<bool>(&twice->value) : nullptr;
        if (twice && !is_double) return std::nullopt;
        auto key = twice ? key_in(one, {"key", "facilitator", "place", "double"}) : key_in(one, {"key", "facilitator", "place"});
        const auto* facilitator = key ? one.member("facilitator")->string() : nullptr;
        auto place = facilitator ? read_as<trajectory::Place>(*one.member("place")) : std::unexpected("no place");
        if (!place) return std::nullopt;
        ImportedPlace read{std::move(*key), *facilitator, std::move(*place), is_double && *is_double};
        auto fault = fault_in_texts(read.place);
        if (const auto why = fault ? std::nullopt : fault_in(read.facilitator, TextForm::line, line_characters_max)) fault = trajectory::Refusal{*why, "facilitator"};
        if (fault) imported.places.emplace_back(std::unexpected{std::move(*fault)});
        else imported.places.emplace_back(std::move(read));
    }
    return imported;
}

std::string encode(const std::vector<Imported>& imported) {
    std::string text;
    ObjectWriter object{text};
    auto& out = object.begin("places");
    out += '[';
    for (const auto& one : imported) {
        if (&one != &imported.front()) out += ',';
        ObjectWriter line{out};
        if (one) line.put("id", *one);
        else line.put("error", one.error().reason).put("field", one.error().field);
    }
    out += ']';
    return text;
}

namespace {

struct NextRoundBody {
    std::string language;
    std::vector<EntryId> ideas;
    bool with_people{};
};
BOOST_DESCRIBE_STRUCT(NextRoundBody, (), (language, ideas, with_people))

struct NeighbourBody {
    std::string key, name, email, phone, note;
};
BOOST_DESCRIBE_STRUCT(NeighbourBody, (), (key, name, email, phone, note))

}  // namespace

std::optional<NextRoundAsked> read_next_round(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json) return std::nullopt;
    auto body = read_as<NextRoundBody>(*json);
    if (!body || (body->language != "nl" && body->language != "en") || body->ideas.size() > Idea::most) return std::nullopt;
    return NextRoundAsked{std::move(body->language), {std::move(body->ideas), body->with_people}};
}

std::expected<NeighbourAsked, std::optional<trajectory::Refusal>> read_neighbour(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json) return Rejected{std::nullopt};
    auto body = read_as<NeighbourBody>(*json);
    if (!body || !is_hex(body->key, key_digits)) return Rejected{std::nullopt};
    trajectory::Neighbour who{std::move(body->name), std::move(body->email), std::move(body->phone), std::move(body->note), {}};
    if (auto fault = fault_in_texts(who)) return Rejected{std::move(fault)};
    if (who.email.empty() && who.phone.empty()) return Rejected{trajectory::Refusal{trajectory::Reason::needed, "email"}};
    return NeighbourAsked{std::move(body->key), std::move(who)};
}

std::optional<std::vector<TrajectoryId>> read_dossiers_asked(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    const auto* ids = json && json->object() && json->object()->size() == 1 ? json->member("ids") : nullptr;
    auto read = ids ? read_as<std::vector<std::string>>(*ids) : std::unexpected("no ids");
    if (!read || read->empty() || read->size() > dossiers_at_once_max) return std::nullopt;
    for (const auto& id : *read)
        if (!is_hex(id, trajectory_digits)) return std::nullopt;
    return std::move(*read);
}

std::string encode(const DossierFile& file) {
    std::string text;
    write(text, file);
    return text;
}

std::expected<BroughtDossier, std::optional<trajectory::Refusal>> read_dossier(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json) return Rejected{std::nullopt};
    auto key = key_in(*json, {"key", "dossier"});
    auto file = key ? read_as<DossierFile>(*json->member("dossier")) : std::unexpected("no dossier");
    if (!file) return Rejected{std::nullopt};
    for (auto& one : file->entries)
        if (auto fault = std::visit([](auto& entry) { return fault_in_texts(entry); }, one.entry)) return Rejected{std::move(fault)};
    if (const auto why = fault_in(file->facilitator, TextForm::line, line_characters_max)) return Rejected{trajectory::Refusal{*why, "facilitator"}};
    if (const auto why = fault_in(file->progress.reason, TextForm::note, line_characters_max)) return Rejected{trajectory::Refusal{*why, "reason"}};
    return BroughtDossier{std::move(*key), std::move(*file)};
}

BOOST_DESCRIBE_STRUCT(LinkDoor, (), (trajectory, secret))
BOOST_DESCRIBE_STRUCT(LinkQuestion, (), (place, asked_by, name, what_for, goal, spot, owner_of_ground, maintainer, frequency, ends_on,
                                         plan_ends_on, asked_on, ownership_note, upkeep_note, answer, answered_on, reply_note, changed_since))

namespace {
struct LinkReplyBody {
    std::string key, trajectory, secret;
    Consent answer{};
    std::string reply_note;
};
BOOST_DESCRIBE_STRUCT(LinkReplyBody, (), (key, trajectory, secret, answer, reply_note))

bool is_door(const LinkDoor& door) { return is_hex(door.trajectory, trajectory_digits) && is_hex(door.secret, key_digits); }
}  // namespace

std::optional<LinkDoor> read_link_door(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json) return std::nullopt;
    auto door = read_as<LinkDoor>(*json);
    return door && is_door(*door) ? std::optional{std::move(*door)} : std::nullopt;
}

std::expected<LinkReply, std::optional<trajectory::Refusal>> read_link_reply(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    auto body = json ? read_as<LinkReplyBody>(*json) : std::unexpected("no JSON");
    if (!body) return Rejected{std::nullopt};
    LinkReply reply{std::move(body->key), {std::move(body->trajectory), std::move(body->secret)}, {{}, body->answer, std::move(body->reply_note)}};
    if (!is_hex(reply.key, key_digits) || !is_door(reply.door)) return Rejected{std::nullopt};
    if (auto fault = fault_in_texts(reply.said)) return Rejected{std::move(fault)};
    return reply;
}

std::string encode(const LinkQuestion& question) {
    std::string text;
    write(text, question);
    return text;
}

std::string encode(const trajectory::Refusal& refusal) {
    std::string text;
    ObjectWriter{text}.put("error", refusal.reason).put("field", refusal.field);
    return text;
}

std::string encode_trajectory(const Trajectory& shown, Version since, std::string_view run, const Names& names,
                              std::string_view public_url) {
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
        .put("facilitator", shown.facilitator)
        .put("archived", shown.is_archived)
        .put("missing", missing(shown, shown.progress.step))
        .put("plan", about_plan(shown))
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

StoredTrajectoryEvent encode_stored(const trajectory::Happened& happened) {
    StoredTrajectoryEvent stored;
    {
        ObjectWriter object{stored.body};
        object.put("v", trajectory_format)
            .put("at", happened.at)
            .put("by", happened.by)
            .put("key", happened.key)
            .put("undoes", happened.undoes);
        std::visit([&](const auto& what) { object.put("event", what.event_name); }, happened.what);
        if (const auto* set = std::get_if<EntrySet>(&happened.what)) {
            if (set->now && is_personal(*set->now)) {
                object.put("what", StoredPersonal{set->id, std::string{kind_of(*set->now)}});
                write(stored.personal, *set->now);
            } else {
                object.put("what", StoredEntrySet{set->id, set->now});
            }
        } else {
            std::visit([&](const auto& what) { object.put("what", what); }, happened.what);
        }
    }
    return stored;
}

std::expected<trajectory::Happened, std::string> read_stored(const Trajectory& before, Version version, std::string_view body,
                                                 std::string_view personal) {
    auto json = read_json(body, depth_max_own);
    if (!json || !json->object()) return std::unexpected("not JSON");
    const auto* format = json->member("v");
    if (!format || !format->integer() || *format->integer() < 1 || *format->integer() > trajectory_format)
        return std::unexpected("an unknown format of trajectory events");
    const auto* named = json->member("event");
    const auto* content = json->member("what");
    if (!named || !named->string() || !content) return std::unexpected("an event without name or content");
    const auto name = *named->string();
    const auto what = *content;
    auto& members = std::get<Json::Object>(json->value);
    for (const auto* known : {"v", "event", "what"}) members.erase(known);
    auto around = read_as<AroundTrajectory>(*json);
    if (!around) return std::unexpected(around.error());

    trajectory::Happened happened{version, around->at, around->by, std::move(around->key), around->undoes, {}};
    std::expected<trajectory::Event, std::string> event = std::unexpected("unknown event " + name);
    if (name == EntrySet::event_name) event = stored_entry(before, what, personal);
    boost::mp11::mp_for_each<boost::mp11::mp_list<boost::mp11::mp_identity<EntryErased>, boost::mp11::mp_identity<ProgressSet>, boost::mp11::mp_identity<FacilitatorSet>,
                                                  boost::mp11::mp_identity<ArchivedSet>>>([&](auto type) {
        using E = typename decltype(type)::type;
        if (name != E::event_name) return;
        auto set = read_as<E>(what);
        if (set) event = std::move(*set);
        else event = std::unexpected(set.error());
    });
    if (!event) return std::unexpected(event.error());
    happened.what = std::move(*event);
    return happened;
}

std::string encode_stored(const Summary& summary) {
    std::string text;
    write(text, summary);
    return text;
}

std::expected<Summary, std::string> read_stored_summary(std::string_view text) {
    const auto json = read_json(text, depth_max_own);
    if (!json) return std::unexpected("not JSON");
    return read_as<Summary>(*json);
}

}  // namespace kiemkring::wire
