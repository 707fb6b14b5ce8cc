// What libc would ask its surroundings for, so that the module imports nothing: it stops by a trap, and says nothing
// while it does.
#include <cstddef>

extern "C" {

void _Exit(int /*code*/) { __builtin_trap(); }
void __assert_fail(const char* /*condition*/, const char* /*file*/, int /*line*/, const char* /*function*/) {
  _Exit(1);
}
void emscripten_notify_memory_growth(std::size_t /*memory*/) {}  // supportcalc.mjs looks at the memory anew each time

}  // extern "C"
