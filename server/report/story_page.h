// The public page of a place: its story, photos, what was measured, who may be thanked by name. A page of HTML without script; what
// the script of the page adds works on what stands here.
#pragma once

#include <string>
#include <string_view>

#include "domain/trajectory/trajectory.h"

namespace kiemkring::report {

/// Whether everybody may read its story.
[[nodiscard]] bool is_story_public(const domain::trajectory::Trajectory& trajectory);

/// Whether this entry is a photo of the story.
[[nodiscard]] bool is_in_story(const domain::trajectory::Trajectory& trajectory, domain::trajectory::EntryId entry);

/// `shell` is the page that the web build made, with the places where the story goes. `language` is nl or en.
[[nodiscard]] std::string story_page(std::string_view shell, const domain::trajectory::Trajectory& trajectory, std::string_view language);

/// Of a story that is not public, or not any more.
[[nodiscard]] std::string no_story_page(std::string_view shell, std::string_view language);

}  // namespace kiemkring::report
