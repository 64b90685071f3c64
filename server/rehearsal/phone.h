// The phone of somebody who is simulated: it joins, connects, keeps what is unanswered, and comes back.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <functional>
#include <memory>

#include "base/random.h"
#include "rehearsal/crowd.h"
#include "rehearsal/person.h"

namespace kiemkring::rehearsal {

class Phone {
public:
    /// Outlives the run of `context`. `order` and `tell` outlive it.
    Phone(boost::asio::io_context& context, const Order& order, boost::asio::ip::tcp::endpoint server, base::Random& random,
          Person person, const std::function<void(const std::string&)>& tell);
    ~Phone();

    /// Joins after that time.
    void start(Milliseconds after);

private:
    struct Line;
    struct Unanswered {
        std::uint64_t n{};
        std::string frame;
    };

    void join();
    void joined(unsigned status);
    void connect();
    void hear(const std::string& text);
    void on(const wire::Welcome& welcome);
    void on(const wire::Changes& changes);
    void on(const wire::Answer& answer);
    void live();
    void act();
    void perform(const Say& say);
    void send(std::string frame);
    void closed(unsigned code);
    void come_back(Milliseconds after);
    void leave();
    void after(Milliseconds time, void (Phone::*what)());
    void tell(const std::string& what) const;

    static constexpr std::size_t unanswered_max = 3;  ///< nobody taps on when nothing happens
    static constexpr unsigned failures_max = 10;      ///< in a row

    boost::asio::io_context& context_;
    const Order& order_;
    boost::asio::ip::tcp::endpoint server_;
    Person person_;
    const std::function<void(const std::string&)>& tell_;
    std::string token_, client_, epoch_;
    std::shared_ptr<Line> line_;
    boost::asio::steady_timer waits_, lives_;
    std::chrono::steady_clock::time_point began_;
    std::deque<Unanswered> outbox_;
    std::uint64_t last_n_{};
    domain::Version have_everybody_{}, have_me_{};
    unsigned failures_{};
    bool welcome_{}, is_gone_{};
};

}  // namespace kiemkring::rehearsal
