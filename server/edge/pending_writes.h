// Who has something to send. They write at the end of what is being done, so that what one turn tells somebody leaves in one
// write, and who was told first comes first. Live thread only; LiveThread has the one there is.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace kiemkring::edge {

class Writer {
public:
    virtual ~Writer() = default;
    virtual void write() = 0;
};

class PendingWrites {
public:
    explicit PendingWrites(boost::asio::io_context& live) : live_{live} {}

    /// Calls `write` once, soon, never from inside this call. It must not be added again before that.
    void add(std::shared_ptr<Writer> writer) {
        if (!std::exchange(will_write_, true)) boost::asio::post(live_, [this] { will_write_ = false; write_all(); });
        writers_.push_back(std::move(writer));
    }

    /// Now. Not while somebody is being told something.
    void write_all() {
        writing_.swap(writers_);
        for (const auto& writer : writing_) writer->write();
        writing_.clear();
    }

private:
    boost::asio::io_context& live_;
    std::vector<std::shared_ptr<Writer>> writers_, writing_;
    bool will_write_{};  ///< by itself
};

}  // namespace kiemkring::edge
