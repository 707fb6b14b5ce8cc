// Writes core/zone/zone_table.cpp from installed tzdata.
//
//   make_zone_table [--check] OUTPUT [FOLDER]
//
// FOLDER holds tzdata.zi and the compiled zones; /usr/share/zoneinfo if not given. With --check nothing is
// written: exit 1 when OUTPUT is not what would be written. `script/zone-table` builds and runs it.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "zone_table/table_builder.h"

namespace {

int run(std::vector<std::string> arguments) {
  const bool check = !arguments.empty() && arguments.front() == "--check";
  if (check) {
    arguments.erase(arguments.begin());
  }
  if (arguments.empty() || arguments.size() > 2) {
    std::fputs("usage: make_zone_table [--check] OUTPUT [FOLDER]\n", stderr);
    return 2;
  }
  const std::string& output = arguments[0];
  const std::string folder = arguments.size() == 2 ? arguments[1] : "/usr/share/zoneinfo";

  const supportcalc::zone_table::OwnedZoneTable table = supportcalc::zone_table::build_table(folder);
  const std::string source = supportcalc::zone_table::to_source(table.view());
  if (check) {
    std::ifstream in(output, std::ios::binary);
    const std::string present{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (present != source) {
      std::fprintf(stderr, "%s differs from what tzdata %s gives\n", output.c_str(), table.release.c_str());
      return 1;
    }
    return 0;
  }
  std::ofstream out(output, std::ios::binary);
  out << source;
  if (!out.flush()) {
    std::fprintf(stderr, "cannot write %s\n", output.c_str());
    return 1;
  }
  std::printf("%s: tzdata %s, %zu names, %zu histories, %zu changes, %zu rules\n", output.c_str(),
              table.release.c_str(), table.name_histories.size(), table.histories.size(), table.change_gaps.size(),
              table.rules.size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_zone_table: %s\n", error.what());
    return 1;
  }
}
