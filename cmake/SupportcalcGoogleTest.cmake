# GTest::gtest_main: the system's library natively; built from the system's sources for wasm.

if(NOT EMSCRIPTEN)
  find_package(GTest REQUIRED)
endif()
