# The CMake package: find_package(supportcalc) gives supportcalc::supportcalc and supportcalc::render.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/supportcalc")

set_target_properties(supportcalc_render PROPERTIES EXPORT_NAME render)
install(TARGETS supportcalc supportcalc_render EXPORT supportcalcTargets)
if(TARGET supportcalc_cli)
  install(TARGETS supportcalc_cli)
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/core/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/supportcalc"
  FILES_MATCHING PATTERN "*.h" PATTERN "*.def" PATTERN cli EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/policies/" DESTINATION "${CMAKE_INSTALL_DATADIR}/supportcalc/policies"
  FILES_MATCHING PATTERN "*.json")
install(EXPORT supportcalcTargets NAMESPACE supportcalc:: DESTINATION "${package_folder}")

file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/supportcalcConfig.cmake" @ONLY CONTENT
"include(CMakeFindDependencyMacro)
find_dependency(date CONFIG)
include(\"\${CMAKE_CURRENT_LIST_DIR}/supportcalcTargets.cmake\")
")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/supportcalcConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/supportcalcConfig.cmake" "${PROJECT_BINARY_DIR}/supportcalcConfigVersion.cmake"
  DESTINATION "${package_folder}")
