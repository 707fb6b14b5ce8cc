# Toolchain file: finds Emscripten and hands over to its own toolchain file.
#
# Looked for in this order: $EMSCRIPTEN_ROOT, an activated emsdk ($EMSDK), the folder of `emcc` on the PATH,
# and the distribution's /usr/share/emscripten.

if(DEFINED ENV{EMSCRIPTEN_ROOT})
  list(APPEND supportcalc_emscripten_folders "$ENV{EMSCRIPTEN_ROOT}")
endif()
if(DEFINED ENV{EMSDK})
  list(APPEND supportcalc_emscripten_folders "$ENV{EMSDK}/upstream/emscripten")
endif()
find_program(SUPPORTCALC_EMCC emcc)
if(SUPPORTCALC_EMCC)
  file(REAL_PATH "${SUPPORTCALC_EMCC}" supportcalc_emcc)
  cmake_path(GET supportcalc_emcc PARENT_PATH supportcalc_emcc)
  list(APPEND supportcalc_emscripten_folders "${supportcalc_emcc}")
endif()
list(APPEND supportcalc_emscripten_folders /usr/share/emscripten)

foreach(folder IN LISTS supportcalc_emscripten_folders)
  if(EXISTS "${folder}/cmake/Modules/Platform/Emscripten.cmake")
    set(SUPPORTCALC_EMSCRIPTEN "${folder}")
    break()
  endif()
endforeach()
if(NOT SUPPORTCALC_EMSCRIPTEN)
  message(FATAL_ERROR "Emscripten was not found: install the package `emscripten`, activate an emsdk, "
                      "or set EMSCRIPTEN_ROOT.")
endif()

# Emscripten's own file asks `em-config`, which an emsdk that is not activated has in its folder only.
set(ENV{PATH} "$ENV{PATH}:${SUPPORTCALC_EMSCRIPTEN}")
include("${SUPPORTCALC_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake")
