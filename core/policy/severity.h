// The policy's own levels, and the questions whose answers decide them.
//
// A rule is a predicate over facets, evaluated in policy/predicate.h. Which definition holds for a plan is decided by
// `definition_of` (policy/selection.h).
//
// Example: {"all": [{"availability": ["down"]}, {"environment": ["production"]}]} is a Predicate of kind All with two
// parts of kind Is.
#ifndef SUPPORTCALC_POLICY_SEVERITY_H_
#define SUPPORTCALC_POLICY_SEVERITY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policy/selector.h"
#include "policy/text.h"

namespace supportcalc {

struct FacetValue {
  std::string_view id;
  Text label;
};

// A question about the impact: one of the common facets, or one the policy declares.
struct Facet {
  std::string_view id;
  Text label;  // empty for a common facet, whose words are in the catalogues
  List<FacetValue> values;
};

// The vendor-neutral facets, in the order they are asked.
List<Facet> common_facets();

struct Predicate {
  enum class Kind : std::uint8_t { Is, All, Any, Not };
  Kind kind = Kind::Is;
  std::string_view facet;  // of Is
  Ids values;              // of Is: any of these

  // A List of what is still being defined, which std::span need not accept.
  class Parts {
   public:
    Parts() = default;
    Parts(List<Predicate> all);  // NOLINT(google-explicit-constructor)

    const Predicate* begin() const { return first_; }
    const Predicate* end() const;
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const Predicate& front() const { return *first_; }

   private:
    const Predicate* first_ = nullptr;
    std::size_t size_ = 0;
  };
  Parts parts;
};

inline Predicate::Parts::Parts(List<Predicate> all) : first_(all.data()), size_(all.size()) {}
inline const Predicate* Predicate::Parts::end() const { return first_ + size_; }

struct SeverityDefinition {
  Ids plans;
  Condition when;
  Text description;
  std::optional<Predicate> rule;
  Cite cite;
};

// A move between levels that the policy describes: "lowered once a workaround exists".
struct Transition {
  std::string_view to;
  Text when;
  bool automatic = false;
  Cite cite;
};

struct Severity {
  std::string_view id;
  Text label;
  Text name;
  Ids also_known_as;
  Ids plans;
  SeverityDefinition definition;
  List<SeverityDefinition> definitions;  // for some plans, instead of `definition`
  List<Text> examples;
  List<Text> counter_examples;
  List<Transition> transitions;
  Text follow_up;
  bool urgent = false;  // a step marked so is for this level
  Cite cite;
};

// What a description that leaves a facet out is taken to say.
struct Presumption {
  std::string_view facet;
  std::string_view value;
  Cite cite;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_POLICY_SEVERITY_H_
