// Messages in words: the only place that turns what `wording` chose into text.
#ifndef SUPPORTCALC_RENDER_MESSAGE_WORDS_H_
#define SUPPORTCALC_RENDER_MESSAGE_WORDS_H_

#include <optional>
#include <string>

#include "render/catalogue.h"
#include "wording/message.h"

namespace supportcalc {

class MessageWords {
 public:
  // With `visitor`, instants are shown on that clock, too; with `now`, also as "in 2 hours", where a sentence asks for
  // it. Catalogue and policy must outlive the words.
  MessageWords(const Catalogue& catalogue, const Policy& policy, std::optional<Zone> visitor = std::nullopt,
               std::optional<sys_seconds> now = std::nullopt)
      : catalogue_(catalogue), policy_(policy), visitor_(visitor), now_(now) {}

  // The sentence; "" for a message that says nothing.
  std::string say(const Message& message) const;

  // An instant in the visitor's zone and the vendor's, a line each; in UTC where neither is known.
  std::string moment(const Moment& moment) const;

  // The same within a sentence, which asks for it by `{by:one}`: in the visitor's zone, else in the vendor's.
  std::string one_moment(const Moment& moment) const;

 private:
  std::string list(const SaidList& list) const;

  const Catalogue& catalogue_;
  const Policy& policy_;
  std::optional<Zone> visitor_;
  std::optional<sys_seconds> now_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_MESSAGE_WORDS_H_
