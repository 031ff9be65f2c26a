# The pages, built by Vite into web/dist and put into the program: each file as it is and compressed, in a table by path.
enable_language(ASM)
find_program(NPM npm REQUIRED)

set(web ${PROJECT_SOURCE_DIR}/web)
set(pages_folder ${PROJECT_BINARY_DIR}/web)
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/*)
add_custom_command(
  OUTPUT ${pages_folder}/pages.S ${pages_folder}/pages_table.inc
  COMMAND ${CMAKE_COMMAND} -E env BOCAGE_PAGES=${pages_folder}/dist ${NPM} --prefix ${web} run --silent check
  COMMAND ${CMAKE_COMMAND} -E env BOCAGE_PAGES=${pages_folder}/dist ${NPM} --prefix ${web} run --silent build
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/tools/embed_pages.py ${pages_folder}/dist ${pages_folder}
  DEPENDS ${web_sources} ${web}/package.json ${web}/package-lock.json ${web}/vite.config.ts ${web}/index.html
    ${PROJECT_SOURCE_DIR}/openapi.yaml ${PROJECT_SOURCE_DIR}/tools/embed_pages.py
  COMMENT "Building the pages" VERBATIM)

# By itself it waits for no library.
add_custom_target(pages DEPENDS ${pages_folder}/pages.S ${pages_folder}/pages_table.inc)

function(embed_pages target)
  set_source_files_properties(${pages_folder}/pages.S PROPERTIES COMPILE_OPTIONS "-Wno-unused-command-line-argument;-g0")
  target_sources(${target} PRIVATE ${pages_folder}/pages.S ${pages_folder}/pages_table.inc)
  target_include_directories(${target} PRIVATE ${pages_folder})
endfunction()
