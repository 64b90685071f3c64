// Bugs on purpose: tests switch one on and must notice. All are off in the server.
#pragma once

namespace kiemkring::live {

struct Faults {
    bool acknowledges_before_commit{};  ///< tells before the store has answered
    bool forgets_answers{};             ///< decides a repeated command once more
    bool resumes_one_late{};            ///< leaves the first missing version out of a delta
};

}  // namespace kiemkring::live
