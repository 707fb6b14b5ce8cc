// Reads the files of tests/data and policies/ for tests, natively and in Node.
#ifndef SUPPORTCALC_TESTS_SUPPORT_TEST_DATA_H_
#define SUPPORTCALC_TESTS_SUPPORT_TEST_DATA_H_

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <vector>

namespace supportcalc::test {

// The whole file; a missing one fails the running test and reads as "".
inline std::string read_file(const std::string& path) {
  std::string text;
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    ADD_FAILURE() << "cannot read " << path;
    return text;
  }
  char buffer[1 << 16];
  std::size_t count = 0;
  while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) text.append(buffer, count);
  std::fclose(file);
  return text;
}

// read_data("conformance/due.jsonl") reads tests/data/conformance/due.jsonl.
std::string read_data(const std::string& path);

// read_policy("zitadel/2023-10-06.json") reads policies/zitadel/2023-10-06.json.
std::string read_policy(const std::string& path);

// The lines of a text, without their ends; empty lines are left out.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    if (end > begin) lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace supportcalc::test

#endif  // SUPPORTCALC_TESTS_SUPPORT_TEST_DATA_H_
