# cmake -DTHEMES=<file> -DCONCEPTS=<file> -DOUT=<file> -P vocabulary.cmake
#
# Writes the table behind similarity/vocabulary.h. A JSON array of strings between braces is an initializer of C++.

cmake_minimum_required(VERSION 3.25)
file(READ ${THEMES} themes)
file(READ ${CONCEPTS} concepts)
set(rows "")

# as_list(<variable> <JSON array of strings>)
function(as_list name array)
  string(REGEX REPLACE "^[ \n]*\\[" "{" array "${array}")
  string(REGEX REPLACE "\\][ \n]*$" "}" array "${array}")
  string(REGEX REPLACE "[ \n]*\n[ \n]*" " " array "${array}")
  set(${name} "${array}" PARENT_SCOPE)
endfunction()

string(JSON count LENGTH "${themes}" themes)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON theme GET "${themes}" themes ${i})
  string(JSON area GET "${theme}" area)
  string(JSON words GET "${theme}" nl)
  as_list(dutch "${words}")
  string(JSON words GET "${theme}" en)
  as_list(english "${words}")
  string(APPEND rows "        {\"${area}\", ${dutch}, ${english}},\n")
endforeach()

string(JSON count LENGTH "${concepts}" concepts)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON words GET "${concepts}" concepts ${i} keywords_nl)
  as_list(dutch "${words}")
  string(APPEND rows "        {\"\", ${dutch}, {}},\n")
endforeach()

file(WRITE ${OUT} "// Made by vocabulary.cmake.
#include \"similarity/vocabulary.h\"

namespace kiemkring::similarity {

const Vocabulary& built_in_vocabulary() {
    static const Vocabulary vocabulary{
${rows}    };
    return vocabulary;
}

}  // namespace kiemkring::similarity
")
