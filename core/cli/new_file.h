// A file that appears whole or not at all: written beside its name, then renamed to it.
#ifndef SUPPORTCALC_CLI_NEW_FILE_H_
#define SUPPORTCALC_CLI_NEW_FILE_H_

#include <memory>
#include <string>

#include "cli/console.h"

namespace supportcalc {

// Until `keep`, whatever the name stood for before is untouched, and afterwards it has the new text with the rights it
// had. Given up, or destroyed before `keep`, nothing is left of what was written. A name that is a link stays one: what
// it leads to is replaced. Devices and pipes, which cannot be renamed over, are written to at once.
class NewFile {
 public:
  // Nothing is written where `path` leads to the same file as `input`, which is being read; `input` may be "-".
  // Afterwards `problem` says what went wrong.
  NewFile(const std::string& path, const std::string& input);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  Output& out() { return *out_; }

  // Puts what was written in its place. False, with a problem, when that fails.
  bool keep();

  // What is wrong and what to do about it; "" when nothing is.
  const std::string& problem() const { return problem_; }
  // Whether what is there already stays until `keep`.
  bool is_beside() const { return !beside_.empty(); }

 private:
  void fail(int error);

  std::string target_;  // where links lead
  std::string beside_;  // what is written until then; "" for a device
  int descriptor_ = -1;
  std::unique_ptr<Output> out_;
  std::string problem_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_CLI_NEW_FILE_H_
