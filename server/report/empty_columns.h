// Columns in which nothing stands.
#pragma once

#include "report/document.h"

namespace kiemkring::report {

/// Leaves them out of every table: nobody had anything to say there, or no name may stand there. The first stays.
void leave_out_empty_columns(Document& document);

}  // namespace kiemkring::report
