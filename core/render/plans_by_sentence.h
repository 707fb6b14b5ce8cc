// Sentences about plans, each once for all the plans of a revision of which it is true.
//
// Example: "no such option “region”" of plans free and production, zitadel@2023-11-15:
// "- zitadel@2023-11-15, Free, Production: no such option “region”".
#ifndef SUPPORTCALC_RENDER_PLANS_BY_SENTENCE_H_
#define SUPPORTCALC_RENDER_PLANS_BY_SENTENCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.h"
#include "render/catalogue.h"
#include "render/page.h"

namespace supportcalc {

class PlansBySentence {
 public:
  // An empty sentence says nothing. Policy and plan must outlive this.
  void add(const Policy& policy, const Plan& plan, std::string sentence);

  // Bullets under a heading, in the order in which the sentences came; nothing without any. `between` stands between
  // the names and the sentence.
  void write(std::string_view heading, std::string_view between, const Catalogue& catalogue, TextPage& page) const;

 private:
  struct Group {
    const Policy* policy = nullptr;
    std::vector<const Plan*> plans;
    std::string sentence;
  };
  std::vector<Group> groups_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_PLANS_BY_SENTENCE_H_
