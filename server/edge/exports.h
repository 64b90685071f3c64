// A stored session as a file to take away, and back.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "store/event_store.h"

namespace kiemkring::edge {

[[nodiscard]] std::string export_as_json(const store::SessionId& id, const store::StoredSession& session);
[[nodiscard]] std::string export_as_csv(const store::SessionId& id, const store::StoredSession& session);
/// With its id in the summary, and nothing else there. The error says where and why, without what was sent.
[[nodiscard]] std::expected<store::StoredSession, std::string> import_json(std::string_view text);

/// The day until which a session is kept; empty when it does not say.
[[nodiscard]] std::string kept_until(const store::StoredSession& session);

}  // namespace kiemkring::edge
