// Lines of a file or of standard input, in constant memory.
#ifndef SUPPORTCALC_CLI_LINE_READER_H_
#define SUPPORTCALC_CLI_LINE_READER_H_

#include <optional>
#include <string>
#include <string_view>

#include "cli/files.h"

namespace supportcalc {

// A longer line is skipped, and only its length is told.
inline constexpr std::size_t kLongestLine = std::size_t{1024} * 1024;

struct InputLine {
  std::string_view text;  // without its end; valid until the next line is asked for
  std::size_t bytes = 0;  // also of a line that is too long

  bool whole() const { return bytes <= kLongestLine; }
};

class LineReader {
 public:
  // "-" is standard input.
  explicit LineReader(const std::string& path);

  // Nothing at the end, or when reading fails.
  std::optional<InputLine> next();

  // Whether `next` answers without reading.
  bool has_buffered_line() const { return buffer_.find('\n', begin_) != std::string::npos; }

  // Why the file, which is named, could not be read; "" when nothing went wrong.
  std::string problem() const;

 private:
  // Reads more behind what is buffered; false at the end.
  bool fill();

  std::string name_;
  FileReader file_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what has not been handed out
  bool at_end_ = false;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_LINE_READER_H_
