// The text of a table file, as UTF-8, as often as it is needed: unpacked, decoded, piece by piece. The first sheet of
// an Excel workbook is text with commas.
#ifndef SUPPORTCALC_CLI_TABLE_SOURCE_H_
#define SUPPORTCALC_CLI_TABLE_SOURCE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "cli/files.h"

namespace supportcalc {

// So much of standard input is held in memory; what is more goes to a file without a name.
inline constexpr std::size_t kMostBuffered = std::size_t{64} * 1024 * 1024;
// What a packed file may come to.
inline constexpr std::uint64_t kMostInflated = std::uint64_t{32} * 1024 * 1024 * 1024;

class TableSource {
 public:
  // "-" is standard input. With `once`, it is read a single time, and then nothing of it is kept.
  TableSource(std::string path, bool once);
  ~TableSource();
  TableSource(const TableSource&) = delete;
  TableSource& operator=(const TableSource&) = delete;

  // Recognises what is packed and how it is encoded; `encoding` is what the user says, "" to recognise it, which reads
  // the whole file. False, with a problem, when that fails.
  bool open(std::string_view encoding);

  // By its name in the Encoding Standard.
  std::string_view encoding() const { return encoding_; }
  // The first bytes, unpacked and not decoded.
  const std::string& head() const { return head_; }
  // Of the file as it is stored; 0 where it is not known.
  std::uint64_t size() const { return size_; }
  std::uint64_t position() const { return position_; }

  // The next piece of text into `text`; false at the end, or with a problem. A byte that is no character becomes
  // U+FFFD.
  bool read(std::string& text);
  // From the beginning again. Not with `once`.
  bool rewind();

  const std::string& problem() const { return problem_; }

 private:
  class Bytes;
  class Inflater;
  class Decoder;

  bool open_workbook(std::string bytes);
  // The next bytes, unpacked; false at the end.
  bool read_bytes(std::string& bytes);

  std::string path_;
  bool once_;
  std::unique_ptr<Bytes> bytes_;
  std::unique_ptr<Inflater> inflater_;
  std::unique_ptr<Decoder> decoder_;
  std::string encoding_;
  std::string head_;
  std::string first_;  // read already, with `once`; of a workbook all of it
  std::string workbook_;
  bool is_workbook_ = false;
  std::uint64_t size_ = 0;
  std::uint64_t position_ = 0;
  std::uint64_t inflated_ = 0;
  std::string problem_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_TABLE_SOURCE_H_
