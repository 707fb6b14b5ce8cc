#include "cli/table_source.h"

#include <iconv.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/interrupt.h"
#include "cli/workbook.h"
#include "table/encoding.h"

namespace supportcalc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;
constexpr std::size_t kHead = 4096;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace

// What is stored: a file, which is read again by opening it again, or standard input, which is kept.
class TableSource::Bytes {
 public:
  Bytes(const std::string& path, bool once) : path_(path), keeps_(path == "-" && !once) { begin(); }
  ~Bytes() {
    if (spool_ != nullptr) {
      std::fclose(spool_);
    }
  }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;

  std::size_t read(char* to, std::size_t size) {
    if (at_ < buffer_.size()) {
      const std::size_t count = std::min(size, buffer_.size() - at_);
      std::memcpy(to, buffer_.data() + at_, count);
      at_ += count;
      return count;
    }
    if (spool_ != nullptr && is_kept_) {
      return std::fread(to, 1, size, spool_);
    }
    const std::size_t count = is_kept_ ? 0 : reader_->read(to, size);
    if (keeps_ && count > 0) {
      keep(to, count);
    }
    is_kept_ = is_kept_ || (keeps_ && count == 0);
    return count;
  }

  void rewind() {
    if (!keeps_) {
      begin();
      return;
    }
    at_ = 0;
    if (spool_ != nullptr) {
      std::fflush(spool_);
      std::rewind(spool_);
    }
  }

  std::string problem() const { return problem_.empty() ? reader_->problem() : problem_; }

 private:
  void begin() { reader_ = std::make_unique<FileReader>(path_); }

  void keep(const char* bytes, std::size_t count) {
    if (spool_ == nullptr && buffer_.size() + count <= kMostBuffered) {
      buffer_.append(bytes, count);
      at_ = buffer_.size();
      return;
    }
    spool_ = spool_ == nullptr ? std::tmpfile() : spool_;
    if (spool_ == nullptr || std::fwrite(bytes, 1, count, spool_) != count) {
      problem_ = std::string("It is larger than memory for it, and cannot be kept: ") + std::strerror(errno) + ".";
    }
  }

  std::string path_;
  bool keeps_;
  std::unique_ptr<FileReader> reader_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::FILE* spool_ = nullptr;
  bool is_kept_ = false;  // whole
  std::string problem_;
};

