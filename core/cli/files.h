// Reading files, standard input and folders of policies, within bounds.
#ifndef SUPPORTCALC_CLI_FILES_H_
#define SUPPORTCALC_CLI_FILES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace supportcalc {

// No file is read beyond this; what may be in it is limited further where it is used.
inline constexpr std::size_t kLargestFile = std::size_t{64} * 1024 * 1024;

// A file, piece by piece. Whatever the command reads comes through here.
class FileReader {
 public:
  // "-" is standard input. Refused is what is no file and may never end: devices, and pipes but those that a shell
  // hands over (/dev/fd/63).
  explicit FileReader(const std::string& path);
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  // Reads at most `size` bytes to `to` and says how many; 0 at the end, or when reading fails.
  std::size_t read(char* to, std::size_t size);

  // What is wrong and what to do about it; "" when nothing is.
  const std::string& problem() const { return problem_; }

 private:
  int descriptor_ = -1;
  std::string problem_;
};

struct FileText {
  std::string text;
  std::string problem;  // what is wrong and what to do about it; "" when the text was read

  bool ok() const { return problem.empty(); }
};

// The whole file, which has to be UTF-8; "-" is standard input.
FileText read_file(const std::string& path);

// How "-" is called in messages.
std::string shown_name(const std::string& path);

struct FolderListing {
  std::vector<std::string> paths;  // sorted
  std::string problem;
};

// Every file *.json below `folder`, but for JSON Schemas (*.schema.json). Having none is a problem.
FolderListing list_json_files(const std::string& folder);

// The *.json in `folder` itself, as list_json_files gives them; none where there is no such folder.
std::vector<std::string> json_files_in(const std::string& folder);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_FILES_H_
