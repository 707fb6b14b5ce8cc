// Pages: headings, paragraphs, pairs of label and value, lists and tables. Who writes one need not know whether it is
// read on a terminal or in a browser.
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

// Nothing is added for an empty text. Line breaks within a text, a value or a cell are kept. The indents, in columns,
// are for the terminal.
class Page {
 public:
  virtual ~Page() = default;

  // What is written from here on may hold this text, which is in English whatever language the page speaks.
  virtual void english(std::string_view /*text*/) {}

  // Begins a section.
  virtual void heading(std::string_view text) = 0;
  // Begins a part of a section.
  virtual void subheading(std::string_view text) = 0;
  virtual void paragraph(std::string_view text, std::size_t indent = 2) = 0;
  // A paragraph with a mark of its own, such as a number, before its first line.
  virtual void item(std::string_view mark, std::string_view text, std::size_t indent = 2) = 0;
  // A label, and its value beside it.
  virtual void pair(std::string_view label, std::string_view value, std::size_t indent = 2) = 0;
  // Nothing is added for no rows.
  virtual void table(const TableRows& rows, std::size_t indent = 2) = 0;
  // Sets what follows apart from what was before.
  virtual void blank() = 0;
};

// A page of text for a terminal, within a width. Everything that is added is made printable, wrapped and indented.
//
// Example: heading("Hours") and pair("Zone", "UTC") give "Hours\n  Zone                    UTC\n".
class TextPage final : public Page {
 public:
  explicit TextPage(bool bold) : bold_(bold) {}

  // A line in bold type without indent, with an empty line before it unless it is the first.
  void heading(std::string_view text) override;
  void subheading(std::string_view text) override;
  void paragraph(std::string_view text, std::size_t indent = 2) override;
  void item(std::string_view mark, std::string_view text, std::size_t indent = 2) override;
  void pair(std::string_view label, std::string_view value, std::size_t indent = 2) override;
  // One of many columns that is too wide goes on below, with its first column again.
  void table(const TableRows& rows, std::size_t indent = 2) override;
  void blank() override;

  void strong(std::string_view text, std::size_t indent = 2);
  void bullet(std::string_view text, std::size_t indent = 2);
  // A pair, the first line of its value in bold type.
  void strong_pair(std::string_view label, std::string_view value, std::size_t indent = 2);

  const std::string& text() const { return text_; }

 private:
  void lines(std::string_view text, std::string_view first, std::size_t indent, bool strong);
  void write_table(const TableRows& rows, std::size_t indent);
  void labelled(std::string_view label, std::string_view value, std::size_t indent, bool strong);

  bool bold_;
  std::string text_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_PAGE_H_
