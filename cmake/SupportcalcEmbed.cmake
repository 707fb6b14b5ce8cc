# Builds files into a program: a function that lists them, each with its path and text.
#
#   supportcalc_embed(target FUNCTION embedded_policies HEADER cli/embedded.h BASE dir FILES a.json b/c.json)
#
# Paths are relative to BASE, with forward slashes, sorted. The source is made anew when a file changes.
function(supportcalc_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FUNCTION;HEADER;BASE" "FILES")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${arg_FUNCTION}.cpp")
  list(SORT arg_FILES)
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" -DFUNCTION=${arg_FUNCTION} -DHEADER=${arg_HEADER}
            "-DBASE=${arg_BASE}" "-DFILES=${arg_FILES}" -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${arg_FILES} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    COMMENT "Embedding ${arg_FUNCTION}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  # A whole file is one literal; the standard asks compilers for no more than 64 KB of it, ours do more.
  set_source_files_properties("${output}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
