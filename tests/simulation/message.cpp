#include "simulation/message.h"

#include <optional>

namespace kiemkring::simulation {

namespace {

/// The text of a `changes` in parts: everything with an empty `put`, and each record of `put`.
struct Parts {
    std::string rest;
    std::vector<std::string_view> put;
};

/// Where the object that begins at `at` ends; 0 when it does not.
std::size_t end_of_object(std::string_view text, std::size_t at) {
    int depth = 0;
    bool in_string = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\') ++at;
            else if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return 0;
}

std::optional<Parts> split_changes(std::string_view text) {
    constexpr std::string_view opening = "\"put\":[";
    const auto found = text.find(opening);
    if (found == std::string_view::npos) return std::nullopt;
    Parts parts;
    const auto begin = found + opening.size();
    auto at = begin;
    while (at < text.size() && text[at] == '{') {
        const auto end = end_of_object(text, at);
        if (end == 0) return std::nullopt;
        parts.put.push_back(text.substr(at, end - at));
        at = end;
        if (at < text.size() && text[at] == ',') ++at;
        else break;
    }
    parts.rest = std::string{text.substr(0, begin)} + std::string{text.substr(at)};
    return parts;
}

}  // namespace

std::expected<Heard, std::string> Ear::read(const live::Frame& frame) {
    if (last_ && last_->frame == frame) return last_;
    auto heard = read_anew(frame);
    if (heard) last_ = *heard;
    return heard;
}

std::expected<Heard, std::string> Ear::read_anew(const live::Frame& frame) {
    auto message = std::make_shared<Message>();
    message->frame = frame;
    std::optional<Parts> parts;
    if (frame->starts_with(R"({"type":"changes")")) parts = split_changes(*frame);

    auto said = wire::read_server_message(parts ? std::string_view{parts->rest} : std::string_view{*frame});
    if (!said) return std::unexpected(said.error());
    message->said = std::move(*said);
    if (parts) {
        for (const auto text : parts->put) {
            auto record = read_record(text);
            if (!record) return std::unexpected(record.error());
            message->put.push_back(std::move(*record));
        }
    } else if (std::holds_alternative<wire::Changes>(message->said)) {
        return std::unexpected("changes that begin in another way");
    }
    return message;
}

std::expected<KeyedRecord, std::string> Ear::read_record(std::string_view text) {
    constexpr std::size_t known_max = 50'000;
    std::string key{text};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    auto record = wire::read_record(text);
    if (!record) return std::unexpected(record.error());
    if (known_.size() == known_max) known_.clear();
    KeyedRecord keyed{wire::record_key(*record), nullptr};
    keyed.record = std::make_shared<const domain::Record>(std::move(*record));
    known_.emplace(std::move(key), keyed);
    return keyed;
}

}  // namespace kiemkring::simulation
