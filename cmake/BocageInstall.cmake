# The program, and the library an engineer builds on: find_package(bocage), bocage::exchange.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/bocage)
install(TARGETS bocage RUNTIME COMPONENT program)
install(TARGETS bocage_base bocage_territory bocage_mechanism bocage_exchange
  EXPORT bocage
  ARCHIVE COMPONENT library
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/bocage COMPONENT library)
install(EXPORT bocage NAMESPACE bocage:: DESTINATION ${package_folder}
  FILE bocage-targets.cmake COMPONENT library)
configure_package_config_file(cmake/bocage-config.cmake.in ${PROJECT_BINARY_DIR}/bocage-config.cmake
  INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/bocage-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/bocage-config.cmake ${PROJECT_BINARY_DIR}/bocage-config-version.cmake
  DESTINATION ${package_folder} COMPONENT library)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

# ./dev package: the program alone, for Debian and its kin.
set(CPACK_PACKAGE_CONTACT "the Bocage maintainers <bocage@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Plans a territory's cooperation: who provides what to whom, and why")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME bocage)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
