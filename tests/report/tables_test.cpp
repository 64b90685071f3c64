// What a session says as tables: in both languages, in a workbook and in CSV, with everything in it once and with no name where none is to be.
#include "domain/meeting.h"

#include <sys/resource.h>
#include <zip.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <set>

#include "report/csv.h"
#include "report/session_calendar.h"
#include "report/xlsx.h"
#include "report/zip.h"

namespace kiemkring::report::tables_test {

using namespace domain;

/// Ideas, a vote, what came along from a dossier scored and chosen, who does what, and a next step.
struct Whole : Meeting {
    PersonId anna, bram, chris;
    GroupId wall;

    Whole() : Meeting{30, Brought{Scale::points, {{"Bomen langs de weg", "Schaduw", 11, 0}, {"Een geveltuin", "", 12, 0}}, {{"Geld", "", 21}}, ""}} {
        session.info.money = "2.500 euro";
        anna = join("Annabel");
        bram = join("Bramwell");
        chris = join("Christoffel");
        start(17);
        REQUIRE(person(anna, GiveScore{GroupId{1}, 0, 4}) == accepted);
        REQUIRE(person(bram, GiveScore{GroupId{1}, 0, 4}) == accepted);
        REQUIRE(person(chris, GiveScore{GroupId{1}, 0, 2}) == accepted);
        REQUIRE(facilitator(CloseMatrix{true}) == accepted);
        start(2);
        const auto first = idea(anna, "Muur met klimop"), second = idea(bram, "=HYPERLINK(\"http://x\";\"klik\")");
        idea(chris, "Bankje; in de \"schaduw\"");
        start(3);
        REQUIRE(facilitator(TranslateIdea{first, "pl", "=Pomysl"}) == accepted);
        REQUIRE(facilitator(CreateGroup{"Groene gevel", {{first}, {second}}}) == accepted);
        wall = {made};
    }
    void vote() {
        start(4);
        for (const auto who : {anna, bram}) REQUIRE(person(who, CastVote{wall}) == accepted);
        const auto candidates = session.open_vote()->state.candidates;
        const auto bench = std::ranges::find_if(candidates, [this](GroupId id) { return session.title(id).starts_with("Bankje"); });
        REQUIRE(bench != candidates.end());
        REQUIRE(person(chris, CastVote{*bench}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
    }
    void agree() {
        start(15);
        REQUIRE(person(bram, AnswerConcern{wall, ConcernAnswer::worried, "wie betaalt dat eigenlijk"}) == accepted);
        start(7);
        REQUIRE(person(anna, CommitTo{wall, CommitmentRole::lead, "op zaterdag"}) == accepted);
        REQUIRE(person(bram, GiveContact{ContactKind::email, "bram@voorbeeld.nl", {"this_idea"}}) == accepted);
        start(18);
        REQUIRE(facilitator(ProposeChoice{GroupId{1}}) == accepted);
        REQUIRE(facilitator(FreezeChoice{true, "het snelst klaar"}) == accepted);
        start(8);
        REQUIRE(facilitator(SetNextStep{"2027-03-04", "samen kijken"}) == accepted);
        REQUIRE(facilitator(CloseSession{}) == accepted);
    }
    [[nodiscard]] Tables tables(const std::string& language = "nl", Naming naming = Naming::everybody) const {
        return session_tables({session, log}, {language, naming, moment.now}, nullptr);
    }
};

const Sheet& sheet(const Tables& tables, std::string_view file_name) {
    for (const auto& one : tables.sheets)
        if (one.file_name == file_name) return one;
    FAIL("there is no sheet " << file_name);
    return tables.sheets.front();
}
std::string text(const TableCell& cell) {
    if (const auto* said = std::get_if<std::string>(&cell)) return *said;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* day = std::get_if<DayCell>(&cell)) return day->day;
    return std::holds_alternative<std::monostate>(cell) ? "" : "?";
}
/// The cells under this head, of all rows.
std::vector<std::string> under(const Sheet& one, std::string_view title) {
    for (std::size_t i = 0; i < one.columns.size(); ++i) {
        if (one.columns[i].title != title) continue;
        std::vector<std::string> cells;
        for (const auto& row : one.rows) cells.push_back(text(row.at(i)));
        return cells;
    }
    FAIL("no column " << title);
    return {};
}
using Texts = std::vector<std::string>;

/// The files of an archive, read again by the library.
std::map<std::string, std::string> unpacked(const std::string& bytes) {
    std::map<std::string, std::string> files;
    zip_error_t error;
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    REQUIRE(archive);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
        std::string content(stat.size, '\0');
        auto* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        REQUIRE(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(content.size()));
        zip_fclose(file);
        files.emplace(stat.name, std::move(content));
    }
    zip_discard(archive);
    return files;
}
std::map<std::string, std::string> workbook(const Tables& tables) {
    Course course;
    const auto bytes = xlsx_of(tables, course);
    REQUIRE(bytes);
    CHECK(course.done() == 1000);
    return unpacked(*bytes);
}

TEST_CASE("Tables say everything once, each row with its round, group and time", "[report][tables]") {
    Whole whole;
    whole.vote();
    whole.agree();
    const auto tables = whole.tables();
    for (const auto& one : tables.sheets) {
        INFO(one.title);
        CHECK(one.title.size() <= 31);
        for (const auto& row : one.rows) REQUIRE(row.size() == one.columns.size());
        if (one.file_name == "over") continue;
        std::set<std::string> heads;
        for (const auto& column : one.columns) CHECK(heads.insert(column.title).second);
        for (const auto* head : {"Ronde", "Letter", "Groep", "Tijd"}) CHECK(heads.contains(head));
    }

    const auto& ideas = sheet(tables, "ideeen");
    CHECK(under(ideas, "Idee") == Texts{"Muur met klimop", "=HYPERLINK(\"http://x\";\"klik\")", "Bankje; in de \"schaduw\""});
    CHECK(under(ideas, "Groep") == Texts{"Groene gevel", "Groene gevel", "Bankje; in de \"schaduw\""});
    CHECK(under(ideas, "Stemmen van de groep") == Texts{"2", "2", "1"});
    CHECK(under(ideas, "Status") == Texts{"doet mee", "doet mee", "doet mee"});
    CHECK(under(ideas, "Ronde") == Texts{"Ideeën", "Ideeën", "Ideeën"});
    CHECK(under(ideas, "In die taal") == Texts{"=Pomysl", "", ""});
    CHECK(under(sheet(tables, "stemmen"), "Plaats").front() == "1");
    CHECK(under(sheet(tables, "toezeggingen"), "Wie") == Texts{"Annabel"});
    CHECK(under(sheet(tables, "toezeggingen"), "Erbij") == Texts{"op zaterdag"});
    CHECK(under(sheet(tables, "taken"), "Datum").front() == "2027-03-04");
    CHECK(under(sheet(tables, "budget"), "Wat") == Texts{"2.500 euro"});
    CHECK(under(sheet(tables, "scores"), "Score") == Texts{"2", "4"});
    CHECK(under(sheet(tables, "scores"), "Aantal keer") == Texts{"1", "2"});
    const auto& choices = sheet(tables, "keuzes");
    CHECK(under(choices, "Waarom").back() == "het snelst klaar");
    CHECK(under(choices, "Groep").back() == "Bomen langs de weg");
    CHECK(under(sheet(whole.tables("en"), "ideas"), "Status") == Texts{"live", "live", "live"});
}

TEST_CASE("A group without a name that was put aside is called in tables as it was before", "[report][tables]") {
    Meeting meeting;
    meeting.session.info.place = "De Hof";
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    const auto second = meeting.idea(anna, "Een hek van wilgen"), first = meeting.idea(anna, "Een haag");
    meeting.start(3);
    REQUIRE(meeting.facilitator(CreateGroup{"", {{first}}}) == accepted);
    const GroupId group{meeting.made};
    REQUIRE(meeting.facilitator(MoveIdeas{{{second}}, group, {}}) == accepted);
    meeting.start(14);
    REQUIRE(meeting.person(anna, TakeProposal{group, true}) == accepted);
    REQUIRE(meeting.person(anna, WordProposal{group, 0, "Wilgentenen", "", "", Fits::unknown, Fits::unknown}) == accepted);
    const auto titles = [&](const std::string& language) {
        return under(sheet(session_tables({meeting.session, meeting.log}, {language, Naming::everybody, meeting.moment.now}, nullptr), language == "nl" ? "groepen" : "groups"),
                     language == "nl" ? "Groep" : "Group");
    };
    const auto before = titles("nl");
    CHECK(before == Texts{"Een haag"});
    REQUIRE(meeting.facilitator(KeepGroupForLater{group, true}) == accepted);
    CHECK(titles("nl") == before);
    CHECK(titles("en") == before);
    // Whoever wrote it may take it back for good.
    meeting.session.texts.erase(meeting.session.ideas.at(first).wording.text);
    CHECK(titles("nl") == Texts{"groep zonder naam"});
    CHECK(titles("en") == Texts{"group without a name"});
}

TEST_CASE("Ballots are shuffled, all with one time, and with nobody beside them", "[report][tables]") {
    Whole whole;
    whole.vote();
    whole.agree();
    const auto tables = whole.tables();
    const auto& ballots = sheet(tables, "stembriefjes");
    std::set<std::string> numbers;
    for (const auto& number : under(ballots, "Stembriefje")) numbers.insert(number);
    CHECK(numbers == std::set<std::string>{"1", "2", "3"});
    CHECK(ballots.rows.size() == 3);
    std::set<base::Time> times;
    for (const auto& row : ballots.rows) times.insert(std::get<base::Time>(row.back()));
    CHECK(times.size() == 1);
    const auto table = csv_of(ballots, "nl");
    for (const auto* name : {"Annabel", "Bramwell", "Christoffel"}) CHECK(table.find(name) == std::string::npos);
}

TEST_CASE("The order of ballots is neither that of seats nor that of voting, and another one each time", "[report][tables]") {
    constexpr std::uint32_t people = 12;
    // Everybody votes for an idea of their own, the last seat first: which idea stands where says whose ballot that is.
    const auto order_with = [](std::uint64_t random) {
        Meeting meeting;
        meeting.moment.random = random;
        meeting.up_to_the_vote(people, people);
        for (std::uint32_t who = people; who >= 1; --who) REQUIRE(meeting.person({who}, CastVote{{who}}) == accepted);
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
        if (!meeting.session.top) REQUIRE(meeting.facilitator(WidenTop{}) == accepted);
        meeting.start(6);
        while (meeting.facilitator(RevealNext{meeting.session.revealed}) == accepted) {}
        const auto tables = session_tables({meeting.session, meeting.log}, {"nl", Naming::everybody, meeting.moment.now}, nullptr);
        return under(sheet(tables, "stembriefjes"), "Groep");
    };
    Texts seats;
    for (std::uint32_t who = 1; who <= people; ++who) seats.push_back("Idee " + std::to_string(who));
    const auto first = order_with(1), second = order_with(2);
    for (const auto& order : {first, second}) {
        CHECK(std::ranges::is_permutation(order, seats));
        CHECK(order != seats);
        CHECK(order != Texts{seats.rbegin(), seats.rend()});
    }
    CHECK(first != second);
}

TEST_CASE("Why a vote was closed early stands beside its votes", "[report][tables]") {
    Meeting meeting;
    meeting.up_to_the_vote(10, 3);
    for (std::uint32_t who = 1; who <= 7; ++who) REQUIRE(meeting.person({who}, CastVote{{1}}) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true, "=De bus gaat"}) == accepted);
    meeting.start(6);
    while (meeting.facilitator(RevealNext{meeting.session.revealed}) == accepted) {}
    const auto tables = session_tables({meeting.session, meeting.log}, {"nl", Naming::everybody, meeting.moment.now}, nullptr);
    const auto why = under(sheet(tables, "stemmen"), "Eerder gesloten omdat");
    CHECK(why.size() == 3);
    CHECK(std::ranges::count(why, "=De bus gaat") == 3);
}

