// A page as HTML: its elements, and that a text stays text.
#include "render/html_page.h"

#include <gtest/gtest.h>

#include <utility>

namespace supportcalc {
namespace {

std::string fragment(const std::string& content) { return "<article lang=\"en\">\n" + content + "</article>\n"; }

TEST(HtmlPage, PutsPairsAndItemsInListsThatEndWhereSomethingElseBegins) {
  HtmlPage page("en", {});
  page.heading("Hours");
  page.pair("Zone", "UTC");
  page.pair("Nothing", "");
  page.pair("Days", "Monday\nTuesday");
  page.item("[1]", "one");
  page.paragraph("text");
  EXPECT_EQ(std::move(page).html(),
            fragment("<h3>Hours</h3>\n"
                     "<dl>\n<dt>Zone</dt><dd>UTC</dd>\n<dt>Days</dt><dd>Monday<br>Tuesday</dd>\n</dl>\n"
                     "<ul>\n<li>[1] one</li>\n</ul>\n"
                     "<p>text</p>\n"));
}

TEST(HtmlPage, NamesATableByItsPartOrItsSection) {
  HtmlPage page("en", {});
  page.heading("Targets");
  page.table({{"Level"}});
  page.subheading("First response");
  page.table({{"Level", "Gold"}, {"P1", "1 hour"}});
  page.subheading("Gold");
  page.paragraph("text");
  page.subheading("");
  EXPECT_EQ(
      std::move(page).html(),
      fragment("<h3>Targets</h3>\n"
               "<table aria-label=\"Targets\">\n<thead>\n<tr><th scope=\"col\">Level</th></tr>\n</thead>\n</table>\n"
               "<table>\n<caption>First response</caption>\n"
               "<thead>\n<tr><th scope=\"col\">Level</th><th scope=\"col\">Gold</th></tr>\n</thead>\n"
               "<tbody>\n<tr><th scope=\"row\">P1</th><td>1 hour</td></tr>\n</tbody>\n</table>\n"
               "<h4>Gold</h4>\n<p>text</p>\n"));
}

TEST(HtmlPage, EscapesWhatATextHolds) {
  HtmlPage page("\"><script>", {});
  page.heading("<b>\"a\" & 'b'</b>");
  page.table({{"a\x1b[1m", "</td>"}});
  const auto html = std::move(page).html();
  EXPECT_EQ(
      html,
      "<article lang=\"&quot;&gt;&lt;script&gt;\">\n"
      "<h3>&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;</h3>\n"
      "<table aria-label=\"&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;\">\n"
      "<thead>\n<tr><th scope=\"col\">a\ufffd[1m</th><th scope=\"col\">&lt;/td&gt;</th></tr>\n</thead>\n</table>\n"
      "</article>\n");
}

TEST(HtmlPage, LinksAddressesThatStandAsWords) {
  HtmlPage page("en", {{"https://a.example", "https://a.example"},
                       {"https://a.example/b?c&d", "https://a.example/b?c&d"},
                       {"me@a.example", "mailto:me@a.example"},
                       {"here", "javascript:alert(1)"},
                       {"", "https://empty.example"}});
  page.paragraph("https://a.example/b?c&d, (me@a.example) https://a.example.");
  page.paragraph("xme@a.example https://a.example/z here");
  EXPECT_EQ(std::move(page).html(),
            fragment("<p><a href=\"https://a.example/b?c&amp;d\" rel=\"noreferrer\">https://a.example/b?c&amp;d</a>, "
                     "(<a href=\"mailto:me@a.example\" rel=\"noreferrer\">me@a.example</a>) "
                     "<a href=\"https://a.example\" rel=\"noreferrer\">https://a.example</a>.</p>\n"
                     "<p>xme@a.example https://a.example/z here</p>\n"));
}

}  // namespace
}  // namespace supportcalc
