#include "compare/touched_absence.h"

#include <algorithm>
#include <set>

#include "territory/find.h"
#include "territory/without.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::Prepared;
using mechanism::allocate::TouchedPart;
using territory::Territory;

constexpr std::size_t kMostNeeds = 60;  // of a touched part

// Rows that share no part with the stakeholder leave.
struct Leaving {
  std::vector<bool> needs;
  std::vector<bool> contributions;
  bool too_large = false;
};

Leaving all_but_its_parts(const Territory& territory, const Prepared& prepared,
                          const ConnectedParts& parts, const Belongings& belongings,
                          std::size_t stakeholder) {
  Leaving leaving{std::vector<bool>(territory.needs.size(), true),
                  std::vector<bool>(territory.contributions.size(), true)};
  auto const owns = [&](std::size_t owner) { return owner == stakeholder; };
  for (const TouchedPart& part : prepared.touched.parts) {
    bool const is_in =
        std::any_of(part.needs.begin(), part.needs.end(),
                    [&](std::uint32_t need) {
                      return owns(territory.needs[need].stakeholder.position());
                    }) ||
        std::any_of(part.contributions.begin(), part.contributions.end(), [&](std::uint32_t one) {
          return owns(territory.contributions[one].stakeholder.position());
        });
    if (!is_in) {
      continue;
    }
    leaving.too_large = leaving.too_large || part.needs.size() > kMostNeeds;
    for (std::uint32_t const need : part.needs) {
      leaving.needs[need] = false;
    }
    for (std::uint32_t const one : part.contributions) {
      leaving.contributions[one] = false;
    }
  }
  std::set<std::uint32_t> plain;
  for (std::uint32_t const need : belongings.needs[stakeholder]) {
    plain.insert(parts.of_need[need]);
  }
  for (std::uint32_t const one : belongings.contributions[stakeholder]) {
    plain.insert(parts.of_contribution[one]);
  }
  for (std::uint32_t need = 0; need < territory.needs.size(); ++need) {
    if (!prepared.touched.need[need] && plain.contains(parts.of_need[need])) {
      leaving.needs[need] = false;
    }
  }
  for (std::uint32_t one = 0; one < territory.contributions.size(); ++one) {
    if (!prepared.touched.contribution[one] && plain.contains(parts.of_contribution[one])) {
      leaving.contributions[one] = false;
    }
  }
  return leaving;
}

}  // namespace

bool owns_touched(const Belongings& belongings, const Prepared& prepared, std::size_t stakeholder) {
  return std::any_of(belongings.needs[stakeholder].begin(), belongings.needs[stakeholder].end(),
                     [&](std::uint32_t need) { return prepared.touched.need[need]; }) ||
         std::any_of(belongings.contributions[stakeholder].begin(),
                     belongings.contributions[stakeholder].end(),
                     [&](std::uint32_t one) { return prepared.touched.contribution[one]; });
}

TouchedAbsence absent_from_touched(const Territory& territory, const Prepared& prepared,
                                   const ConnectedParts& parts, const Belongings& belongings,
                                   std::size_t stakeholder) {
  Leaving const leaving = all_but_its_parts(territory, prepared, parts, belongings, stakeholder);
  TouchedAbsence absence;
  absence.too_large = leaving.too_large;
  if (leaving.too_large) {
    return absence;
  }
  Territory rest = territory::without(territory, leaving.needs, leaving.contributions);
  territory::StakeholderIndex const gone(stakeholder);
  rest.bans.push_back({gone, {}, {}, {}, {}});
  rest.bans.push_back({{}, {}, gone, {}, {}});
  std::erase_if(rest.arranged, [&](const territory::ArrangedLine& line) {
    return rest.contributions[line.contribution.position()].stakeholder == gone ||
           rest.needs[line.need.position()].stakeholder == gone;
  });
  mechanism::allocate::PlanOptions options;
  options.rule = prepared.rule;
  options.order = prepared.order;
  auto const outcome = mechanism::allocate::plan_territory(rest, options);
  if (!outcome) {
    absence.too_large = true;
    return absence;
  }
  for (const territory::PlanNeed& planned : outcome->plan.needs) {
    auto const place = static_cast<std::uint32_t>(find_need(territory, planned.id)->position());
    const territory::Need& need = territory.needs[place];
    if (need.stakeholder != gone && !need.activity) {
      absence.needs.push_back(place);
      absence.served.push_back(planned.served.count() /
                               territory.families[need.family.position()].quantum.count());
    }
  }
  for (const territory::PlanContribution& planned : outcome->plan.contributions) {
    auto const place =
        static_cast<std::uint32_t>(find_contribution(territory, planned.id)->position());
    const territory::Contribution& one = territory.contributions[place];
    if (one.stakeholder != gone) {
      absence.contributions.push_back(place);
      absence.given.push_back(planned.given.count() /
                              territory.families[one.family.position()].quantum.count());
    }
  }
  return absence;
}

}  // namespace bocage::compare
