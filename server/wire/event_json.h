// Events to and from JSON values: shared by the store's rows and by exports. No part of the interface of wire.
#pragma once

#include <expected>
#include <string>

#include "domain/session/event.h"
#include "wire/json.h"
#include "wire/write.h"

namespace kiemkring::wire {

/// The members of a stored event, after those that the caller wrote.
void put_event(ObjectWriter& object, const domain::Happened& happened);
/// `skipped` are members that belong to the caller. The error says what is wrong in words.
[[nodiscard]] std::expected<domain::Happened, std::string> event_from(Json json, std::string_view skipped = {});

}  // namespace kiemkring::wire
