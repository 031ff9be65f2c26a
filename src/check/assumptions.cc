#include <algorithm>
#include <map>
#include <tuple>

#include "check/matter.h"

// What had to be assumed to plan at all: every item, and nothing else.
namespace bocage::check {
namespace {

using territory::AssumptionCode;
using territory::Criterion;
using territory::Wrong;
using territory::WrongKind;

using Expected = std::map<std::pair<std::string, std::string>, territory::Millionths>;  // of, code

void expect(Expected& expected, const std::string& of, AssumptionCode code,
            territory::Millionths proposal = {}) {
  expected.emplace(std::pair(of, word_of(code)), proposal);
}

template <class Rows>
void expect_places(const territory::Territory& territory, const Rows& rows, Expected& expected) {
  for (const auto& row : rows) {
    const territory::Stakeholder& owner = territory.stakeholders[row.stakeholder.position()];
    if (row.position || owner.position) {
      continue;
    }
    if (owner.commune_centre) {
      expect(expected, owner.id, AssumptionCode::kCommunePosition);
    } else {
      expect(expected, row.id, AssumptionCode::kNoPosition);
    }
  }
}

bool asks_for(const Matter& matter, Criterion criterion) {
  const std::vector<Criterion>& order = matter.plan.order;
  return std::find(order.begin(), order.end(), criterion) != order.end();
}

Expected expected_assumptions(const Matter& matter) {
  const territory::Territory& territory = matter.territory;
  Expected expected;
  expect_places(territory, territory.needs, expected);
  expect_places(territory, territory.contributions, expected);
  for (const territory::Resource& resource : territory.resources) {
    const territory::Family& family = territory.families[resource.family.position()];
    if (family.quantum_is_assumed) {
      expect(expected, resource.id, AssumptionCode::kDefaultQuantum, family.proposed_quantum);
    }
  }
  bool const has_value = std::any_of(territory.links.begin(), territory.links.end(),
                                     [](const auto& link) { return link.value.has_value(); });
  bool const has_cost =
      std::any_of(territory.contributions.begin(), territory.contributions.end(),
                  [](const auto& contribution) { return contribution.cost.has_value(); });
  if (asks_for(matter, Criterion::kValue) && !has_value) {
    expect(expected, "order", AssumptionCode::kNoValue);
  }
  if (asks_for(matter, Criterion::kCost) && !has_cost) {
    expect(expected, "order", AssumptionCode::kNoCost);
  }
  return expected;
}

}  // namespace

MaybeWrong check_assumptions(const Matter& matter) {
  Expected expected = expected_assumptions(matter);
  std::pair<std::string, std::string> before;
  for (const territory::Assumption& assumption : matter.plan.assumptions) {
    std::pair const key(assumption.of, word_of(assumption.code));
    Wrong wrong{.of = assumption.of, .found = key.second};
    auto const found = expected.find(key);
    if (key <= before) {
      wrong.kind = WrongKind::kAssumptionsNotSorted;
      return wrong;
    }
    if (found == expected.end()) {
      wrong.kind = WrongKind::kAssumptionUnfounded;
      return wrong;
    }
    if (found->second != assumption.proposal) {
      return Wrong{.kind = WrongKind::kProposalDiffers,
                   .of = assumption.of,
                   .found = millionths_text(assumption.proposal),
                   .expected = millionths_text(found->second)};
    }
    before = key;
    expected.erase(found);
  }
  if (!expected.empty()) {
    auto const& [of, code] = expected.begin()->first;
    return Wrong{.kind = WrongKind::kAssumptionMissing, .of = of, .found = code};
  }
  return std::nullopt;
}

}  // namespace bocage::check
