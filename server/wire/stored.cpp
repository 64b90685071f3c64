#include "wire/stored.h"

#include "wire/described_events.h"
#include "wire/event_json.h"
#include "wire/read.h"

namespace kiemkring::wire {

using namespace domain;

namespace {


/// What stands around an event.
struct Around {
    base::Time at{};
    std::string op;
    bool facilitated{};
    std::uint64_t action{};
};
BOOST_DESCRIBE_STRUCT(Around, (), (at, op, facilitated, action))

template <class T>
std::expected<T, BadRow> read_row(std::string_view text) {
    const auto json = read_json(text, depth_max_own);
    if (!json) return std::unexpected("not JSON");
    T row;
    Wrong wrong;
    if (!read(*json, row, wrong)) return std::unexpected(wrong.text());
    return row;
}

}  // namespace

void put_event(ObjectWriter& object, const Happened& happened) {
    object.put("v", event_format)
        .put("at", happened.at)
        .put("op", happened.op)
        .put("facilitated", happened.facilitated)
        .put("action", happened.action);
    std::visit(
        [&]<class E>(const E& event) { object.put("event", std::string_view{event_name<E>}).put("what", event); },
        happened.what);
}

std::expected<Happened, std::string> event_from(Json json, std::string_view skipped) {
    if (!json.object()) return std::unexpected("an event is not an object");
    const auto* format = json.member("v");
    const auto* number = format ? format->integer() : nullptr;
    if (!number) return std::unexpected("an event without format");
    if (*number < 1 || *number > event_format)
        return std::unexpected("event format " + std::to_string(*number) + " is unknown; this server reads up to " +
                               std::to_string(event_format));

    auto& members = std::get<Json::Object>(json.value);
    const auto named = members.find("event"), content = members.find("what");
    if (named == members.end() || !named->second.string() || content == members.end())
        return std::unexpected("an event without name or content");
    const auto name = std::move(std::get<std::string>(named->second.value));
    const auto what = std::move(content->second);

    // What is left must be what stands around every event.
    for (const auto* known : {"v", "event", "what"}) members.erase(known);
    if (!skipped.empty())
        if (const auto found = members.find(skipped); found != members.end()) members.erase(found);
    Around around;
    Wrong wrong;
    if (!read(json, around, wrong)) return std::unexpected(wrong.text());

    Happened happened{0, around.at, std::move(around.op), around.facilitated, around.action, {}};
    bool known = false, fine = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Event>>([&](auto type) {
        using E = typename decltype(type)::type;
        if (known || name != event_name<E>) return;
        known = true;
        E event;
        fine = read(what, event, wrong);
        happened.what = std::move(event);
    });
    if (!known) return std::unexpected("unknown event " + name);
    if (!fine) return std::unexpected(name + ": " + wrong.text());
    return happened;
}

std::string encode_event(const Happened& happened) {
    std::string text;
    {
        ObjectWriter object{text};
        put_event(object, happened);
    }
    return text;
}

std::expected<Happened, BadRow> read_event(Version version, std::string_view text) {
    auto json = read_json(text, depth_max_own);
    if (!json) return std::unexpected("not JSON");
    auto happened = event_from(std::move(*json));
    if (happened) happened->version = version;
    return happened;
}

// A stored refusal keeps all its details, absent ones as null.
std::string encode_stored_refusal(const Refusal& refusal) {
    std::string text;
    ObjectWriter{text}.put("reason", refusal.reason).put("details", refusal.details);
    return text;
}

std::expected<Refusal, BadRow> read_stored_refusal(std::string_view text) {
    const auto json = read_json(text, depth_max_own);
    const auto* reason = json ? json->member("reason") : nullptr;
    const auto* details = json ? json->member("details") : nullptr;
    if (!reason || !details) return std::unexpected("a refusal without reason or details");
    Refusal refusal;
    Wrong wrong;
    if (!read(*reason, refusal.reason, wrong) || !read(*details, refusal.details, wrong))
        return std::unexpected(wrong.text());
    return refusal;
}

std::string encode_person(const PersonRow& person) {
    std::string text;
    write(text, person);
    return text;
}

std::expected<PersonRow, BadRow> read_person(std::string_view text) { return read_row<PersonRow>(text); }

std::string_view stored_name(SessionStatus status) { return name_of(status); }
std::string_view stored_name(RoundKind kind) { return name_of(kind); }
std::optional<SessionStatus> stored_status(std::string_view name) { return enum_named<SessionStatus>(name); }
std::optional<RoundKind> stored_round_kind(std::string_view name) { return enum_named<RoundKind>(name); }

}  // namespace kiemkring::wire
