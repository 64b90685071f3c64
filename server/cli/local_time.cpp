#include "cli/local_time.h"

#include <fmt/format.h>

#include <ctime>

namespace kiemkring::cli {

LocalTime local_time(base::Time now) {
    const auto seconds = static_cast<std::time_t>(now.time_since_epoch().count() / 1000);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return {std::chrono::year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday, local.tm_hour};
}

std::string iso_date(std::chrono::sys_days day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace kiemkring::cli
