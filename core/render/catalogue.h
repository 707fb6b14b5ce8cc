// The words of a language: message ids and parameters to sentences.
//
// The catalogues are those of the page (web/strings), with what only a terminal needs beside them
// (core/render/strings). An entry is a text with `{name}` for parameters, or two, `one` and `other`, of which
// the parameter `count` decides.
#ifndef SUPPORTCALC_RENDER_CATALOGUE_H_
#define SUPPORTCALC_RENDER_CATALOGUE_H_

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace supportcalc {

using Words = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class Catalogue {
 public:
  // Codes of the languages there is a catalogue for, in alphabetical order: "de", "en".
  static std::vector<std::string_view> languages();

  // Whether there is a catalogue for "en", "de", ...
  static bool speaks(std::string_view language);

  // For a language without a catalogue, the English one.
  explicit Catalogue(std::string_view language);

  const std::string& language() const { return language_; }
  bool has(std::string_view key) const;

  // The sentence; a key that is in no catalogue is its own sentence, and so is a parameter that is not given.
  //
  // Example: say("unit.hours", {{"count", "1"}}) == "1 hour".
  std::string say(std::string_view key, Words words = {}) const;

  // The word for an id of a family of ids, or the id itself where a policy brings its own:
  // word("kind", "update") == "Update".
  std::string word(std::string_view family, std::string_view id) const;

 private:
  struct Entry {
    std::string one;  // "" when there is no special form for one
    std::string other;
  };
  void read(std::string_view text);

  std::string language_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_CATALOGUE_H_
