// A hub on a store that is released by hand, and members that only listen.
#pragma once

#include <catch2/catch.hpp>
#include <map>

#include "live/hub.h"
#include "store/memory_event_store.h"
#include "wire/client_message.h"
#include "wire/server_message.h"

namespace kiemkring::live {

struct Listener final : Member {
    void send(Frame frame) override {
        auto read = wire::read_server_message(*frame);
        REQUIRE(read);
        frames.push_back(std::move(frame));
        heard.push_back(std::move(*read));
    }
    void close(std::uint16_t code, const std::string&) override { closed = code; }

    template <class T>
    std::vector<T> all() const {
        std::vector<T> found;
        for (const auto& message : heard)
            if (const auto* one = std::get_if<T>(&message)) found.push_back(*one);
        return found;
    }
    void forget() { frames.clear(), heard.clear(); }

    std::vector<Frame> frames;
    std::vector<wire::ServerMessage> heard;
    std::uint16_t closed = 0;
};

struct FakeWorld : base::Clock, base::Random, Alarm, Aside {
    FakeWorld() { open(); }

    void open() {
        beside.clear();
        hub = std::make_unique<Hub>(store, store, *this, *this, *this, "http://kiemkring.test", faults);
        hub->use(*this);
    }
    bool run(std::move_only_function<Aside::Done()> work) override {
        if (beside.size() >= beside_max) return false;
        beside.push_back(std::move(work));
        return true;
    }
    /// Lets the other thread finish what it was given.
    void finish_beside() {
        for (auto& work : std::exchange(beside, {})) work()();
        settle();
    }
    [[nodiscard]] base::Time now() const override { return time; }
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>((seed = seed * 6364136223846793005u + 1442695040888963407u) >> 56);
    }
    void wake_at(base::Time when) override { alarm = when; }
    /// Finishes what the store has to do and what is due now.
    void settle() {
        for (int i = 0; i < 20; ++i) {
            store.release_all();
            if (alarm && *alarm <= time) {
                alarm.reset();
                hub->tick();
            }
        }
    }
    void pass(base::Milliseconds duration) {
        time += duration;
        settle();
    }

    domain::SessionId make_session(std::uint32_t seats = 30) {
        domain::SessionInfo info;
        info.title = "Groen";
        info.language = "nl";
        info.seats_max = seats;
        domain::SessionId id;
        hub->create(1, info, {{{1}, domain::RoundKind::lobby, "", 0, "", false}, {{2}, domain::RoundKind::ideas, "", 5, "", false}},
                    [&](auto made) { id = made.value(); });
        settle();
        return id;
    }
    std::expected<Joined, JoinError> join(const domain::SessionId& session, const std::string& token) {
        std::expected<Joined, JoinError> result = std::unexpected{JoinError::unavailable};
        hub->join(hub->summary(session)->code, {token_hash(token), "", "", ""}, [&](auto joined) { result = joined; });
        settle();
        return result;
    }
    std::string pair(const domain::SessionId& session, Role role) {
        const auto secret = hub->make_pairing(session, role).secret;
        pair(secret, "paired by " + secret);
        return "paired by " + secret;
    }
    bool pair(const std::string& secret, const std::string& token) {
        bool is_in = false;
        hub->pair(secret, token_hash(token), [&](auto paired) { is_in = paired.has_value(); });
        settle();
        return is_in;
    }
    Hub::ConnectionId enter(const std::string& token, Member& listener, char client = 'a', domain::Version have = 0,
                            domain::Version have_me = 0) {
        const auto id = hub->enter({token, std::string(32, client), std::string(32, '0'), have, have_me}, listener);
        settle();
        return id;
    }
    /// Not settled: waits in the store.
    void ask(Hub::ConnectionId connection, std::uint64_t n, domain::Command command, domain::PersonId paper_seat = {}) {
        const auto message = wire::read_client_message(wire::encode_command(n, command, paper_seat));
        const auto& read = std::get<wire::CommandMessage>(message.value());
        hub->command(connection, read.n, read.content, read.command, read.paper_seat);
    }

    base::Time time{std::chrono::milliseconds{1'790'000'000'000}};
    std::uint64_t seed = 1;
    std::vector<std::move_only_function<Aside::Done()>> beside;
    std::size_t beside_max = 8;
    std::optional<base::Time> alarm;
    Faults faults;
    store::MemoryEventStore store;
    std::unique_ptr<Hub> hub;
};

/// The records of one audience after these messages.
inline std::map<std::string, domain::Record> records_of(const Listener& listener, const std::string& audience,
                                                 std::map<std::string, domain::Record> records = {}) {
    for (const auto& changes : listener.all<wire::Changes>()) {
        if (changes.audience != audience) continue;
        if (changes.from == 0) records.clear();
        for (const auto& record : changes.put) records[wire::record_key(record)] = record;
        for (const auto& key : changes.gone) records.erase(key);
    }
    return records;
}

}  // namespace kiemkring::live
