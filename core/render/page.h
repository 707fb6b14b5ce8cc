// A page of text for a terminal: headings, paragraphs, pairs of label and value, lists and tables, within a
// width.
#ifndef SUPPORTCALC_RENDER_PAGE_H_
#define SUPPORTCALC_RENDER_PAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace supportcalc {

struct PageStyle {
  std::string language = "en";
  bool bold = false;  // the terminal shows bold type, and is asked to
};

// A table's rows; the first is its head. Cells may hold line breaks.
using TableRows = std::vector<std::vector<std::string>>;

// Everything that is added is made printable, wrapped and indented. Nothing is added for an empty text.
class Page {
 public:
  explicit Page(bool bold) : bold_(bold) {}

  // A line in bold type without indent, with an empty line before it unless it is the first.
  void heading(std::string_view text);
  // As a heading, within a section.
  void subheading(std::string_view text);
  void paragraph(std::string_view text, std::size_t indent = 2);
  void strong(std::string_view text, std::size_t indent = 2);
  void bullet(std::string_view text, std::size_t indent = 2);
  // A paragraph with a mark of its own, such as a number, before its first line.
  void item(std::string_view mark, std::string_view text, std::size_t indent = 2);
  // A label, and its value beside it.
  void pair(std::string_view label, std::string_view value, std::size_t indent = 2);
  // The first line of the value in bold type.
  void strong_pair(std::string_view label, std::string_view value, std::size_t indent = 2);
  void table(const TableRows& rows, std::size_t indent = 2);
  void blank();

  const std::string& text() const { return text_; }

 private:
  void lines(std::string_view text, std::string_view first, std::size_t indent, bool strong);
  void labelled(std::string_view label, std::string_view value, std::size_t indent, bool strong);

  bool bold_;
  std::string text_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_PAGE_H_
