#include "rehearsal/phone.h"

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include "wire/client_message.h"
#include "wire/http_bodies.h"

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;

namespace kiemkring::rehearsal {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t message_bytes_max = 16 << 20;
constexpr auto beats_every = 9s;

/// One request on a connection of its own; `done` gets the status, 0 when there was no answer.
class Asking : public std::enable_shared_from_this<Asking> {
public:
    Asking(asio::io_context& context, http::request<http::string_body> request, std::function<void(unsigned)> done)
        : stream_{context}, request_{std::move(request)}, done_{std::move(done)} {}

    void run(const asio::ip::tcp::endpoint& server) {
        stream_.expires_after(30s);
        stream_.async_connect(server, [self = shared_from_this()](error_code error) {
            if (error) return self->done_(0);
            http::async_write(self->stream_, self->request_, [self](error_code failed, std::size_t) {
                if (failed) return self->done_(0);
                http::async_read(self->stream_, self->buffer_, self->response_, [self](error_code unread, std::size_t) {
                    self->done_(unread ? 0 : self->response_.result_int());
                });
            });
        });
    }

private:
    beast::tcp_stream stream_;
    http::request<http::string_body> request_;
    http::response<http::string_body> response_;
    beast::flat_buffer buffer_;
    std::function<void(unsigned)> done_;
};

}  // namespace

/// One connection. What it still has under way when the phone has another one is of no interest any more.
struct Phone::Line : std::enable_shared_from_this<Line> {
    Line(Phone& of) : phone{of}, stream{of.context_}, beating{of.context_} {}

    void run() {
        beast::get_lowest_layer(stream).async_connect(phone.server_, [self = shared_from_this()](error_code error) {
            if (error) return self->end();
            self->shake_hands();
        });
    }
    void shake_hands() {
        stream.read_message_max(message_bytes_max);
        stream.set_option(websocket::stream_base::decorator([origin = "http://" + phone.order_.host](websocket::request_type& request) {
            request.set(http::field::origin, origin);
        }));
        stream.async_handshake(phone.order_.host, "/ws", [self = shared_from_this()](error_code error) {
            if (error || !self->is_in_use()) return self->end();
            self->send(wire::encode_hello({self->phone.token_, self->phone.client_, self->phone.epoch_,
                                           self->phone.have_everybody_, self->phone.have_me_}));
            self->beat();
            self->read();
        });
    }
    void read() {
        stream.async_read(buffer, [self = shared_from_this()](error_code error, std::size_t) {
            if (error || !self->is_in_use()) return self->end();
            const auto text = beast::buffers_to_string(self->buffer.data());
            self->buffer.consume(self->buffer.size());
            self->phone.hear(text);
            self->read();
        });
    }
    void send(std::string frame) {
        waiting.push_back(std::move(frame));
        if (waiting.size() == 1) write();
    }
    void write() {
        stream.async_write(asio::buffer(waiting.front()), [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return;
            self->waiting.pop_front();
            if (!self->waiting.empty()) self->write();
        });
    }
    void beat() {
        beating.expires_after(beats_every);
        beating.async_wait([self = shared_from_this()](error_code cancelled) {
            if (cancelled || !self->is_in_use()) return;
            self->send(R"({"type":"beat"})");
            self->beat();
        });
    }
    void end() {
        beating.cancel();
        if (is_in_use()) phone.closed(stream.reason().code);
    }
    /// As when the page goes away: nobody says goodbye.
    void drop() {
        beating.cancel();
        error_code ignored;
        beast::get_lowest_layer(stream).socket().close(ignored);
    }
    [[nodiscard]] bool is_in_use() const { return phone.line_.get() == this; }

    Phone& phone;
    websocket::stream<beast::tcp_stream> stream;
    beast::flat_buffer buffer;
    std::deque<std::string> waiting;
    asio::steady_timer beating;
};

Phone::Phone(asio::io_context& context, const Order& order, asio::ip::tcp::endpoint server, base::Random& random, Person person,
             const std::function<void(const std::string&)>& tell)
    : context_{context}, order_{order}, server_{server}, person_{std::move(person)}, tell_{tell}, token_{random.hex(32)},
      client_{random.hex(16)}, waits_{context}, lives_{context}, began_{std::chrono::steady_clock::now()} {}

Phone::~Phone() = default;

void Phone::after(Milliseconds time, void (Phone::*what)()) {
    waits_.expires_after(time);
    waits_.async_wait([this, what](error_code cancelled) {
        if (!cancelled) (this->*what)();
    });
}

void Phone::tell(const std::string& what) const {
    if (tell_) tell_(person_.name() + " " + what);
}

void Phone::start(Milliseconds time) { after(time, &Phone::join); }

