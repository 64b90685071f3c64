// A whole afternoon of many people with real sentences, hard texts and photos: to be looked at, measured and read again.
#pragma once

#include "domain/meeting.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "report/html_page.h"
#include "report/paper.h"
#include "report/scratch.h"

namespace kiemkring::report::full {

using namespace domain;

/// A photograph-like picture as the decoder gives it, made of one a pattern: no two are equal.
inline std::shared_ptr<const PictureBytes> photo_like(unsigned number, int width = 1280, int height = 960) {
    const auto folder = scratch_path("photo");
    std::filesystem::create_directories(folder);
    struct Clean {
        std::filesystem::path folder;
        ~Clean() { std::filesystem::remove_all(folder); }
    } clean{folder};
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_surface_flush(surface);
    auto* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double wave = std::sin((x + 40.0 * number) / 61.0) + std::sin((y + 25.0 * number) / 43.0) + std::sin((x + y) / (17.0 + number % 9));
            const auto at = pixels + y * stride + x * 4;
            at[0] = static_cast<unsigned char>(90 + 20 * wave);
            at[1] = static_cast<unsigned char>(130 + 35 * wave + static_cast<double>((x * 7 + y * 13) % 11));
            at[2] = static_cast<unsigned char>(100 + 25 * wave + static_cast<double>(number * 31 % 60));
        }
    cairo_surface_mark_dirty(surface);
    cairo_surface_write_to_png(surface, (folder / "photo.png").c_str());
    cairo_surface_destroy(surface);

    const auto command = std::string{KIEMKRING_DECODER} + " photo 1 < " + (folder / "photo.png").string() + " > " + (folder / "out").string();
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream out{folder / "out", std::ios::binary};
    auto bytes = std::make_shared<PictureBytes>();
    std::size_t small = 0, large = 0;
    out >> bytes->width >> bytes->height >> small >> large;
    out.get();
    bytes->thumbnail.resize(small);
    bytes->large.resize(large);
    out.read(bytes->thumbnail.data(), static_cast<std::streamsize>(small));
    out.read(bytes->large.data(), static_cast<std::streamsize>(large));
    REQUIRE(bytes->large.size() == large);
    return bytes;
}

struct FullSession : Meeting {
    Pictures pictures;
    std::vector<PersonId> who;
    std::vector<GroupId> made_groups;

