// Who is connected: the caps on connections, and everybody there is to say goodbye to. Live thread only.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "edge/buckets.h"

namespace kiemkring::edge {

/// A connection that can be asked to end.
class Closable {
public:
    virtual ~Closable() = default;
    /// The server stops: ends the connection soon, at once where nothing is under way.
    virtual void stop() = 0;
    /// Ends it at once, whatever is under way.
    virtual void abandon() = 0;
    /// Called again and again; for those that keep no timer of their own.
    virtual void look_at_deadlines(Moment) {}
};

class Connections {
public:
    Connections(std::size_t max, std::size_t unauthenticated_per_address_max)
        : max_{max}, unauthenticated_max_{unauthenticated_per_address_max} {}

    /// One place in the total, and while `address` is counted one among the unauthenticated ones from there.
    class Ticket {
    public:
        Ticket(std::shared_ptr<Connections> connections, Closable& who) : connections_{std::move(connections)} {
            place_ = connections_->all_.insert(connections_->all_.end(), &who);
        }
        ~Ticket() {
            authenticated();
            connections_->all_.erase(place_);
        }
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;

        void unauthenticated(const std::string& address) {
            authenticated();
            address_ = address;
            ++connections_->unauthenticated_[address_];
        }
        void authenticated() {
            if (address_.empty()) return;
            const auto found = connections_->unauthenticated_.find(address_);
            if (--found->second == 0) connections_->unauthenticated_.erase(found);
            address_.clear();
        }

    private:
        std::shared_ptr<Connections> connections_;
        std::list<Closable*>::iterator place_;
        std::string address_;
    };

    [[nodiscard]] bool is_full() const { return all_.size() >= max_; }
    [[nodiscard]] bool is_overfull() const { return all_.size() >= max_ + refusals_max; }
    [[nodiscard]] bool is_full_for(const std::string& address) const {
        const auto found = unauthenticated_.find(address);
        return found != unauthenticated_.end() && found->second >= unauthenticated_max_;
    }
    [[nodiscard]] std::size_t count() const { return all_.size(); }

    void stop_all() {
        for (auto next = all_.begin(); next != all_.end();) (*next++)->stop();  // may remove that one, no other
    }
    void abandon_all() {
        for (auto next = all_.begin(); next != all_.end();) (*next++)->abandon();
    }
    void look_at_deadlines(Moment now) {
        for (auto next = all_.begin(); next != all_.end();) (*next++)->look_at_deadlines(now);
    }

private:
    /// So many more are told politely that it is full; after that they are only closed.
    static constexpr std::size_t refusals_max = 100;
    std::size_t max_, unauthenticated_max_;
    std::list<Closable*> all_;
    std::unordered_map<std::string, std::size_t> unauthenticated_;
};

}  // namespace kiemkring::edge
