// What is asked of trajectories: by desks, by neighbours, through personal links.
#include "domain/limits.h"
#include "wire/described_trajectory.h"
#include "wire/read.h"
#include "wire/text.h"
#include "wire/trajectory.h"
#include "wire/write.h"

namespace kiemkring::wire {

using namespace trajectory;

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

namespace {
struct LinkReplyBody {
    std::string key, trajectory, secret;
    Consent answer{};
    std::string reply_note;
    std::optional<std::string> seen;
};
BOOST_DESCRIBE_STRUCT(LinkReplyBody, (), (key, trajectory, secret, answer, reply_note, seen))

constexpr std::size_t mark_digits_max = 20;

bool is_door(const LinkDoor& door) { return is_hex(door.trajectory, trajectory_digits) && is_hex(door.secret, key_digits); }
}  // namespace

/// Pages of earlier versions do not say what they showed.
template <>
inline constexpr std::array came_later<LinkReplyBody>{std::string_view{"seen"}};

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
    LinkReply reply{std::move(body->key), {std::move(body->trajectory), std::move(body->secret)}, {{}, body->answer, std::move(body->reply_note), std::move(body->seen)}};
    if (!is_hex(reply.key, key_digits) || !is_door(reply.door) || (reply.said.seen && reply.said.seen->size() > mark_digits_max)) return Rejected{std::nullopt};
    if (auto fault = fault_in_texts(reply.said)) return Rejected{std::move(fault)};
    return reply;
}

std::string encode(const trajectory::Refusal& refusal) {
    std::string text;
    ObjectWriter{text}.put("error", refusal.reason).put("field", refusal.field);
    return text;
}

}  // namespace kiemkring::wire
