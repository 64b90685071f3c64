// A report as one page of HTML: for phones and screen readers, to read without a connection, to print. The accessible twin of the PDF.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "domain/session/values.h"
#include "report/document.h"

namespace kiemkring::report {

/// The pictures that a document names; one that is missing is left out with its description in its place.
using Pictures = std::map<domain::PictureId, std::shared_ptr<const domain::PictureBytes>>;

/// Has its styles and pictures inside, no script, and asks for nothing from anywhere.
[[nodiscard]] std::string html_of(const Document& document, const Pictures& pictures);

}  // namespace kiemkring::report
