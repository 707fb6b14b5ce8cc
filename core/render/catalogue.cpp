#include "render/catalogue.h"

#include <algorithm>

#include "policy/json_document.h"
#include "render/embedded_catalogues.h"
#include "render/plural.h"
#include "render/time_words.h"

namespace supportcalc {
namespace {

constexpr JsonLimits kCatalogueLimits{.bytes = std::size_t{1024} * 1024};

const EmbeddedFile* find(std::span<const EmbeddedFile> files, std::string_view language) {
  const auto found = std::find_if(files.begin(), files.end(), [language](const EmbeddedFile& file) {
    return file.path == std::string(language) + ".json";
  });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string_view> Catalogue::languages() {
  std::vector<std::string_view> codes;
  for (const EmbeddedFile& file : embedded_catalogues()) {
    codes.push_back(file.path.substr(0, file.path.find('.')));
  }
  return codes;
}

bool Catalogue::speaks(std::string_view language) { return find(embedded_catalogues(), language) != nullptr; }

Catalogue::Catalogue(std::string_view language) : language_(speaks(language) ? language : "en") {
  for (const auto files : {embedded_catalogues(), embedded_terminal_words()}) {
    if (const EmbeddedFile* file = find(files, language_)) {
      read(file->text);
    }
  }
}

std::string Catalogue::text(const Text& text) const {
  const bool is_translated = std::any_of(text.by_language.begin(), text.by_language.end(),
                                         [this](const auto& entry) { return entry.key == language_; });
  const auto words = text.in(language_);
  if (on_english_ && !is_translated && !words.empty()) {
    on_english_(words);
  }
  return std::string(words);
}

Catalogue::Catalogue(std::string_view language, std::string_view json) : language_(language) { read(json); }

void Catalogue::read(std::string_view text) {
  const auto document = parse_json(text, kCatalogueLimits);
  if (!document.ok()) {
    return;
  }
  for (const JsonValue& value : **document) {
    Entry& entry = entries_[std::string(value.key())];
    for (std::size_t i = 0; i < entry.size(); ++i) {
      const auto category = static_cast<PluralCategory>(i);
      const JsonValue* form =
          value.is_string() ? category == PluralCategory::Other ? &value : nullptr : value.find(name_of(category));
      if (form != nullptr) {
        entry[i] = form->string();
      }
    }
  }
}

bool Catalogue::has(std::string_view key) const { return entries_.find(std::string(key)) != entries_.end(); }

std::string Catalogue::say(std::string_view key, WordParameters parameters) const {
  return say(key, std::vector<WordParameter>(parameters));
}

std::string Catalogue::say(std::string_view key, const std::vector<WordParameter>& parameters) const {
  const auto found = entries_.find(std::string(key));
  if (found == entries_.end()) {
    return std::string(key);
  }
  const auto given = [&parameters](std::string_view name) {
    return std::find_if(parameters.begin(), parameters.end(), [name](const auto& each) { return each.name() == name; });
  };
  auto category = PluralCategory::Other;
  if (const auto count = given("count"); count != parameters.end()) {
    if (const auto* const number = std::get_if<std::int64_t>(&count->value())) {
      category = plural_category(language_, *number);
    }
  }
  const Entry& entry = found->second;
  const auto& form = entry[static_cast<std::size_t>(category)];
  std::string_view pattern = form ? *form : *entry.back();
  std::string text;
  while (true) {
    const auto open = pattern.find('{');
    const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      text += pattern;
      return text;
    }
    text += pattern.substr(0, open);
    const auto place = pattern.substr(open + 1, close - open - 1);
    const auto colon = std::min(place.find(':'), place.size());
    auto parameter = given(place);
    parameter = parameter == parameters.end() ? given(place.substr(0, colon)) : parameter;
    text += parameter == parameters.end() ? std::string(pattern.substr(open, close - open + 1))
                                          : written(*parameter, place.substr(std::min(colon + 1, place.size())));
    pattern.remove_prefix(close + 1);
  }
}

std::string Catalogue::written(const WordParameter& parameter, std::string_view form) const {
  if (const auto* const text = std::get_if<std::string_view>(&parameter.value())) {
    return std::string(*text);
  }
  if (const auto* const count = std::get_if<std::int64_t>(&parameter.value())) {
    return number(*count);
  }
  return span_words(*this, std::get<Span>(parameter.value()), form);
}

std::string Catalogue::word(std::string_view family, std::string_view id) const {
  const std::string key = std::string(family) + "." + std::string(id);
  return has(key) ? say(key) : std::string(id);
}

std::string Catalogue::number(std::int64_t value) const {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(value);
  const std::size_t first = value < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + kGroup;) {
    at -= kGroup;
    digits.insert(at, say("number.group"));
  }
  return digits;
}

std::string Catalogue::decimal(std::string_view digits) const {
  std::string text(digits);
  const auto point = text.find('.');
  if (point != std::string::npos && text.find_first_not_of("0123456789.") == std::string::npos) {
    text.replace(point, 1, say("number.decimal"));
  }
  return text;
}

}  // namespace supportcalc
