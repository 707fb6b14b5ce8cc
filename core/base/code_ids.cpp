#include <array>

#include "base/codes.h"

namespace supportcalc {
namespace {

constexpr std::array kCodeIds = {
#define SUPPORTCALC_CODE(name, id) std::string_view(id),
#include "base/codes.def"
};

}  // namespace

std::string_view code_id(Code code) { return kCodeIds[static_cast<std::size_t>(code)]; }

}  // namespace supportcalc
