#include "report/story_page.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/direction.h"
#include "report/html_text.h"

namespace kiemkring::report {

using domain::trajectory::EntryId, domain::trajectory::Opening, domain::trajectory::Photo, domain::trajectory::PhotoMoment,
    domain::trajectory::Place, domain::trajectory::Thanks, domain::trajectory::Trajectory;

namespace {

/// A paragraph for every line with something in it.
std::string paragraphs(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (const auto line = text.substr(0, end); !line.empty()) out += fmt::format("<p>{}</p>", escaped(line));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return out;
}

std::string number_text(std::int64_t number, std::string_view language) {
    auto digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, language == "en" ? ',' : '.');
    return digits;
}

using Photos = std::vector<std::pair<EntryId, const Photo*>>;

Photos photos_of(const Trajectory& trajectory, PhotoMoment moment) {
    Photos found;
    for (const auto& [id, photo] : trajectory.all<Photo>())
        if (photo->in_story && photo->moment == moment) found.emplace_back(id, photo);
    return found;
}

/// Which lie on each other in the slider: those that an organiser put together, then the next ones that are left.
std::vector<std::pair<Photos::value_type, Photos::value_type>> pairs_of(Photos& before, Photos& after) {
    std::vector<std::pair<Photos::value_type, Photos::value_type>> pairs;
    const auto pair = [&](Photos::iterator one, Photos::iterator other) {
        pairs.emplace_back(*one, *other);
        before.erase(one);
        return after.erase(other);
    };
    for (auto other = after.begin(); other != after.end();) {
        const auto one = std::ranges::find(before, other->second->beside, [](const auto& photo) { return photo.first; });
        if (one == before.end()) ++other;
        else other = pair(one, other);
    }
    while (!before.empty() && !after.empty()) pair(before.begin(), after.begin());
    return pairs;
}

std::string figure(const Trajectory& trajectory, const std::pair<EntryId, const Photo*>& photo, std::string_view name, std::string_view caption) {
    return fmt::format(R"(<figure class="{}"><img src="/api/stories/{}/pictures/{}?size=large" alt="{}"><figcaption>{}</figcaption></figure>)",
                       name, trajectory.id, photo.first.value, escaped(photo.second->description), escaped(caption));
}

std::string pictures(const Trajectory& trajectory, const StoryWords& words) {
    auto before = photos_of(trajectory, PhotoMoment::before), after = photos_of(trajectory, PhotoMoment::after);
    std::string out;
    for (const auto& [one, other] : pairs_of(before, after))
        out += fmt::format(R"(<div class="before-after" data-slide="{}">{}{}</div>)", escaped(words.slide),
                           figure(trajectory, one, "before-after__one", words.before),
                           figure(trajectory, other, "before-after__one", words.after));
    std::string others;
    const auto add = [&](const Photos& photos) {
        for (const auto& photo : photos) others += figure(trajectory, photo, "story__photo", photo.second->description);
    };
    add(before);
    add(photos_of(trajectory, PhotoMoment::during));
    add(after);
    if (!others.empty()) out += fmt::format(R"(<div class="story__photos">{}</div>)", others);
    if (out.empty()) return out;
    return fmt::format(R"(<section aria-label="{}">{}</section>)", escaped(words.photos), out);
}

std::string results(const Opening& opening, const StoryWords& words, std::string_view language) {
    std::string lines;
    const auto add = [&](std::int64_t number, std::string_view one, std::string_view many) {
        if (number > 0)
            lines += fmt::format("<li><strong>{}</strong> {}</li>", number_text(number, language), escaped(number == 1 ? one : many));
    };
    add(opening.area_m2, words.area, words.area);
    add(opening.trees, words.tree, words.trees);
    add(opening.tiles_out, words.tile, words.tiles);
    add(opening.people, words.person, words.people);
    if (lines.empty()) return lines;
    return fmt::format(R"(<section class="story__results"><h2>{}</h2><ul>{}</ul></section>)", escaped(words.results), lines);
}

std::string thanks(const Trajectory& trajectory, const StoryWords& words) {
    std::string lines;
    for (const auto& [id, one] : trajectory.all<Thanks>())
        if (one->in_story) lines += fmt::format("<li dir=\"auto\">{}</li>", one->what_for.empty() ? with_isolates(one->name) : with_isolates(isolated(one->name) + ", " + isolated(one->what_for)));
    if (lines.empty()) return lines;
    return fmt::format(R"(<section class="story__thanks"><h2>{}</h2><ul>{}</ul></section>)", escaped(words.thanks), lines);
}

std::string field(std::string_view name, std::string_view label, std::string_view type, std::string_view autocomplete) {
    const auto control =
        type == "note"
            ? fmt::format(R"(<textarea class="ui-field-control" id="join-{0}" name="{0}" rows="3" maxlength="2000" aria-describedby="join-{0}-error"></textarea>)", name)
            : fmt::format(R"(<input class="ui-field-control" id="join-{0}" name="{0}" type="{1}" autocomplete="{2}" maxlength="120" aria-describedby="join-{0}-error">)", name, type, autocomplete);
    return fmt::format(R"(<div class="ui-field"><label class="ui-field-label" for="join-{0}">{1}</label>{2}<p class="ui-field-error" id="join-{0}-error" role="alert"></p></div>)",
                       name, escaped(label), control);
}

/// Shown by the script of the page: what goes wrong needs it.
std::string join_form(const Trajectory& trajectory, const StoryWords& words) {
    std::string said;
    for (const auto& [code, sentence] : {std::pair{"needed", words.needed}, {"needs_contact", words.needs_contact}, {"bad_email", words.bad_email},
                                         {"bad_phone", words.bad_phone}, {"too_long", words.too_long}, {"bad_text", words.too_long},
                                         {"too_many", words.too_many}, {"later", words.later}, {"sent", words.sent}})
        said += fmt::format(R"( data-{}="{}")", code, escaped(sentence));
    return fmt::format(
        R"(<section class="story__join"><h2 id="join-title">{}</h2><noscript><p>{}</p></noscript>)"
        R"(<form id="join" data-trajectory="{}"{} aria-labelledby="join-title" hidden novalidate><p>{}</p>{}<p class="ui-field-hint">{}</p>{}{}{}<p class="story__consent">{}</p>)"
        R"(<p class="ui-field-error" id="join-error" role="alert"></p><button class="ui-button ui-button-primary" type="submit">{}</button></form>)"
        R"(<p id="join-sent" role="status" tabindex="-1"></p></section>)",
        escaped(words.join_title), escaped(words.no_script), trajectory.id, said, escaped(words.join_lead), field("name", words.name, "text", "name"),
        escaped(words.contact_hint), field("email", words.email, "email", "email"), field("phone", words.phone, "tel", "tel"),
        field("note", words.note, "note", ""), escaped(words.consent), escaped(words.send));
}

std::string filled(std::string_view shell, std::string_view title, std::string_view head, std::string_view body, std::string_view language) {
    std::string page{shell};
    const auto put = [&](std::string_view place, std::string_view text) {
        if (const auto at = page.find(place); at != std::string::npos) page.replace(at, place.size(), text);
    };
    put("<!--story-->", body);
    put("<!--head-->", fmt::format("<title>{}</title>{}", escaped(title), head));
    put("<html lang=\"nl\"", fmt::format("<html lang=\"{}\"", language));
    return page;
}

}  // namespace

