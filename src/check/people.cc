#include <map>

#include "check/matter.h"
#include "check/parts.h"

namespace bocage::check {
namespace {

// The needs of one stakeholder in one connected part.
struct Claim {
  std::uint32_t needs = 0;
  std::uint32_t last = 0;
  bool all_state_their_own = true;
  std::int64_t people = 0;
};

}  // namespace

MaybeWrong check_people(const Matter& matter) {
  if (matter.plan.rule != territory::Rule::kPeople) {
    return std::nullopt;
  }
  const territory::Territory& territory = matter.territory;
  std::vector<char> const all(matter.needs(), 1);
  std::vector<std::uint32_t> const part = parts_of_needs(matter.links, all, matter.contributions());
  std::map<std::pair<std::size_t, std::uint32_t>, Claim> claims;  // by stakeholder, part
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    const territory::Need& stated = territory.needs[need];
    if (stated.activity) {
      continue;
    }
    Claim& claim = claims[{stated.stakeholder.position(), part[need]}];
    ++claim.needs;
    claim.last = need;
    claim.all_state_their_own = claim.all_state_their_own && stated.people.has_value();
    claim.people += stated.people.value_or(0);
  }
  for (auto const& [key, claim] : claims) {
    const std::optional<std::int64_t>& people = territory.stakeholders[key.first].people;
    bool const too_many = people && claim.people > *people;
    if (claim.needs > 1 && (!claim.all_state_their_own || too_many)) {
      return territory::Wrong{.kind = territory::WrongKind::kPeopleCountedTwice,
                              .need = territory.needs[claim.last].id};
    }
  }
  return std::nullopt;
}

}  // namespace bocage::check
