// Standard output and standard error: buffered, and aware that a reader may have gone away.
#ifndef SUPPORTCALC_CLI_CONSOLE_H_
#define SUPPORTCALC_CLI_CONSOLE_H_

#include <string>
#include <string_view>

#include "civil/civil.h"

namespace supportcalc {

// Exit codes of the command.
inline constexpr int kDone = 0;
inline constexpr int kInputWrong = 1;
inline constexpr int kUsageWrong = 2;

// Writes to a file descriptor in large pieces. After an error nothing more is written; whoever writes much
// asks `failed` now and then.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  ~Output() { flush(); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void line(std::string_view text);
  void flush();

  bool failed() const { return error_ != 0; }
  // Whether the reader closed the other end, as `head` does: no reason to complain.
  bool closed_by_reader() const;
  // Why it failed, in the words of the system.
  std::string reason() const;

  bool is_terminal() const;

 private:
  int descriptor_;
  int error_ = 0;
  std::string buffer_;
};

struct Console {
  Output out;
  Output err;

  // "supportcalc: <message>" on standard error. What a terminal would obey is made visible.
  void complain(std::string_view message);

  // Bold type on standard output: on a terminal, unless NO_COLOR is set or TERM is dumb.
  bool styled() const;
};

// The clock's time, to the second. The only place that reads it.
sys_seconds read_clock();

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_CONSOLE_H_
