#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cli/interrupt.h"

namespace supportcalc {
namespace {

constexpr std::size_t kMostFiles = 5000;
constexpr std::size_t kChunk = std::size_t{64} * 1024;

std::string system_words(int error) { return std::strerror(error); }

// Does not wait for somebody to write to a pipe.
int open_file(const std::string& path) { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }

// Whether what was opened is a file, a folder, whose reading says what is wrong, or a pipe that a shell hands over like
// a file: <(command).
bool is_read(const std::string& path, int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) {
    return true;
  }
  const bool handed_over = path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/") || path == "/dev/stdin";
  if (!handed_over || !(S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode))) {
    return false;
  }
  const int flags = ::fcntl(descriptor, F_GETFL);
  return ::fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0;
}

// The well-formed sequences of UTF-8 (the Unicode Standard, table 3-7): by their first byte, how long they are and
// which second byte may follow; the others are 80 to BF.
struct Utf8Form {
  unsigned char first;
  unsigned char last;
  std::size_t length;
  unsigned char second_from = 0x80;
  unsigned char second_to = 0xBF;
};
constexpr Utf8Form kUtf8Forms[] = {
    {0x00, 0x7F, 1},
    {0xC2, 0xDF, 2},
    {0xE0, 0xE0, 3, 0xA0},
    {0xE1, 0xEC, 3},
    {0xED, 0xED, 3, 0x80, 0x9F},
    {0xEE, 0xEF, 3},
    {0xF0, 0xF0, 4, 0x90},
    {0xF1, 0xF3, 4},
    {0xF4, 0xF4, 4, 0x80, 0x8F},
};

// How many bytes the sequence at the start of a text has; 0 when there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto* const form = std::find_if(std::begin(kUtf8Forms), std::end(kUtf8Forms), [&](const Utf8Form& each) {
    return each.first <= byte(0) && byte(0) <= each.last;
  });
  if (form == std::end(kUtf8Forms) || form->length > text.size() ||
      (form->length > 1 && (byte(1) < form->second_from || byte(1) > form->second_to))) {
    return 0;
  }
  for (std::size_t i = 2; i < form->length; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) {
      return 0;
    }
  }
  return form->length;
}

// Why a text is not UTF-8, "" when it is.
std::string encoding_problem(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return "It is UTF-16. Save it as UTF-8.";
  }
  std::size_t line = 1;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t length = sequence_length(rest);
    if (length == 0) {
      return "It is not UTF-8: line " + std::to_string(line) + " has a byte that is no character. Save it as UTF-8.";
    }
    if (rest.front() == '\n') {
      ++line;
    }
    rest.remove_prefix(length);
  }
  return {};
}

bool is_document(const std::filesystem::directory_entry& entry) {
  std::error_code ignored;
  const std::string path = entry.path().string();
  return path.ends_with(".json") && !path.ends_with(".schema.json") && entry.is_regular_file(ignored);
}

}  // namespace

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

FileReader::FileReader(const std::string& path) : descriptor_(path == "-" ? STDIN_FILENO : open_file(path)) {
  if (descriptor_ < 0) {
    problem_ = "It cannot be opened: " + system_words(errno) + ".";
  } else if (descriptor_ != STDIN_FILENO && !is_read(path, descriptor_)) {
    problem_ = "It is no file, and may never end. Lead it to standard input, which is named -.";
  }
}

FileReader::~FileReader() {
  if (descriptor_ > STDIN_FILENO) {
    ::close(descriptor_);
  }
}

std::size_t FileReader::read(char* to, std::size_t size) {
  while (problem_.empty()) {
    const ssize_t count = ::read(descriptor_, to, size);
    if (count >= 0) {
      return static_cast<std::size_t>(count);
    }
    if (interrupted() != 0) {
      return 0;
    }
    if (errno != EINTR) {
      problem_ =
          errno == EISDIR ? "It is a folder. Name a file in it." : "It cannot be read: " + system_words(errno) + ".";
    }
  }
  return 0;
}

FileText read_file(const std::string& path) {
  FileReader reader(path);
  FileText file;
  std::string chunk(kChunk, '\0');
  while (const std::size_t count = reader.read(chunk.data(), chunk.size())) {
    file.text.append(chunk, 0, count);
    if (file.text.size() > kLargestFile) {
      return {{}, "It is larger than 64 MiB. Split it."};
    }
  }
  file.problem = reader.problem().empty() ? encoding_problem(file.text) : reader.problem();
  return file;
}

FolderListing list_json_files(const std::string& folder) {
  namespace fs = std::filesystem;
  FolderListing listing;
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    listing.problem = error ? "It cannot be opened: " + error.message() + "."
                            : "It is no folder. Name the folder that holds the policies.";
    return listing;
  }
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!is_document(*it)) {
      continue;
    }
    if (listing.paths.size() == kMostFiles) {
      listing.problem = "It holds more than " + std::to_string(kMostFiles) + " JSON files. Name a smaller folder.";
      return listing;
    }
    listing.paths.push_back(it->path().string());
  }
  if (error) {
    listing.problem = "It cannot be read: " + error.message() + ".";
  } else if (listing.paths.empty()) {
    listing.problem = "It holds no policy: there is no *.json in it or below.";
  }
  std::sort(listing.paths.begin(), listing.paths.end());
  return listing;
}

std::vector<std::string> json_files_in(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end; it.increment(error)) {
    if (is_document(*it) && paths.size() < kMostFiles) {
      paths.push_back(it->path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace supportcalc
