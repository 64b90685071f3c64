// A report as one page of HTML: for phones and screen readers, to read without a connection, to print. The accessible twin of the PDF.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "domain/session/values.h"
#include "report/course.h"
#include "report/document.h"

namespace kiemkring::report {

/// The pictures that a document names; one that is missing is left out with its description in its place.
using Pictures = std::map<domain::PictureId, std::shared_ptr<const domain::PictureBytes>>;

/// Has its styles and pictures inside, no script, and asks for nothing from anywhere. Tells a course, when there is one, how far it is,
/// and throws Stopped when that was stopped.
[[nodiscard]] std::string html_of(const Document& document, const Pictures& pictures, Course* course = nullptr);

}  // namespace kiemkring::report
