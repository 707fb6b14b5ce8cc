#include "cli/console.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "render/text_width.h"

namespace supportcalc {
namespace {

constexpr std::size_t kFlushAt = std::size_t{64} * 1024;

}  // namespace

void Output::write(std::string_view text) {
  if (failed()) {
    return;
  }
  buffer_ += text;
  if (buffer_.size() >= kFlushAt) {
    flush();
  }
}

void Output::line(std::string_view text) {
  write(text);
  write("\n");
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd ready{descriptor_, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
}

bool Output::closed_by_reader() const { return error_ == EPIPE; }

std::string Output::reason() const { return std::strerror(error_); }

bool Output::is_terminal() const { return ::isatty(descriptor_) == 1; }

void Console::complain(std::string_view message) {
  out.flush();
  err.line("supportcalc: " + printable(message));
  err.flush();
}

bool Console::styled() const {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return out.is_terminal() && (no_color == nullptr || *no_color == '\0') &&
         (term == nullptr || std::string_view(term) != "dumb");
}

sys_seconds read_clock() { return date::floor<seconds>(std::chrono::system_clock::now()); }

}  // namespace supportcalc
