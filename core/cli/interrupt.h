// Whether somebody wants the command to stop, so that it can put things in order first.
#ifndef SUPPORTCALC_CLI_INTERRUPT_H_
#define SUPPORTCALC_CLI_INTERRUPT_H_

namespace supportcalc {

// From now on the first SIGINT, SIGTERM or SIGHUP is only noted; the second ends the command as ever.
void note_interrupts();

// Which signal came; 0 while none did. A shell expects 128 and this as the exit code.
int interrupted();

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_INTERRUPT_H_
