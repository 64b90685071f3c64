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
  set(more "")
  foreach(member kind within_one_year season_nl upkeep_nl unit_cost check_first_nl basis)
    string(JSON text GET "${row}" ${member})
    string(APPEND more "R\"_(${text})_\", ")
  endforeach()
  set(effects "")
  foreach(member hitte water biodiversiteit ontmoeting gezondheid)
    string(JSON effect GET "${row}" effects ${member})
    string(APPEND effects "${effect}, ")
  endforeach()
  set(keywords "")
  string(JSON keyword_count LENGTH "${row}" keywords_nl)
  math(EXPR last_keyword "${keyword_count} - 1")
  foreach(k RANGE ${last_keyword})
    string(JSON keyword GET "${row}" keywords_nl ${k})
    string(APPEND keywords "R\"_(${keyword})_\", ")
  endforeach()
  string(JSON sources GET "${row}" sources)
  string(APPEND rows "        {${texts}${ranges}${more}{${effects}}, {${keywords}}, R\"_(${sources})_\"},\n")
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
