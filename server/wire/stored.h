// Stored rows: events, answers and people as the store keeps them. What was once written must stay readable: a new
// shape of an event gets a new format number, and is read into today's types here and nowhere else.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "domain/refusal.h"
#include "domain/session/event.h"

namespace kiemkring::wire {

/// The newest event format; what this server writes. 1 had fewer events, kinds of rounds and members; what it has means the same.
inline constexpr int event_format = 2;

/// Why a stored row could not be read, in words: a newer format, an unknown event, a damaged text.
using BadRow = std::string;

/// Everything but the version, which is the key of the row.
[[nodiscard]] std::string encode_event(const domain::Happened& happened);
[[nodiscard]] std::expected<domain::Happened, BadRow> read_event(domain::Version version, std::string_view text);

[[nodiscard]] std::string encode_stored_refusal(const domain::Refusal& refusal);
[[nodiscard]] std::expected<domain::Refusal, BadRow> read_stored_refusal(std::string_view text);

/// The whole personal row, with the hash of the token.
[[nodiscard]] std::string encode_person(const domain::PersonRow& person);
[[nodiscard]] std::expected<domain::PersonRow, BadRow> read_person(std::string_view text);

/// The names of values in a column of their own.
[[nodiscard]] std::string_view stored_name(domain::SessionStatus status);
[[nodiscard]] std::string_view stored_name(domain::RoundKind kind);
[[nodiscard]] std::optional<domain::SessionStatus> stored_status(std::string_view name);
[[nodiscard]] std::optional<domain::RoundKind> stored_round_kind(std::string_view name);

}  // namespace kiemkring::wire
