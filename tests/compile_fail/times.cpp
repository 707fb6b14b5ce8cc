// An instant is no wall time, and a wall time is no instant: only a zone turns one into the other.
#include "zone/zone.h"

namespace supportcalc {
namespace {

[[maybe_unused]] void convert(const Zone& zone, sys_seconds instant, local_seconds wall) {
  static_cast<void>(zone.to_local(instant));
  static_cast<void>(zone.to_instant(wall));
#if MISUSE == 1  // error: could not convert|no viable conversion|cannot convert
  static_cast<void>(zone.to_local(wall));
#elif MISUSE == 2  // error: could not convert|no viable conversion|cannot convert
  static_cast<void>(zone.to_instant(instant));
#elif MISUSE == 3  // error: no match for|invalid operands
  static_cast<void>(instant < wall);
#elif MISUSE == 4  // error: no match for|invalid operands
  static_cast<void>(instant - wall);
#elif MISUSE == 5  // error: conversion from|no viable conversion
  sys_seconds same = wall;
  static_cast<void>(same);
#endif
}

}  // namespace
}  // namespace supportcalc
