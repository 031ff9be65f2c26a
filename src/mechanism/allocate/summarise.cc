#include "mechanism/allocate/summarise.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;
using territory::Millionths;
using territory::UnitSummary;

// Millionths of a unit times metres, as millionths of unit-kilometres, ties to even.
std::int64_t round_to_millionths(Int128 unit_metres) {
  Int128 const quotient = unit_metres / 1000;
  Int128 const rest = unit_metres - quotient * 1000;
  bool const up = rest > 500 || (rest == 500 && quotient % 2 != 0);
  return static_cast<std::int64_t>(up ? quotient + 1 : quotient);
}

std::vector<UnitSummary> by_unit(const territory::Territory& territory,
                                 const territory::Plan& plan) {
  std::map<std::string, UnitSummary> units;
  std::map<std::string_view, UnitSummary*> unit_of_need;
  for (std::size_t n = 0; n < territory.needs.size(); ++n) {
    const territory::Need& need = territory.needs[n];
    const territory::Family& family = territory.families[need.family.position()];
    UnitSummary& unit = units[family.unit];
    unit.unit = family.unit;
    unit_of_need.emplace(need.id, &unit);
    if (need.activity) {
      continue;  // on its way to somebody who needs it
    }
    unit.needed += Millionths{need.quantity.count() * family.quantum.count()};
    unit.served += plan.needs[n].served;
  }
  std::map<const UnitSummary*, Int128> unit_metres;
  for (const territory::PlanTransfer& transfer : plan.transfers) {
    unit_metres[unit_of_need.at(transfer.need)] +=
        Int128{transfer.quantity.count()} * transfer.distance.count();
  }
  std::vector<UnitSummary> summaries;
  for (auto& [name, unit] : units) {
    unit.unit_km = Millionths{round_to_millionths(unit_metres[&unit])};
    summaries.push_back(unit);
  }
  return summaries;
}

}  // namespace

territory::PlanSummary summary_of(const territory::Territory& territory, const Prepared& prepared,
                                  const territory::Plan& plan) {
  territory::PlanSummary summary;
  for (std::size_t n = 0; n < plan.needs.size(); ++n) {
    const territory::PlanNeed& need = plan.needs[n];
    if (territory.needs[n].activity) {
      continue;
    }
    summary.needs += 1;
    bool const linked = prepared.linked.links.first[n] < prepared.linked.links.first[n + 1] ||
                        prepared.is_decided_by_program(n);
    bool const is_served = need.served > Millionths(0);
    bool const is_set_aside = prepared.minima.set_aside[n];
    summary.served += is_served ? 1 : 0;
    summary.set_aside += is_set_aside ? 1 : 0;
    summary.reachable_unserved += linked && !is_served && !is_set_aside ? 1 : 0;
    summary.lowest_fill =
        summary.lowest_fill ? std::min(*summary.lowest_fill, need.fill) : need.fill;
  }
  for (const territory::PlanTransfer& transfer : plan.transfers) {
    summary.lines_distance += transfer.distance;
  }
  summary.lines = static_cast<int>(plan.transfers.size());
  summary.by_unit = by_unit(territory, plan);
  return summary;
}

}  // namespace bocage::mechanism::allocate
