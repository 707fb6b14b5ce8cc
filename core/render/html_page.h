// A page as a fragment of HTML, to be put into another page: without <html>, styles, scripts, classes and ids.
#ifndef SUPPORTCALC_RENDER_HTML_PAGE_H_
#define SUPPORTCALC_RENDER_HTML_PAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/page.h"

namespace supportcalc {

// Sections begin with <h3>, their parts with <h4>; pairs become <dl>, items <ul>. A part that is nothing but a table is
// that table, with its name as the caption. Whatever a text holds, it is shown as text: what must not be in HTML is
// escaped, and control characters become U+FFFD. Texts of which `english` was told are marked with their language,
// wherever they stand as words of their own.
//
// Example: heading("Hours") and pair("Zone", "<UTC>") give, in English,
// "<article lang="en">\n<h3>Hours</h3>\n<dl>\n<dt>Zone</dt><dd>&lt;UTC&gt;</dd>\n</dl>\n</article>\n".
class HtmlPage final : public Page {
 public:
  struct Link {
    std::string shown;    // "support@example.com"
    std::string address;  // "mailto:support@example.com"
  };

  // Wherever a link stands in a text, as a word of its own, it can be followed, if its address is one of https, http,
  // mailto or tel.
  HtmlPage(std::string_view language, std::vector<Link> links);

  void english(std::string_view text) override;
  void heading(std::string_view text) override;
  void subheading(std::string_view text) override;
  void paragraph(std::string_view text, std::size_t indent = 2) override;
  void item(std::string_view mark, std::string_view text, std::size_t indent = 2) override;
  void pair(std::string_view label, std::string_view value, std::size_t indent = 2) override;
  void table(const TableRows& rows, std::size_t indent = 2) override;
  void blank() override;

  // The whole fragment. Ends with a line break.
  std::string html() &&;

 private:
  // Ends an open list unless it is `list`, writes the name of a part that waits for its first lines, and begins `list`.
  void enter(std::string_view list);
  void element(std::string_view tag, std::string_view attributes, std::string_view text);
  void lines(std::string_view text);
  void line(std::string_view text);
  void linked(std::string_view text);
  std::string_view english_at(std::string_view text, std::size_t at) const;
  const Link* link_at(std::string_view text, std::size_t at) const;

  std::string language_;
  std::vector<Link> links_;           // the longest first
  std::vector<std::string> english_;  // lines as they are written, the longest first
  std::string html_;
  std::string_view list_;     // the list that is open: "dl", "ul" or ""
  std::string title_;         // of the section or part
  bool title_waits_ = false;  // the name of a part is not written yet
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_HTML_PAGE_H_
