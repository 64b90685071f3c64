#include "report/trajectory_report/words.h"

namespace kiemkring::report {

const DossierWords& dossier_words(std::string_view language) { return language == "en" ? dossier_words_en : dossier_words_nl; }

}  // namespace kiemkring::report
