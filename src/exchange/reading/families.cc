#include <algorithm>
#include <numeric>

#include "base/decimal.h"
#include "base/disjoint_sets.h"
#include "base/fraction.h"
#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::Family;
using territory::FamilyIndex;
using territory::Millionths;
using territory::ProblemCode;
using territory::Quanta;
using territory::Resource;
using territory::ResourceIndex;

constexpr Millionths kDefaultQuantum{1000};  // a thousandth of the unit

std::string in_units(base::Int128 millionths) { return base::format_decimal(millionths, 6); }

// The family takes the quantum that any of its resources states; two different ones are an error.
void state_quantum(Reading& reading, std::size_t resource, std::optional<std::size_t>& stated_by) {
  std::optional<std::int64_t> const quantum = reading.quanta_stated[resource];
  if (!quantum) {
    return;
  }
  const Resource& one = reading.territory.resources[resource];
  if (!stated_by) {
    stated_by = resource;
    Family& family = reading.territory.families[one.family.position()];
    family.quantum = Millionths(*quantum);
    family.quantum_is_assumed = false;
  } else if (reading.quanta_stated[*stated_by] != quantum) {
    Row row(reading, Table::kResources, reading.resource_rows[resource]);
    row.error(ProblemCode::kQuantaDiffer, ResourceColumn::kQuantum,
              {in_units(*quantum), reading.territory.resources[*stated_by].id,
               in_units(*reading.quanta_stated[*stated_by])});
  }
}

void propose_quanta(Reading& reading) {
  for (const PendingQuantity& pending : reading.pending) {
    const Resource& resource = reading.territory.resources[pending.resource.position()];
    Family& family = reading.territory.families[resource.family.position()];
    if (family.quantum_is_assumed) {
      family.proposed_quantum =
          Millionths(std::gcd(family.proposed_quantum.count(), pending.millionths));
    }
  }
}

void settle(Reading& reading, const PendingQuantity& pending, std::vector<base::Int128>& sums) {
  const Resource& resource = reading.territory.resources[pending.resource.position()];
  std::int64_t const quantum =
      reading.territory.families[resource.family.position()].quantum.count();
  Row row(reading, pending.table, pending.row);
  std::int64_t const quanta = pending.millionths / quantum;
  if (pending.millionths % quantum != 0) {
    row.error(ProblemCode::kNotWholeQuanta, pending.column,
              {in_units(quantum), resource.unit,
               quanta > 0 ? in_units(base::Int128(quanta) * quantum) : "",
               in_units(base::Int128(quanta + 1) * quantum)});
    return;
  }
  if (quanta > territory::kLargestQuanta) {
    row.error(ProblemCode::kNumberTooLarge, pending.column,
              {in_units(base::Int128(territory::kLargestQuanta) * quantum)});
    return;
  }
  *pending.quanta = Quanta(quanta);
  sums[resource.family.position()] += quanta;
}

void refuse_large_families(Reading& reading, std::vector<base::Int128> sums) {
  for (std::size_t at = 0; at < reading.territory.resources.size(); ++at) {
    std::size_t const family = reading.territory.resources[at].family.position();
    if (sums[family] > territory::kLargestFamilyQuanta) {
      base::Int128 const quantum = reading.territory.families[family].quantum.count();
      Row row(reading, Table::kResources, reading.resource_rows[at]);
      row.error(
          ProblemCode::kFamilyTooLarge, ResourceColumn::kName,
          {in_units(sums[family] * quantum), in_units(quantum * territory::kLargestFamilyQuanta)});
      sums[family] = 0;  // told once
    }
  }
}

}  // namespace

void build_families(Reading& reading) {
  std::vector<Resource>& resources = reading.territory.resources;
  base::DisjointSets joined(resources.size());
  for (auto const& [a, b] : reading.joined) {
    joined.join(a.position(), b.position());
  }
  std::vector<std::optional<std::size_t>> stated_by;
  for (std::size_t at = 0; at < resources.size(); ++at) {
    std::size_t const root = joined.root(at);
    if (root == at) {
      resources[at].family = FamilyIndex(reading.territory.families.size());
      reading.territory.families.push_back(
          {resources[at].unit, kDefaultQuantum, true, Millionths(0)});
      stated_by.emplace_back();
    } else {
      resources[at].family = resources[root].family;
    }
    state_quantum(reading, at, stated_by[resources[at].family.position()]);
  }
  for (territory::Need& need : reading.territory.needs) {
    need.family = need.resources.empty() ? FamilyIndex()
                                         : resources[need.resources.front().position()].family;
  }
  for (territory::Contribution& contribution : reading.territory.contributions) {
    contribution.family = contribution.resources.empty()
                              ? FamilyIndex()
                              : resources[contribution.resources.front().position()].family;
  }
}

void settle_quantities(Reading& reading) {
  propose_quanta(reading);
  std::vector<base::Int128> sums(reading.territory.families.size());
  for (const PendingQuantity& pending : reading.pending) {
    settle(reading, pending, sums);
  }
  refuse_large_families(reading, std::move(sums));
}

}  // namespace bocage::exchange
