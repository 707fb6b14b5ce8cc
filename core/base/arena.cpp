#include "base/arena.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace supportcalc {
namespace {

constexpr std::size_t kAlignment = alignof(std::max_align_t);
constexpr std::size_t kFirstChunk = 1024;
constexpr std::size_t kLargestChunk = std::size_t{64} * 1024;

constexpr std::size_t rounded(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

}  // namespace

struct Arena::Chunk {
  Chunk* before;
  std::size_t room;

  std::byte* start() { return reinterpret_cast<std::byte*>(this) + rounded(sizeof(Chunk)); }
};

void Arena::release(Chunk* chunks) {
  while (chunks != nullptr) {
    Chunk* const before = chunks->before;
    ::operator delete(chunks);
    chunks = before;
  }
}

Arena& Arena::operator=(Arena&& other) noexcept {
  if (this != &other) {
    release(chunks_);
    take(other);
  }
  return *this;
}

void Arena::take(Arena& other) noexcept {
  chunks_ = std::exchange(other.chunks_, nullptr);
  next_ = std::exchange(other.next_, nullptr);
  left_ = std::exchange(other.left_, 0);
  chunk_size_ = std::exchange(other.chunk_size_, 0);
}

void* Arena::allocate(std::size_t size) {
  constexpr std::size_t kHeader = rounded(sizeof(Chunk));
  size = rounded(size);
  if (size > left_) {
    chunk_size_ = std::clamp(chunk_size_ * 2, kFirstChunk, kLargestChunk);
    const std::size_t room = std::max(size, chunk_size_ - kHeader);
    void* const memory = ::operator new(kHeader + room);
    std::memset(memory, 0, kHeader + room);
    chunks_ = new (memory) Chunk{chunks_, room};
    next_ = chunks_->start();
    left_ = room;
  }
  void* const result = next_;
  next_ += size;
  left_ -= size;
  return result;
}

void* Arena::join(const void* first, std::size_t first_size, const void* second, std::size_t second_size) {
  void* const all = extend(first, first_size, second_size);
  if (second_size > 0) {
    std::memcpy(static_cast<std::byte*>(all) + first_size, second, second_size);
  }
  return all;
}

void* Arena::extend(const void* bytes, std::size_t size, std::size_t more) {
  void* const extended = allocate(size + more);
  if (size > 0) {
    std::memcpy(extended, bytes, size);
  }
  return extended;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  char* const copied = static_cast<char*>(allocate(text.size()));
  std::memcpy(copied, text.data(), text.size());
  return {copied, text.size()};
}

void Arena::absorb(Arena&& other) {
  Chunk** last = &chunks_;
  while (*last != nullptr) {
    last = &(*last)->before;
  }
  // What is left in the other's latest chunk is given up.
  *last = std::exchange(other.chunks_, nullptr);
  other.next_ = nullptr;
  other.left_ = 0;
}

void Arena::clear() {
  if (chunks_ == nullptr) {
    return;
  }
  release(std::exchange(chunks_->before, nullptr));
  std::memset(chunks_->start(), 0, chunks_->room - left_);
  next_ = chunks_->start();
  left_ = chunks_->room;
}

}  // namespace supportcalc
