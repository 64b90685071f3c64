#include "report/words.h"

namespace kiemkring::report {

const ReportWords& report_words(std::string_view language) { return language == "en" ? words_en : words_nl; }

}  // namespace kiemkring::report