TEST_CASE("Before the result is revealed no table says a vote, and a sheet without rows says why", "[report][tables]") {
    Whole whole;
    const auto early = whole.tables();
    CHECK(sheet(early, "stemmen").rows.empty());
    CHECK(sheet(early, "stemmen").empty == "Er was geen stemming.");
    CHECK(sheet(early, "toezeggingen").empty == "Er heeft zich nog niemand gemeld.");
    CHECK_FALSE(early.chart);
    whole.vote();
    const auto closed = whole.tables();
    for (const auto* name : {"stemmen", "stembriefjes"}) {
        CHECK(sheet(closed, name).rows.empty());
        CHECK(sheet(closed, name).empty == "De stemmen staan hier als de uitslag is onthuld.");
    }
    CHECK(under(sheet(closed, "ideeen"), "Stemmen van de groep") == Texts{"", "", ""});
    CHECK_FALSE(closed.chart);
    whole.agree();
    REQUIRE(whole.tables().chart);
    CHECK(whole.tables().chart->count == 2);  // what has no votes is in the table alone
}

TEST_CASE("Nobody is named where nobody is to be, and never a contact, a concern or who wrote what", "[report][tables]") {
    Whole whole;
    whole.vote();
    whole.agree();
    for (const auto naming : {Naming::everybody, Naming::nobody}) {
        std::string all;
        for (const auto& [name, content] : workbook(whole.tables("nl", naming))) all += content;
        for (const auto& one : whole.tables("nl", naming).sheets) all += csv_of(one, "nl");
        for (const auto* secret : {"bram@voorbeeld.nl", "wie betaalt", "Bramwell", "Christoffel"}) CHECK(all.find(secret) == std::string::npos);
        CHECK((all.find("Annabel") == std::string::npos) == (naming == Naming::nobody));
    }
}

