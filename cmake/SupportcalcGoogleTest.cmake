# GTest::gtest_main: the system's library; for wasm, and where SUPPORTCALC_OWN_GOOGLETEST asks for it, built from the system's sources.

if(NOT EMSCRIPTEN AND NOT SUPPORTCALC_OWN_GOOGLETEST)
  find_package(GTest REQUIRED)
  return()
endif()

find_path(SUPPORTCALC_GOOGLETEST NAMES src/gtest-all.cc REQUIRED NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH
  HINTS ENV GOOGLETEST_SOURCE PATHS /usr/src/googletest/googletest)
add_library(supportcalc_gtest STATIC EXCLUDE_FROM_ALL
  "${SUPPORTCALC_GOOGLETEST}/src/gtest-all.cc" "${SUPPORTCALC_GOOGLETEST}/src/gtest_main.cc")
target_include_directories(supportcalc_gtest
  SYSTEM PUBLIC "${SUPPORTCALC_GOOGLETEST}/include" PRIVATE "${SUPPORTCALC_GOOGLETEST}")
target_compile_options(supportcalc_gtest PRIVATE -w)
if(EMSCRIPTEN)
  target_compile_options(supportcalc_gtest PRIVATE -O0 -fno-lto PUBLIC -fno-exceptions -fno-rtti)
  target_compile_definitions(supportcalc_gtest PUBLIC GTEST_HAS_PTHREAD=0)
endif()
add_library(GTest::gtest_main ALIAS supportcalc_gtest)
