// The smallest program that asks the core something.
#include <cstdio>

#include "zone/zone.h"

int main() {
  const auto zone = supportcalc::find_zone("Europe/Zurich", "");
  if (!zone.ok()) return 1;
  const auto release = supportcalc::zone_release();
  std::printf("tzdata %.*s\n", static_cast<int>(release.size()), release.data());
  return 0;
}
