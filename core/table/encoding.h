// Which encoding a file of text has, from its bytes.
//
// Bytes in, a name out: decoding belongs to whoever reads the file, because every platform has its own means.
#ifndef SUPPORTCALC_TABLE_ENCODING_H_
#define SUPPORTCALC_TABLE_ENCODING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace supportcalc {

// Looks at a file piece by piece.
//
//  - a byte order mark decides: "utf-8", "utf-16le", "utf-16be";
//  - without one, text whose every second byte is NUL is UTF-16, too;
//  - valid UTF-8 is "utf-8";
//  - pairs of bytes that are Chinese, most of them among the 3755 common characters, are "gbk". Letters with accents
//    also make such pairs, but those of lower case are none of the common characters;
//  - anything else is "windows-1252", of which ISO 8859-1 is a part.
//
// The names are those of the Encoding Standard. Memory does not grow with the file.
//
// Example: "Situa\xE7\xE3o" is windows-1252, "\xCA\xB1\xD6\xD3" is gbk, "Situa\xC3\xA7\xC3\xA3o" is utf-8.
class EncodingSniffer {
 public:
  void add(std::string_view bytes);
  // Of what was added until now, taken for the whole file.
  std::string_view encoding() const;
  bool has_mark() const;

 private:
  void add_high(unsigned char byte);

  std::string head_;  // the first bytes, for marks and for NULs
  std::uint64_t bytes_ = 0;
  bool is_utf8_ = true;
  unsigned int continuation_ = 0;  // bytes still expected of a sequence of UTF-8
  unsigned char second_from_ = 0x80;
  unsigned char second_to_ = 0xBF;
  bool is_gbk_ = true;
  unsigned char lead_ = 0;  // of a pair of GBK that waits for its second byte
  std::uint64_t pairs_ = 0;
  std::uint64_t common_pairs_ = 0;
};

// A name of an encoding as people write it, as the Encoding Standard calls it; "" for one that is not known here.
//
// Example: "UTF-16-LE" and "utf16le" are "utf-16le"; "ISO-8859-1", "Latin-1" and "cp1252" are "windows-1252".
std::string_view encoding_named(std::string_view name);

// What a file is that is no text, by its first bytes: "xlsx" (also other packed files), "xls", "png", "pdf", "gzip",
// "binary"; "" for text.
std::string_view kind_of_file(std::string_view head);

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_ENCODING_H_
