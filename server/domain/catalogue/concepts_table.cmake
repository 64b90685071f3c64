# Puts the concepts of concepts.json into the library `domain`.

set(concepts_input ${CMAKE_CURRENT_LIST_DIR}/concepts.json)
set(concepts_table ${CMAKE_BINARY_DIR}/catalogue/concepts_table.cpp)
add_custom_command(
  OUTPUT ${concepts_table}
  COMMAND ${CMAKE_COMMAND} -DCONCEPTS=${concepts_input} -DOUT=${concepts_table} -P ${CMAKE_CURRENT_LIST_DIR}/concepts.cmake
  DEPENDS ${concepts_input} ${CMAKE_CURRENT_LIST_DIR}/concepts.cmake
  COMMENT "Writing the catalogue of concepts"
  VERBATIM)
target_sources(domain PRIVATE ${concepts_table})