TEST_CASE("A workbook has dates and numbers as such, a native chart, and text that stays text", "[report][tables]") {
    Whole whole;
    whole.vote();
    whole.agree();
    const auto files = workbook(whole.tables());
    CHECK(files.contains("xl/charts/chart1.xml"));
    CHECK(files.contains("xl/worksheets/sheet10.xml"));
    std::size_t frozen = 0;
    for (const auto& [name, content] : files) {
        INFO(name);
        CHECK(content.find("<f>") == std::string::npos);
        CHECK(content.find("hyperlink") == std::string::npos);
        CHECK(name.find("externalLink") == std::string::npos);
        frozen += content.find("state=\"frozen\"") != std::string::npos;
    }
    CHECK(frozen == 10);
    CHECK(files.at("xl/charts/chart1.xml").find("<c:f>Stemmen!$D$2:$D$") != std::string::npos);
    CHECK(files.at("xl/sharedStrings.xml").find("=HYPERLINK(") != std::string::npos);
    // The fourth of March 2027 in days since the end of 1899.
    CHECK(files.at("xl/worksheets/sheet7.xml").find("<v>46450</v>") != std::string::npos);
}

TEST_CASE("Texts that spreadsheets read in a way of their own come out as they were written", "[report][tables]") {
    Whole whole;
    whole.start(2);
    const std::string odd = "_x0041_ en \uFFFE einde \uFFFF";
    whole.idea(whole.anna, odd);
    const auto files = workbook(whole.tables());
    CHECK(files.at("xl/sharedStrings.xml").find("_x005F_x0041_ en \uFFFD einde \uFFFD") != std::string::npos);
}

