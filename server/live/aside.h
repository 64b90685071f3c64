// Slow work beside the live thread. Implemented with threads at the edge, by hand in tests.
#pragma once

#include <functional>

namespace kiemkring::live {

class Aside {
public:
    using Done = std::move_only_function<void()>;
    virtual ~Aside() = default;
    /// Runs `work` on another thread, and then what it returns on the live thread, never inside this call. False, and neither is
    /// run, when too much waits already. The work must not throw, nor touch what the live thread uses.
    [[nodiscard]] virtual bool run(std::move_only_function<Done()> work) = 0;
};

}  // namespace kiemkring::live
