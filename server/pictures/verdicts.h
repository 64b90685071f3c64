// What the decoder's process says when it ends: its exit code.
#pragma once

namespace kiemkring::pictures::verdict {

inline constexpr int decoded = 0, bad_image = 10, unsupported_image = 11, too_many_pixels = 12, no_such_page = 13;

}  // namespace kiemkring::pictures::verdict
