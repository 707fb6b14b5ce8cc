// Stands in for the checks of policies and calendars in a module that only reads those that were checked when they were
// published: the linker finds these first and leaves the others, and their words, in the library. What such a module
// does with a document that would not have passed is undefined, within the bounds of its own memory.
#include <array>

#include "api/document_words.h"
#include "policy/check.h"

namespace supportcalc {
namespace {

constexpr std::array kCodeIds = {
#define SUPPORTCALC_CODE(name, id) std::string_view(id),
#define SUPPORTCALC_DOCUMENT_CODE(name, id) std::string_view(),
#include "base/codes.def"
};

}  // namespace

std::string_view code_id(Code code) { return kCodeIds[static_cast<std::size_t>(code)]; }

void check_rules(List<HolidayRule> /*rules*/, const Place& /*place*/, Diagnostics& /*problems*/) {}
void check_references(const Policy& /*policy*/, Diagnostics& /*problems*/) {}
void check_calendars(const Policy& /*policy*/, List<HolidayCalendar> /*calendars*/, Diagnostics& /*problems*/) {}

DiagnosticWords document_words(Code /*code*/) { return {}; }

}  // namespace supportcalc
