#include "cli/policies.h"

#include <algorithm>
#include <string_view>

#include "cli/embedded.h"
#include "cli/files.h"
#include "cli/problems.h"

namespace supportcalc {
namespace {

// A copy of the shipped policies may lie beside one's own, and is no second policy of the same name.
bool is_there(const std::vector<Document>& documents, std::string_view text) {
  return std::any_of(documents.begin(), documents.end(), [text](const Document& each) { return each.text == text; });
}

}  // namespace

std::vector<Document> built_in_documents() {
  std::vector<Document> documents;
  for (const auto& file : embedded_policies()) {
    documents.push_back({std::string(file.path), std::string(file.text)});
  }
  return documents;
}

std::optional<Library> load_library(const Arguments& arguments, Console& console) {
  Library library{built_in_documents(), {}};
  for (const auto folder : arguments.values(kPoliciesFlag.name)) {
    const auto listing = list_json_files(std::string(folder));
    if (!listing.problem.empty()) {
      console.complain("--policies " + std::string(folder) + ": " + listing.problem);
      return std::nullopt;
    }
    for (const auto& path : listing.paths) {
      auto file = read_file(path);
      if (!file.ok()) {
        console.complain(path + ": " + file.problem);
      } else if (!is_there(library.documents, file.text)) {
        library.documents.push_back({path, std::move(file.text)});
      }
    }
  }
  std::vector<RejectedDocument> rejected;
  library.policies = PolicySet::load(library.documents, rejected);
  for (const auto& document : rejected) {
    for (const auto& source : library.documents) {
      if (source.name == document.name) {
        complain_in_text(console, document.name, source.text, document.problems);
        break;
      }
    }
  }
  return library;
}

}  // namespace supportcalc
