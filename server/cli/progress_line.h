// How far long work is, on a terminal that somebody looks at.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <thread>

namespace kiemkring::cli {

/// While it lives: a line on standard error that says how much is done. Nothing where standard error is no terminal.
class ProgressLine {
public:
    /// `done`: in thousandths, nothing while it is not known; asked several times a second, on a thread of its own.
    explicit ProgressLine(std::function<std::optional<std::uint32_t>()> done);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

private:
    std::jthread thread_;
};

}  // namespace kiemkring::cli
