// The public page of a place: its story, photos, what was measured, who may be thanked by name. A page of HTML without script; what
// the script of the page adds works on what stands here.
#pragma once

#include <string>
#include <string_view>

#include <boost/describe/class.hpp>

#include "domain/trajectory/trajectory.h"

namespace kiemkring::report {

/// What it says of itself, in one language: from the texts of the web pages.
struct StoryWords {
    std::string before, during, after, slide, results, area, tree, trees, tile, tiles, person, people, thanks, join_title,
        join_lead, name, email, phone, note, contact_hint, consent, send, sent, needed, needs_contact, bad_email,
        bad_phone, too_long, too_many, later, no_script, gone_title, gone_body, made_with, photos;
};
BOOST_DESCRIBE_STRUCT(StoryWords, (),
                      (before, during, after, slide, results, area, tree, trees, tile, tiles, person, people, thanks, join_title,
                       join_lead, name, email, phone, note, contact_hint, consent, send, sent, needed, needs_contact, bad_email,
                       bad_phone, too_long, too_many, later, no_script, gone_title, gone_body, made_with, photos))

/// Whether everybody may read its story.
[[nodiscard]] bool is_story_public(const domain::trajectory::Trajectory& trajectory);

/// Whether this entry is a photo of the story.
[[nodiscard]] bool is_in_story(const domain::trajectory::Trajectory& trajectory, domain::trajectory::EntryId entry);

/// `shell` is the page that the web build made, with the places where the story goes. `language` is nl or en.
[[nodiscard]] std::string story_page(std::string_view shell, const StoryWords& words, const domain::trajectory::Trajectory& trajectory,
                                     std::string_view language);

/// Of a story that is not public, or not any more.
[[nodiscard]] std::string no_story_page(std::string_view shell, const StoryWords& words, std::string_view language);

}  // namespace kiemkring::report
