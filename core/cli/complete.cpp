#include "cli/complete.h"

#include <algorithm>

#include "base/concat.h"
#include "cli/policies.h"
#include "policy/names.h"
#include "render/catalogue.h"

namespace supportcalc {
namespace {

using Candidates = std::vector<std::string>;

template <class Items>
Candidates ids_of(const Items& items) {
  Candidates ids;
  for (const auto& item : items) {
    ids.emplace_back(item.id);
  }
  return ids;
}

// The words after the command, as far as they matter here.
class Typed {
 public:
  Typed(const Command& command, std::vector<std::string> words) : command_(command), words_(std::move(words)) {}

  const Command& command() const { return command_; }
  const std::vector<std::string>& words() const { return words_; }

  const Flag* flag(std::string_view word) const {
    const auto found = std::find_if(command_.flags.begin(), command_.flags.end(), [word](const Flag& flag) {
      return word == concat({"--", flag.name});
    });
    return found == command_.flags.end() ? nullptr : &*found;
  }

  // The flag that takes the word at `index` as its value; null when the word is an operand or a flag.
  const Flag* taker_of(std::size_t index) const {
    const Flag* before = index == 0 ? nullptr : flag(words_[index - 1]);
    return before == nullptr || before->value.empty() ? nullptr : before;
  }

  // The values given to a flag before the last word.
  std::vector<std::string> values(std::string_view name) const {
    std::vector<std::string> values;
    const std::string attached = concat({"--", name, "="});
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (const Flag* taker = taker_of(i); taker != nullptr && taker->name == name) {
        values.push_back(words_[i]);
      } else if (words_[i].starts_with(attached)) {
        values.push_back(words_[i].substr(attached.size()));
      }
    }
    return values;
  }

 private:
  const Command& command_;
  std::vector<std::string> words_;
};

// Ids that the policies know.
class PolicyIds {
 public:
  PolicyIds(const Typed& typed, Console& console) {
    std::vector<std::pair<std::string_view, std::vector<std::string>>> flags;
    if (auto folders = typed.values(kPoliciesFlag.name); !folders.empty()) {
      flags.emplace_back(kPoliciesFlag.name, std::move(folders));
    }
    library_ = load_library(Arguments(std::move(flags), {}), console);
    if (library_) {
      choose(typed);
    }
  }

  Candidates policies() const {
    Candidates names;
    if (!library_) {
      return names;
    }
    for (const auto& policy : library_->policies.policies()) {
      if (names.empty() || !names.back().starts_with(concat({policy.id, "@"}))) {
        names.emplace_back(policy.id);
      }
      names.push_back(concat({policy.id, "@", policy.revision}));
    }
    return names;
  }

  Candidates calendars() const { return library_ ? ids_of(library_->policies.calendars()) : Candidates(); }

  // What a flag takes, by what its help calls the value.
  Candidates of(const Flag& flag) const {
    if (flag.value == "POLICY") {
      return policies();
    }
    if (policy_ == nullptr) {
      return flag.value == "FACET=VALUE" ? answers(common_facets()) : Candidates();
    }
    if (flag.value == "PLAN") {
      return ids_of(policy_->plans);
    }
    if (flag.value == "LEVEL") {
      return ids_of(policy_->severities);
    }
    if (flag.value == "FACET=VALUE") {
      auto all = answers(common_facets());
      const auto own = answers(policy_->questions);
      all.insert(all.end(), own.begin(), own.end());
      return all;
    }
    if (flag.name == "option") {
      return options();
    }
    if (flag.name == "assume") {
      return assumptions();
    }
    if (flag.name == "topic") {
      auto topics = ids_of(policy_->scope.topics);
      topics.emplace_back("other");
      return topics;
    }
    if (flag.name == "maturity") {
      return ids_of(policy_->scope.maturities);
    }
    return flag.name == "channel" ? ids_of(policy_->channels) : Candidates();
  }

