// No vote is counted twice or lost: random voting with repeats, second devices, lost connections, writes of unknown outcome and
// crashes, against what the phones were told and against a count of the log.
#include <fmt/format.h>

#include <deque>
#include <map>
#include <random>

#include "live/fake_world.h"

using namespace kiemkring;
using namespace kiemkring::live;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int worlds = 25;
#else
constexpr int worlds = 500;
#endif
constexpr std::uint32_t votes_per_world = 20, people = 4, candidates = 9, first_vote_round = 3;

using Tally = std::map<std::uint32_t, int>;  ///< votes by candidate; no zeros

void add(Tally& tally, domain::GroupId candidate, int votes) {
    if ((tally[candidate.value] += votes) == 0) tally.erase(candidate.value);
}

/// Reads only what this is about: answers, one's own votes, the counts.
struct Reader final : Member {
    void send(Frame frame) override {
        const auto holds = [&](std::string_view text) { return frame->find(text) != frame->npos; };
        if (!holds(R"("type":"answer")") && !holds(R"("audience":"me")") && !holds(R"("type":"tally")")) return;
        auto read = wire::read_server_message(*frame);
        REQUIRE(read);
        heard.push_back(std::move(*read));
    }
    void close(std::uint16_t code, const std::string&) override { closed = code; }

    std::vector<wire::ServerMessage> heard;
    std::uint16_t closed = 0;
};

/// One page with an outbox of its own; two of them may hold the same seat.
struct Page {
    std::string token;
    char client;
    Reader reader{};
    Hub::ConnectionId connection{};
    std::uint64_t last_n{};
    std::deque<std::pair<std::uint64_t, domain::Command>> outbox{};
    Tally mine{};  ///< as its `me` record says

    void come_back(FakeWorld& world) {
        reader = {};
        connection = world.enter(token, reader, client);
        send_outbox(world);
    }
    void send_outbox(FakeWorld& world) {
        for (const auto& [n, command] : outbox) world.ask(connection, n, command);
    }
    void ask(FakeWorld& world, domain::Command command) {
        outbox.emplace_back(++last_n, std::move(command));
        world.ask(connection, last_n, outbox.back().second);
    }
};

class Room {
public:
    explicit Room(std::uint64_t seed) : dice_{seed} {
        world_.seed = seed;
        domain::SessionInfo info;
        info.title = "Groen";
        info.language = "nl";
        info.seats_max = people;
        std::vector<domain::AgendaItem> agenda{{{1}, domain::RoundKind::lobby, "", 0, "", false},
                                               {{2}, domain::RoundKind::ideas, "", 0, "", false}};
        for (std::uint32_t i = 0; i < votes_per_world; ++i)
            agenda.push_back({{first_vote_round + i}, domain::RoundKind::vote, "", 0, "", false});
        world_.hub->create(1, info, agenda, [&](auto made) { session_ = made.value(); });
        world_.settle();
        for (std::uint32_t i = 0; i < people; ++i) {
            REQUIRE(world_.join(session_, std::string(64, static_cast<char>('0' + i))));
            pages_.push_back({std::string(64, static_cast<char>('0' + i)), static_cast<char>('a' + i)});
        }
        pages_.push_back({pages_[0].token, 'y'});
        tablet_.token = world_.pair(session_, Role::facilitator);
        everybody_comes_back();
        facilitate(domain::StartRound{{2}, 0});
        for (std::uint32_t i = 0; i < candidates; ++i) {
            pages_[i % people].ask(world_, domain::SubmitIdea{"Idee " + std::to_string(i), ""});
            settle();
        }
    }

    void vote(domain::RoundId round) {
        facilitate(domain::StartRound{round, 0});
        told_.clear();
        for (auto& page : pages_) page.mine.clear();
        counted_from_ = world_.store.kept(session_)->events.size();
        log_.clear();
        for (int i = 0; i < 12; ++i) {
            step();
            CHECK(counted() == told_);
            Tally of_all;
            for (std::uint32_t person = 0; person < people; ++person)
                for (const auto& [candidate, votes] : pages_[person].mine) of_all[candidate] += votes;
            CHECK(of_all == told_);
            CHECK(pages_[0].mine == pages_[people].mine);
        }
        facilitate(domain::CloseVote{0, true});
        const auto* closed = tablet_tally_ ? &*tablet_tally_ : nullptr;
        REQUIRE(closed);
        Tally published;
        for (const auto& count : closed->counts)
            if (count.votes > 0) published[count.candidate.value] = static_cast<int>(count.votes);
        CHECK(published == told_);
    }

    int accepted{}, refused{}, repeats{}, crashes{};

private:
    bool chance(int in_a_hundred) { return static_cast<int>(dice_() % 100) < in_a_hundred; }

