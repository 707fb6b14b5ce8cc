#include "table/column_names.h"

#include <algorithm>

#include "policy/json_document.h"
#include "table/embedded_names.h"
#include "table/names.h"

namespace supportcalc {
namespace {

using Names = std::unordered_map<std::string, NamedColumn>;

constexpr JsonLimits kNamesLimits{.bytes = std::size_t{256} * 1024};

Names read_names() {
  Names names;
  const auto document = parse_json(embedded_column_names().front().text, kNamesLimits);
  if (!document) {
    return names;  // a test reads it
  }
  const auto* taken = document->root->find("taken");
  const auto* offered = document->root->find("offered");
  for (const auto* part : {taken, offered}) {
    if (part == nullptr) {
      continue;
    }
    for (const auto& list : *part) {
      std::size_t rank = 0;
      for (const auto& name : list) {
        NamedColumn column;
        column.rank = rank++;
        if (part == taken) {
          column.role = role_named(list.key());
        } else {
          const auto* const offer = std::find(kColumnOfferNames.begin(), kColumnOfferNames.end(), list.key());
          column.offer = static_cast<ColumnOffer>(offer - kColumnOfferNames.begin());
        }
        names.emplace(std::string(name.string()), column);
      }
    }
  }
  return names;
}

}  // namespace

const NamedColumn* column_named(std::string_view name) {
  static const Names kNames = read_names();
  const auto found = kNames.find(folded_name(name));
  return found == kNames.end() ? nullptr : &found->second;
}

}  // namespace supportcalc
