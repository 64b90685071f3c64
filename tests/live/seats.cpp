// Never more seats than the session has, never a lost one: thirty-one people in one moment, some asking more than once, over
// writes of unknown outcome and crashes; and everybody comes back to the same seat.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "live/fake_world.h"

using namespace kiemkring;
using namespace kiemkring::live;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int moments = 50;
#else
constexpr int moments = 1'000;
#endif
constexpr std::uint32_t seats = 30;

struct Door {
    FakeWorld world;
    domain::SessionId session;
    std::map<std::string, std::uint32_t> seat_of;  ///< as each was told
    int refused{};

    void knock(const std::string& token) {
        world.hub->join(world.hub->summary(session)->secret, {token_hash(token), "", "", ""}, [this, token](auto joined) {
            if (!joined) {
                refused += joined.error() == JoinError::session_full;
                return;
            }
            const auto [seat, is_new] = seat_of.emplace(token, joined->person.value);
            CHECK(seat->second == joined->person.value);
        });
    }
    std::size_t seats_taken() const {
        std::set<std::uint32_t> people;
        for (const auto& row : world.store.kept(session)->people) people.insert(row.id.value);
        return people.size();
    }
};

}  // namespace

TEST_CASE("Of thirty-one in one moment one is refused, and everybody keeps the same seat", "[seats]") {
    std::mt19937_64 dice{31};
    for (int moment = 0; moment < moments; ++moment) {
        INFO("moment " << moment);
        Door door;
        door.session = door.world.make_session(seats);
        std::vector<std::string> tokens;
        for (std::uint32_t i = 0; i <= seats; ++i) tokens.push_back("token" + std::to_string(i));
        std::ranges::shuffle(tokens, dice);

        if (dice() % 3 == 0) door.world.store.fail_call(1 + dice() % 3, dice() % 2);
        for (const auto& token : tokens)
            for (auto times = 1 + dice() % 3; times > 0; --times) door.knock(token);
        if (dice() % 3 == 0) {
            door.world.hub.reset();
            door.world.store.crash(dice() % (door.world.store.waiting() + 1));
            door.world.alarm.reset();
            door.world.open();
        }
        door.world.settle();
        CHECK(door.seats_taken() <= seats);

        // Leaving and coming back, those whose answer was lost and those who have one, until everybody was told.
        for (int round = 0; round < 3; ++round) {
            std::ranges::shuffle(tokens, dice);
            for (const auto& token : tokens) door.knock(token);
            door.world.pass(1s);
        }
        CHECK(door.seats_taken() == seats);
        CHECK(door.seat_of.size() == seats);
        std::set<std::uint32_t> people;
        for (const auto& [token, person] : door.seat_of) people.insert(person);
        CHECK(people.size() == seats);
        CHECK(door.refused >= 1);
    }
}