bool is_story_public(const Trajectory& trajectory) {
    const auto* opening = trajectory.one<Opening>();
    return opening && opening->story_public;
}

bool is_in_story(const Trajectory& trajectory, EntryId entry) {
    const auto found = trajectory.entries.find(entry);
    const auto* photo = found == trajectory.entries.end() ? nullptr : std::get_if<Photo>(&found->second.entry);
    return photo && photo->in_story && is_story_public(trajectory);
}

std::string story_page(std::string_view shell, const StoryWords& words, const Trajectory& trajectory, std::string_view language) {
    const auto* opening = trajectory.one<Opening>();
    const auto* place = trajectory.one<Place>();
    const auto where = place ? place->name : std::string{};
    const auto title = !opening || opening->story_title.empty() ? where : opening->story_title;
    std::string body = fmt::format(R"(<header class="story__head"><p>{}</p><h1>{}</h1></header>)",
                                   with_isolates(place && !place->municipality.empty() ? isolated(where) + ", " + isolated(place->municipality) : where), escaped(title));
    if (opening) body += fmt::format(R"(<section class="story__words">{}</section>)", paragraphs(opening->story));
    body += pictures(trajectory, words);
    if (opening) body += results(*opening, words, language);
    body += thanks(trajectory, words);
    body += join_form(trajectory, words);
    body += fmt::format(R"(<footer class="story__foot"><p>{}</p></footer>)", escaped(words.made_with));
    return filled(shell, title, "", body, language);
}

std::string no_story_page(std::string_view shell, const StoryWords& words, std::string_view language) {
    return filled(shell, words.gone_title, R"(<meta name="robots" content="noindex">)",
                  fmt::format("<h1>{}</h1><p>{}</p>", escaped(words.gone_title), escaped(words.gone_body)), language);
}

}  // namespace kiemkring::report
