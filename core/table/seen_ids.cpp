#include "table/seen_ids.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace supportcalc {

std::uint64_t SeenIds::hash(std::string_view id) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
  std::uint64_t h = id.size() * kMix;
  const auto mix = [&h](std::uint64_t word) {
    h = (h ^ word) * 0xFF51AFD7ED558CCDULL;
    h ^= h >> 32U;
  };
  while (id.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, id.data(), 8);
    mix(word);
    id.remove_prefix(8);
  }
  std::uint64_t word = 0;
  if (!id.empty()) {
    std::memcpy(&word, id.data(), id.size());
  }
  mix(word);
  h = (h ^ (h >> 29U)) * kMix;
  return h ^ (h >> 32U);
}

std::size_t SeenIds::Part::place_of(std::uint64_t hash) const {
  std::size_t place = static_cast<std::size_t>((hash >> 6U) % hashes.size());
  while (rows[place] != 0 && hashes[place] != hash) {
    place = place + 1 == hashes.size() ? 0 : place + 1;
  }
  return place;
}

void SeenIds::Part::grow() {
  constexpr std::size_t kFirst = 16;
  Part larger;
  const std::size_t size = hashes.empty() ? kFirst : hashes.size() + hashes.size() / 2;
  larger.hashes.resize(size);
  larger.rows.resize(size);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (rows[i] != 0) {
      const std::size_t place = larger.place_of(hashes[i]);
      larger.hashes[place] = hashes[i];
      larger.rows[place] = rows[i];
    }
  }
  hashes.swap(larger.hashes);
  rows.swap(larger.rows);
}

std::optional<std::size_t> SeenIds::add(std::uint64_t hash, std::size_t row, bool replaces) {
  Part& part = parts_[hash % parts_.size()];
  if (part.count * 10 >= part.hashes.size() * 8) {
    part.grow();
  }
  const std::size_t place = part.place_of(hash);
  const std::uint32_t before = part.rows[place];
  if (before == 0 || replaces) {
    part.hashes[place] = hash;
    part.rows[place] = static_cast<std::uint32_t>(row);
    part.count += before == 0 ? 1U : 0U;
  }
  return before == 0 ? std::nullopt : std::optional<std::size_t>(before);
}

std::optional<std::size_t> SeenIds::row_of(std::uint64_t wanted) const {
  const Part& part = parts_[wanted % parts_.size()];
  if (part.hashes.empty()) {
    return std::nullopt;
  }
  const std::size_t row = part.rows[part.place_of(wanted)];
  return row == 0 ? std::nullopt : std::optional(row);
}

std::vector<std::uint64_t> SeenIds::hashes() const {
  std::vector<std::uint64_t> all;
  all.reserve(size());
  for (const auto& part : parts_) {
    for (std::size_t i = 0; i < part.hashes.size(); ++i) {
      if (part.rows[i] != 0) {
        all.push_back(part.hashes[i]);
      }
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::size_t SeenIds::size() const {
  return std::accumulate(parts_.begin(), parts_.end(), std::size_t{0},
                         [](std::size_t sum, const Part& part) { return sum + part.count; });
}

}  // namespace supportcalc
