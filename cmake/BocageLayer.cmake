# A layer is a folder under src/, a namespace and a target. Its sources are found, so that two people
# can add a file each without meeting in a list.
set(BOCAGE_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  -Wno-missing-field-initializers)  # designated initialisers leave the rest at its default on purpose
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 and 13 see an overlap in every `"text" + std::string` (GCC bug 105651).
  list(APPEND BOCAGE_WARNINGS -Wno-restrict)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  list(APPEND BOCAGE_WARNINGS -Wreserved-identifier)
endif()

function(add_layer name)
  cmake_parse_arguments(LAYER "" "" "USES;LINKS;PRIVATE_LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cc)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.h)
  if(NOT sources)  # a layer whose first file is still to come
    set(sources ${PROJECT_BINARY_DIR}/empty_${name}.cc)
    file(GENERATE OUTPUT ${sources} CONTENT "namespace bocage {}\n")
  endif()
  add_library(bocage_${name} STATIC ${sources})
  add_library(bocage::${name} ALIAS bocage_${name})
  set_target_properties(bocage_${name} PROPERTIES
    EXPORT_NAME ${name} LINKER_LANGUAGE CXX)
  target_sources(bocage_${name} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${headers})
  target_compile_features(bocage_${name} PUBLIC cxx_std_20)
  target_compile_options(bocage_${name} PRIVATE ${BOCAGE_WARNINGS})
  target_link_libraries(bocage_${name} PUBLIC ${LAYER_LINKS} PRIVATE ${LAYER_PRIVATE_LINKS})
  foreach(used IN LISTS LAYER_USES)
    target_link_libraries(bocage_${name} PUBLIC bocage::${used})
  endforeach()
endfunction()
