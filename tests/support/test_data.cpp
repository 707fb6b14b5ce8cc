#include "support/test_data.h"

// The only source that knows where the checkout lies: all others compile alike in every folder, so that a compiler
// cache serves them.
namespace supportcalc::test {

std::string read_data(const std::string& path) {
  return read_file(std::string(SUPPORTCALC_TEST_DATA_DIR) + "/" + path);
}

std::string read_policy(const std::string& path) {
  return read_file(std::string(SUPPORTCALC_POLICIES_DIR) + "/" + path);
}

}  // namespace supportcalc::test
