# Puts the words of vocabulary/themes.json and of the catalogue of concepts into the library `similarity`.

set(vocabulary_inputs ${CMAKE_CURRENT_LIST_DIR}/vocabulary/themes.json
    ${CMAKE_SOURCE_DIR}/server/domain/catalogue/concepts.json)
set(vocabulary_table ${CMAKE_BINARY_DIR}/vocabulary/vocabulary_table.cpp)
list(GET vocabulary_inputs 0 themes_file)
list(GET vocabulary_inputs 1 concepts_file)
add_custom_command(
  OUTPUT ${vocabulary_table}
  COMMAND ${CMAKE_COMMAND} -DTHEMES=${themes_file} -DCONCEPTS=${concepts_file} -DOUT=${vocabulary_table}
          -P ${CMAKE_CURRENT_LIST_DIR}/vocabulary.cmake
  DEPENDS ${vocabulary_inputs} ${CMAKE_CURRENT_LIST_DIR}/vocabulary.cmake
  COMMENT "Writing the vocabulary of similarity"
  VERBATIM)
target_sources(similarity PRIVATE ${vocabulary_table})
