# Compiler flags: the same warnings everywhere, no exceptions in the core.

if(SUPPORTCALC_SANITIZE)
  add_compile_options(-fsanitize=${SUPPORTCALC_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SUPPORTCALC_SANITIZE})
endif()

# Warnings for a target of ours. GCC 12 sees overlaps in joined strings where there are none (its bug 105651).
function(supportcalc_flags target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
    $<$<BOOL:${SUPPORTCALC_STRICT}>:-Werror>)
endfunction()

# Warnings, and what the core promises: it neither throws nor asks for run-time types.
# RTTI stays on natively, where the undefined-behaviour sanitizer wants it; in wasm it costs bytes.
function(supportcalc_core_flags target)
  supportcalc_flags(${target})
  target_compile_options(${target} PRIVATE -fno-exceptions $<$<PLATFORM_ID:Emscripten>:-fno-rtti>)
endfunction()
