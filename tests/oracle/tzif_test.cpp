// The reader of compiled zones and POSIX rules that the zone table is made with.
#include "zone_table/tzif.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace supportcalc::zone_table {
namespace {

std::string big_endian(std::uint64_t value, unsigned width) {
  std::string bytes;
  for (unsigned i = width; i > 0; --i) {
    bytes += static_cast<char>(value >> (8 * (i - 1)) & 0xFFU);
  }
  return bytes;
}

std::string header(char version, unsigned leap_seconds, unsigned changes, unsigned types, unsigned letters) {
  return std::string("TZif") + version + std::string(15, '\0') + big_endian(0, 4) + big_endian(0, 4) +
         big_endian(leap_seconds, 4) + big_endian(changes, 4) + big_endian(types, 4) + big_endian(letters, 4);
}

// From UTC+1 to UTC-2 at 1 500 000 000, then for ever.
std::string sample() {
  const std::string types = big_endian(3600, 4) + std::string(2, '\0') +
                            big_endian(static_cast<std::uint32_t>(-7200), 4) + std::string(2, '\0');
  return header('2', 0, 0, 1, 1) + std::string(7, '\0') + header('2', 0, 1, 2, 4) + big_endian(1'500'000'000, 8) +
         '\1' + types + std::string("AAA\0", 4) + "\n<-02>2\n";
}

TEST(Tzif, ReadsThe64BitBlockAndTheFooter) {
  const Tzif zone = read_tzif(sample());
  EXPECT_EQ(zone.initial, seconds{3600});
  ASSERT_EQ(zone.changes.size(), 1U);
  EXPECT_EQ(zone.changes[0].at, sys_seconds{seconds{1'500'000'000}});
  EXPECT_EQ(zone.changes[0].offset, seconds{-7200});
  EXPECT_EQ(zone.rule, "<-02>2");
}

TEST(Tzif, RefusesWhatIsCutShortAtAnyByte) {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(read_tzif(std::string_view(bytes).substr(0, size)), std::runtime_error) << size;
  }
}

TEST(Tzif, RefusesOtherVersionsAndLeapSeconds) {
  EXPECT_THROW(read_tzif(header('\0', 0, 0, 0, 0)), std::runtime_error);
  EXPECT_THROW(read_tzif("TZdb" + std::string(100, '\0')), std::runtime_error);
  EXPECT_THROW(read_tzif(header('2', 0, 0, 0, 0) + header('2', 1, 0, 1, 1) + std::string(100, '\0')),
               std::runtime_error);
}

TEST(PosixRule, ReadsEveryForm) {
  EXPECT_EQ(parse_posix_rule("UTC0"), (ZoneRule{}));
  EXPECT_EQ(parse_posix_rule("<+0545>-5:45"), (ZoneRule{345, 345, 0, 0, 0, 0}));
  EXPECT_EQ(parse_posix_rule("NST3:30NDT,M3.2.0,M11.1.0"), (ZoneRule{-210, -150, 0x320, 0xB10, 120, 120}));
  EXPECT_EQ(parse_posix_rule("IST-1GMT0,M10.5.0,M3.5.0/1"), (ZoneRule{60, 0, 0xA50, 0x350, 120, 60}));
  EXPECT_EQ(parse_posix_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0"), (ZoneRule{-120, -60, 0x350, 0xA50, -60, 0}));
  EXPECT_EQ(parse_posix_rule("EET-2EEST,M3.4.4/50,M10.4.4/50"), (ZoneRule{120, 180, 0x344, 0xA44, 3000, 3000}));
  EXPECT_EQ(parse_posix_rule("AAA+1BBB,J60/-167,365/167:59:00"),
            (ZoneRule{-60, 0, kJulianDay | 60, kZeroBasedDay | 365, -10020, 10079}));
}

TEST(PosixRule, RefusesOtherTexts) {
  for (const std::string_view text : {"",
                                      "UTC",
                                      "0",
                                      "AB0",
                                      "<AB0",
                                      "UTC0X",
                                      "CET-1CEST",
                                      "CET-1CEST,M3.5.0",
                                      "CET-1CEST,M3.5.0,",
                                      "CET-1CEST,M0.5.0,J1",
                                      "CET-1CEST,M13.5.0,J1",
                                      "CET-1CEST,M3.0.0,J1",
                                      "CET-1CEST,M3.6.0,J1",
                                      "CET-1CEST,M3.5.7,J1",
                                      "CET-1CEST,J0,J1",
                                      "CET-1CEST,J366,J1",
                                      "CET-1CEST,366,J1",
                                      "CET-1CEST,M3.5.0/168,J1",
                                      "CET-1CEST,M3.5.0,J1/",
                                      "LMT-0:53:28",
                                      "CET-1CEST,M3.5.0,M10.5.0/3 ",
                                      "CET--1"}) {
    EXPECT_THROW(parse_posix_rule(text), std::runtime_error) << text;
  }
}

}  // namespace
}  // namespace supportcalc::zone_table
