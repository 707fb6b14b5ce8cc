#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace supportcalc {
namespace {

constexpr std::size_t kMostFiles = 5000;
constexpr std::size_t kChunk = std::size_t{64} * 1024;

std::string system_words(int error) { return std::strerror(error); }

bool is_document(const std::filesystem::directory_entry& entry) {
  std::error_code ignored;
  const std::string path = entry.path().string();
  return path.ends_with(".json") && !path.ends_with(".schema.json") && !entry.is_directory(ignored);
}

}  // namespace

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

FileReader::FileReader(const std::string& path)
    : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) {
    problem_ = "It cannot be opened: " + system_words(errno) + ".";
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
  file.problem = reader.problem();
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
