// Reads the command line; what each command does lives in cli/.
#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace {

using Flags = std::map<std::string, std::vector<std::string>>;

void add_data(CLI::App& command, Flags& flags) {
    command.add_option("--data", flags["data"], "Folder with everything that is kept (KIEMKRING_DATA; default: data)")
        ->expected(1)
        ->type_name("DIR");
}

void add_settings(CLI::App& command, Flags& flags) {
    add_data(command, flags);
    command.add_option("--listen", flags["listen"], "Address to listen on; may be given again (KIEMKRING_LISTEN; default: 0.0.0.0:8080)")
        ->type_name("HOST:PORT");
    command.add_option("--public-url", flags["public-url"], "What people type, when a proxy stands in front (KIEMKRING_PUBLIC_URL)")
        ->expected(1)
        ->type_name("URL");
    command.add_option("--trusted-proxy", flags["trusted-proxy"],
                       "Whose X-Forwarded-For is believed; may be given again (KIEMKRING_TRUSTED_PROXY)")
        ->type_name("NETWORK");
    command.add_option("--seats-max", flags["seats-max"], "Most seats a session may have (KIEMKRING_SEATS_MAX; default: 30)")
        ->expected(1)
        ->type_name("N");
    command.add_option("--backups-kept", flags["backups-kept"],
                       "How many days a nightly backup is kept (KIEMKRING_BACKUPS_KEPT; default: 14)")
        ->expected(1)
        ->type_name("DAYS");
    command.add_option("--connections-max", flags["connections-max"], "Most connections at once (default: 4000)")
        ->expected(1)
        ->type_name("N");
    command.add_option("--unauthenticated-per-address", flags["unauthenticated-per-address"],
                       "Most connections from one address that have not said who they are (default: 64)")
        ->expected(1)
        ->type_name("N");
}

template <class Run>
int with_config(const Flags& flags, Run run) {
    const auto config = kiemkring::cli::Config::read(flags);
    if (config) return run(*config);
    std::cerr << "kiemkring: " << config.error() << '\n';
    return 2;
}

constexpr const char* examples = R"(Examples:
  kiemkring serve --data data --listen 0.0.0.0:8080
  kiemkring serve --listen 127.0.0.1:8080 --public-url https://kring.example.org --trusted-proxy 127.0.0.1/32
  kiemkring export 0123456789abcdef --format xlsx --data data -o tables.xlsx
  kiemkring export 0123456789abcdef --format pdf --readers board --names nobody --data data -o report.pdf
  kiemkring export 0123456789abcdef --format png --print social --data data -o card.png
  kiemkring export --trajectory 0123456789abcdef --format pdf --summary --data data -o place.pdf
  kiemkring export --trajectory 0123456789abcdef --format ics --data data -o place.ics
  kiemkring import session.kiemkring --data data
  kiemkring rehearse --people 24 --data data
  kiemkring recount session.kiemkring
  kiemkring backup /media/usb/kring.kiemkring-backup --data data
  kiemkring verify data/backups/kiemkring-2026-11-24.kiemkring-backup
  kiemkring restore kring.kiemkring-backup --data new-data --dry-run
  kiemkring doctor --data data

A setting comes from its flag, else from KIEMKRING_* in the environment, else from kiemkring.toml in the data
folder (listen, public_url, trusted_proxy, seats_max, connections_max, backups_kept,
unauthenticated_per_address), else it has
its default.)";

}  // namespace

