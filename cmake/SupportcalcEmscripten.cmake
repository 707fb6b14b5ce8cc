# What linking with Emscripten needs on this machine.

# Comes with Emscripten: beside it in an emsdk, on the PATH from Debian.
find_program(SUPPORTCALC_WASM_OPT wasm-opt HINTS "${SUPPORTCALC_EMSCRIPTEN}/../bin" REQUIRED NO_CMAKE_FIND_ROOT_PATH)

# Optimised links run the Node package `acorn`. Debian installs it in the distribution's folder of Node
# libraries, where only the distribution's own Node looks.
find_path(SUPPORTCALC_ACORN_FOLDER NAMES acorn/package.json NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH
  PATHS "${SUPPORTCALC_EMSCRIPTEN}/node_modules" /usr/share/nodejs /usr/lib/nodejs)
if(SUPPORTCALC_ACORN_FOLDER)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
    "\"${CMAKE_COMMAND}\" -E env \"NODE_PATH=${SUPPORTCALC_ACORN_FOLDER}\"")
endif()
