// What the report of a trajectory says of all five steps, whom it names, and that its summary is one page whatever is in it.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "domain/trajectory/decide.h"
#include "report/edition.h"
#include "report/full_session.h"
#include "report/html_page.h"
#include "report/money.h"
#include "report/pdf.h"
#include "report/trajectory_report.h"
#include "report/complete.h"
#include "report/scratch.h"

namespace kiemkring::report::trajectory_report_test {

namespace trajectory = domain::trajectory;
using trajectory::EntryId, trajectory::Step;

bool says(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

/// A green place from the first talk to its opening, with `text` added to whatever people wrote.
struct GreenPlace {
    trajectory::Trajectory state;
    std::string text;

    explicit GreenPlace(std::string added = {}) : text{std::move(added)} {
        state.id = "0123456789abcdef";
        green_date();
        open(Step::session, "Een bedrijf tekent volgende week" + text);
        session();
        open(Step::choice, "klaar");
        choice();
        open(Step::plan, "klaar");
        plan();
        open(Step::opening, "Het plan is bijna rond");
        opening();
    }

    void happen(trajectory::Event event) { evolve(state, {state.version + 1, base::Time{std::chrono::days{20'500}}, 1, {}, {}, std::move(event)}); }
    EntryId put(trajectory::Entry entry) {
        const EntryId id = state.last_entry.next();
        happen(trajectory::EntrySet{id, std::nullopt, std::move(entry)});
        return id;
    }
    void open(Step step, std::string reason) {
        auto now = state.progress;
        now.step = step;
        now.reason = std::move(reason);
        happen(trajectory::ProgressSet{state.progress, now});
    }
    void green_date() {
        put(trajectory::Place{"De Hoef" + text, trajectory::PlaceKind::business_park, "Hoefweg 1", "Zwolle", "Provincie", {}, 180});
        put(trajectory::Contact{"Joost de Wit", trajectory::ContactRole::park_manager, "Park De Hoef", "joost@voorbeeld.nl", "0612345678", {}, 4});
        put(trajectory::Company{"Van Loon" + text, "logistiek", {}});
        put(trajectory::Factor{"Trekker met tijd" + text, {}, trajectory::Colour::green, "Joost heeft vier uur" + text, "Mirjam Post"});
        put(trajectory::Factor{"Geld", {}, trajectory::Colour::amber, "De helft is er", {}});
        put(trajectory::Factor{"Zorg voor later", {}, trajectory::Colour::red, {}, {}});
        put(trajectory::Support{1'040'000, 650'050, "Provincie", "In de nieuwsbrief", "Op het bord"});
        put(trajectory::NextAction{"Bomen bestellen" + text, "Samira Haddad", "2030-11-01"});
    }
    void session() {
        trajectory::SessionPlan meeting;
        meeting.name = "Middag in de kantine";
        meeting.held_on = "2030-03-12";
        put(meeting);
        for (int i = 1; i <= 5; ++i) {
            trajectory::Idea idea;
            idea.name = "Idee nummer " + std::to_string(i) + text;
            idea.letter = std::string(1, static_cast<char>('A' + i - 1));
            idea.place = i;
            idea.votes = 20 - 3 * i;
            ideas.push_back(put(idea));
        }
        put(trajectory::Commitment{"Bram Smit", ideas[0], trajectory::CommitmentRole::lead, "Smit BV", "bram@voorbeeld.nl", {}, "op zaterdag" + text});
        put(trajectory::Task{"Kabels opvragen" + text, "Joost de Wit", "2030-04-01", trajectory::TaskState::done, trajectory::TaskTopic::cables, ideas[0]});
    }
    void choice() {
        put(trajectory::Decider{trajectory::DecisionMaker::group_consent, "2030-04-02", {}});
        const auto time = put(trajectory::Criterion{"Tijd" + text, {}, 3, true}), money = put(trajectory::Criterion{"Geld", {}, 0, true});
        for (const auto idea : ideas) {
            put(trajectory::Mark{idea, time, trajectory::Colour::green, "3 maanden" + text, {}, {}, {}, 42, 9});
            put(trajectory::Mark{idea, money, trajectory::Colour::red, "te duur", {}, {}, {}, 0, 0});
        }
        put(trajectory::Choice{trajectory::ChoiceOutcome::chosen, ideas[0], ideas[1], "Het past bij de plek" + text, trajectory::ChoiceMethod::consent,
                               "1 zorg over roken", {}, "2030-04-20", {}});
    }
    void plan() {
        put(trajectory::Plan{"Een wilde strook" + text, "Naast de weegbrug", 180, 6, 400, "2030-10-01", "2031-05-31", 10});
        put(trajectory::Cost{"Struiken" + text, 214'050, false, 0, "Offerte"});
        put(trajectory::Cost{"Kraan", 90'000, true, 16, {}});
        put(trajectory::Cover{"Provincie", 250'000, trajectory::CoverState::promised, "Mirjam Post", {}});
        put(trajectory::Activity{"Struiken planten" + text, trajectory::ActivitySort::planting_bare_root, "2030-11-18", "2031-02-28", "Bram Smit", {}});
        put(trajectory::Activity{"Inzaaien", trajectory::ActivitySort::sowing, "2031-06-02", "2031-06-06", {}, {}});
        for (int i = 0; i < 9; ++i)
            put(trajectory::Task{"Taak " + std::to_string(i) + text, "Noor Kok", "2030-11-0" + std::to_string(i + 1), trajectory::TaskState::open, trajectory::TaskTopic::other, {}});
        put(trajectory::Risk{"Droge zomer", trajectory::Level::medium, trajectory::Level::high, "Om de beurt water geven", "Noor Kok"});
        put(trajectory::Permit{"Werk langs de vaart", "Waterschap", trajectory::PermitState::asked, "2030-10-10", {}});
        put(trajectory::Agreement{"Van Loon Logistiek", "Kees van Dam", "elke maand" + text, "2035-12-31", {}, {}});
        trajectory::Confirmation yes;
        yes.name = "Kees van Dam";
        yes.email = "kees@voorbeeld.nl";
        yes.what_for = trajectory::Confirms::upkeep;
        yes.answer = trajectory::Consent::accepted;
        yes.answered_on = "2030-09-01";
        yes.terms_note = "Van Loon Logistiek / Kees van Dam / elke maand" + text + " / 2035-12-31";
        put(yes);
        put(trajectory::PlanVersion{1, 10, {}});
    }
    void opening() {
        trajectory::Opening party;
        party.held_on = "2031-06-20";
        party.area_m2 = 175;
        party.trees = 6;
        put(party);
        put(trajectory::Thanks{"Truus Bakker", "de soep", true, true});
        put(trajectory::Thanks{"Hein Stil", "het graven", true, false});
        put(trajectory::Upkeep{"Snoeien", 6, "2032-02-01", {}, "Terreinbeheer", "beheer@voorbeeld.nl", "2032-08-01"});
        put(trajectory::Photo{trajectory::PhotoMoment::before, "Alleen tegels", {}, true, {}});
    }

    std::vector<EntryId> ideas;

    [[nodiscard]] DossierChoice asked(std::string language, Naming naming) const {
        return {std::move(language), naming, dossier_sections_for(Readership::archive), base::Time{std::chrono::days{20'600}}};
    }
    [[nodiscard]] DossierLog log() const {
        DossierLog log{state, {{1, "Anneke"}}, {}, {}, {}};
        log.matches[ideas[0]].push_back({"Tiny Forest", {"bos", "wild"}});
        return log;
    }
    [[nodiscard]] Document report(std::string language = "nl", Naming naming = Naming::everybody) const {
        return trajectory_report(log(), asked(std::move(language), naming));
    }
    [[nodiscard]] std::string page(std::string language = "nl", Naming naming = Naming::everybody) const { return html_of(report(std::move(language), naming), {}); }
    [[nodiscard]] Document summary(std::string language = "nl", Naming naming = Naming::everybody) const {
        return trajectory_summary(log(), asked(std::move(language), naming));
    }
};

/// What poppler says of a file.
std::string told_by(const std::string& program, const std::string& pdf) {
    const auto path = scratch_path("dossier.pdf");
    std::ofstream{path, std::ios::binary} << pdf;
    std::string text;
    if (auto* pipe = popen((program + " " + path.string() + (program.starts_with("pdftotext") ? " -" : "")).c_str(), "r")) {
        std::array<char, 4096> part{};
        while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) text.append(part.data(), count);
        CHECK(pclose(pipe) == 0);
    }
    std::filesystem::remove(path);
    return text;
}
std::size_t pages_of(const std::string& pdf) { return static_cast<std::size_t>(std::ranges::count(told_by("pdftotext -layout", pdf), '\f')); }

TEST_CASE("The report of a trajectory tells all five steps in both languages", "[report][trajectory]") {
    const GreenPlace place;
    const auto dutch = place.page();
    for (const std::string_view text :
         {"Verslag van het traject", "Stap 5 van 5: Vieren &amp; verbreden", "1 van 3 geregeld", "Trekker met tijd: geregeld", "Mirjam Post", "parkmanager", "4 uur per week",
          "€\u00a06.500,50", "€\u00a010.400", "Een bedrijf tekent volgende week", "12 maart 2030", "17 stemmen", "Bram Smit: trekt de kar", "Idee nummer 1, samen met Idee nummer 2",
          "Het past bij de plek", "met instemming", "✓ past. 3 maanden", "groep: 4,2 van 5 (9 antwoorden)", "▲ lastig of weinig. te duur", "Tiny Forest", "€\u00a02.140,50",
          "€\u00a0214,05", "Er blijft €\u00a0145,45 over.", "planten met kale wortel", "Zaaien doe je van maart tot en met mei", "Waterschap", "✓ ja, 1 september 2030",
          "175", "Truus Bakker: de soep", "6 maanden", "Terreinbeheer", "Laatst gedaan", "Idee nummer 5", "Het plan is klaar gemeld: versie 1.", "Anneke"}) {
        INFO(text);
        CHECK(says(dutch, text));
    }
    const auto english = place.page("en");
    for (const std::string_view text : {"Report of the trajectory", "Step 5 of 5", "€6,500.50", "17 votes", "leads it", "group: 4.2 of 5", "bare-root planting", "✓ yes, 1 September 2030"}) {
        INFO(text);
        CHECK(says(english, text));
    }
}

TEST_CASE("Every part of the report of a trajectory has its words", "[report][trajectory]") {
    const GreenPlace place;
    for (const std::string language : {"nl", "en"}) {
        const auto document = place.report(language);
        REQUIRE(document.sections.size() == dossier_section_names.size());
        for (const auto& section : document.sections) {
            INFO(language << ' ' << section.id);
            check_is_complete(section);
        }
    }
}

TEST_CASE("Steps that are not reached are left out, and there is no way to reach people", "[report][trajectory]") {
    GreenPlace place;
    const auto whole = place.page();
    for (const std::string_view contact : {"joost@voorbeeld.nl", "0612345678", "bram@voorbeeld.nl", "kees@voorbeeld.nl", "beheer@voorbeeld.nl"}) CHECK_FALSE(says(whole, contact));
    place.open(Step::session, "toch terug");
    const auto page = place.page();
    CHECK_FALSE(says(page, "Stap 4: het plan</h2>"));
    CHECK(says(page, "Terug naar stap 2: Inspiratie &amp; co-creatie. De reden: “toch terug”"));
}

TEST_CASE("The report of a trajectory names who agreed, or nobody", "[report][trajectory]") {
    const GreenPlace place;
    static constexpr std::array<std::string_view, 8> people{"Joost de Wit", "Mirjam Post", "Samira Haddad", "Bram Smit", "Noor Kok", "Kees van Dam", "Hein Stil", "Truus Bakker"};
    for (const std::string language : {"nl", "en"}) {
        const auto agreed = place.page(language, Naming::agreed), nobody = place.page(language, Naming::nobody);
        const auto summary = html_of(place.summary(language, Naming::nobody), {});
        for (const auto name : people) {
            INFO(name);
            CHECK(says(agreed, name) == (name == "Truus Bakker"));
            CHECK_FALSE(says(nobody, name));
            CHECK_FALSE(says(summary, name));
        }
        CHECK_FALSE(says(nobody, "Anneke"));
    }
}

TEST_CASE("Of whom is not named the report of a trajectory tells no organisation, and it says who is always named", "[report][trajectory]") {
    GreenPlace place;
    place.put(trajectory::Commitment{"Els Groen", place.ideas[0], trajectory::CommitmentRole::help, "Kwekerij Groen", {}, {}, {}, {}, {}, {}, {}, true});
    place.happen(trajectory::FacilitatorSet{{}, "Femke Begeleider"});
    const auto everybody = place.page(), agreed = place.page("nl", Naming::agreed), nobody = place.page("nl", Naming::nobody);
    for (const std::string_view organisation : {"Park De Hoef", "Smit BV"}) {
        INFO(organisation);
        CHECK(says(everybody, organisation));
        CHECK_FALSE(says(agreed, organisation));
        CHECK_FALSE(says(nobody, organisation));
    }
    CHECK(says(agreed, "Kwekerij Groen"));
    CHECK_FALSE(says(nobody, "Kwekerij Groen"));
    CHECK(says(nobody, "op zaterdag"));
    CHECK(says(agreed, "Femke Begeleider"));
    CHECK(says(agreed, "Alleen wie ja zei, staat hier met naam. Wie het traject begeleidt, staat er ook bij."));
    CHECK(says(place.page("en", Naming::agreed), "Whoever guides the trajectory is named as well."));
    CHECK_FALSE(says(nobody, "Femke Begeleider"));
}

TEST_CASE("Who may be named in reports is, also where their name was typed for a task", "[report][trajectory]") {
    GreenPlace place;
    trajectory::Contact noor;
    noor.name = "Noor Kok";
    noor.may_be_named = true;
    place.put(noor);
    const auto page = place.page("nl", Naming::agreed);
    CHECK(says(page, "Noor Kok"));
    CHECK_FALSE(says(page, "Joost de Wit"));
    CHECK_FALSE(says(place.page("nl", Naming::nobody), "Noor Kok"));
}

TEST_CASE("What was decided stays in the report however much happens after it, but for what is erased", "[report][trajectory]") {
    GreenPlace place;
    trajectory::Confirmation asked;
    asked.name = "Wim Vergeet";
    asked.answer = trajectory::Consent::declined;
    const auto id = place.put(asked);
    for (std::size_t i = 0; i < trajectory::recent_max + 10; ++i) place.put(trajectory::Company{"Bedrijf " + std::to_string(i), {}, {}});
    CHECK(says(place.page(), "Een bedrijf tekent volgende week"));
    CHECK(says(place.page(), "Wim Vergeet zei nee"));
    place.happen(trajectory::EntryErased{id});
    CHECK_FALSE(says(place.page(), "Wim Vergeet"));
}

TEST_CASE("A decision that was taken back is in no report", "[report][trajectory]") {
    GreenPlace place;
    const auto back = place.state.progress;
    place.open(Step::plan, "vergissing");
    CHECK(says(place.page(), "vergissing"));
    const auto mistake = place.state.version;
    evolve(place.state, {place.state.version + 1, {}, 1, {}, mistake, trajectory::ProgressSet{place.state.progress, back}});
    CHECK_FALSE(says(place.page(), "vergissing"));
}

TEST_CASE("That step 2 opened all the same is told as long as it was not taken back", "[report][trajectory]") {
    GreenPlace place;
    const auto told = [&] { return says(place.page(), "Een bedrijf tekent volgende week"); };
    REQUIRE(told());
    const auto opened = std::ranges::find_if(place.state.decisions, [](const auto& one) {
        const auto* set = std::get_if<trajectory::ProgressSet>(&one.what);
        return set && set->now.step == Step::session;
    });
    REQUIRE(opened != place.state.decisions.end());
    const auto version = opened->version;
    const auto take_back = [&](domain::Version undoes) {
        evolve(place.state, {place.state.version + 1, {}, 1, {}, undoes, trajectory::ProgressSet{place.state.progress, place.state.progress}});
        return place.state.version;
    };
    const auto back = take_back(version);
    CHECK_FALSE(told());
    take_back(back);
    CHECK(told());
}

TEST_CASE("A PDF of a trajectory says the same as its page", "[report][trajectory]") {
    const GreenPlace place;
    const auto text = told_by("pdftotext -layout", pdf_of(place.report(), {}));
    for (const std::string_view word : {"Verslag van het traject", "Struiken planten", "nov", "Stap 4: het plan", "6.500,50", "Waterschap", "Idee nummer 5"}) {
        INFO(word);
        CHECK(says(text, word));
    }
}

TEST_CASE("The summary is one page of A4, whatever is in the dossier", "[report][trajectory]") {
    std::string large;
    for (int i = 0; i < 60; ++i) large += " W\nW " + std::string(30, 'W') + " 緑の場所";
    for (const auto& text : {std::string{}, std::string{" met <b>meer</b> woorden"}, large}) {
        const GreenPlace place{text};
        for (const std::string language : {"nl", "en"}) {
            const auto pdf = pdf_of(place.summary(language), {});
            CHECK(pages_of(pdf) == 1);
            CHECK(says(told_by("pdfinfo", pdf), "(A4)"));
        }
    }
    const GreenPlace place;
    const auto text = told_by("pdftotext -layout", pdf_of(place.summary(), {}));
    for (const std::string_view word : {"Traject op één pagina", "De Hoef", "Stap 5 van 5", "Idee nummer 5", "Taak 0", "en nog 5", "elke maand"}) {
        INFO(word);
        CHECK(says(text, word));
    }
    trajectory::Trajectory empty;
    CHECK(pages_of(pdf_of(trajectory_summary({empty, {}, {}, {}, {}}, place.asked("nl", Naming::agreed)), {})) == 1);
    CHECK(pages_of(pdf_of(trajectory_report({empty, {}, {}, {}, {}}, place.asked("nl", Naming::agreed)), {})) >= 1);
}

/// A broad logo of two colours.
std::string logo() {
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 300, 100);
    auto* cairo = cairo_create(surface);
    for (const auto& [x, red, blue] : {std::array{50.0, 0.1, 0.6}, std::array{150.0, 0.8, 0.1}, std::array{250.0, 0.1, 0.6}}) {
        cairo_set_source_rgb(cairo, red, 0.3, blue);
        cairo_arc(cairo, x, 50, 45, 0, 6.3);
        cairo_fill(cairo);
    }
    cairo_destroy(cairo);
    std::string png;
    cairo_surface_write_to_png_stream(surface, [](void* to, const unsigned char* bytes, unsigned count) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    }, &png);
    cairo_surface_destroy(surface);
    return png;
}
Document branded(Document document) {
    document.brand = {0x7a1fa2, logo()};
    document.colophon = colophon(3, std::string(64, '7'), document.language);
    return document;
}

TEST_CASE("The report of a trajectory and its one page have the logo and the colour of the organisation", "[report][trajectory]") {
    const GreenPlace place;
    for (const auto& document : {place.report(), place.summary()}) {
        CHECK_FALSE(says(html_of(document, {}), "<img class=\"logo\""));
        const auto page = html_of(branded(document), {});
        CHECK(says(page, "<img class=\"logo\""));
        CHECK(says(page, "--accent:#7a1fa2"));
        CHECK(std::ranges::count(told_by("pdfimages -list", pdf_of(document, {})), '\n') == 2);  // no more than the head of the list
        const auto pdf = pdf_of(branded(document), {});
        CHECK(says(told_by("pdfimages -list", pdf), "300   100"));
        CHECK(says(told_by("pdftotext -layout", pdf), "De Hoef"));
    }
}

TEST_CASE("What was decided names both ideas that become one, and no column stands empty", "[report][trajectory]") {
    const GreenPlace place;
    CHECK(says(place.page(), "Gekozen: Idee nummer 1, samen met Idee nummer 2. De reden: “Het past bij de plek”"));
    // Nobody is named, so there is no column of who does the tasks.
    for (const auto naming : {Naming::everybody, Naming::nobody})
        for (const auto& section : place.report("nl", naming).sections)
            for (const auto& block : section.blocks)
                if (const auto* table = std::get_if<Table>(&block); table && !table->rows.empty())
                    for (std::size_t i = 1; i < table->columns.size(); ++i)
                        CHECK(std::ranges::any_of(table->rows, [i](const auto& row) { return !row.at(i).empty(); }));
}

TEST_CASE("Of two ideas that become one the report says what the first becomes", "[report][trajectory]") {
    GreenPlace place;
    const auto becomes = [&](EntryId id, trajectory::Route route, std::string like) {
        auto now = std::get<trajectory::Idea>(place.state.entries.at(id).entry);
        const trajectory::Entry was = now;
        now.route = route;
        now.concept_id = std::move(like);
        place.happen(trajectory::EntrySet{id, was, now});
    };
    becomes(place.ideas[0], trajectory::Route::ivn_concept, "tiny-forest");
    becomes(place.ideas[1], trajectory::Route::own_plan, {});
    auto log = place.log();
    log.concepts["tiny-forest"] = "Tiny Forest";
    const auto page = html_of(trajectory_report(log, place.asked("nl", Naming::everybody)), {});
    CHECK(says(page, "Dat wordt"));
    CHECK(says(page, "een concept van IVN: Tiny Forest"));
    CHECK_FALSE(says(page, "een eigen plan"));
}

TEST_CASE("A factor stands with the day on which it was said, not with that of a correction of its question", "[report][trajectory]") {
    GreenPlace place;
    const auto [id, factor] = place.state.all<trajectory::Factor>().front();
    auto now = *factor;
    now.question = "Is er iemand?";
    evolve(place.state, {place.state.version + 1, base::Time{std::chrono::days{20'510}}, 1, {}, {}, trajectory::EntrySet{id, *factor, now}});
    const auto page = place.page();
    CHECK(says(page, "16 februari 2026, Mirjam Post"));
    CHECK_FALSE(says(page, "26 februari 2026"));
}

TEST_CASE("The report of a trajectory and its one page say how far they are, and are stopped", "[report][trajectory]") {
    const GreenPlace place;
    for (const auto& document : {place.report(), place.summary()}) {
        Course course;
        CHECK(pdf_of(document, {}, &course).starts_with("%PDF-"));
        CHECK(course.done() > 0);
        course.stop();
        CHECK_THROWS_AS(pdf_of(document, {}, &course), Stopped);
        CHECK_THROWS_AS(html_of(document, {}, &course), Stopped);
    }
}

TEST_CASE("The report of a trajectory, to be looked at", "[.look]") {
    std::string longer;
    for (int i = 0; i < 3; ++i) longer += ", met een lange toelichting van iemand die graag schrijft";
    for (const std::string language : {"nl", "en"}) {
        const auto naming = language == "nl" ? Naming::everybody : Naming::nobody;
        const GreenPlace place, talkative{longer};
        const auto keep_as = [&](const std::string& name, const Document& document) { full::keep(name + "-" + language + ".pdf", pdf_of(document, {})); };
        keep_as("dossier", branded(place.report(language, naming)));
        keep_as("dossier-long", talkative.report(language, naming));
        keep_as("dossier-one-page", branded(place.summary(language, naming)));
        keep_as("dossier-one-page-long", branded(talkative.summary(language, naming)));
        full::keep("dossier-" + language + ".html", html_of(branded(place.report(language, naming)), {}));
    }
}

TEST_CASE("Whatever people write in a dossier stays text", "[report][trajectory]") {
    const GreenPlace place{" <script>alert(1)</script> {n} {reason} ' onmouseover='x </style> 👩‍🌾 عشب"};
    for (const auto& page : {place.page(), html_of(place.summary(), {})}) {
        CHECK_FALSE(says(page, "<script"));
        CHECK(says(page, "&lt;script&gt;alert(1)&lt;/script&gt; {n} {reason}"));
    }
}

TEST_CASE("Amounts are written as people of a language write them", "[report]") {
    CHECK(money_in_words(0, "nl") == "€\u00a00");
    CHECK(money_in_words(125'050, "nl") == "€\u00a01.250,50");
    CHECK(money_in_words(125'005, "en") == "€1,250.05");
    CHECK(money_in_words(-104'000'000, "nl") == "-€\u00a01.040.000");
    CHECK(number_in_words(999, "nl") == "999");
    CHECK(number_in_words(1'000, "en") == "1,000");
}

}  // namespace kiemkring::report::trajectory_report_test
