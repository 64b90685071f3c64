// A report as a PDF of A4 pages, made with Cairo and Pango.
#pragma once

#include <string>

#include "report/html_page.h"

namespace kiemkring::report {

/// Fonts are inside, whatever the script. Every heading is in the outline. Pictures are put in as the JPEG files that they are,
/// small ones but for the plan. Tells a course, when there is one, how far it is, and throws Stopped when that was stopped.
[[nodiscard]] std::string pdf_of(const Document& document, const Pictures& pictures, Course* course = nullptr);

}  // namespace kiemkring::report
