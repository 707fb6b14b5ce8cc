#include "cli/workbook.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace supportcalc {
namespace {

constexpr std::size_t kMostColumns = 16'384;

// --- the archive (APPNOTE.TXT of PKWARE)

class Archive {
 public:
  explicit Archive(std::string_view bytes) : bytes_(bytes) {}

  // Reads the list of parts; false for what is no archive.
  bool open() {
    constexpr std::size_t kEndSize = 22;
    const std::size_t end = bytes_.rfind("PK\x05\x06");
    if (end == std::string_view::npos || end + kEndSize > bytes_.size()) {
      return false;
    }
    std::size_t at = number(end + 16, 4);
    for (std::size_t left = number(end + 10, 2); left > 0; --left) {
      constexpr std::size_t kEntrySize = 46;
      if (at + kEntrySize > bytes_.size() || bytes_.substr(at, 4) != "PK\x01\x02") {
        return false;
      }
      const std::size_t name_size = number(at + 28, 2);
      parts_[std::string(bytes_.substr(at + kEntrySize, name_size))] = {number(at + 10, 2), number(at + 20, 4),
                                                                        number(at + 42, 4)};
      at += kEntrySize + name_size + number(at + 30, 2) + number(at + 32, 2);
    }
    return true;
  }

  bool has(const std::string& name) const { return parts_.contains(name); }

  // A part, unpacked; nothing where there is none, or it is damaged or too large.
  std::optional<std::string> read(const std::string& name) {
    constexpr std::size_t kLocalSize = 30;
    const auto found = parts_.find(name);
    if (found == parts_.end() || found->second.offset + kLocalSize > bytes_.size()) {
      return std::nullopt;
    }
    const auto& part = found->second;
    const std::size_t begin = part.offset + kLocalSize + number(part.offset + 26, 2) + number(part.offset + 28, 2);
    if (begin > bytes_.size() || part.packed > bytes_.size() - begin) {
      return std::nullopt;
    }
    const std::string_view packed = bytes_.substr(begin, part.packed);
    return part.method == 0 ? std::optional(std::string(packed)) : unpacked(packed);
  }

 private:
  struct Part {
    std::size_t method;
    std::size_t packed;
    std::size_t offset;
  };

  std::size_t number(std::size_t at, std::size_t size) const {
    std::size_t value = 0;
    for (std::size_t i = 0; i < size && at + i < bytes_.size(); ++i) {
      value |= static_cast<std::size_t>(static_cast<unsigned char>(bytes_[at + i])) << (8 * i);
    }
    return value;
  }

  std::optional<std::string> unpacked(std::string_view packed) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
      return std::nullopt;
    }
    std::string text;
    std::string piece(std::size_t{256} * 1024, '\0');
    std::string input(packed);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    int status = Z_OK;
    while (status == Z_OK && total_ <= kMostUnpacked) {
      stream.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream.avail_out = static_cast<uInt>(piece.size());
      status = inflate(&stream, Z_NO_FLUSH);
      text.append(piece, 0, piece.size() - stream.avail_out);
      total_ += piece.size() - stream.avail_out;
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END ? std::optional(std::move(text)) : std::nullopt;
  }

  std::string_view bytes_;
  std::map<std::string, Part> parts_;
  std::size_t total_ = 0;
};

// --- XML, as far as workbooks use it

struct Tag {
  std::string_view name;        // without a prefix
  std::string_view attributes;  // as written
  std::string_view text;        // before it
  bool closes = false;
  bool is_empty = false;  // <t/>
};

class XmlReader {
 public:
  explicit XmlReader(std::string_view xml) : rest_(xml) {}

  // The next tag; false at the end.
  bool next(Tag& tag) {
    while (true) {
      const std::size_t open = rest_.find('<');
      const std::size_t close = open == std::string_view::npos ? open : rest_.find('>', open);
      if (close == std::string_view::npos) {
        return false;
      }
      tag.text = rest_.substr(0, open);
      std::string_view inside = rest_.substr(open + 1, close - open - 1);
      rest_.remove_prefix(close + 1);
      if (inside.empty() || inside.front() == '?' || inside.front() == '!') {
        continue;
      }
      tag.closes = inside.front() == '/';
      tag.is_empty = inside.back() == '/';
      inside.remove_prefix(tag.closes ? 1 : 0);
      inside.remove_suffix(tag.is_empty && !inside.empty() ? 1 : 0);
      const std::size_t space = std::min(inside.find_first_of(" \t\r\n"), inside.size());
      tag.name = inside.substr(0, space);
      tag.attributes = inside.substr(space);
      tag.name.remove_prefix(tag.name.find(':') == std::string_view::npos ? 0 : tag.name.find(':') + 1);
      return true;
    }
  }

 private:
  std::string_view rest_;
};

std::string_view attribute(std::string_view attributes, std::string_view name) {
  const std::string begin = " " + std::string(name) + "=\"";
  const std::size_t at = attributes.find(begin);
  if (at == std::string_view::npos) {
    return {};
  }
  const std::string_view value = attributes.substr(at + begin.size());
  return value.substr(0, value.find('"'));
}

