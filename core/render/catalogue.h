// The words of a language: message ids and parameters to sentences.
//
// The catalogues are those of the page (web/strings), with what only a terminal needs beside them
// (core/render/strings). An entry is a text with `{name}` for parameters, or an object with a text for each
// plural category the language has (render/plural.h), `other` always among them; the parameter `count` chooses.
// A sentence that wants a length of time in another grammatical case says so: `{duration:dative}`.
#ifndef SUPPORTCALC_RENDER_CATALOGUE_H_
#define SUPPORTCALC_RENDER_CATALOGUE_H_

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "policy/text.h"
#include "wording/span.h"

namespace supportcalc {

// A parameter of a sentence: a text as it stands, a whole number or a length of time. Views its name and text.
class WordParameter {
 public:
  WordParameter(std::string_view name, std::string_view text) : name_(name), value_(text) {}
  template <class Number, class = std::enable_if_t<std::is_integral_v<Number>>>
  WordParameter(std::string_view name, Number number) : name_(name), value_(static_cast<std::int64_t>(number)) {}
  WordParameter(std::string_view name, Span span) : name_(name), value_(span) {}

  std::string_view name() const { return name_; }
  const std::variant<std::string_view, std::int64_t, Span>& value() const { return value_; }

 private:
  std::string_view name_;
  std::variant<std::string_view, std::int64_t, Span> value_;
};

using WordParameters = std::initializer_list<WordParameter>;

class Catalogue {
 public:
  // Codes of the languages there is a catalogue for, in alphabetical order: "de", "en".
  static std::vector<std::string_view> languages();

  // Whether there is a catalogue for "en", "de", ...
  static bool speaks(std::string_view language);

  // For a language without a catalogue, the English one.
  explicit Catalogue(std::string_view language);

  // Of the entries in `json` alone. What is no catalogue has no entries.
  Catalogue(std::string_view language, std::string_view json);

  const std::string& language() const { return language_; }
  bool has(std::string_view key) const;

  // The sentence; a key that is in no catalogue is its own sentence, and a parameter that is not given stays as
  // it is written. Numbers are grouped as the language groups them.
  //
  // Examples: say("unit.hours", {{"count", 1}}) == "1 hour";
  //           say("relative.ago", {{"duration", Span{minutes{90}}}}) == "1 hour 30 minutes ago".
  std::string say(std::string_view key, WordParameters parameters = {}) const;
  // The same with parameters that were collected. One that is named "at:relative" is what `{at:relative}` stands for.
  std::string say(std::string_view key, const std::vector<WordParameter>& parameters) const;

  // The word for an id of a family of ids, or the id itself where a policy brings its own:
  // word("kind", "update") == "Update".
  std::string word(std::string_view family, std::string_view id) const;

  // A text of a policy, in English where it is not in this language.
  std::string text(const Text& text) const;
  // From now on `listener` is told of each text that is given in English for that reason, before it is given.
  void on_english(std::function<void(std::string_view)> listener) { on_english_ = std::move(listener); }

  // "1,440", and "1.440" in German.
  std::string number(std::int64_t value) const;
  // A figure as a document writes it, "99.50", with the language's own decimal mark: "99,50". Anything else
  // stays as it is.
  std::string decimal(std::string_view digits) const;

 private:
  // By plural category; a text for all counts is `other` alone.
  using Entry = std::array<std::optional<std::string>, 6>;

  void read(std::string_view text);
  std::string written(const WordParameter& parameter, std::string_view form) const;

  std::string language_;
  std::unordered_map<std::string, Entry> entries_;
  std::function<void(std::string_view)> on_english_;
};

}  // namespace supportcalc

#endif  // SUPPORTCALC_RENDER_CATALOGUE_H_
