// Where in a document something is: steps that become a JSON Pointer only when there is something to report.
#ifndef SUPPORTCALC_BASE_PLACE_H_
#define SUPPORTCALC_BASE_PLACE_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace supportcalc {

// One step further into a document than the place it is within, which it refers to: both that place and the key have
// to stay where they are. So a place is only made from another one that has a name; from a temporary it does not
// compile.
class Place {
 public:
  Place() = default;  // the whole document
  Place(const Place& within, std::string_view key) : within_(&within), key_(key), has_key_(true) {}
  Place(const Place& within, std::size_t index) : within_(&within), index_(index), has_index_(true) {}
  // The element `index` of the member `key`.
  Place(const Place& within, std::string_view key, std::size_t index)
      : within_(&within), key_(key), index_(index), has_key_(true), has_index_(true) {}

  Place(const Place&& within, std::string_view key) = delete;
  Place(const Place&& within, std::size_t index) = delete;
  Place(const Place&& within, std::string_view key, std::size_t index) = delete;

  Place to(std::string_view key) const& { return {*this, key}; }
  Place to(std::size_t index) const& { return {*this, index}; }
  Place to(std::string_view key, std::size_t index) const& { return {*this, key, index}; }
  Place to(std::string_view key) && = delete;
  Place to(std::size_t index) && = delete;
  Place to(std::string_view key, std::size_t index) && = delete;

  // "/plans/0/label"; "" for the whole document.
  std::string pointer() const;

 private:
  const Place* within_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool has_key_ = false;
  bool has_index_ = false;
};

void report(Diagnostics& problems, Code code, const Place& place, std::initializer_list<ParameterView> values = {});

// Reports what was found in the text at `place`.
void report(Diagnostics& problems, const Diagnostics& found, const Place& place);

}  // namespace supportcalc

#endif  // SUPPORTCALC_BASE_PLACE_H_