    void step() {
        auto& page = pages_[dice_() % pages_.size()];
        const domain::GroupId candidate{static_cast<std::uint32_t>(dice_() % (candidates + 1)) + 1};  // one too many
        if (chance(60)) page.ask(world_, domain::CastVote{candidate});
        else page.ask(world_, domain::RetractVote{candidate});
        if (chance(30)) {
            ++repeats;
            page.send_outbox(world_);  // twice on one line
        }
        if (chance(3)) world_.store.fail_call(1, chance(50));
        if (chance(5)) {
            world_.hub->leave(page.connection);  // the answer finds nobody
            page.come_back(world_);
        }
        if (chance(2)) crash();
        settle();
    }

    void crash() {
        ++crashes;
        world_.hub.reset();
        world_.store.crash(dice_() % (world_.store.waiting() + 1));
        world_.alarm.reset();
        world_.open();
        everybody_comes_back();
    }

    void everybody_comes_back() {
        for (auto& page : pages_) page.come_back(world_);
        tablet_.come_back(world_);
    }

    /// Until everybody has an answer to everything.
    void settle() {
        for (int i = 0; i < 50; ++i) {
            world_.pass(100ms);
            for (auto& page : pages_) read(page);
            read(tablet_);
            bool all = true;
            for (auto* page : everybody()) {
                if (page->outbox.empty() && page->reader.closed == 0) continue;
                all = false;
                if (page->reader.closed != 0) page->come_back(world_);
                else page->send_outbox(world_);
            }
            if (all) return;
        }
        FAIL("somebody gets no answer");
    }

    void read(Page& page) {
        for (const auto& message : page.reader.heard) {
            if (const auto* answer = std::get_if<wire::Answer>(&message)) hear(page, *answer);
            if (const auto* changes = std::get_if<wire::Changes>(&message))
                for (const auto& record : changes->put) hear(page, record);
        }
        page.reader.heard.clear();
    }

    void hear(Page& page, const wire::Answer& answer) {
        if (answer.refusal && domain::is_passing(answer.refusal->reason)) return;
        if (page.outbox.empty() || page.outbox.front().first != answer.n) return;  // heard before
        const auto command = std::move(page.outbox.front().second);
        page.outbox.pop_front();
        ++(answer.refusal ? refused : accepted);
        if (answer.refusal) return;
        if (const auto* cast = std::get_if<domain::CastVote>(&command)) add(told_, cast->candidate, 1);
        if (const auto* back = std::get_if<domain::RetractVote>(&command)) add(told_, back->candidate, -1);
    }

    void hear(Page& page, const domain::Record& record) {
        if (const auto* tally = std::get_if<domain::TallyRecord>(&record)) tablet_tally_ = *tally;
        const auto* me = std::get_if<domain::MeRecord>(&record);
        if (!me) return;
        page.mine.clear();
        for (const auto& votes : me->votes) page.mine[votes.candidate.value] = static_cast<int>(votes.votes);
    }

    std::vector<Page*> everybody() {
        std::vector<Page*> all{&tablet_};
        for (auto& page : pages_) all.push_back(&page);
        return all;
    }

    void facilitate(domain::Command command) {
        tablet_.ask(world_, std::move(command));
        settle();
    }

    /// From the log alone.
    const Tally& counted() {
        const auto& events = world_.store.kept(session_)->events;
        for (; counted_from_ < events.size(); ++counted_from_) {
            if (const auto* cast = std::get_if<domain::VoteCast>(&events[counted_from_].what)) add(log_, cast->candidate, 1);
            if (const auto* back = std::get_if<domain::VoteRetracted>(&events[counted_from_].what)) add(log_, back->candidate, -1);
        }
        return log_;
    }

    std::mt19937_64 dice_;
    FakeWorld world_;
    domain::SessionId session_;
    std::vector<Page> pages_;
    Page tablet_{"", 'z'};
    std::optional<domain::TallyRecord> tablet_tally_;
    Tally told_, log_;
    std::size_t counted_from_{};
};

}  // namespace

TEST_CASE("No vote is counted twice or lost", "[votes]") {
    int accepted = 0, refused = 0, repeats = 0, crashes = 0;
    for (int seed = 1; seed <= worlds; ++seed) {
        INFO("seed " << seed);
        Room room{static_cast<std::uint64_t>(seed)};
        for (std::uint32_t i = 0; i < votes_per_world; ++i) room.vote({first_vote_round + i});
        accepted += room.accepted;
        refused += room.refused;
        repeats += room.repeats;
        crashes += room.crashes;
    }
    fmt::print("{} votes of {} people: {} commands accepted, {} refused, {} sent again, {} crashes\n", worlds * votes_per_world,
               people, accepted, refused, repeats, crashes);
    CHECK(accepted > worlds * 100);
    CHECK(crashes > worlds);  // two a world and more
}
