// The floor: a server that does the same work with as little as possible. Raw epoll, one thread and the
// journal's.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal.h"
#include "world.h"

namespace load {

/// Faults on purpose, in one of so many frames of changes to one phone: the generator must find them.
struct Misbehaviour {
    enum class Kind { none, drop, twice, swap };
    Kind kind{Kind::none};
    std::uint64_t every{1'000};
};

class Floor {
public:
    Floor(World world, std::uint16_t port, const std::string& journal, Misbehaviour misbehaviour);
    /// Until SIGTERM.
    void run();

private:
    using Bytes = std::shared_ptr<const std::string>;
    struct Connection {
        int socket{-1};
        std::uint32_t serial{};  ///< of the use of this place
        std::uint32_t phone{nobody};
        bool is_upgraded{}, is_blocked{}, is_touched{};
        std::string unread;
        std::size_t sent{};  ///< of the first of the queue
        std::vector<Bytes> queue;
        Bytes held_back;  ///< until after the next one, by a floor that misbehaves
    };
    struct Told {  ///< to one seat, over all its connections
        std::uint64_t n{}, me_version{};
    };
    struct Room {
        std::uint64_t version{40};           ///< as if people had joined before
        std::vector<std::uint32_t> members;  ///< places of connections
        std::vector<std::string> ideas;      ///< records
    };
    static constexpr std::uint32_t nobody = ~0u;

    void accept_all();
    void read(std::uint32_t place);
    bool upgrade(Connection& connection, std::size_t& at, std::size_t size);
    void take(std::uint32_t place, std::string_view message);
    void hello(std::uint32_t place, std::string_view message);
    void tell_what_is_kept();
    [[nodiscard]] bool is_here(const Entry& entry) const;
    void tell_changes(Room& room, const Bytes& frame);
    void queue(std::uint32_t place, Bytes bytes);
    void flush(std::uint32_t place);
    void flush_all();
    void close(std::uint32_t place);
    void beat();
    [[nodiscard]] std::string idea_record(const Seat& author, std::string_view text,
                                          std::string_view explanation) const;
    [[nodiscard]] std::string changes(std::string_view audience, std::uint64_t from, std::uint64_t to,
                                      std::string_view put) const;
    [[nodiscard]] std::string me_record(const Seat& seat) const;
    [[nodiscard]] std::string my_idea_record(const Seat& seat, std::string_view text,
                                             std::string_view explanation) const;

    World world_;
    Misbehaviour misbehaviour_;
    std::uint64_t told_{};  ///< frames of changes, to count to the next fault
    Journal journal_;
    int listener_{-1}, poll_{-1};
    std::deque<Connection> connections_;
    std::vector<std::uint32_t> free_places_, touched_;
    std::vector<Room> rooms_;
    std::unordered_map<std::string, std::uint32_t> phones_;  ///< by token
    std::vector<Entry> commands_;
    std::vector<char> input_;
    std::vector<Told> told_seats_;
    std::string epoch_;
};

}  // namespace load