void append_character(std::string& text, std::uint32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0U | (code >> 6U));
    text += static_cast<char>(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0U | (code >> 12U));
    text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (code & 0x3FU));
  } else if (code < 0x110000) {
    text += static_cast<char>(0xF0U | (code >> 18U));
    text += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

// The text with its entities resolved.
void append_text(std::string& to, std::string_view xml) {
  while (!xml.empty()) {
    const std::size_t amp = std::min(xml.find('&'), xml.size());
    to += xml.substr(0, amp);
    xml.remove_prefix(amp);
    const std::size_t end = xml.find(';');
    if (xml.empty() || end == std::string_view::npos) {
      to += xml;
      return;
    }
    const std::string_view name = xml.substr(1, end - 1);
    if (name.starts_with('#')) {
      const bool is_hex = name.size() > 1 && name[1] == 'x';
      std::uint32_t code = 0;
      for (const char c : name.substr(is_hex ? 2 : 1)) {
        const auto digit = c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0';
        code = std::min<std::uint32_t>(code * (is_hex ? 16U : 10U) + static_cast<std::uint32_t>(digit), 0x110000);
      }
      append_character(to, code);
    } else {
      to += name == "amp"    ? "&"
            : name == "lt"   ? "<"
            : name == "gt"   ? ">"
            : name == "quot" ? "\""
            : name == "apos" ? "'"
                             : "";
    }
    xml.remove_prefix(end + 1);
  }
}

std::vector<std::string> shared_strings(std::string_view xml) {
  std::vector<std::string> strings;
  XmlReader reader(xml);
  Tag tag;
  bool is_phonetic = false;
  while (reader.next(tag)) {
    if (tag.name == "si" && !tag.closes) {
      strings.emplace_back();
    } else if (tag.name == "rPh") {
      is_phonetic = !tag.closes;
    } else if (tag.name == "t" && tag.closes && !is_phonetic && !strings.empty()) {
      append_text(strings.back(), tag.text);
    }
  }
  return strings;
}

// "C7" is 2, from 0; nothing for what names no column.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') {
      break;
    }
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > kMostColumns) {
      return std::nullopt;
    }
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

void append_row(std::string& csv, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    csv += i == 0 ? "\"" : ",\"";
    for (const char c : cells[i]) {
      csv += c == '"' ? "\"\"" : std::string(1, c);
    }
    csv += '"';
  }
  csv += '\n';
}

std::string sheet_as_csv(std::string_view xml, const std::vector<std::string>& strings) {
  std::string csv;
  std::vector<std::string> cells;
  std::size_t width = 0;
  XmlReader reader(xml);
  Tag tag;
  std::size_t column = 0;
  std::string_view type;
  while (reader.next(tag)) {
    if (tag.name == "row" && !tag.closes) {
      cells.clear();
      column = 0;
    }
    if (tag.name == "row" && (tag.closes || tag.is_empty)) {
      const bool has_any =
          std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
      if (has_any) {
        // A row ends with its last cell; the table goes on to the right as far as its header does.
        width = width == 0 ? cells.size() : width;
        cells.resize(std::max(cells.size(), width));
        append_row(csv, cells);
      }
    } else if (tag.name == "c" && !tag.closes) {
      column = column_of(attribute(tag.attributes, "r")).value_or(column);
      type = attribute(tag.attributes, "t");
      cells.resize(std::max(cells.size(), column + 1));
      column += tag.is_empty ? 1 : 0;
    } else if (tag.name == "c" && tag.closes) {
      ++column;
    } else if (tag.closes && column < cells.size() && (tag.name == "v" || tag.name == "t")) {
      std::string text;
      append_text(text, tag.text);
      if (type == "s") {
        std::size_t index = 0;
        for (const char c : text) {
          index = c >= '0' && c <= '9' ? std::min(index * 10 + static_cast<std::size_t>(c - '0'), strings.size())
                                       : strings.size();
        }
        text = index < strings.size() ? strings[index] : std::string();
      }
      cells[column] += text;
    }
  }
  return csv;
}

// Where the first sheet is.
std::string first_sheet(Archive& archive, bool& counts_from_1904) {
  std::string id;
  const std::string workbook = archive.read("xl/workbook.xml").value_or("");
  XmlReader reader(workbook);
  Tag tag;
  while (reader.next(tag) && id.empty()) {
    if (tag.name == "workbookPr") {
      const auto flag = attribute(tag.attributes, "date1904");
      counts_from_1904 = flag == "1" || flag == "true";
    } else if (tag.name == "sheet" && attribute(tag.attributes, "state").empty()) {
      id = attribute(tag.attributes, "r:id");
    }
  }
  const std::string relations = archive.read("xl/_rels/workbook.xml.rels").value_or("");
  XmlReader links(relations);
  while (links.next(tag)) {
    if (tag.name == "Relationship" && attribute(tag.attributes, "Id") == id) {
      const std::string_view target = attribute(tag.attributes, "Target");
      return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
    }
  }
  return "xl/worksheets/sheet1.xml";
}

}  // namespace

WorkbookText read_workbook(std::string_view bytes) {
  Archive archive(bytes);
  if (!archive.open()) {
    return {{}, "It is packed, and damaged."};
  }
  if (!archive.has("xl/workbook.xml")) {
    return {{}, "It is packed, but no Excel workbook. Unpack it first."};
  }
  bool counts_from_1904 = false;
  const std::string name = first_sheet(archive, counts_from_1904);
  if (counts_from_1904) {
    return {{}, "It counts its days from 1904. Save it as CSV (UTF-8)."};
  }
  const auto strings = shared_strings(archive.read("xl/sharedStrings.xml").value_or(""));
  const auto sheet = archive.read(name);
  if (!sheet) {
    return {{}, "Its first sheet cannot be read: it is damaged, or larger than 1 GiB. Save it as CSV (UTF-8)."};
  }
  return {sheet_as_csv(*sheet, strings), {}};
}

}  // namespace supportcalc
