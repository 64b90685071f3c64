#include "wire/server_message.h"

#include "wire/described_records.h"
#include "wire/write.h"

namespace kiemkring::wire {

namespace {

template <class Texts>
void write_joined(std::string& out, const Texts& texts) {
    out += '[';
    bool first = true;
    for (const auto& text : texts) {
        if (!first) out += ',';
        first = false;
        out += text;
    }
    out += ']';
}

}  // namespace

std::string encode_record(const domain::Record& record) {
    // Records are kept for long: as long as they are, and not as long as a string grew while it was written.
    thread_local std::string text;
    text.clear();
    std::visit(
        [&](const auto& each) { ObjectWriter{text}.put("type", std::string_view{each.type}).put_members(each); },
        record);
    return std::string{text.data(), text.size()};
}

std::string record_key(domain::RecordKey key) {
    std::string text{name_of(key.type)};
    text += '/';
    text += key.type == domain::RecordType::me ? "0" : std::to_string(key.id);
    return text;
}

std::string encode_welcome(const Welcome& welcome) {
    std::string text;
    ObjectWriter{text}
        .put("type", "welcome")
        .put("protocol", 1)
        .put("mode", welcome.mode)
        .put("epoch", welcome.epoch)
        .put("role", welcome.role)
        .put_if("person", welcome.person)
        .put_if("device", welcome.device)
        .put("next_n", welcome.next_n)
        .put("now", welcome.now)
        .put("public_url", welcome.public_url);
    return text;
}

std::string encode_changes(std::string_view audience, domain::Version from, domain::Version to, base::Time now,
                           std::span<const std::string_view> put, std::span<const std::string> gone) {
    std::size_t size = 128;
    for (const auto& record : put) size += record.size() + 1;
    for (const auto& key : gone) size += key.size() + 3;
    std::string text;
    text.reserve(size);
    {
        ObjectWriter object{text};
        object.put("type", "changes").put("audience", audience).put("from", from).put("to", to).put("now", now);
        write_joined(object.begin("put"), put);
        object.put("gone", std::vector<std::string>(gone.begin(), gone.end()));
    }
    return text;
}

std::string encode_answer(std::uint64_t n, std::uint32_t made_id) {
    std::string text;
    ObjectWriter{text}.put("type", "answer").put("n", n).put("ok", true).put_if(
        "id", made_id == 0 ? std::nullopt : std::optional{made_id});
    return text;
}

std::string encode_refusal(std::uint64_t n, const domain::Refusal& refusal) {
    std::string text;
    {
        ObjectWriter object{text};
        object.put("type", "answer").put("n", n).put("ok", false).put("refusal", refusal.reason);
        if (refusal.details != domain::Details{}) {
            ObjectWriter details{object.begin("details")};
            for_each_member<domain::Details>(
                [&](std::string_view name, auto member) { details.put_if(name, refusal.details.*member); });
        }
        if (domain::is_passing(refusal.reason)) object.put("passing", true);
    }
    return text;
}

std::string encode_presence(std::span<const std::uint32_t> connected, std::uint32_t facilitators) {
    std::string text;
    ObjectWriter{text}
        .put("type", "presence")
        .put("connected", std::vector<std::uint32_t>(connected.begin(), connected.end()))
        .put("facilitators", facilitators);
    return text;
}

std::string encode_knocks(std::span<const KnockView> waiting, std::span<const TurnedAwayView> turned_away) {
    std::string text;
    ObjectWriter{text}
        .put("type", "knocks")
        .put("waiting", std::vector<KnockView>(waiting.begin(), waiting.end()))
        .put("turned_away", std::vector<TurnedAwayView>(turned_away.begin(), turned_away.end()));
    return text;
}

std::string encode_suggestions(const std::vector<Suggestion>& suggestions) {
    std::string text;
    ObjectWriter{text}.put("type", "suggestions").put("suggestions", suggestions);
    return text;
}

std::string encode_hint(domain::IdeaId idea, const std::vector<domain::IdeaId>& like) {
    std::string text;
    ObjectWriter{text}.put("type", "hint").put("idea", idea).put("like", like);
    return text;
}

std::string encode_storage(bool full) {
    std::string text;
    ObjectWriter{text}.put("type", "storage").put("full", full);
    return text;
}

std::string encode_away(bool away) {
    std::string text;
    ObjectWriter{text}.put("type", "away").put("away", away);
    return text;
}

std::string encode_replay_shown(const ReplayShown& shown) {
    std::string text;
    ObjectWriter{text}
        .put("type", "replay")
        .put("frame", shown.frame)
        .put("version", shown.version)
        .put("playing", shown.playing);
    return text;
}

std::string encode_beat(base::Time now) {
    std::string text;
    ObjectWriter{text}.put("type", "beat").put("now", now);
    return text;
}

std::string encode_error(std::string_view code) {
    std::string text;
    ObjectWriter{text}.put("type", "error").put("code", code);
    return text;
}

}  // namespace kiemkring::wire
