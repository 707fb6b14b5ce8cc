#include "render/html_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/concat.h"
#include "render/text_width.h"

namespace supportcalc {
namespace {

constexpr std::array<std::string_view, 4> kSchemes = {"https:", "http:", "mailto:", "tel:"};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

// Without their ends; at least one.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    if (end == text.size()) {
      return lines;
    }
    text.remove_prefix(end + 1);
  }
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool can_be_followed(const HtmlPage::Link& link) {
  return !link.shown.empty() && std::any_of(kSchemes.begin(), kSchemes.end(), [&link](std::string_view scheme) {
    return link.address.starts_with(scheme);
  });
}

}  // namespace

HtmlPage::HtmlPage(std::string_view language, std::vector<Link> links) : language_(language), links_(std::move(links)) {
  std::erase_if(links_, [](const Link& link) { return !can_be_followed(link); });
  std::stable_sort(links_.begin(), links_.end(),
                   [](const Link& a, const Link& b) { return a.shown.size() > b.shown.size(); });
  html_ = concat({"<article lang=\"", escaped(language), "\">\n"});
}

// A link begins and ends where a word does; a sentence may end behind it.
const HtmlPage::Link* HtmlPage::link_at(std::string_view text, std::size_t at) const {
  if (at > 0 && std::string_view(" (").find(text[at - 1]) == std::string_view::npos) {
    return nullptr;
  }
  const auto rest = text.substr(at);
  const auto found = std::find_if(links_.begin(), links_.end(), [rest](const Link& link) {
    const auto end = link.shown.size();
    return rest.starts_with(link.shown) &&
           (rest.size() == end || std::string_view(" ),;.:").find(rest[end]) != std::string_view::npos);
  });
  return found == links_.end() ? nullptr : &*found;
}

void HtmlPage::english(std::string_view text) {
  if (language_ == "en") {
    return;
  }
  for (const auto each : lines_of(text)) {
    auto line = printable(each);
    const auto place = std::find_if(english_.begin(), english_.end(),
                                    [&line](const std::string& other) { return other.size() <= line.size(); });
    if (!line.empty() && std::find(place, english_.end(), line) == english_.end()) {
      english_.insert(place, std::move(line));
    }
  }
}

// The text of `english_` that stands at a place as words of its own, or "".
std::string_view HtmlPage::english_at(std::string_view text, std::size_t at) const {
  if (at > 0 && is_alphanumeric(text[at - 1])) {
    return {};
  }
  const auto rest = text.substr(at);
  const auto found = std::find_if(english_.begin(), english_.end(), [rest](const std::string& each) {
    return rest.starts_with(each) && (rest.size() == each.size() || !is_alphanumeric(rest[each.size()]));
  });
  return found == english_.end() ? std::string_view() : std::string_view(*found);
}

void HtmlPage::line(std::string_view text) {
  std::size_t plain = 0;  // where the text begins that is not written yet
  for (std::size_t at = 0; at < text.size();) {
    const auto english = english_at(text, at);
    if (english.empty()) {
      ++at;
      continue;
    }
    linked(text.substr(plain, at - plain));
    html_ += "<span lang=\"en\">";
    linked(english);
    html_ += "</span>";
    at += english.size();
    plain = at;
  }
  linked(text.substr(plain));
}

void HtmlPage::linked(std::string_view text) {
  std::size_t plain = 0;  // where the text begins that is not written yet
  for (std::size_t at = 0; at < text.size();) {
    const Link* link = link_at(text, at);
    if (link == nullptr) {
      ++at;
      continue;
    }
    html_ += escaped(text.substr(plain, at - plain));
    html_ += concat({"<a href=\"", escaped(link->address), "\" rel=\"noreferrer\">", escaped(link->shown), "</a>"});
    at += link->shown.size();
    plain = at;
  }
  html_ += escaped(text.substr(plain));
}

void HtmlPage::lines(std::string_view text) {
  bool is_first = true;
  for (const auto each : lines_of(text)) {
    html_ += is_first ? "" : "<br>";
    line(printable(each));
    is_first = false;
  }
}

void HtmlPage::element(std::string_view tag, std::string_view attributes, std::string_view text) {
  html_ += concat({"<", tag, attributes, ">"});
  lines(text);
  html_ += concat({"</", tag, ">"});
}

void HtmlPage::enter(std::string_view list) {
  if (title_waits_) {
    title_waits_ = false;
    element("h4", "", title_);
    html_ += "\n";
  }
  if (list_ == list) {
    return;
  }
  if (!list_.empty()) {
    html_ += concat({"</", list_, ">\n"});
  }
  list_ = list;
  if (!list_.empty()) {
    html_ += concat({"<", list_, ">\n"});
  }
}

void HtmlPage::blank() { enter(""); }

void HtmlPage::heading(std::string_view text) {
  enter("");
  title_ = text;
  element("h3", "", text);
  html_ += "\n";
}

void HtmlPage::subheading(std::string_view text) {
  enter("");
  title_ = text;
  title_waits_ = !text.empty();
}

void HtmlPage::paragraph(std::string_view text, std::size_t /*indent*/) {
  if (text.empty()) {
    return;
  }
  enter("");
  element("p", "", text);
  html_ += "\n";
}

void HtmlPage::item(std::string_view mark, std::string_view text, std::size_t /*indent*/) {
  if (text.empty()) {
    return;
  }
  enter("ul");
  element("li", "", concat({mark, " ", text}));
  html_ += "\n";
}

void HtmlPage::pair(std::string_view label, std::string_view value, std::size_t /*indent*/) {
  if (value.empty()) {
    return;
  }
  enter("dl");
  element("dt", "", label);
  element("dd", "", value);
  html_ += "\n";
}

void HtmlPage::table(const TableRows& rows, std::size_t /*indent*/) {
  if (rows.empty()) {
    return;
  }
  const bool is_part = std::exchange(title_waits_, false);
  enter("");
  if (is_part) {
    html_ += "<table>\n";
    element("caption", "", title_);
    html_ += "\n";
  } else {
    html_ += concat({"<table aria-label=\"", escaped(printable(title_)), "\">\n"});
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    html_ += r == 0 ? "<thead>\n<tr>" : r == 1 ? "<tbody>\n<tr>" : "<tr>";
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      if (r == 0) {
        element("th", " scope=\"col\"", rows[r][i]);
      } else if (i == 0) {
        element("th", " scope=\"row\"", rows[r][i]);
      } else {
        element("td", "", rows[r][i]);
      }
    }
    html_ += r == 0 ? "</tr>\n</thead>\n" : "</tr>\n";
  }
  html_ += rows.size() > 1 ? "</tbody>\n</table>\n" : "</table>\n";
}

std::string HtmlPage::html() && {
  enter("");
  html_ += "</article>\n";
  return std::move(html_);
}

}  // namespace supportcalc
