// The web pages inside the binary, as answers.
#pragma once

#include <optional>

#include "edge/http.h"

namespace kiemkring::edge {

/// The answer when the path is a page or one of its files; nothing otherwise. For GET and HEAD.
[[nodiscard]] std::optional<Response> page(const RequestHead& head);

/// Whether there is such a page or file.
[[nodiscard]] bool is_page(std::string_view path);

}  // namespace kiemkring::edge
