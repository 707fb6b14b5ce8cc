#include "report/csv.h"

#include <algorithm>

namespace supportcalc {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::size_t kNoMark = 4;

}  // namespace

void CsvReader::add(std::string_view piece) {
  while (mark_ < kMark.size() && !piece.empty()) {
    if (piece.front() != kMark[mark_]) {
      text_ = std::string(kMark.substr(0, mark_));
      mark_ = kNoMark;
      break;
    }
    piece.remove_prefix(1);
    ++mark_;
  }
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (state_ == State::Plain && separator_ != '\0') {
      // Most of a file is this: characters up to the end of a cell.
      const std::size_t begin = i;
      while (i < piece.size() && piece[i] != separator_ && piece[i] != '\n') {
        ++i;
      }
      text_.append(piece, begin, i - begin);
      bytes_ += i - begin;
      if (bytes_ > kLongestCsvRow) {
        state_ = State::Skipping;
      }
      if (i == piece.size()) {
        return;
      }
    }
    take(piece[i]);
  }
}

void CsvReader::finish() {
  if (mark_ > 0 && mark_ < kMark.size()) {
    text_ = std::string(kMark.substr(0, mark_));
    state_ = State::Plain;
  }
  mark_ = kNoMark;
  if (state_ == State::Quoted) {
    end_row(CsvRow::Flaw::QuoteUnclosed);
  } else if (state_ == State::Skipping) {
    end_row(CsvRow::Flaw::TooLong);
  } else if (state_ != State::CellStart || !ends_.empty()) {
    end_row(CsvRow::Flaw::None);
  }
}

void CsvReader::take(char c) {
  if (++bytes_ > kLongestCsvRow && state_ != State::Skipping) {
    state_ = State::Skipping;
  }
  switch (state_) {
    case State::Skipping:
      if (c == '\n') {
        end_row(CsvRow::Flaw::TooLong);
      }
      return;
    case State::Quoted:
      if (c == '"') {
        state_ = State::QuoteInQuoted;
      } else {
        text_ += c;
      }
      return;
    case State::QuoteInQuoted:
      if (c == '"') {
        text_ += c;
        state_ = State::Quoted;
        return;
      }
      state_ = State::Plain;
      break;
    case State::CellStart:
      if (c == '"') {
        state_ = State::Quoted;
        return;
      }
      state_ = State::Plain;
      break;
    case State::Plain:
      break;
  }
  if (separator_ == '\0' && (c == ',' || c == ';' || c == '\t')) {
    separator_ = c;
  }
  if (c == '\n') {
    end_row(CsvRow::Flaw::None);
  } else if (c == separator_ && separator_ != '\0') {
    end_cell();
    state_ = State::CellStart;
  } else {
    text_ += c;
  }
}

void CsvReader::end_cell() { ends_.push_back(text_.size()); }

void CsvReader::end_row(CsvRow::Flaw flaw) {
  // The CR of a CRLF.
  const std::size_t last_begin = ends_.empty() ? 0 : ends_.back();
  if (text_.size() > last_begin && text_.back() == '\r') {
    text_.pop_back();
  }
  end_cell();
  ++row_.number;
  row_.flaw = flaw;
  row_.cells.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    row_.cells.push_back(std::string_view(text_).substr(begin, end - begin));
    begin = end;
  }
  if (flaw != CsvRow::Flaw::None || row_.cells.size() > 1 || !row_.cells.front().empty()) {
    if (separator_ == '\0') {
      separator_ = ',';
    }
    on_row_(row_);
  }
  text_.clear();
  ends_.clear();
  bytes_ = 0;
  state_ = State::CellStart;
}

}  // namespace supportcalc
