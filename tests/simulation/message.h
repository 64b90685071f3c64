// What the server said, read once for everybody who gets the same frame; a record, once for everybody who ever gets it.
#pragma once

#include <expected>
#include <memory>
#include <unordered_map>
#include <vector>

#include "live/member.h"
#include "wire/server_message.h"

namespace kiemkring::simulation {

struct KeyedRecord {
    std::string key;
    std::shared_ptr<const domain::Record> record;
};

struct Message {
    live::Frame frame;
    wire::ServerMessage said;      ///< of `changes`, the list `put` is empty
    std::vector<KeyedRecord> put;  ///< and stands here
};
using Heard = std::shared_ptr<const Message>;

/// Reads as strictly as wire does, but no text of a record twice: snapshots are nine tenths of what is said.
class Ear {
public:
    /// The error says what could not be read.
    [[nodiscard]] std::expected<Heard, std::string> read(const live::Frame& frame);

private:
    [[nodiscard]] std::expected<Heard, std::string> read_anew(const live::Frame& frame);
    [[nodiscard]] std::expected<KeyedRecord, std::string> read_record(std::string_view text);

    Heard last_;
    std::unordered_map<std::string, KeyedRecord> known_;
};

}  // namespace kiemkring::simulation