TEST_CASE("CSV is inert, separated and marked as its language has it", "[report][tables]") {
    Whole whole;
    whole.vote();
    const auto dutch = csv_of(sheet(whole.tables(), "ideeen"), "nl");
    CHECK(dutch.starts_with("\xEF\xBB\xBF\"Nummer\";\"Idee\";"));
    CHECK(dutch.ends_with("\r\n"));
    CHECK(dutch.find("\"'=HYPERLINK(\"\"http://x\"\";\"\"klik\"\")\"") != std::string::npos);
    CHECK(dutch.find("\"Bankje; in de \"\"schaduw\"\"\"") != std::string::npos);
    const auto english = csv_of(sheet(whole.tables("en"), "ideas"), "en");
    CHECK(english.starts_with("\xEF\xBB\xBF\"Number\",\"Idea\","));

    const Sheet money{"Geld", "geld", {{"Bedrag", 10}}, {{EurosCell{-123456}}, {EurosCell{5}}}, ""};
    CHECK(csv_of(money, "nl") == "\uFEFF\"Bedrag\"\r\n\"-1234,56\"\r\n\"0,05\"\r\n");
    CHECK(csv_of(money, "en") == "\uFEFF\"Bedrag\"\r\n\"-1234.56\"\r\n\"0.05\"\r\n");
    // In summer it is two hours later than in Greenwich.
    const Sheet moment{"Tijd", "tijd", {{"Tijd", 10}}, {{base::Time{base::Milliseconds{1'782'907'509'000}}}}, ""};
    CHECK(csv_of(moment, "nl") == "\uFEFF\"Tijd\"\r\n2026-07-01 14:05:09\r\n");
}

