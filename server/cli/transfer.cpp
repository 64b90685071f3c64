// Export and import: through the server when one runs on the folder, else straight from the store.
#include <iostream>

#include <fmt/format.h>

#include "base/system_random.h"
#include "cli/backstage.h"
#include "cli/commands.h"
#include "cli/local_server.h"
#include "cli/local_time.h"
#include "cli/progress_line.h"
#include "cli/reach.h"
#include "cli/shell.h"
#include "cli/whole_file.h"
#include "edge/brand.h"
#include "edge/report_making.h"
#include "wire/http_bodies.h"

namespace kiemkring::cli {
namespace {

int write_out(const std::string& text, const std::string& file) {
    if (file.empty()) {
        std::cout << text << std::flush;
        return std::cout ? 0 : complain("cannot write to standard output");
    }
    return write_whole_file(text, file) ? 0 : complain(fmt::format("cannot write {}: nothing is left of it", file));
}

constexpr auto kept_too_short = "the day until which it was to be kept has passed, so that it would be erased at once; import it "
                               "at the desk, which asks for another day";

/// Who owns what is imported from the command line.
constexpr std::uint32_t first_organiser = 1;

constexpr const char* no_session = "there is no such session";
constexpr const char* no_day = "nothing for a calendar has a day yet";

/// Why there is nothing to give.
std::string in_words(edge::ExportTrouble trouble) {
    switch (trouble) {
        case edge::ExportTrouble::no_day: return no_day;
        case edge::ExportTrouble::no_result: return "nothing has been revealed yet that could stand on it";
        case edge::ExportTrouble::has_ended: return "that session has ended: nobody comes in any more";
        case edge::ExportTrouble::no_address: return "say under which address phones reach the server, with --public-url";
        case edge::ExportTrouble::no_such_card: return "a PNG of cards is one card (--number), and a card for a screen is a PNG";
        case edge::ExportTrouble::stopped: case edge::ExportTrouble::no_place: break;
    }
    return "there is no place to make it: is the disk full?";
}

edge::Papers papers_of(const Config& config) {
    std::vector<edge::HostPort> listen;
    for (const auto& text : config.get("listen").items)
        if (const auto where = edge::read_host_port(text)) listen.push_back(*where);
    return {find_reach(listen, config.get("public-url").text()).url, {}};
}
constexpr const char* no_trajectory = "there is no such trajectory";
constexpr const char* no_results = "that is a rehearsal, which gives no results";

std::expected<std::string, std::string> in_words(std::expected<edge::ExportedFile, edge::ExportTrouble> file) {
    if (!file) return std::unexpected(in_words(file.error()));
    return std::move(file->bytes);
}

std::expected<std::string, std::string> made_of(const edge::ExportChoice& choice, const std::string& session, const store::StoredSession& stored,
                                                const domain::trajectory::Trajectory* dossier, const edge::Papers& papers, report::Course& course) {
    return in_words(edge::export_as(choice, session, stored, base::SteadyWallClock{}.now(), dossier, papers, course));
}

/// Written, and then remembered; a disk that is full takes no report away from anybody: it has no number then.
void finish(Backstage& backstage, const std::string& of, edge::ReadyReport report, report::Course& course, std::expected<std::string, std::string>& result) {
    auto kept = std::make_shared<edge::ReadyReport>(std::move(report));
    const auto write = [&, kept](std::uint32_t number) {
        result = in_words(edge::write_report(*kept, number, edge::printed_brand(*backstage.hub), course));
    };
    backstage.hub->reports(of, [&, of, kept, write](auto before) {
        const auto number = before ? store::next_number(kept->made.hash, *before) : 0;
        write(number);
        if (!result) return backstage.live.stop();
        backstage.hub->note_report(of, kept->made, [&, number, write](auto noted) {
            if (noted.value_or(0) != number) write(noted.value_or(0));
            backstage.live.stop();
        });
    });
}

std::expected<std::string, std::string> export_offline(const Config& config, const std::string& session, const edge::ExportChoice& choice) {
    std::error_code error;
    if (!std::filesystem::is_directory(config.data(), error))
        return std::unexpected(fmt::format("there is no data folder {}", config.data().string()));
    auto papers = papers_of(config);
    auto opened = Backstage::open(config.data(), {}, false);
    if (!opened) return std::unexpected(opened.error());
    auto& backstage = **opened;
    std::expected<std::string, std::string> result = std::unexpected(std::string{"the store gave no answer"});
    report::Course course;
    const ProgressLine progress{[&course] { return std::optional{course.done()}; }};
    const auto* summary = backstage.hub->summary(session);
    if (summary && !summary->rehearsal_of.empty()) return std::unexpected(no_results);
    papers.brand = edge::printed_brand(*backstage.hub);
    const auto make = [&](const domain::trajectory::Trajectory* dossier) {
        backstage.hub->read(session, [&, dossier = dossier ? std::optional{*dossier} : std::nullopt](auto stored) {
            if (stored && edge::is_report(choice)) return finish(backstage, session, edge::ready_report(choice, session, *stored, base::SteadyWallClock{}.now()), course, result);
            if (stored) result = made_of(choice, session, *stored, dossier ? &*dossier : nullptr, papers, course);
            else result = std::unexpected(stored.error() == live::StoreTrouble::not_found ? no_session : "the store gave no answer");
            backstage.live.stop();
        });
    };
    if (const auto dossier = backstage.trajectories->with_session(session); dossier.empty()) make(nullptr);
    else backstage.trajectories->look(dossier, std::nullopt, make);
    backstage.live.run();
    return result;
}

std::expected<std::string, std::string> export_trajectory_offline(const Config& config, const std::string& id, const edge::DossierExportChoice& choice) {
    std::error_code error;
    if (!std::filesystem::is_directory(config.data(), error))
        return std::unexpected(fmt::format("there is no data folder {}", config.data().string()));
    auto opened = Backstage::open(config.data(), {}, false);
    if (!opened) return std::unexpected(opened.error());
    auto& backstage = **opened;
    report::Course course;
    const ProgressLine progress{[&course] { return std::optional{course.done()}; }};
    std::expected<std::string, std::string> result = std::unexpected(backstage.trajectories->summary(id) ? "the store gave no answer" : no_trajectory);
    backstage.trajectories->look(id, std::nullopt, [&](const auto* shown) {
        if (!shown) return backstage.live.stop();
        backstage.trajectories->pictures(id, [&, dossier = *shown](auto pictures) {
            if (!pictures) return backstage.live.stop();
            std::map<domain::trajectory::OrganiserId, std::string> names;
            for (const auto& [number, organiser] : backstage.hub->organisers()) names.emplace(number, organiser.name);
            const edge::WholeDossier whole{dossier, std::move(*pictures), std::move(names), backstage.hub->concepts()};
            if (!edge::is_report(choice)) {
                result = in_words(edge::export_dossier_as(choice, whole, base::SteadyWallClock{}.now(), course));
                return backstage.live.stop();
            }
            finish(backstage, id, edge::ready_report(choice, whole, base::SteadyWallClock{}.now()), course, result);
        });
    });
    backstage.live.run();
    return result;
}

constexpr const char* is_newer = "that session is there in an earlier version; --replace lets it go on as in this file";
constexpr const char* is_not_newer = "that session is there already, and the file is not newer";
constexpr const char* was_changed = "that session is there already, and people corrected or erased there what is theirs since: the file would bring it back";
constexpr const char* went_on = "that session is there already, and went on there otherwise than in the file";

std::string in_words(const std::variant<live::NotNewer, live::StoreTrouble>& why) {
    const auto* newer = std::get_if<live::NotNewer>(&why);
    if (!newer) return std::get<live::StoreTrouble>(why) == live::StoreTrouble::exists ? "that session is somebody else's" : "the store gave no answer";
    switch (*newer) {
        case live::NotNewer::as_old: return is_not_newer;
        case live::NotNewer::changed_here: return was_changed;
        case live::NotNewer::other_history: return went_on;
    }
    return {};
}

std::expected<std::string, std::string> import_offline(const Config& config, store::StoredSession session, bool takes_the_place) {
    auto opened = Backstage::open(config.data(), {}, false);
    if (!opened) return std::unexpected(opened.error());
    auto& backstage = **opened;
    std::expected<std::string, std::string> result = std::unexpected(std::string{"the store gave no answer"});
    const auto id = session.summary->id;
    if (backstage.hub->summary(id))
        backstage.hub->renew(first_organiser, std::move(session), takes_the_place, [&](auto renewed) {
            if (!renewed) result = std::unexpected(in_words(renewed.error()));
            else if (!takes_the_place) result = std::unexpected(is_newer);
            else result = id;
            backstage.live.stop();
        });
    else
        backstage.hub->adopt(first_organiser, std::move(session), {}, [&](auto made) {
            if (made) result = *made;
            backstage.live.stop();
        });
    backstage.live.run();
    return result;
}

std::string in_words(const LocalAnswer& answer) {
    switch (answer.status) {
        case 404: return no_session;
        case 409:
            for (const auto& [error, words] : {std::pair{"retention_over", kept_too_short}, {"\"newer\"", is_newer}, {"not_newer", is_not_newer},
                                               {"changed_here", was_changed}, {"other_history", went_on}})
                if (answer.body.contains(error)) return words;
            return "that session is there already";
        case 413: return "the file is larger than 128 MiB";
        case 422: case 400: return "that file is no export of Kiemkring, or of a newer one";
        default: return fmt::format("the server answered {}", answer.status);
    }
}

}  // namespace

namespace {

std::string address_with(std::string address, const ExportWords& words) {
    for (const auto& [name, word] : words)
        if (!word.empty()) address += fmt::format("{}={}&", name, word);
    return address;
}
/// Asks for what is at `address` with these words, and tells a terminal how far that is.
std::expected<LocalAnswer, LocalTrouble> ask_for_export(const Config& config, const std::string& address, const ExportWords& words) {
    base::SystemRandom random;
    const auto work = random.hex(16);
    const auto socket = config.local_socket();
    const ProgressLine progress{[&address, &work, &socket]() -> std::optional<std::uint32_t> {
        const auto answer = ask_local_server(socket, "GET", fmt::format("{}/progress?work={}", address, work));
        if (!answer || answer->status != 200) return std::nullopt;
        const auto told = wire::read_progress_answer(answer->body);
        return told ? std::optional{told->done} : std::nullopt;
    }};
    return ask_local_server(socket, "GET", address_with(fmt::format("{}?work={}&", address, work), words));
}
std::function<std::string(std::string_view)> look_up(const ExportWords& words) {
    return [&words](std::string_view name) {
        const auto found = words.find(name);
        return found == words.end() ? std::string{} : found->second;
    };
}

}  // namespace

int export_trajectory(const Config& config, const std::string& trajectory, const ExportWords& words, const std::string& file) {
    if (!is_session_id(trajectory)) return complain("a trajectory is named by 16 hex digits, as in the address of its page");
    const auto choice = edge::dossier_export_choice(look_up(words));
    if (!choice) return complain("a trajectory is exported as pdf, html, json or ics, the last two whole; for the other words see kiemkring export --help");
    const auto answer = ask_for_export(config, fmt::format("/api/trajectories/{}/export", trajectory), words);
    if (answer && answer->status == 409) return complain(no_day);
    if (answer) return answer->status == 200 ? write_out(answer->body, file) : complain(answer->status == 404 ? no_trajectory : in_words(*answer));
    if (answer.error() == LocalTrouble::broken) return complain("the server on this folder went away");

    const auto text = export_trajectory_offline(config, trajectory, *choice);
    return text ? write_out(*text, file) : complain(text.error());
}

int export_session(const Config& config, const std::string& session, const ExportWords& words, const std::string& file) {
    if (!is_session_id(session)) return complain("a session is named by 16 hex digits, as in the address of its page");
    const auto choice = edge::export_choice(look_up(words));
    if (!choice) return complain("that is no format, readers, names, sections, language or print: see kiemkring export --help");

    const auto answer = ask_for_export(config, fmt::format("/api/sessions/{}/export", session), words);
    if (answer && answer->status == 409) {
        for (std::size_t i = 0; i < edge::export_trouble_names.size(); ++i)
            if (answer->body.contains(edge::export_trouble_names[i])) return complain(in_words(static_cast<edge::ExportTrouble>(i)));
        return complain(no_results);
    }
    if (answer) return answer->status == 200 ? write_out(answer->body, file) : complain(in_words(*answer));
    if (answer.error() == LocalTrouble::broken) return complain("the server on this folder went away");

    const auto text = export_offline(config, session, *choice);
    return text ? write_out(*text, file) : complain(text.error());
}

int import_session(const Config& config, const std::string& file, bool takes_the_place) {
    const auto text = read_file(file);
    if (!text) return complain(text.error());
    auto session = edge::import_json(*text);
    if (!session) return complain(fmt::format("{}: {}", file, session.error()));

    const auto today = iso_date(local_time(base::SteadyWallClock{}.now()).day);
    if (edge::kept_until(*session) < today) return complain(kept_too_short);

    const auto answer = ask_local_server(config.local_socket(), "POST", takes_the_place ? "/api/sessions/import?replace=1" : "/api/sessions/import", *text);
    if (answer && answer->status != 201 && answer->status != 200) return complain(in_words(*answer));
    if (!answer && answer.error() == LocalTrouble::broken) return complain("the server on this folder went away");
    if (!answer) {
        const auto made = import_offline(config, std::move(*session), takes_the_place);
        if (!made) return complain(made.error());
    }
    fmt::print("imported from {}\n", file);
    return 0;
}

}  // namespace kiemkring::cli
