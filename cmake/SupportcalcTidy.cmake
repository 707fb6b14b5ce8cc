# The target `tidy`: clang-tidy over the sources of targets, by the commands they are compiled with; nothing is compiled for it.
# Not part of a usual build. script/test builds it: cmake --build --preset debug --target tidy
#
#   supportcalc_tidy(target...)

# A source is looked at again when it, any header or the rules have changed: clang-tidy does not say which headers it read.
function(supportcalc_tidy)
  find_program(SUPPORTCALC_CLANG_TIDY clang-tidy)
  if(NOT SUPPORTCALC_CLANG_TIDY)
    return()
  endif()
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/*.h" "${PROJECT_SOURCE_DIR}/core/*.def")
  set(stamps "")
  foreach(target IN LISTS ARGV)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "^${PROJECT_SOURCE_DIR}/core/.*\\.cpp$")
    foreach(source IN LISTS sources)
      file(RELATIVE_PATH name "${PROJECT_SOURCE_DIR}" "${source}")
      string(MAKE_C_IDENTIFIER "${name}" stamp)
      set(stamp "${PROJECT_BINARY_DIR}/tidy/${stamp}")
      # GCC's names of warnings are in the commands, too.
      add_custom_command(OUTPUT "${stamp}"
        COMMAND "${SUPPORTCALC_CLANG_TIDY}" --quiet --extra-arg=-Wno-unknown-warning-option -p "${PROJECT_BINARY_DIR}" "${source}"
        COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
        DEPENDS "${source}" ${headers} "${PROJECT_SOURCE_DIR}/.clang-tidy"
        COMMENT "clang-tidy ${name}" VERBATIM)
      list(APPEND stamps "${stamp}")
    endforeach()
  endforeach()
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/tidy")
  add_custom_target(tidy DEPENDS ${stamps})
endfunction()
