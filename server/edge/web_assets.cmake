# Builds web/ (or takes KIEMKRING_WEB_DIST) and puts the files into the library `edge`.
# Without web/package.json the table of assets is empty.

set(assets_dir ${CMAKE_BINARY_DIR}/web-assets)
set(assets_inputs ${CMAKE_CURRENT_LIST_DIR}/embed_assets.cmake)

if(KIEMKRING_WEB_DIST)
  cmake_path(ABSOLUTE_PATH KIEMKRING_WEB_DIST NORMALIZE OUTPUT_VARIABLE web_dist)
  file(GLOB_RECURSE dist_files CONFIGURE_DEPENDS ${web_dist}/*)
  list(APPEND assets_inputs ${dist_files})
elseif(EXISTS ${CMAKE_SOURCE_DIR}/web/package.json)
  set(web_dist ${CMAKE_SOURCE_DIR}/web/dist)
  file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/web/*.ts ${CMAKE_SOURCE_DIR}/web/*.tsx ${CMAKE_SOURCE_DIR}/web/*.css
    ${CMAKE_SOURCE_DIR}/web/*.html ${CMAKE_SOURCE_DIR}/web/*.json ${CMAKE_SOURCE_DIR}/web/*.js
    ${CMAKE_SOURCE_DIR}/web/*.mjs ${CMAKE_SOURCE_DIR}/web/public/* ${CMAKE_SOURCE_DIR}/proto/*.json)
  list(FILTER web_sources EXCLUDE REGEX "/(node_modules|dist|generated)/|\\.test\\.tsx?$")
  set(web_stamp ${CMAKE_BINARY_DIR}/web-built)
  add_custom_command(
    OUTPUT ${web_stamp}
    COMMAND ${CMAKE_SOURCE_DIR}/deploy/build-web
    COMMAND ${CMAKE_COMMAND} -E touch ${web_stamp}
    DEPENDS ${web_sources} ${CMAKE_SOURCE_DIR}/deploy/build-web
    COMMENT "Building the web pages"
    USES_TERMINAL VERBATIM)
  list(APPEND assets_inputs ${web_stamp})
else()
  message(STATUS "No web/package.json: the binary carries no pages")
  set(web_dist "")
endif()

add_custom_command(
  OUTPUT ${assets_dir}/assets.S ${assets_dir}/asset_table.cpp
  COMMAND ${CMAKE_COMMAND} -DDIST=${web_dist} -DOUT=${assets_dir}
          -P ${CMAKE_CURRENT_LIST_DIR}/embed_assets.cmake
  DEPENDS ${assets_inputs}
  COMMENT "Embedding the web pages"
  VERBATIM)
target_sources(edge PRIVATE ${assets_dir}/assets.S ${assets_dir}/asset_table.cpp)
