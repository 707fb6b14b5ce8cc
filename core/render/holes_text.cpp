#include "render/holes_text.h"

#include <algorithm>

#include "base/concat.h"
#include "render/catalogue.h"

namespace supportcalc {
namespace {

constexpr std::size_t kMostShown = 40;  // holes that the same levels fit

template <class List, class Name>
std::string joined(const List& items, std::string_view between, const Name& name) {
  std::string text;
  for (const auto& item : items) {
    text += concat({text.empty() ? "" : between, name(item)});
  }
  return text;
}

class Writer {
 public:
  Writer(const Policy& policy, const PageStyle& style) : policy_(policy), words_(style.language), page_(style.bold) {}

  std::string write(const std::vector<LevelHoles>& found) {
    page_.heading(concat({policy_.id, "@", policy_.revision}));
    if (found.empty()) {
      page_.paragraph(words_.say("holes.no-levels"));
    }
    for (const auto& levels : found) {
      write_levels(levels);
    }
    return page_.text();
  }

 private:
  void write_levels(const LevelHoles& levels) {
    const auto plans = joined(levels.variants, ", ", [this](const auto& variant) { return variant_text(variant); });
    page_.subheading(words_.say("holes.plans", {{"plans", plans}}));
    if (levels.combinations == 0) {
      page_.paragraph(words_.say("holes.too-many"));
      return;
    }
    const auto facets = joined(levels.asked, ", ", [](std::string_view facet) { return facet; });
    page_.paragraph(words_.say("holes.tried", {{"count", std::to_string(levels.combinations)}, {"facets", facets}}) +
                    " " + words_.say("holes.decided", {{"count", std::to_string(levels.decided)}}));
    if (!levels.by_hand.empty()) {
      page_.paragraph(words_.say("holes.by-hand", {{"levels", ids_of(levels.by_hand)}}));
    }
    std::size_t shown = 0;
    for (std::size_t i = 0; i < levels.holes.size(); ++i) {
      const auto& hole = levels.holes[i];
      if (i == 0 || hole.fits != levels.holes[i - 1].fits) {
        page_.blank();
        page_.paragraph(fits_text(hole));
        shown = 0;
      }
      if (++shown <= kMostShown) {
        page_.bullet(hole_text(hole));
      } else if (shown == kMostShown + 1) {
        page_.bullet(words_.say("holes.more"));
      }
    }
  }

  std::string variant_text(const LevelsVariant& variant) const {
    const auto option = [this](const auto& each) {
      return each.value.empty() ? words_.say("holes.not-set", {{"option", each.key}})
                                : concat({each.key, " ", each.value});
    };
    return variant.options.empty() ? std::string(variant.plan->id)
                                   : concat({variant.plan->id, " (", joined(variant.options, ", ", option), ")"});
  }

  std::string fits_text(const Hole& hole) const {
    return hole.fits.empty() ? words_.say("holes.none-fits")
                             : words_.say("holes.several-fit", {{"levels", ids_of(hole.fits)}});
  }

  std::string ids_of(const std::vector<const Severity*>& levels) const {
    return joined(levels, words_.say("holes.and"), [](const Severity* level) { return level->id; });
  }

  std::string hole_text(const Hole& hole) const {
    std::string text =
        joined(hole.when, ", ", [this](const auto& answers) { return answers_text(answers.first, answers.second); });
    text = text.empty() ? words_.say("holes.whatever") : text;
    if (hole.named.empty()) {
      return text;
    }
    std::vector<std::string_view> candidates;
    for (const auto* level : hole.candidates) {
      candidates.push_back(level->id);
    }
    const auto names = joined(hole.named, ", ", [](const Ambiguity* ambiguity) { return ambiguity->id; });
    return concat({text, " (", names, ": ", alternatives(candidates), ")"});
  }

  // "availability down or degraded", or by what it leaves out where that is shorter.
  std::string answers_text(std::string_view facet, const std::vector<std::string_view>& values) const {
    const auto& all = policy_.facet(facet)->values;
    if (values.size() <= 2 || values.size() * 2 <= all.size()) {
      return concat({facet, " ", alternatives(values)});
    }
    std::vector<std::string_view> others;
    for (const auto& value : all) {
      if (!contains(values, value.id)) {
        others.push_back(value.id);
      }
    }
    return words_.say("holes.not", {{"facet", facet}, {"values", alternatives(others)}});
  }

  std::string alternatives(const std::vector<std::string_view>& ids) const {
    return joined(ids, words_.say("holes.or"), [](std::string_view id) { return id; });
  }

  const Policy& policy_;
  const Catalogue words_;
  TextPage page_;
};

}  // namespace

std::string holes_text(const Policy& policy, const std::vector<LevelHoles>& found, const PageStyle& style) {
  return Writer(policy, style).write(found);
}

}  // namespace supportcalc