 private:
  // The policy that the line names so far: by --policy, or by its first operand.
  void choose(const Typed& typed) {
    auto named = typed.values("policy");
    if (named.empty() && typed.words().size() > 1 && typed.command().operands.starts_with("POLICY")) {
      named.push_back(typed.words().front());
    }
    if (!named.empty()) {
      policy_ = policy_named(library_->policies, named.back());
    }
  }

  static Candidates answers(List<Facet> facets) {
    Candidates all;
    for (const auto& facet : facets) {
      for (const auto& value : facet.values) {
        all.push_back(concat({facet.id, "=", value.id}));
      }
    }
    return all;
  }

  Candidates options() const {
    Candidates all;
    for (const auto& option : policy_->options) {
      for (const auto& choice : option.choices) {
        all.push_back(concat({option.id, "=", choice.id}));
      }
      if (option.choices.empty()) {
        all.push_back(concat({option.id, "="}));
      }
    }
    return all;
  }

  Candidates assumptions() const {
    Candidates all;
    for (const auto& assumption : policy_->assumptions) {
      for (const auto choice : assumption.choices) {
        all.push_back(concat({assumption.id, "=", choice}));
      }
    }
    return all;
  }

  std::optional<Library> library_;
  const Policy* policy_ = nullptr;
};

Candidates values_of(const Flag& flag, const Typed& typed, Console& console) {
  if (flag.value == "LANG") {
    const auto codes = Catalogue::languages();
    return {codes.begin(), codes.end()};
  }
  if (flag.value == "KIND") {
    return {kKindNames.begin(), kKindNames.end()};
  }
  if (flag.value == "PART") {
    return {"timeline", "week_map", "cliff", "trace"};
  }
  return PolicyIds(typed, console).of(flag);
}

Candidates flags_of(const Command& command) {
  Candidates names;
  for (const auto& flag : command.flags) {
    names.push_back(concat({"--", flag.name}));
  }
  names.emplace_back("--help");
  return names;
}

Candidates operands_of(const Typed& typed, Console& console) {
  const auto operands = typed.command().operands;
  if (operands.starts_with("POLICY") || operands == "A B") {
    return PolicyIds(typed, console).policies();
  }
  if (operands == "CALENDAR") {
    return PolicyIds(typed, console).calendars();
  }
  return operands == "bash|zsh|fish" ? Candidates{"bash", "zsh", "fish"} : Candidates();
}

Candidates candidates_for(const Typed& typed, Console& console) {
  const std::string& last = typed.words().back();
  const std::size_t index = typed.words().size() - 1;
  if (const Flag* flag = typed.taker_of(index)) {
    return values_of(*flag, typed, console);
  }
  if (const auto equals = last.find('='); last.starts_with("--") && equals != std::string::npos) {
    const Flag* flag = typed.flag(last.substr(0, equals));
    Candidates whole;
    if (flag != nullptr && !flag->value.empty()) {
      for (const auto& value : values_of(*flag, typed, console)) {
        whole.push_back(last.substr(0, equals + 1) + value);
      }
    }
    return whole;
  }
  return last.starts_with("-") ? flags_of(typed.command()) : operands_of(typed, console);
}

}  // namespace

void complete(Commands commands, const std::vector<std::string>& words, Console& console) {
  if (words.empty()) {
    return;
  }
  Candidates candidates;
  if (words.size() == 1) {
    for (const auto* command : commands) {
      candidates.emplace_back(command->name);
    }
    candidates.insert(candidates.end(), {"help", "--help", "--version"});
  } else {
    const auto command = std::find_if(commands.begin(), commands.end(),
                                      [&words](const Command* each) { return each->name == words.front(); });
    if (command != commands.end()) {
      candidates = candidates_for(Typed(**command, {words.begin() + 1, words.end()}), console);
    }
  }
  for (const auto& candidate : candidates) {
    if (candidate.starts_with(words.back())) {
      console.out.line(candidate);
    }
  }
}

}  // namespace supportcalc
