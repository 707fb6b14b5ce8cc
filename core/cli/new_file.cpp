#include "cli/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace supportcalc {
namespace {

constexpr mode_t kReadable = 0644;
constexpr int kMostLinks = 40;  // as many as the system follows

// Where a chain of links leads, also to a file that is not there yet.
std::string resolved(std::string path) {
  for (int i = 0; i < kMostLinks; ++i) {
    std::string to(4096, '\0');
    const ssize_t length = ::readlink(path.c_str(), to.data(), to.size());
    if (length < 0) {
      break;
    }
    to.resize(static_cast<std::size_t>(length));
    const std::size_t folder = path.rfind('/');
    path = to.starts_with('/') || folder == std::string::npos ? to : path.substr(0, folder + 1).append(to);
  }
  return path;
}

bool is_same_file(const struct stat& one, const std::string& input) {
  struct stat other {};
  const int status = input == "-" ? ::fstat(STDIN_FILENO, &other) : ::stat(input.c_str(), &other);
  return status == 0 && S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

}  // namespace

NewFile::NewFile(const std::string& path, const std::string& input) : target_(resolved(path)) {
  struct stat before {};
  const bool exists = ::stat(target_.c_str(), &before) == 0;
  if (exists && is_same_file(before, input)) {
    problem_ = "It is the file that is read. Name another one.";
    return;
  }
  if (exists && S_ISDIR(before.st_mode)) {
    fail(EISDIR);
    return;
  }
  if (exists && ::access(target_.c_str(), W_OK) != 0) {
    fail(errno);
    return;
  }
  if (exists && !S_ISREG(before.st_mode)) {
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    beside_ = target_ + ".XXXXXX";
    descriptor_ = ::mkstemp(beside_.data());
    if (descriptor_ < 0) {
      beside_.clear();
    }
  }
  if (descriptor_ < 0) {
    fail(errno);
    return;
  }
  if (is_beside()) {
    // As `open` would have made it; nobody else reads the process's mask meanwhile.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor_, exists ? before.st_mode & 07777U : kReadable & ~mask);
  }
  out_ = std::make_unique<Output>(descriptor_);
}

NewFile::~NewFile() {
  out_.reset();
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
  if (is_beside()) {
    ::unlink(beside_.c_str());
  }
}

void NewFile::fail(int error) { problem_ = std::string("It cannot be written: ") + std::strerror(error) + "."; }

bool NewFile::keep() {
  out_->flush();
  if (out_->failed()) {
    problem_ = "It cannot be written: " + out_->reason() + ".";
    return false;
  }
  if (!is_beside()) {
    return true;
  }
  if (::fsync(descriptor_) != 0 || ::rename(beside_.c_str(), target_.c_str()) != 0) {
    fail(errno);
    return false;
  }
  beside_.clear();
  return true;
}

}  // namespace supportcalc
