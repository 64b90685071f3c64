// What the clock on the wall says where the server stands.
#pragma once

#include <chrono>
#include <string>

#include "base/time.h"

namespace kiemkring::cli {

struct LocalTime {
    std::chrono::sys_days day;
    int hour{};
};

[[nodiscard]] LocalTime local_time(base::Time now);
/// YYYY-MM-DD.
[[nodiscard]] std::string iso_date(std::chrono::sys_days day);

}  // namespace kiemkring::cli