TEST_CASE("A ZIP gives back what was put into it", "[report][tables]") {
    const auto bytes = zip_of({{"een.csv", "a;b\r\n"}, {"leeg.csv", ""}}, base::Time{base::Milliseconds{1'782'907'509'000}});
    REQUIRE(bytes);
    CHECK(unpacked(*bytes) == std::map<std::string, std::string>{{"een.csv", "a;b\r\n"}, {"leeg.csv", ""}});
}

TEST_CASE("Without space for it there is no workbook, and no half one", "[report][tables]") {
    Whole whole;
    whole.start(2);
    for (int i = 0; i < 250; ++i) whole.idea(whole.anna, "Idee " + std::to_string(i) + std::string(100, 'x'));
    const auto tables = whole.tables();
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    auto* handled = std::signal(SIGXFSZ, SIG_IGN);
    const auto made_within = [&](rlim_t bytes) {
        const rlimit cramped{bytes, before.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &cramped) == 0);
        Course course;
        const bool made = xlsx_of(tables, course).has_value();
        REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
        return made;
    };
    for (const rlim_t bytes : {0, 4'000, 20'000}) CHECK_FALSE(made_within(bytes));
    CHECK(made_within(10'000'000));
    std::signal(SIGXFSZ, handled);
}

TEST_CASE("Work that is stopped makes nothing", "[report][tables]") {
    Whole whole;
    Course course;
    course.stop();
    CHECK_THROWS_AS(xlsx_of(whole.tables(), course), Stopped);
}

TEST_CASE("A calendar has the next step, and from the dossier the tasks and the opening", "[report][tables]") {
    Whole whole;
    const auto days = [&whole](Naming naming, const trajectory::Trajectory* dossier) {
        return session_calendar({whole.session, whole.log}, "00000000000000ab", "nl", naming, dossier);
    };
    CHECK(days({}, nullptr).empty());
    whole.vote();
    whole.agree();
    const auto alone = days({}, nullptr);
    CHECK(alone.find("SUMMARY:samen kijken") != std::string::npos);
    CHECK(alone.find("DTSTART;VALUE=DATE:20270304") != std::string::npos);

    trajectory::Trajectory dossier;
    dossier.id = "0123456789abcdef";
    dossier.entries[{1}] = {trajectory::Task{.what = "Bel de gemeente", .who = "Dirkje", .due = "2027-04-01"}, 1};
    dossier.entries[{2}] = {trajectory::Task{.what = "Nog zonder dag"}, 2};
    dossier.entries[{3}] = {trajectory::Opening{.held_on = "2027-09-12", .location = "Bij de muur"}, 3};
    const auto named = days(Naming::everybody, &dossier), nameless = days(Naming::nobody, &dossier);
    for (const auto& text : {named, nameless}) {
        CHECK(text.find("SUMMARY:Bel de gemeente") != std::string::npos);
        CHECK(text.find("Nog zonder dag") == std::string::npos);
        CHECK(text.find("20270912") != std::string::npos);
    }
    CHECK(named.find("Dirkje") != std::string::npos);
    CHECK(nameless.find("Dirkje") == std::string::npos);
}