    FullSession(std::size_t ideas_count, std::size_t photos_count) {
        session.info.title = "Groen bij de buren: bedrijventerrein De Rietkamp";
        session.info.place = "De Rietkamp, Zevenhuizen";
        session.info.question = "Wat kan hier groeien, zodat mensen er graag hun pauze houden en het minder heet wordt?";
        session.info.within = "een jaar";
        session.info.money = "€ 25.000, en wat de buren zelf willen doen";
        session.info.host = "Parkmanagement De Rietkamp";
        session.info.controller = "Stichting Groene Buren, groen@voorbeeld.nl";
        session.info.retained_until = "2027-12-31";
        session.info.secret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
        moment.now = base::Time{base::Milliseconds{1'804'164'900'000}};  // 4 March 2027
        come_in();
        write(ideas_count);
        photograph(photos_count);
        group();
        choose();
    }
    void close() {
        pass(start_of_round(8));
        REQUIRE(facilitator(SetNextStep{"2027-04-15", "Samen het terrein rond, met de hovenier. Verzamelen bij de poort aan de Kampweg."}) == accepted);
        for (std::size_t i = 0; i < who.size(); ++i) REQUIRE(person(who[i], GiveStars{i % 7 == 0 ? 3U : i % 3 == 0 ? 4U : 5U}) == accepted);
        REQUIRE(facilitator(CloseSession{}) == accepted);
    }

private:
    std::uint32_t start_of_round(std::uint32_t round) {
        start(round);
        return round;
    }
    void pass(std::uint32_t minutes) { moment.now += base::Milliseconds{60'000LL * (minutes + 9)}; }

    void come_in() {
        static constexpr std::array<std::array<const char*, 3>, 30> people{{
            {"Annabel de Wit", "Bakkerij De Korenaar", "eigenaar"}, {"Bram Postma", "Gemeente Zuidplas", "beheer openbare ruimte"}, {"Олена Шевченко", "Тепличне господарство", "бригадирка"},
            {"محمد الأحمد", "Logistiek Oost", "chauffeur"}, {"Zoë van 't Hoff-Ångström", "Installatiebedrijf Van der Valk-Schoonderbeek & Zonen", "werkvoorbereider"}, {"Chris", "", ""},
            {"Fatima El Amrani", "Kinderopvang Bij de Buren", "leidster"}, {"Gijs 🌻", "Tuincentrum", "verkoop"}, {"Hanna Müller", "Drukkerij", "vormgever"}, {"Ivo", "Drukkerij", ""},
            {"Joke", "Waterschap", "adviseur"}, {"Kees", "VvE Kampweg", "voorzitter"}, {"Łucja Wiśniewska", "Kassenbouw", "monteur"}, {"Mo", "Logistiek Oost", ""}, {"Nienke", "IVN", "gids"},
            {"Omar", "", ""}, {"Petra", "Bakkerij De Korenaar", "winkel"}, {"Quinten", "Garage Q", "monteur"}, {"Radu Ionescu", "Kassenbouw", "lasser"}, {"Sanne", "Parkmanagement", "parkmanager"},
            {"Tom", "", ""}, {"Ursula", "Drukkerij", ""}, {"Vera", "Gemeente Zuidplas", "ecoloog"}, {"Wim", "VvE Kampweg", ""}, {"Xander", "", ""}, {"Yara", "Kinderopvang Bij de Buren", ""},
            {"Zeynep", "Bakker Sultan", "eigenaar"}, {"", "", ""}, {"", "", ""}, {"Dirk", "", ""}}};
        for (const auto& [name, organisation, role] : people) {
            who.push_back(join(name));
            REQUIRE(person(who.back(), SetProfile{name, organisation, role}) == accepted);
        }
        pass(2);
    }
    void write(std::size_t count) {
        static const std::array<std::string, 20> texts{
            "Een bankje in de schaduw van een grote boom", "Gevel vol klimop en kamperfoelie", "Een vijver waar je je voeten in kunt laten hangen", "Nestkasten voor de gierzwaluw",
            "Tegels eruit, vaste planten erin", "Een moestuin voor de kantine", "Regenwater opvangen in een wadi langs de Kampweg", "Groen dak op de fietsenstalling",
            "Bloemenmengsel in de berm", "Een pad van schors tussen de gebouwen", "مكان للجلوس في الظل", "Більше дерев біля зупинки 🌳🌳", "Fruitbomen waar iedereen van mag plukken 🍎",
            "Egelpoortjes in alle hekken", "Een insectenhotel, samen gebouwd met de kinderen van de opvang", "=SOM(A1:A9) of gewoon: reken eens uit wat minder gras maaien scheelt",
            "Hottentottententententoonstellingsaankondigingsborden weghalen en er een boomgaard van maken", "<b>Meer</b> schaduw & minder \"steen\"", "Een lunchplek met uitzicht",
            "Wateroverlastbestendigeparkeerplaatsinrichtingsvoorschriftenaanpassingsvoorstel"};
        pass(start_of_round(2));
        // A person may have at most so many: over all of them.
        for (std::size_t i = 0; i < count; ++i) {
            const auto text = i < texts.size() ? texts[i] : texts[i % texts.size()] + " (" + std::to_string(i) + ")";
            REQUIRE(person(who[i % who.size()], SubmitIdea{text, i % 6 == 0 ? "Dan kun je er in de pauze even zitten. Nu sta je altijd tussen de auto's." : ""}) == accepted);
        }
        REQUIRE(facilitator(ShareIdeas{true}) == accepted);
    }
    void photograph(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto idea = std::next(session.ideas.begin(), static_cast<std::ptrdiff_t>(i * session.ideas.size() / count));
            auto key = std::to_string(i);
            key.insert(0, 32 - key.size(), 'a');
            const auto by = idea->second.author;
            REQUIRE(person(by, AddPhoto{idea->first, key}) == accepted);
            const auto bytes = photo_like(static_cast<unsigned>(i), i % 4 == 3 ? 900 : 1280, i % 4 == 3 ? 1200 : 960);
            arrive({false, key, {}}, {Asker::Role::participant, by}, bytes);
        }
        arrive({true, std::string(32, 'b'), {}}, {Asker::Role::facilitator, {}}, photo_like(500, 1600, 1000));
        std::vector<PictureId> all;
        for (const auto& [id, photo] : session.photos) all.push_back(id);
        for (std::size_t i = 0; i < 14 && i < session.ideas.size(); ++i) {
            const auto idea = std::next(session.ideas.begin(), static_cast<std::ptrdiff_t>(i));
            // The first four at one bench, the others over the place.
            const auto spot = i < 4 ? Place{0.2, 0.5 + 0.01 * static_cast<double>(i)} : Place{0.08 + 0.06 * static_cast<double>(i), 0.15 + 0.7 * static_cast<double>(i * 5 % 14) / 14};
            REQUIRE(facilitator(PinIdea{idea->first, spot}) == accepted);
        }
        (void)facilitator(ReleasePhotos{all, true});
    }
    void arrive(const Upload& upload, const Asker& asker, const std::shared_ptr<const PictureBytes>& bytes) {
        const auto decision = decide_arrival(session, upload, asker, bytes);
        REQUIRE(decision);
        apply(*decision, upload.is_plan ? "plan" : "photo", upload.is_plan);
        for (const auto& row : decision->pictures) pictures.emplace(row.id, bytes);
    }
    void group() {
        static const std::array<std::string, 8> names{"Schaduw en zitten", "Groene gevels", "Water", "Dieren", "Minder steen", "Eten uit de tuin", "Samen bouwen en onderhouden met de hele buurt", "Paden"};
        pass(start_of_round(3));
        std::vector<IdeaId> all;
        for (const auto& [id, idea] : session.ideas) all.push_back(id);
        for (std::size_t g = 0; g < names.size(); ++g) {
            std::vector<MovedIdea> mine;
            for (std::size_t i = g; i < all.size() * 9 / 10; i += names.size()) mine.push_back({all[i]});
            REQUIRE(facilitator(CreateGroup{names[g], mine}) == accepted);
            made_groups.push_back({made});
        }
    }
    void choose() {
        pass(start_of_round(4));
        for (std::size_t i = 0; i < who.size() - 4; ++i)
            for (const std::size_t g : {i % 3, 3 + i % 2, 5 + i % 3}) REQUIRE(person(who[i], CastVote{made_groups[g]}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
        if (session.tie && !session.top) {
            start(5);
            REQUIRE(facilitator(DrawLots{}) == accepted);
        }
        pass(start_of_round(6));
        REQUIRE(session.top);
        for (std::uint32_t i = 0; session.revealed < session.top->entries.size() && i < 9; ++i) REQUIRE(facilitator(RevealNext{session.revealed}) == accepted);
        start(15);
        for (std::size_t i = 0; i < who.size(); ++i)
            (void)person(who[i], AnswerConcern{session.top->entries.front().candidate, i % 6 == 0 ? ConcernAnswer::worried : ConcernAnswer::fine, i % 6 == 0 ? "wie gaat dat onderhouden" : ""});
        pass(start_of_round(7));
        for (std::size_t i = 0; i < session.top->entries.size(); ++i) {
            const auto candidate = session.top->entries[i].candidate;
            if (i != 3) REQUIRE(person(who[i], CommitTo{candidate, CommitmentRole::lead, "Ik bel deze week met de hovenier"}) == accepted);
            REQUIRE(person(who[i + 6], CommitTo{candidate, CommitmentRole::help, "Op zaterdag, met de kinderen"}) == accepted);
            REQUIRE(person(who[i + 12], CommitTo{candidate, CommitmentRole::informed, ""}) == accepted);
        }
    }
};

/// Where to keep what is to be looked at: `KIEMKRING_KEEP=FOLDER test_report '[look]'`.
inline void keep(const std::string& name, const std::string& bytes) {
    const auto* folder = std::getenv("KIEMKRING_KEEP");
    if (folder) std::ofstream{std::filesystem::path{folder} / name, std::ios::binary} << bytes;
}

}  // namespace kiemkring::report::full
