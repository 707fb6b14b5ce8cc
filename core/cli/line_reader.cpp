#include "cli/line_reader.h"

namespace supportcalc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;

}  // namespace

LineReader::LineReader(const std::string& path) : name_(shown_name(path)), file_(path) {}

std::string LineReader::problem() const { return file_.problem().empty() ? "" : name_ + ": " + file_.problem(); }

bool LineReader::fill() {
  if (at_end_) {
    return false;
  }
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const std::size_t count = file_.read(buffer_.data() + size, kChunk);
  buffer_.resize(size + count);
  at_end_ = count == 0;
  return !at_end_;
}

std::optional<InputLine> LineReader::next() {
  std::size_t searched = begin_;  // there is no line end before
  std::size_t skipped = 0;        // bytes of a line that is too long
  while (true) {
    const auto end = buffer_.find('\n', searched);
    if (end != std::string::npos || (at_end_ && (begin_ < buffer_.size() || skipped > 0))) {
      const auto stop = end == std::string::npos ? buffer_.size() : end;
      const InputLine line{std::string_view(buffer_).substr(begin_, stop - begin_), skipped + stop - begin_};
      begin_ = end == std::string::npos ? stop : end + 1;
      return line;
    }
    if (at_end_) {
      return std::nullopt;
    }
    if (skipped + buffer_.size() - begin_ > kLongestLine) {
      skipped += buffer_.size() - begin_;
      begin_ = buffer_.size();
    }
    const std::size_t unsearched = buffer_.size() - begin_;
    fill();
    searched = begin_ + unsearched;
  }
}

}  // namespace supportcalc
