// A session played back, as the big screen and the tablet read it.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "domain/session/values.h"
#include "wire/http_bodies.h"
#include "wire/server_message.h"

namespace kiemkring::wire {

/// Where a round begins.
struct ReplayMark {
    std::size_t frame{};
    domain::RoundKind kind{};
    std::string title;
};

/// What changes in one frame; `put` holds texts of encode_record.
struct ReplayStep {
    std::size_t frame{};
    base::Time at{};
    std::vector<std::string> put, gone;
};

/// Of the log up to `version`; `times` says when each frame was.
[[nodiscard]] std::string encode_replay_outline(domain::Version version, std::span<const base::Time> times, std::span<const ReplayMark> marks);
/// The first step has everything that is to be seen.
[[nodiscard]] std::string encode_replay_part(std::span<const ReplayStep> steps);

/// What a tablet lets the big screens show.
[[nodiscard]] std::expected<ReplayShown, BadBody> read_replay_body(std::string_view text);

}  // namespace kiemkring::wire
