# The library as others find it: by find_package, by pkg-config, with its price lists, schemas and licence.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/prorata")
set(data_dir "${CMAKE_INSTALL_DATADIR}/prorata")

install(TARGETS prorata EXPORT prorataTargets FILE_SET HEADERS)
install(EXPORT prorataTargets NAMESPACE prorata:: DESTINATION "${config_dir}")
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/prorataConfig.cmake.in" prorataConfig.cmake
  INSTALL_DESTINATION "${config_dir}")
write_basic_package_version_file(prorataConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  "${CMAKE_CURRENT_BINARY_DIR}/prorataConfig.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/prorataConfigVersion.cmake"
  DESTINATION "${config_dir}")

# pkg-config knows where its file lies, so the whole may be moved.
file(RELATIVE_PATH to_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" to_prefix "${to_prefix}")
set(pc_cflags "$<$<STREQUAL:$<TARGET_PROPERTY:prorata,TYPE>,SHARED_LIBRARY>: -DPRORATA_SHARED>")
configure_file("${PROJECT_SOURCE_DIR}/cmake/prorata.pc.in" prorata.pc.in @ONLY)
file(GENERATE OUTPUT prorata.pc INPUT "${CMAKE_CURRENT_BINARY_DIR}/prorata.pc.in" TARGET prorata)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/prorata.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/core/schema" DESTINATION "${data_dir}" FILES_MATCHING PATTERN "*.json")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/core/catalogs" DESTINATION "${data_dir}" FILES_MATCHING PATTERN "*.json")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/THIRD_PARTY_NOTICES.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
