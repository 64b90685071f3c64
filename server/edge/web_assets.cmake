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
  # Runs on every build; it knows by the contents of all sources whether there is anything to do.
  add_custom_target(web_pages
    COMMAND ${CMAKE_SOURCE_DIR}/deploy/build-web
    BYPRODUCTS ${web_dist}/.built-from
    USES_TERMINAL VERBATIM)
  list(APPEND assets_inputs ${web_dist}/.built-from)
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
