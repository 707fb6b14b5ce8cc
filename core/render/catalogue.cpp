#include "render/catalogue.h"

#include <algorithm>
#include <cassert>

#include "policy/json_document.h"
#include "render/embedded_catalogues.h"

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

void Catalogue::read(std::string_view text) {
  const auto document = parse_json(text, kCatalogueLimits);
  assert(document.ok() && "a catalogue that was built in is well-formed");
  if (!document.ok()) {
    return;
  }
  for (const JsonValue& value : **document) {
    Entry& entry = entries_[std::string(value.key())];
    const JsonValue* one = value.find("one");
    const JsonValue* other = value.find("other");
    if (value.is_string()) {
      entry.other = value.string();
    } else if (one != nullptr && other != nullptr) {
      entry.one = one->string();
      entry.other = other->string();
    }
  }
}

bool Catalogue::has(std::string_view key) const { return entries_.find(std::string(key)) != entries_.end(); }

std::string Catalogue::say(std::string_view key, Words words) const {
  const auto found = entries_.find(std::string(key));
  if (found == entries_.end()) {
    return std::string(key);
  }
  const auto given = [&words](std::string_view name) {
    return std::find_if(words.begin(), words.end(), [name](const auto& word) { return word.first == name; });
  };
  const auto count = given("count");
  const bool one = !found->second.one.empty() && count != words.end() && count->second == "1";
  std::string_view pattern = one ? found->second.one : found->second.other;
  std::string text;
  while (true) {
    const auto open = pattern.find('{');
    const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      text += pattern;
      return text;
    }
    text += pattern.substr(0, open);
    const auto word = given(pattern.substr(open + 1, close - open - 1));
    text += word == words.end() ? pattern.substr(open, close - open + 1) : word->second;
    pattern.remove_prefix(close + 1);
  }
}

std::string Catalogue::word(std::string_view family, std::string_view id) const {
  const std::string key = std::string(family) + "." + std::string(id);
  return has(key) ? say(key) : std::string(id);
}

}  // namespace supportcalc
