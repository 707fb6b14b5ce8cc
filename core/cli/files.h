// Reading files, standard input and folders of policies, within bounds.
#ifndef SUPPORTCALC_CLI_FILES_H_
#define SUPPORTCALC_CLI_FILES_H_

#include <string>
#include <string_view>
#include <vector>

namespace supportcalc {

// No file is read beyond this; what may be in it is limited further where it is used.
inline constexpr std::size_t kLargestFile = std::size_t{64} * 1024 * 1024;

struct FileText {
  std::string text;
  std::string problem;  // what is wrong and what to do about it; "" when the text was read

  bool ok() const { return problem.empty(); }
};

// The whole file; "-" is standard input.
FileText read_file(const std::string& path);

// How "-" is called in messages.
std::string shown_name(const std::string& path);

struct FolderListing {
  std::vector<std::string> paths;  // sorted
  std::string problem;
};

// Every *.json below `folder`, but for JSON Schemas (*.schema.json). Having none is a problem.
FolderListing list_json_files(const std::string& folder);

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_FILES_H_
