// A WebSocket at the edge of the server: the handshake, deadlines, the close. What is said is Conversation's business; frames are
// FrameReader's and Outbox's. Beast shakes hands and steps aside: its stream would keep 2.5 kB for every phone and write each
// frame by itself.
#include <boost/beast/websocket/stream.hpp>

#include "edge/conversation.h"
#include "edge/frame_reader.h"
#include "edge/outbox.h"
#include "edge/sockets.h"

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

namespace kiemkring::edge {
namespace {

class WebSocketConnection final : public live::Member,
                                  public Closable,
                                  public Writer,
                                  public std::enable_shared_from_this<WebSocketConnection> {
public:
    WebSocketConnection(Socket socket, Surroundings& surroundings)
        : ticket_{surroundings.connections, *this},
          surroundings_{surroundings},
          socket_{std::move(socket)},
          conversation_{std::in_place, surroundings.hub, static_cast<live::Member&>(*this), surroundings.clock} {}

    void start(const RequestHead& head, std::string early, const std::string& client_address) {
        ticket_.unauthenticated(client_address);
        began_ = heard_ = beat_at_ = std::chrono::steady_clock::now();

        beast::http::request<beast::http::empty_body> request;
        request.method(beast::http::verb::get);
        request.target(head.path);
        request.version(11);
        for (const auto& field : head.fields)
            if (field.name != "sec-websocket-extensions") request.insert(field.name, field.value);
        auto handshake = std::make_shared<websocket::stream<Socket&>>(socket_);
        handshake->async_accept(request, [self = shared_from_this(), handshake,
                                          early = std::move(early)](error_code error) mutable {
            self->accepted(error, std::move(early));
        });
    }

    void send(live::Frame frame) override {
        if (close_code_ != 0 || finished_) return;
        outbox_.text(std::move(frame));
        if (outbox_.is_behind_by(surroundings_.settings.outbox_bytes_max)) return reads_too_slowly();
        write_soon();
    }

    void close(std::uint16_t code, const std::string& reason) override {
        if (close_code_ != 0 || finished_) return;
        close_code_ = code;
        closing_since_ = std::chrono::steady_clock::now();
        outbox_.close(code, reason);
        write_soon();
    }

    void stop() override {
        if (!conversation_ || !conversation_->is_authenticated()) close(1012, "restart");
    }
    void abandon() override { finish(); }

    void look_at_deadlines(Moment now) override {
        const auto& times = surroundings_.settings.times;
        if (finished_) return;
        if (close_code_ != 0) {
            if (now - closing_since_ >= times.closing) finish();
            return;
        }
        if (!is_open_) {
            if (now - began_ >= times.hello) finish();
            return;
        }
        if (!is_known_ && now - began_ >= times.hello) return conversation_->no_hello();
        if (outbox_.stuck_since() != Moment{} && now - outbox_.stuck_since() >= times.outbox) return reads_too_slowly();
        if (now - heard_ >= times.idle) return close(4002, "silence");
        const auto since = reader_.under_way_since();
        if (since != Moment{} && now - since >= times.message) return close(1008, "message takes too long");
        if (now - beat_at_ >= times.beat && is_known_) {
            beat_at_ = now;
            conversation_->beat();
        }
    }

private:
    void accepted(error_code error, std::string early) {
        if (error || finished_) return finish();
        is_open_ = true;
        hear({reinterpret_cast<std::uint8_t*>(early.data()), early.size()});
        wait_to_read();
        if (!outbox_.is_empty()) write_soon();
    }

    // --- reading: everybody shares one buffer, so a phone that says nothing keeps none ---

    void wait_to_read() {
        if (finished_) return;
        socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code error) { self->readable(error); });
    }

    void readable(error_code error) {
        if (finished_) return;
        if (error) return finish();
        auto& buffer = surroundings_.read_buffer;
        const auto got = ::recv(socket_.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return finish();
        if (got > 0) hear(std::span{buffer}.first(static_cast<std::size_t>(got)));
        wait_to_read();
    }

    void hear(std::span<std::uint8_t> bytes) {
        const auto now = std::chrono::steady_clock::now();
        if (close_code_ == 0) heard_ = now;
        while (!is_deaf_ && !finished_) {
            const auto said = reader_.next(bytes, now);
            if (!said) return;
            std::visit([&](const auto& one) { hear(one, now); }, *said);
        }
    }

    void hear(const FrameReader::Text& said, Moment now) {
        if (close_code_ != 0) return;
        conversation_->text(said.text, now);
        if (is_known_ || !conversation_->is_authenticated()) return;
        is_known_ = true;
        ticket_.authenticated();
        reader_.message_bytes_max(conversation_->bytes_max());
    }
    void hear(const FrameReader::Ping& said, Moment) {
        if (close_code_ != 0) return;
        outbox_.pong(said.payload);
        write_soon();
    }
    void hear(const FrameReader::Goodbye& said, Moment) {
        is_deaf_ = true;
        close(said.code, "");
        conversation_.reset();  // the hub need not wait for the end
        write_soon();
    }
    void hear(const FrameReader::Violation& said, Moment) {
        is_deaf_ = true;
        close(said.code, std::string{said.what});
        write_soon();
    }

    // --- writing ---

    void write_soon() {
        if (will_write_ || waits_to_write_ || !is_open_ || finished_) return;
        will_write_ = true;
        surroundings_.pending_writes.add(shared_from_this());
    }

    void write() override {
        will_write_ = false;
        if (finished_) return;
        switch (outbox_.write(socket_.native_handle(), std::chrono::steady_clock::now())) {
            case Outbox::Written::nothing_more: return finish();
            case Outbox::Written::part: return wait_to_write();
            case Outbox::Written::everything: break;
        }
        // Both sides said goodbye, or there is nothing to wait for: we hang up, and read on until the client does, since
        // closing with unread bytes would reset the connection under our last words.
        error_code ignored;
        if (close_code_ != 0 && is_deaf_) socket_.shutdown(Socket::shutdown_send, ignored);
    }

    void wait_to_write() {
        waits_to_write_ = true;
        socket_.async_wait(Socket::wait_write, [self = shared_from_this()](error_code error) {
            self->waits_to_write_ = false;
            if (error) return self->finish();
            self->write();
        });
    }

    /// What waits is dropped; the frame on its way gets a last chance to leave, so that the close code can follow.
    void reads_too_slowly() {
        outbox_.drop_waiting();
        close(4008, "reads too slowly");
    }

    /// The end, however it came: the hub forgets us, and the socket closes so that whatever still waits comes back.
    void finish() {
        if (finished_) return;
        finished_ = true;
        conversation_.reset();
        error_code ignored;
        socket_.close(ignored);
    }

    Connections::Ticket ticket_;
    Surroundings& surroundings_;
    Socket socket_;
    std::optional<Conversation> conversation_;
    FrameReader reader_{Conversation::message_bytes_max};
    Outbox outbox_;
    Moment began_, heard_, beat_at_, closing_since_;
    std::uint16_t close_code_{};
    bool is_open_{}, is_known_{}, is_deaf_{}, will_write_{}, waits_to_write_{}, finished_{};
};

}  // namespace

void start_websocket(Socket socket, const RequestHead& head, std::string early, const std::string& client_address,
                     Surroundings& surroundings) {
    std::make_shared<WebSocketConnection>(std::move(socket), surroundings)->start(head, std::move(early), client_address);
}

}  // namespace kiemkring::edge
