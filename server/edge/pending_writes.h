// Who has something to send. They write at the end of what is being done, so that what one turn tells somebody leaves in one
// write, and who was told first comes first. Live thread only.
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
        if (writers_.empty()) boost::asio::post(live_, [this] { write_all(); });
        writers_.push_back(std::move(writer));
    }

private:
    void write_all() {
        writing_.swap(writers_);
        for (const auto& writer : writing_) writer->write();
        writing_.clear();
    }

    boost::asio::io_context& live_;
    std::vector<std::shared_ptr<Writer>> writers_, writing_;
};

}  // namespace kiemkring::edge
