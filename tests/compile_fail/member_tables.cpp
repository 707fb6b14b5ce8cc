// A table of members reads the struct it was made for, and no other.
#include "policy/members.h"

namespace supportcalc {
namespace {

using namespace members;

struct Inner {
  std::string_view id;
};

struct Outer {
  Inner inner;
  std::optional<Inner> perhaps;
  List<Inner> many;
  std::string_view note;
};

constexpr MembersOf kInner({id<&Inner::id>("id")});
[[maybe_unused]] constexpr MembersOf kNote({string<&Outer::note>("note")});

[[maybe_unused]] constexpr MembersOf kOuter({
  object<&Outer::inner, kInner>("inner"), optional_object<&Outer::perhaps, kInner>("perhaps"),
      list<&Outer::many, kInner>("many"), part<&Outer::inner, kInner>(), nested<kNote>("said"), all_of<kNote>(),
#if MISUSE == 1  // error: a table of another struct
      object<&Outer::inner, kNote>("inner"),
#elif MISUSE == 2  // error: a table of another struct
      optional_object<&Outer::perhaps, kNote>("perhaps"),
#elif MISUSE == 3  // error: a table of another struct
      list<&Outer::many, kNote>("many"),
#elif MISUSE == 4  // error: a table of another struct
      part<&Outer::inner, kNote>(),
#elif MISUSE == 5  // error: no matching|deduction failed|cannot deduce
      nested<kInner>("inner"),
#elif MISUSE == 6  // error: no matching|deduction failed|cannot deduce
      id<&Inner::id>("id"),
#endif
});

[[maybe_unused]] void read(JsonReader& reader, Inner& inner, [[maybe_unused]] Outer& outer) {
  read_members(reader, kInner, inner);
#if MISUSE == 7  // error: no matching function
  read_members(reader, kInner, outer);
#endif
}

}  // namespace
}  // namespace supportcalc