int main(int argc, char** argv) {
    namespace cli = kiemkring::cli;
    CLI::App app{"Kiemkring: live co-creation sessions for a group in one room", "kiemkring"};
    app.footer(examples);
    app.set_version_flag("--version", "kiemkring " KIEMKRING_VERSION);
    app.require_subcommand(1);

    Flags flags;
    std::string session, trajectory, output, file;
    cli::ExportWords wanted{{"format", "json"}};

    auto* serve = app.add_subcommand("serve", "Serve sessions until told to stop");
    add_settings(*serve, flags);
    auto* doctor = app.add_subcommand("doctor", "Look whether a server can run here");
    add_settings(*doctor, flags);
    auto* export_command = app.add_subcommand("export", "Write a session to a file");
    add_data(*export_command, flags);
    export_command->add_option("--public-url", flags["public-url"], "What the code on a card or a poster leads to, when a proxy stands in front")->expected(1)->type_name("URL");
    auto* of_session = export_command->add_option("SESSION", session, "Its id, 16 hex digits");
    export_command->add_option("--trajectory", trajectory, "Instead of a session: the id of a trajectory, 16 hex digits: its report (pdf or html), all of it with its photos (json; the desk reads it in without pictures, versions of the plan, answers and the tie to a session) or its days (ics)")
        ->excludes(of_session);
    export_command->add_flag_callback("--summary", [&wanted] { wanted["summary"] = "1"; }, "Of a trajectory: what it comes to on one page");
    export_command->add_option("--format", wanted["format"], "json (complete: a .kiemkring file), xlsx (tables as a workbook), csv (the same tables in a .zip), pdf or html (the report), ics (for calendars), png (with --print)");
    export_command->add_option("--readers", wanted["readers"], "Of the report: participants (default), board or archive");
    export_command->add_option("--names", wanted["names"], "everybody, agreed (only who agreed to it) or nobody (default: agreed in a report, but for the archive; else everybody)");
    export_command->add_option("--sections", wanted["sections"], "Of the report, with commas, as in in_short,top,ideas (default: by its readers)");
    export_command->add_option("--language", wanted["language"], "nl or en (default: that of the session)");
    export_command->add_option("--print", wanted["print"], "A card or a poster rather than the report, as pdf or png: social, square (png), results, invitation, tables, seats");
    export_command->add_option("--paper", wanted["paper"], "Of a poster: a4 (default) or a3");
    export_command->add_option("--number", wanted["number"], "Of one card for a table or a seat, as png");
    export_command->add_option("--tables", wanted["tables"], "How many cards for tables (default: one for every five seats)");
    export_command->add_option("-o,--output", output, "File to write (default: standard output)");
    auto* import_command = app.add_subcommand("import", "Bring an exported session in");
    add_data(*import_command, flags);
    import_command->add_option("FILE", file, "A .kiemkring file")->required();
    bool takes_the_place = false;
    import_command->add_flag("--replace", takes_the_place, "Of a session that is here in an earlier version: let it go on as in the file");
    cli::RehearsalWish wish{24, 1, 1};
    auto* rehearse = app.add_subcommand("rehearse", "Fill a copy of a session with simulated people, beside a server that runs");
    add_data(*rehearse, flags);
    rehearse->add_option("SESSION", session, "Its id, 16 hex digits (default: the newest one that is open)");
    rehearse->add_option("--people", wish.people, "How many (default: 24)")->check(CLI::Range(1, 500));
    rehearse->add_option("--seed", wish.seed, "The same number: the same people (default: 1)");
    rehearse->add_option("--pace", wish.pace, "How much faster than people are (default: 1)")->check(CLI::Range(0.1, 100.0));
    auto* recount = app.add_subcommand("recount", "Count the ballots of an export again");
    recount->add_option("FILE", file, "A .kiemkring file")->required();
    auto* backup = app.add_subcommand("backup", "Write everything into one file, also while a server runs");
    add_data(*backup, flags);
    backup->add_option("FILE", file, "A file that is not there yet")->required();
    auto* verify = app.add_subcommand("verify", "Read a backup whole and say what is in it");
    verify->add_option("FILE", file, "A backup")->required();
    bool only_looks = false;
    auto* restore = app.add_subcommand("restore", "Put a backup into a data folder without a database");
    add_data(*restore, flags);
    restore->add_option("FILE", file, "A backup")->required();
    restore->add_flag("--dry-run", only_looks, "Only say what would be done");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (serve->parsed()) return with_config(flags, cli::serve);
    if (doctor->parsed()) return with_config(flags, cli::doctor);
    if (export_command->parsed())
        return with_config(flags, [&](const auto& config) {
            return trajectory.empty() ? cli::export_session(config, session, wanted, output)
                                      : cli::export_trajectory(config, trajectory, wanted, output);
        });
    if (import_command->parsed())
        return with_config(flags, [&](const auto& config) { return cli::import_session(config, file, takes_the_place); });
    if (rehearse->parsed())
        return with_config(flags, [&](const auto& config) { return cli::rehearse(config, session, wish); });
    if (backup->parsed()) return with_config(flags, [&](const auto& config) { return cli::backup(config, file); });
    if (verify->parsed()) return cli::verify(file);
    if (restore->parsed())
        return with_config(flags, [&](const auto& config) { return cli::restore(config, file, only_looks); });
    return cli::recount(file);
}
