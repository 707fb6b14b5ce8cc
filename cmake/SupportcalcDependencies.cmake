# date.h and nlohmann/json: header-only, from the system, under the same target names natively and in wasm.
# utf8proc and CLI11: natively only, for `supportcalc::render` and the command.
#
# `date::date`       date.h
# `supportcalc_json` nlohmann/json as this project uses it: no exceptions, no implicit conversions, no streams
# `supportcalc_utf8proc` widths of characters, for render
# `CLI11::CLI11` flags and help of the command
# `ZLIB::ZLIB`, `Threads::Threads` packed tables and threads of `audit`

if(EMSCRIPTEN)
  # Emscripten looks into its own sysroot only, and giving it the system's include folder would put the
  # system's C library before its own. So the two header trees are copied into the build folder.
  function(supportcalc_stage_headers header folder)
    find_path(SUPPORTCALC_HOST_${folder} NAMES "${header}" REQUIRED NO_CMAKE_FIND_ROOT_PATH
      HINTS ENV SUPPORTCALC_INCLUDE_DIR PATHS /usr/include /usr/local/include)
    file(COPY "${SUPPORTCALC_HOST_${folder}}/${folder}" DESTINATION "${PROJECT_BINARY_DIR}/staged_include")
  endfunction()
  supportcalc_stage_headers(date/date.h date)
  supportcalc_stage_headers(nlohmann/json.hpp nlohmann)

  add_library(date::date INTERFACE IMPORTED)
  target_include_directories(date::date SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/staged_include")
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
  target_include_directories(nlohmann_json::nlohmann_json SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/staged_include")
else()
  find_package(date CONFIG REQUIRED)
  find_package(nlohmann_json 3.11 CONFIG REQUIRED)

  # For the words of the command only, which stay out of wasm. Distributions ship utf8proc without a CMake package.
  find_path(SUPPORTCALC_UTF8PROC_INCLUDE_DIR utf8proc.h REQUIRED)
  find_library(SUPPORTCALC_UTF8PROC_LIBRARY utf8proc REQUIRED)
  add_library(supportcalc_utf8proc INTERFACE)
  target_include_directories(supportcalc_utf8proc SYSTEM INTERFACE "${SUPPORTCALC_UTF8PROC_INCLUDE_DIR}")
  target_link_libraries(supportcalc_utf8proc INTERFACE "${SUPPORTCALC_UTF8PROC_LIBRARY}")
  if(SUPPORTCALC_BUILD_CLI)
    find_package(CLI11 2.1 CONFIG REQUIRED)
    find_package(ZLIB REQUIRED)
    find_package(Threads REQUIRED)
  endif()
endif()

add_library(supportcalc_json INTERFACE)
target_link_libraries(supportcalc_json INTERFACE nlohmann_json::nlohmann_json)
target_compile_definitions(supportcalc_json INTERFACE
  JSON_NOEXCEPTION JSON_NO_IO JSON_USE_IMPLICIT_CONVERSIONS=0)
