#include "cli/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace supportcalc {
namespace {

volatile std::sig_atomic_t noted = 0;

void note(int signal) { noted = signal; }

}  // namespace

void note_interrupts() {
  // Without SA_RESTART: who waits for input is woken, and sees that nothing more is wanted.
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    sigaction(signal, &action, nullptr);
  }
}

int interrupted() { return noted; }

}  // namespace supportcalc
