// A session played back from its log: what the big screen showed, frame by frame. Nothing is shown that was not visible then, since
// the same projection says it, or that has been erased, hidden, taken back or written anew since.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/session/session.h"
#include "store/event_store.h"

namespace kiemkring::live {

class Replay {
public:
    static constexpr std::size_t events_max = 100'000;  ///< of a log; whoever reads it looks first
    static constexpr std::size_t frames_max = 600;      ///< of about equal length; moments that matter add two each
    static constexpr std::size_t marked_max = 200;      ///< moments that matter
    static constexpr std::size_t frames_per_part = 25;  ///< of one answer
    static constexpr std::size_t key_frames = 16;       ///< states that are kept, so that no jump folds more than a part of the log
    static constexpr base::Milliseconds silence_max{5'000};  ///< longer ones are cut short

    explicit Replay(store::StoredSession session);

    /// How many frames there are, when each was, and where rounds begin, as JSON.
    [[nodiscard]] std::string outline() const;
    /// Everything to be seen in a frame, and what changes in those that follow, as JSON. A frame that is not there is the last one.
    [[nodiscard]] std::string part(std::size_t frame);

    [[nodiscard]] domain::Version version() const { return stored_.events.size(); }

private:
    struct Frame {
        domain::Version version{};  ///< of the last event that shows
        base::Time at{};
    };
    struct Mark {
        std::size_t frame{};
        domain::RoundKind kind{};
        std::string title;
    };
    void divide();
    /// The state at a version, folded from the last key frame before it.
    [[nodiscard]] domain::Session state_at(domain::Version version);
    void fold(domain::Session& session, domain::Version to, std::vector<domain::RecordKey>& touched) const;

    store::StoredSession stored_;
    std::vector<Frame> frames_;
    std::vector<Mark> marks_;
    std::map<domain::Version, domain::Session> kept_;
};

}  // namespace kiemkring::live
