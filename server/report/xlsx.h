// Tables as a workbook for spreadsheets (Office Open XML).
#pragma once

#include <expected>
#include <string>

#include "report/course.h"
#include "report/tables/tables.h"

namespace kiemkring::report {

/// A sheet for each, its head frozen; moments and days are dates of the spreadsheet, numbers numbers. What people wrote is text, whatever
/// it looks like: never a formula or a link. The error is a sentence: there was no place to write.
[[nodiscard]] std::expected<std::string, std::string> xlsx_of(const Tables& tables, Course& course);

}  // namespace kiemkring::report
