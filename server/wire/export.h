// A session as a JSON file: complete enough to be imported elsewhere, with a result that people can read.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/session/event.h"
#include "domain/session/session.h"

namespace kiemkring::wire {

/// What an export holds. Not in it: tokens (of a session that has ended their hashes are), answers to commands, and who cast which ballot.
struct ExportedSession {
    domain::SessionId id;
    std::vector<domain::Happened> events;
    std::vector<domain::TextRow> texts;
    std::vector<domain::PersonRow> people;
    std::vector<domain::PictureRow> pictures;
    bool operator==(const ExportedSession&) const = default;
};

/// Makes a session fit to leave the server: an open vote starts empty (the versions close up), hashes of tokens are cut off before the end, rows are
/// in order. Doing it twice changes nothing more.
[[nodiscard]] ExportedSession prepare_export(ExportedSession session);

/// The state that the events make.
[[nodiscard]] domain::Session fold(const ExportedSession& session);

/// Prepares and writes. Equal sessions give equal texts: import and export again gives the same bytes.
[[nodiscard]] std::string encode_export(const ExportedSession& session);

/// The error says in words what is wrong: another format, a newer version, where which member is.
[[nodiscard]] std::expected<ExportedSession, std::string> read_export(std::string_view text);

/// The result of one vote as it stands in an export: what anyone can count again.
struct PublishedVote {
    domain::VoteId vote;
    bool runoff{};
    std::map<domain::GroupId, std::uint32_t> counts;
    std::vector<std::map<domain::GroupId, std::uint32_t>> ballots;  ///< shuffled: in the order of their random numbers
};

/// The closed votes of the result section, without looking at the events.
[[nodiscard]] std::expected<std::vector<PublishedVote>, std::string> read_published_votes(std::string_view text);

}  // namespace kiemkring::wire
