// One line per event on stderr. Never a token, a secret, a name or a text of a participant.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace kiemkring::base {

/// Writes one line with the time (UTC) in front, in one write. From any thread. Control characters become '?'.
void log_line(std::string_view text);

template <class... Args>
void log(fmt::format_string<Args...> format, Args&&... args) {
    log_line(fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace kiemkring::base