TEST_CASE("A task of the dossier about an idea says which, with its letter where it is of this session", "[report][tables]") {
    Whole whole;
    whole.vote();
    trajectory::Trajectory dossier;
    const auto idea = [&](std::uint32_t id, std::string name, std::int64_t number) {
        trajectory::Idea made;
        made.name = std::move(name);
        made.letter = "Z";
        made.number = number;
        dossier.entries[{id}] = {std::move(made), id};
    };
    idea(1, "Groene gevel", whole.wall.value);
    idea(2, "Van een andere middag", whole.wall.value);
    for (std::uint32_t id = 3; id <= 6; ++id)
        dossier.entries[{id}] = {trajectory::Task{.what = "Taak " + std::to_string(id), .idea = {id == 6 ? 0 : id - 2}}, id};  // that of 5 is a task
    const auto tables = session_tables({whole.session, whole.log}, {"nl", Naming::everybody, whole.moment.now}, &dossier);
    const auto& tasks = sheet(tables, "taken");
    const auto count = static_cast<std::ptrdiff_t>(tasks.rows.size());
    REQUIRE(count >= 4);
    const auto letters = under(tasks, "Letter"), names = under(tasks, "Groep");
    const auto letter = std::get<GroupRecord>(*project(whole.session, Audience::facilitator, {RecordType::group, whole.wall.value})).letter;
    REQUIRE_FALSE(letter.empty());
    CHECK(Texts(letters.end() - 4, letters.end()) == Texts{letter, "", "", ""});
    CHECK(Texts(names.end() - 4, names.end()) == Texts{"Groene gevel", "Van een andere middag", "", ""});
}

TEST_CASE("A long title in letters of more than one byte leaves a whole workbook", "[report][tables]") {
    Whole whole;
    const auto titled = [&](const std::string& title) {
        whole.session.info.title = title;
        const auto files = workbook(whole.tables());
        const auto& core = files.at("docProps/core.xml");
        const auto from = core.find("<dc:title>") + 10;
        return core.substr(from, core.find("</dc:title>") - from);
    };
    std::string ukrainian;
    while (ukrainian.size() < 280) ukrainian += "щ";
    CHECK(titled(ukrainian) == ukrainian);
    // Cut, but between letters, and not inside what stands for one.
    std::string longest;
    while (longest.size() < 2 * 255) longest += "ї";
    CHECK(titled(longest + "їїї") == longest);
    CHECK(titled(std::string(250, 'a') + "_x000A_ en meer") == std::string(250, 'a'));
    CHECK(titled(std::string(248, 'a') + "_x000A_") == std::string(248, 'a') + "_x005F_");
}

TEST_CASE("Money of the dossier is in the budget, without who pays where nobody is named", "[report][tables]") {
    Whole whole;
    trajectory::Trajectory dossier;
    dossier.entries[{1}] = {trajectory::Cost{.what = "Planten", .amount = 123'456, .hours = 3, .basis = "offerte"}, 1};
    dossier.entries[{2}] = {trajectory::Cover{.what = "Subsidie", .amount = 100'000, .state = trajectory::CoverState::promised, .who = "Gemeente van Dirk"}, 2};
    for (const auto naming : {Naming::everybody, Naming::nobody}) {
        const auto tables = session_tables({whole.session, whole.log}, {"nl", naming, whole.moment.now}, &dossier);
        const auto& budget = sheet(tables, "budget");
        REQUIRE(budget.rows.size() == 3);
        CHECK(std::get<EurosCell>(budget.rows[1][2]).cents == 123'456);
        CHECK(under(budget, "Wie")[2] == (naming == Naming::everybody ? "Gemeente van Dirk" : ""));
        CHECK(under(budget, "Status")[2] == "toegezegd");
    }
}

}  // namespace kiemkring::report::tables_test
