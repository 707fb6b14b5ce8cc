// Memory that is given back all at once: for what is read from a document and lives as long as the document does.
//
// Structs in an arena hold views (std::string_view, List) and no memory of their own, so they are plain bytes to copy
// and nothing to destroy. With strings and vectors instead, the code that copies, grows and destroys some sixty structs
// was a third of the wasm module (docs/decisions/0008-sizes.md).
#ifndef SUPPORTCALC_BASE_ARENA_H_
#define SUPPORTCALC_BASE_ARENA_H_

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace supportcalc {

// A list whose elements live elsewhere, in an arena mostly.
template <class T>
using List = std::span<const T>;

class Arena {
 public:
  Arena() = default;
  ~Arena() { release(chunks_); }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&& other) noexcept { take(other); }
  Arena& operator=(Arena&& other) noexcept;

  // Room for `size` bytes, zeroed, aligned for any type.
  void* allocate(std::size_t size);

  // A copy that lives as long as the arena.
  std::string_view copy(std::string_view text);

  // So many empty elements.
  template <class T>
  std::span<T> make(std::size_t size) {
    static_assert(std::is_trivially_destructible_v<T>, "nothing is destroyed when the arena goes");
    T* first = static_cast<T*>(allocate(size * sizeof(T)));
    std::uninitialized_value_construct_n(first, size);
    return {first, size};
  }

  template <class T>
  List<T> copy(List<T> list) {
    static_assert(std::is_trivially_copyable_v<T>, "only plain bytes are copied");
    return {static_cast<const T*>(extend(list.data(), list.size_bytes(), 0)), list.size()};
  }

  // Both lists, one after the other.
  template <class T>
  List<T> joined(List<T> first, List<T> second) {
    static_assert(std::is_trivially_copyable_v<T>, "only plain bytes are copied");
    return {static_cast<const T*>(join(first.data(), first.size_bytes(), second.data(), second.size_bytes())),
            first.size() + second.size()};
  }

  // A copy of `list` with `item` at its end. For short lists: each one is a copy of its own.
  template <class T>
  List<T> appended(List<T> list, const T& item) {
    static_assert(std::is_trivially_copyable_v<T>, "only plain bytes are copied");
    // NOLINTNEXTLINE(bugprone-sizeof-expression): of a list of pointers, the size of one is meant
    auto* const first = static_cast<T*>(extend(list.data(), list.size_bytes(), sizeof(T)));
    first[list.size()] = item;
    return {first, list.size() + 1};
  }

  // Takes over what `other` holds; views into it stay good.
  void absorb(Arena&& other);

  // Forgets what it holds; views into it are void. Keeps the latest memory for what comes.
  void clear();

 private:
  struct Chunk;

  void* extend(const void* bytes, std::size_t size, std::size_t more);
  void* join(const void* first, std::size_t first_size, const void* second, std::size_t second_size);
  static void release(Chunk* chunks);
  void take(Arena& other) noexcept;

  Chunk* chunks_ = nullptr;  // the latest first
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t chunk_size_ = 0;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_ARENA_H_
