// Which ids a table had already, and in which row first.
//
// Holds no ids, only 64 bits of each: two of ten million different ids are taken for one about once in 300,000 tables.
// At most 32 bytes an id.
#ifndef SUPPORTCALC_TABLE_SEEN_IDS_H_
#define SUPPORTCALC_TABLE_SEEN_IDS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace supportcalc {

class SeenIds {
 public:
  // The row an id was in first; nothing, and `row` kept, for one that is new. Rows count from 1.
  //
  // Example: add("A", 2) is nothing, add("A", 5) is 2.
  std::optional<std::size_t> add(std::string_view id, std::size_t row) { return add(hash(id), row, false); }
  std::optional<std::size_t> add(std::uint64_t hash, std::size_t row) { return add(hash, row, false); }
  // As `add`, but keeps `row` also for one that is not new: afterwards the last one is known.
  void replace(std::string_view id, std::size_t row) { add(hash(id), row, true); }
  // The row that is kept for an id.
  std::optional<std::size_t> row_of(std::string_view id) const { return row_of(hash(id)); }
  std::optional<std::size_t> row_of(std::uint64_t hash) const;

  static std::uint64_t hash(std::string_view id);

  std::size_t size() const;
  // All of them, sorted.
  std::vector<std::uint64_t> hashes() const;

 private:
  // A part of the ids, so that growing never holds all of them twice. Open addressing; row 0 is a free place.
  struct Part {
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint32_t> rows;
    std::size_t count = 0;

    void grow();
    std::size_t place_of(std::uint64_t hash) const;
  };

  std::optional<std::size_t> add(std::uint64_t hash, std::size_t row, bool replaces);

  std::array<Part, 64> parts_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_TABLE_SEEN_IDS_H_
