// The colour of an organisation, for who has weak eyes and for printers without colour.
#pragma once

#include "report/palette.h"

namespace kiemkring::report {

using domain::Brand;

/// By WCAG 2.2, from 1 to 21.
[[nodiscard]] double contrast(Color one, Color other);
/// The colour itself when text in it is readable on the paper of reports and posters (4.5), else so much darker.
[[nodiscard]] Color readable_on_paper(Color color);

}  // namespace kiemkring::report
