// Exports that are being made: one at a time beside everything else, a few may wait; each can be looked at and stopped.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "edge/http.h"
#include "edge/router.h"
#include "edge/workers.h"
#include "report/course.h"

namespace kiemkring::edge {

/// On the live thread, but for what makes an answer.
class ReportWork {
public:
    static constexpr std::size_t at_once_max = 1, waiting_max = 8;
    using Make = std::move_only_function<Response(report::Course& course)>;

    explicit ReportWork(Router::OnLiveThread on_live_thread) : on_live_thread_{std::move(on_live_thread)} {}
    /// Stops what is under way and waits for it.
    ~ReportWork();

    /// Makes the answer on another thread; 503 when too many wait. Stopped when `left` is. `key`: by what its maker asks how far it is,
    /// or empty. `make` must not throw.
    void add(std::string key, std::stop_token left, Reply reply, Make make);
    /// In thousandths; nothing for work that is not known, or not any more.
    [[nodiscard]] std::optional<std::uint32_t> done(const std::string& key) const;

private:
    struct Work {
        std::string key;
        report::Course course;
        Reply reply;
        std::optional<std::stop_callback<std::function<void()>>> when_left;
    };
    void finish(std::uint64_t number, Response response);

    Router::OnLiveThread on_live_thread_;
    std::uint64_t last_{};
    std::map<std::uint64_t, std::shared_ptr<Work>> under_way_;
    std::shared_ptr<bool> is_there_{std::make_shared<bool>(true)};  ///< false once this is gone
    Workers workers_{at_once_max, waiting_max};                     ///< last: what it is doing needs the others
};

}  // namespace kiemkring::edge
