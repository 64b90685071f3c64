// Bugs on purpose: tests switch one on and must notice. All are off in the server.
#pragma once

#include <array>
#include <string_view>

namespace kiemkring::live {

struct Faults {
    bool acknowledges_before_commit{};
    bool forgets_answers{};
    bool stores_no_answers{};
    bool resumes_one_late{};
    bool resumes_always{};
    bool forgets_what_is_gone{};
    bool loses_a_frame{};
    bool shows_everything{};
    bool keeps_what_failed{};
    bool leaves_unanswered{};
};

/// What each of them does.
struct Fault {
    bool Faults::* is_on;
    std::string_view what;
};

inline constexpr std::array faults{
    Fault{&Faults::acknowledges_before_commit, "tells before the store has answered"},
    Fault{&Faults::forgets_answers, "decides a repeated command once more"},
    Fault{&Faults::stores_no_answers, "keeps the events of a turn without the answers"},
    Fault{&Faults::resumes_one_late, "leaves the first missing version out of a delta"},
    Fault{&Faults::resumes_always, "gives a delta to who was away for longer than is remembered"},
    Fault{&Faults::forgets_what_is_gone, "leaves out of a delta what is gone"},
    Fault{&Faults::loses_a_frame, "leaves one connection out of a change now and then"},
    Fault{&Faults::shows_everything, "tells participants what facilitators see"},
    Fault{&Faults::keeps_what_failed, "goes on with a turn that was not written"},
    Fault{&Faults::leaves_unanswered, "says nothing to who asked when the store failed"},
};

}  // namespace kiemkring::live
