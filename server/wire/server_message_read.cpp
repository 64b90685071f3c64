// The client's side of server_message.h.
#include "wire/described_records.h"
#include "wire/read.h"
#include "wire/server_message.h"

namespace kiemkring::wire {

namespace {

/// Takes members one by one out of a message; at the end nothing may be left over.
class Reader {
public:
    explicit Reader(const Json& json) : rest_(json) {}

    template <class T>
    Reader& take(std::string_view name, T& into) {
        const auto* member = rest_.member(name);
        if (!member) return fail(name, "missing");
        return take_present(name, *member, into);
    }
    template <class T>
    Reader& take_if(std::string_view name, std::optional<T>& into) {
        if (const auto* member = rest_.member(name)) take_present(name, *member, into.emplace());
        return *this;
    }
    template <class T>
    Reader& expect(std::string_view name, const T& expected) {
        T value{};
        take(name, value);
        return value == expected ? *this : fail(name, "unexpected");
    }
    Reader& fail(std::string_view name, std::string_view why) {
        if (problem_.empty()) problem_ = std::string{name} + ": " + std::string{why};
        return *this;
    }
    template <class T>
    std::expected<T, std::string> result(T value) {
        if (problem_.empty() && !rest_.object()->empty()) fail(rest_.object()->begin()->first, "unknown member");
        if (!problem_.empty()) return std::unexpected(problem_);
        return value;
    }

private:
    template <class T>
    Reader& take_present(std::string_view name, const Json& member, T& into) {
        Wrong wrong;
        if constexpr (std::is_same_v<T, Json>) into = member;
        else if (!read(member, into, wrong)) fail(name, wrong.text());
        auto& members = std::get<Json::Object>(rest_.value);
        members.erase(members.find(name));
        return *this;
    }

    Json rest_;
    std::string problem_;
};

std::expected<domain::Record, std::string> read_record(const Json& json) {
    std::expected<domain::Record, std::string> result = std::unexpected("a record of unknown type");
    const auto* type = json.member("type");
    if (!type || !type->string()) return result;
    const auto name = *type->string();
    Json members = json;
    std::get<Json::Object>(members.value).erase("type");
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, domain::Record>>([&](auto kind) {
        using R = typename decltype(kind)::type;
        if (name != R::type) return;
        R record;
        Wrong wrong;
        if (read(members, record, wrong)) result = std::move(record);
        else result = std::unexpected(name + ": " + wrong.text());
    });
    return result;
}

std::expected<ServerMessage, std::string> read_changes(Reader reader) {
    Changes changes;
    Json put;
    reader.take("audience", changes.audience).take("from", changes.from).take("to", changes.to);
    reader.take("now", changes.now).take("put", put).take("gone", changes.gone);
    if (!put.array()) reader.fail("put", "not a list");
    else
        for (const auto& item : *put.array()) {
            auto record = read_record(item);
            if (record) changes.put.push_back(std::move(*record));
            else reader.fail("put", record.error());
        }
    return reader.result<ServerMessage>(std::move(changes));
}

std::expected<ServerMessage, std::string> read_answer(Reader reader) {
    Answer answer;
    bool ok = false;
    reader.take("n", answer.n).take("ok", ok);
    if (ok) {
        std::optional<std::uint32_t> id;
        reader.take_if("id", id);
        answer.made_id = id.value_or(0);
        return reader.result<ServerMessage>(std::move(answer));
    }
    auto& refusal = answer.refusal.emplace();
    std::optional<Json> details;
    std::optional<bool> passing;
    reader.take("refusal", refusal.reason).take_if("details", details).take_if("passing", passing);
    if (passing.value_or(false) != domain::is_passing(refusal.reason)) reader.fail("passing", "unexpected");
    if (details && details->object()) {
        Reader inner{*details};
        for_each_member<domain::Details>(
            [&](std::string_view name, auto member) { inner.take_if(name, refusal.details.*member); });
        if (const auto fine = inner.result(true); !fine) reader.fail("details", fine.error());
    }
    return reader.result<ServerMessage>(std::move(answer));
}

}  // namespace

std::expected<ServerMessage, std::string> read_server_message(std::string_view text) {
    const auto json = read_json(text, depth_max_own);
    if (!json || !json->object()) return std::unexpected("not a JSON object");
    Reader reader{*json};
    std::string type;
    reader.take("type", type);

    if (type == "changes") return read_changes(std::move(reader));
    if (type == "answer") return read_answer(std::move(reader));
    if (type == "welcome") {
        Welcome welcome;
        reader.expect("protocol", 1).take("mode", welcome.mode).take("epoch", welcome.epoch).take("role", welcome.role);
        reader.take_if("person", welcome.person).take_if("device", welcome.device).take("next_n", welcome.next_n).take("now", welcome.now);
        reader.take("public_url", welcome.public_url);
        return reader.result<ServerMessage>(std::move(welcome));
    }
    if (type == "presence") {
        Presence presence;
        reader.take("connected", presence.connected).take("facilitators", presence.facilitators);
        return reader.result<ServerMessage>(std::move(presence));
    }
    if (type == "knocks") {
        Knocks knocks;
        reader.take("waiting", knocks.waiting).take("turned_away", knocks.turned_away);
        return reader.result<ServerMessage>(std::move(knocks));
    }
    if (type == "storage") {
        Storage storage;
        reader.take("full", storage.full);
        return reader.result<ServerMessage>(storage);
    }
    if (type == "away") {
        Away away;
        reader.take("away", away.away);
        return reader.result<ServerMessage>(away);
    }
    if (type == "suggestions") {
        Suggestions suggestions;
        reader.take("suggestions", suggestions.suggestions);
        return reader.result<ServerMessage>(std::move(suggestions));
    }
    if (type == "hint") {
        Hint hint;
        reader.take("idea", hint.idea).take("like", hint.like);
        return reader.result<ServerMessage>(std::move(hint));
    }
    if (type == "replay") {
        ReplayShown shown;
        reader.take("frame", shown.frame).take("version", shown.version).take("playing", shown.playing);
        return reader.result<ServerMessage>(shown);
    }
    if (type == "beat") {
        ServerBeat beat;
        reader.take("now", beat.now);
        return reader.result<ServerMessage>(beat);
    }
    if (type == "error") {
        ServerError error;
        reader.take("code", error.code);
        return reader.result<ServerMessage>(std::move(error));
    }
    return std::unexpected("unknown type");
}

std::expected<domain::Record, std::string> read_record(std::string_view text) {
    const auto json = read_json(text, depth_max_own);
    if (!json || !json->object()) return std::unexpected("not a JSON object");
    return read_record(*json);
}

std::string record_key(const domain::Record& record) {
    return std::visit(
        [](const auto& each) {
            std::uint32_t id{};
            if constexpr (std::is_same_v<std::decay_t<decltype(each.id)>, std::uint32_t>) id = each.id;
            else id = each.id.value;
            return std::string{each.type} + "/" + std::to_string(id);
        },
        record);
}

}  // namespace kiemkring::wire