class TableSource::Inflater {
 public:
  Inflater() {
    constexpr int kGzip = 16 + MAX_WBITS;
    is_ready_ = inflateInit2(&stream_, kGzip) == Z_OK;
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // What `bytes` unpack to; false when they are not what gzip writes.
  bool add(std::string& packed, std::string& to) {
    if (!is_ready_) {
      return false;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_in = static_cast<uInt>(packed.size());
    std::string piece(kChunk, '\0');
    while (stream_.avail_in > 0 || is_full_) {
      stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream_.avail_out = static_cast<uInt>(piece.size());
      const int status = inflate(&stream_, Z_NO_FLUSH);
      to.append(piece, 0, piece.size() - stream_.avail_out);
      is_full_ = stream_.avail_out == 0;
      is_whole_ = status == Z_STREAM_END;
      if (status == Z_STREAM_END) {
        // Files put one behind the other are one file.
        inflateReset(&stream_);
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return false;
      } else if (status == Z_BUF_ERROR) {
        break;
      }
    }
    return true;
  }
  bool is_whole() const { return is_whole_; }

 private:
  z_stream stream_{};
  bool is_ready_ = false;
  bool is_full_ = false;
  bool is_whole_ = false;
};

class TableSource::Decoder {
 public:
  explicit Decoder(const std::string& encoding) : descriptor_(iconv_open("UTF-8", encoding.c_str())) {}
  ~Decoder() {
    if (is_ready()) {
      iconv_close(descriptor_);
    }
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  // NOLINTNEXTLINE(performance-no-int-to-ptr): what iconv_open gives when it fails
  bool is_ready() const { return descriptor_ != reinterpret_cast<iconv_t>(-1); }

  // What follows what was added before, as UTF-8. A sequence that is not whole yet waits for the rest.
  void add(std::string_view bytes, std::string& to) {
    rest_ += bytes;
    char* in = rest_.data();
    std::size_t left = rest_.size();
    std::string piece(kChunk, '\0');
    while (left > 0) {
      char* out = piece.data();
      std::size_t room = piece.size();
      const std::size_t status = iconv(descriptor_, &in, &left, &out, &room);
      const int error = errno;
      to.append(piece, 0, piece.size() - room);
      if (status != static_cast<std::size_t>(-1) || error == EINVAL) {
        break;
      }
      if (error == EILSEQ) {
        to += kReplacement;
        ++in;
        --left;
      }
    }
    rest_.erase(0, rest_.size() - left);
  }

 private:
  iconv_t descriptor_;
  std::string rest_;
};

TableSource::TableSource(std::string path, bool once) : path_(std::move(path)), once_(once && path_ == "-") {}
TableSource::~TableSource() = default;

bool TableSource::read_bytes(std::string& bytes) {
  bytes.clear();
  std::string chunk(kChunk, '\0');
  while (bytes.empty()) {
    const std::size_t count = bytes_->read(chunk.data(), chunk.size());
    if (count == 0) {
      problem_ = bytes_->problem();
      if (problem_.empty() && inflater_ != nullptr && !inflater_->is_whole() && interrupted() == 0) {
        problem_ = "It is packed, and cut off. Fetch it again.";
      }
      return false;
    }
    position_ += count;
    chunk.resize(count);
    if (inflater_ == nullptr) {
      bytes = std::move(chunk);
      return true;
    }
    if (!inflater_->add(chunk, bytes)) {
      problem_ = "It is packed with gzip, and damaged.";
      return false;
    }
    inflated_ += bytes.size();
    if (inflated_ > kMostInflated) {
      problem_ = "It unpacks to more than 32 GiB. Split it.";
      return false;
    }
    chunk.resize(kChunk);
  }
  return true;
}

bool TableSource::open(std::string_view encoding) {
  struct stat status {};
  if (path_ != "-" && ::stat(path_.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
    size_ = static_cast<std::uint64_t>(status.st_size);
  }
  bytes_ = std::make_unique<Bytes>(path_, once_);
  std::string bytes;
  if (!read_bytes(bytes) && !problem_.empty()) {
    return false;
  }
  if (kind_of_file(bytes) == "gzip") {
    inflater_ = std::make_unique<Inflater>();
    std::string unpacked;
    if (!inflater_->add(bytes, unpacked)) {
      problem_ = "It is packed with gzip, and damaged.";
      return false;
    }
    bytes = std::move(unpacked);
  }
  if (kind_of_file(bytes) == "xlsx") {
    return open_workbook(std::move(bytes));
  }
  head_ = bytes.substr(0, kHead);
  EncodingSniffer sniffer;
  sniffer.add(bytes);
  encoding_ = encoding;
  if (once_) {
    encoding_ = encoding.empty() ? std::string(sniffer.encoding()) : encoding_;
    first_ = std::move(bytes);
  } else {
    while (encoding.empty() && interrupted() == 0 && read_bytes(bytes)) {
      sniffer.add(bytes);
    }
    if (!problem_.empty()) {
      return false;
    }
    encoding_ = encoding.empty() ? std::string(sniffer.encoding()) : encoding_;
    if (!rewind()) {
      return false;
    }
  }
  if (encoding_ != "utf-8") {
    decoder_ = std::make_unique<Decoder>(encoding_);
    if (!decoder_->is_ready()) {
      problem_ = "It is " + encoding_ + ", which this system cannot decode. Convert it to UTF-8.";
      return false;
    }
  }
  return true;
}

bool TableSource::open_workbook(std::string bytes) {
  std::string more;
  while (bytes.size() <= kLargestFile && read_bytes(more)) {
    bytes += more;
  }
  if (bytes.size() > kLargestFile) {
    problem_ = "It is an Excel workbook larger than 64 MiB. Save it as CSV (UTF-8).";
  }
  if (!problem_.empty()) {
    return false;
  }
  auto workbook = read_workbook(bytes);
  problem_ = workbook.problem;
  workbook_ = std::move(workbook.csv);
  is_workbook_ = true;
  encoding_ = "utf-8";
  head_ = workbook_.substr(0, kHead);
  return problem_.empty() && rewind();
}

bool TableSource::rewind() {
  if (is_workbook_) {
    first_ = workbook_;
    position_ = 0;
    return true;
  }
  bytes_->rewind();
  position_ = 0;
  inflated_ = 0;
  if (inflater_ != nullptr) {
    inflater_ = std::make_unique<Inflater>();
  }
  if (decoder_ != nullptr) {
    decoder_ = std::make_unique<Decoder>(encoding_);
  }
  return bytes_->problem().empty();
}

bool TableSource::read(std::string& text) {
  if (!first_.empty()) {
    text = std::move(first_);
    first_.clear();
  } else if (is_workbook_ || !read_bytes(text)) {
    return false;
  }
  if (decoder_ != nullptr) {
    std::string decoded;
    decoder_->add(text, decoded);
    text = std::move(decoded);
  }
  return true;
}

}  // namespace supportcalc