void Phone::join() {
    http::request<http::string_body> request{http::verb::post, "/api/join", 11};
    request.set(http::field::host, order_.host);
    request.set(http::field::origin, "http://" + order_.host);
    request.set(http::field::content_type, "application/json");
    request.body() = wire::encode(wire::JoinBody{{}, order_.door, token_, person_.name(), person_.organisation(), {}});
    request.prepare_payload();
    std::make_shared<Asking>(context_, std::move(request), [this](unsigned status) { joined(status); })->run(server_);
}

void Phone::joined(unsigned status) {
    if (status == 200 || status == 201) {
        tell("comes in");
        failures_ = 0;
        return connect();
    }
    // Full, ended or erased: there is no place. Locked or out of breath: try again.
    if (status == 404 || status == 409 || status == 410 || ++failures_ > failures_max) return leave();
    after(5s, &Phone::join);
}

void Phone::connect() {
    welcome_ = false;
    line_ = std::make_shared<Line>(*this);
    line_->run();
}

void Phone::hear(const std::string& text) {
    const auto message = wire::read_server_message(text);
    if (!message) return;
    std::visit(
        [this]<class M>(const M& heard) {
            if constexpr (requires { on(heard); }) on(heard);
        },
        *message);
}

void Phone::on(const wire::Welcome& welcome) {
    failures_ = 0;
    welcome_ = true;
    if (epoch_ != welcome.epoch) outbox_.clear();
    epoch_ = welcome.epoch;
    last_n_ = std::max(welcome.next_n - 1, outbox_.empty() ? 0 : outbox_.back().n);
    for (const auto& [n, frame] : outbox_) send(frame);
    live();
}

void Phone::on(const wire::Changes& changes) {
    (changes.audience == "me" ? have_me_ : have_everybody_) = changes.to;
    person_.hear(changes);
}

void Phone::on(const wire::Answer& answer) {
    if (outbox_.empty() || answer.n != outbox_.front().n) return;  // the second answer to a double tap
    if (answer.refusal && domain::is_passing(answer.refusal->reason)) {
        lives_.expires_after(1s);
        lives_.async_wait([this](error_code cancelled) {
            if (cancelled || !welcome_) return;
            for (const auto& [n, frame] : outbox_) send(frame);
            live();
        });
        return;
    }
    outbox_.pop_front();
}

void Phone::live() {
    const auto pause = std::chrono::duration<double, std::milli>{person_.pause()} / order_.pace;
    lives_.expires_after(std::chrono::duration_cast<Milliseconds>(pause));
    lives_.async_wait([this](error_code cancelled) {
        if (!cancelled && welcome_) act();
    });
}

void Phone::act() {
    if (std::chrono::steady_clock::now() - began_ > Crowd::lasts_max) return leave();
    if (outbox_.size() >= unanswered_max) return live();
    const auto deed = person_.deed();
    if (std::holds_alternative<Leave>(deed)) return leave();
    if (std::holds_alternative<Reload>(deed)) {
        tell("reloads the page");
        // The page forgets what it has seen; the outbox is kept.
        epoch_.clear();
        have_everybody_ = have_me_ = 0;
        return come_back(800ms);
    }
    if (const auto* doze = std::get_if<Doze>(&deed)) {
        tell("puts the phone away");
        return come_back(std::chrono::duration_cast<Milliseconds>(doze->lasts / order_.pace));
    }
    if (const auto* said = std::get_if<Say>(&deed)) perform(*said);
    live();
}

void Phone::perform(const Say& say) {
    auto frame = wire::encode_command(++last_n_, say.command);
    std::visit(
        [&]<class C>(const C& command) {
            if constexpr (requires { command.text; }) tell(std::string{C::op} + ": " + command.text);
            else tell(C::op);
        },
        say.command);
    outbox_.push_back({last_n_, frame});
    if (say.twice) send(frame);
    send(std::move(frame));
}

void Phone::send(std::string frame) {
    if (line_) line_->send(std::move(frame));
}

void Phone::closed(unsigned code) {
    welcome_ = false;
    line_.reset();
    const bool for_good = code == 4001 || code == 4003 || code == 4004 || code == 4010;
    if (for_good || ++failures_ > failures_max) return leave();
    come_back(2s);
}

void Phone::come_back(Milliseconds time) {
    welcome_ = false;
    lives_.cancel();
    if (line_) std::exchange(line_, nullptr)->drop();
    after(time, &Phone::connect);
}

void Phone::leave() {
    if (std::exchange(is_gone_, true)) return;
    tell("leaves");
    welcome_ = false;
    waits_.cancel();
    lives_.cancel();
    if (line_) std::exchange(line_, nullptr)->drop();
}

}  // namespace kiemkring::rehearsal
