#include "table/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace supportcalc {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 4096;

struct Alias {
  std::string_view name;  // letters and digits alone
  std::string_view encoding;
};
constexpr std::array kAliases = {
    Alias{"utf8", "utf-8"},
    Alias{"utf8sig", "utf-8"},
    Alias{"utf8bom", "utf-8"},
    Alias{"ascii", "utf-8"},
    Alias{"usascii", "utf-8"},
    Alias{"utf16", "utf-16le"},
    Alias{"utf16le", "utf-16le"},
    Alias{"unicode", "utf-16le"},
    Alias{"utf16be", "utf-16be"},
    Alias{"gbk", "gbk"},
    Alias{"gb2312", "gbk"},
    Alias{"cp936", "gbk"},
    Alias{"gb18030", "gb18030"},
    Alias{"windows1252", "windows-1252"},
    Alias{"cp1252", "windows-1252"},
    Alias{"ansi", "windows-1252"},
    Alias{"latin1", "windows-1252"},
    Alias{"iso88591", "windows-1252"},
    Alias{"iso88592", "iso-8859-2"},
    Alias{"latin2", "iso-8859-2"},
    Alias{"iso885915", "iso-8859-15"},
    Alias{"latin9", "iso-8859-15"},
    Alias{"windows1250", "windows-1250"},
    Alias{"cp1250", "windows-1250"},
    Alias{"windows1251", "windows-1251"},
    Alias{"cp1251", "windows-1251"},
    Alias{"koi8r", "koi8-r"},
    Alias{"windows1253", "windows-1253"},
    Alias{"windows1254", "windows-1254"},
    Alias{"windows1257", "windows-1257"},
    Alias{"big5", "big5"},
    Alias{"shiftjis", "shift_jis"},
    Alias{"sjis", "shift_jis"},
    Alias{"cp932", "shift_jis"},
    Alias{"eucjp", "euc-jp"},
    Alias{"euckr", "euc-kr"},
    Alias{"cp949", "euc-kr"},
    Alias{"macintosh", "macintosh"},
    Alias{"macroman", "macintosh"},
};

struct Magic {
  std::string_view bytes;
  std::string_view kind;
};
constexpr std::array kMagics = {
    Magic{"PK\x03\x04"sv, "xlsx"},
    Magic{"\xD0\xCF\x11\xE0"sv, "xls"},
    Magic{"\x89PNG"sv, "png"},
    Magic{"%PDF-"sv, "pdf"},
    Magic{"\x1F\x8B"sv, "gzip"},
    Magic{"\xFF\xD8\xFF"sv, "binary"},
    Magic{"GIF8"sv, "binary"},
    Magic{"PAR1"sv, "parquet"},
    Magic{"\x28\xB5\x2F\xFD"sv, "binary"},
    Magic{"SQLite format 3\0"sv, "binary"},
};

// Of the NULs of a text in UTF-16, on odd or on even places: most of its letters are below U+0100.
std::string_view utf16_by_nuls(std::string_view head) {
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    nuls[i % 2] += head[i] == '\0' ? 1U : 0U;
  }
  const std::size_t half = head.size() / 2;
  const auto many = [half](std::size_t count) { return half > 1 && count * 10 >= half * 4; };
  if (many(nuls[1]) && nuls[0] * 10 < nuls[1]) {
    return "utf-16le";
  }
  return many(nuls[0]) && nuls[1] * 10 < nuls[0] ? "utf-16be"sv : ""sv;
}

}  // namespace

void EncodingSniffer::add(std::string_view bytes) {
  if (head_.size() < kHead) {
    head_.append(bytes.substr(0, kHead - head_.size()));
  }
  bytes_ += bytes.size();
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    // Most of a file is ASCII, eight bytes at a time.
    if (continuation_ == 0 && lead_ == 0) {
      std::uint64_t eight = 0;
      while (end - at >= 8 && (std::memcpy(&eight, at, 8), (eight & 0x8080808080808080ULL) == 0)) {
        at += 8;
      }
      if (at == end) {
        return;
      }
    }
    add_high(static_cast<unsigned char>(*at++));
  }
}

void EncodingSniffer::add_high(unsigned char byte) {
  if (continuation_ > 0) {
    is_utf8_ = is_utf8_ && second_from_ <= byte && byte <= second_to_;
    second_from_ = 0x80;
    second_to_ = 0xBF;
    --continuation_;
  } else if (byte >= 0x80) {
    is_utf8_ = is_utf8_ && byte >= 0xC2 && byte <= 0xF4;
    continuation_ = byte >= 0xF0 ? 3U : byte >= 0xE0 ? 2U : 1U;
    // Too long forms, surrogates, beyond U+10FFFF.
    second_from_ = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    second_to_ = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
  }
  if (!is_utf8_) {
    continuation_ = 0;
  }
  if (lead_ != 0) {
    is_gbk_ = is_gbk_ && byte >= 0x40 && byte <= 0xFE && byte != 0x7F;
    ++pairs_;
    // Rows 16 to 55 of GB 2312 are the common characters, rows 1 to 3 punctuation and full width.
    common_pairs_ += byte >= 0xA1 && ((lead_ >= 0xB0 && lead_ <= 0xD7) || (lead_ >= 0xA1 && lead_ <= 0xA3)) ? 1U : 0U;
    lead_ = 0;
  } else if (byte >= 0x80) {
    is_gbk_ = is_gbk_ && byte != 0x80 && byte != 0xFF;
    lead_ = byte;
  }
  lead_ = is_gbk_ ? lead_ : 0;
}

bool EncodingSniffer::has_mark() const {
  return head_.starts_with("\xEF\xBB\xBF") || head_.starts_with("\xFF\xFE") || head_.starts_with("\xFE\xFF");
}

std::string_view EncodingSniffer::encoding() const {
  if (head_.starts_with("\xEF\xBB\xBF")) {
    return "utf-8";
  }
  if (head_.starts_with("\xFF\xFE")) {
    return "utf-16le";
  }
  if (head_.starts_with("\xFE\xFF")) {
    return "utf-16be";
  }
  if (const auto by_nuls = utf16_by_nuls(head_); !by_nuls.empty()) {
    return by_nuls;
  }
  if (is_utf8_ && continuation_ == 0) {
    return "utf-8";
  }
  return is_gbk_ && lead_ == 0 && common_pairs_ * 10 >= pairs_ * 6 ? "gbk" : "windows-1252";
}

std::string_view encoding_named(std::string_view name) {
  std::string bare;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      bare += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      bare += c;
    }
  }
  const auto* const found =
      std::find_if(kAliases.begin(), kAliases.end(), [&bare](const Alias& alias) { return alias.name == bare; });
  return found == kAliases.end() ? std::string_view() : found->encoding;
}

std::string_view kind_of_file(std::string_view head) {
  for (const auto& magic : kMagics) {
    if (head.starts_with(magic.bytes)) {
      return magic.kind;
    }
  }
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") || !utf16_by_nuls(head.substr(0, kHead)).empty()) {
    return {};
  }
  const auto odd = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1A';
  }));
  return odd * 20 > head.size() ? "binary" : "";
}

}  // namespace supportcalc
