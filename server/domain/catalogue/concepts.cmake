# cmake -DCONCEPTS=<file> -DOUT=<file> -P concepts.cmake
#
# Writes the table behind domain/catalogue/catalogue.h.

cmake_minimum_required(VERSION 3.25)
file(READ ${CONCEPTS} concepts)
set(rows "")

string(JSON count LENGTH "${concepts}" concepts)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON row GET "${concepts}" concepts ${i})
  set(texts "")
  foreach(member id name_nl name_en desc_nl)
    string(JSON text GET "${row}" ${member})
    string(APPEND texts "R\"_(${text})_\", ")
  endforeach()
  set(ranges "")
  foreach(member area_m2 cost_eur_typical lead_months)
    string(JSON least GET "${row}" ${member} 0)
    string(JSON most GET "${row}" ${member} 1)
    string(APPEND ranges "{${least}, ${most}}, ")
  endforeach()
  string(APPEND rows "        {${texts}${ranges}},\n")
endforeach()

file(WRITE ${OUT} "// Made by concepts.cmake.
#include \"domain/catalogue/catalogue.h\"

namespace kiemkring::domain {

const std::vector<Concept>& concepts() {
    static const std::vector<Concept> all{
${rows}    };
    return all;
}

}  // namespace kiemkring::domain
")
