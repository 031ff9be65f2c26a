#include <algorithm>
#include <map>

#include "check/matter.h"

// What stands before anything is planned: fixed lines, and under `keep` the earlier lines that
// still fit.
namespace bocage::check {
namespace {

using territory::ArrangedKind;
using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>;

Pairs arranged(const Matter& matter, ArrangedKind kind) {
  Pairs pairs;
  for (const territory::ArrangedLine& line : matter.territory.arranged) {
    if (line.kind == kind) {
      pairs[{static_cast<std::uint32_t>(line.contribution.position()),
             static_cast<std::uint32_t>(line.need.position())}] += line.quantity.count();
    }
  }
  return pairs;
}

template <class Rows>
std::map<std::string, std::uint32_t> places_by_id(const Rows& rows) {
  std::map<std::string, std::uint32_t> places;
  for (std::size_t place = 0; place < rows.size(); ++place) {
    places.emplace_hint(places.end(), rows[place].id, static_cast<std::uint32_t>(place));
  }
  return places;
}

// The transfers of the earlier plan, without what is fixed now, of pairs that still exist.
Pairs earlier_transfers(const Matter& matter, const Pairs& fixed) {
  Pairs pairs;
  auto const needs = places_by_id(matter.territory.needs);
  auto const contributions = places_by_id(matter.territory.contributions);
  for (const territory::PlanTransfer& transfer : matter.options.previous->transfers) {
    auto const contribution = contributions.find(transfer.contribution);
    auto const need = needs.find(transfer.need);
    if (contribution == contributions.end() || need == needs.end()) {
      continue;
    }
    std::pair const pair(contribution->second, need->second);
    auto const stands = fixed.find(pair);
    std::int64_t const quantity = transfer.quantity.count() / matter.quantum_of(need->second) -
                                  (stands == fixed.end() ? 0 : stands->second);
    if (quantity > 0) {
      pairs[pair] += quantity;
    }
  }
  return pairs;
}

std::vector<Line> lines_of(const Pairs& pairs) {
  std::vector<Line> lines;
  for (auto const& [pair, quantity] : pairs) {
    lines.push_back({pair.first, pair.second, quantity});
  }
  return lines;
}

// The earlier lines that still fit, all those of a contribution or need together.
Pairs held(const Matter& matter, const Pairs& earlier, const Pairs& agreed) {
  std::vector<std::int64_t> given(matter.contributions(), 0);
  std::vector<std::int64_t> got(matter.needs(), 0);
  Pairs candidates;
  for (auto const& [pair, quantity] : earlier) {
    auto const [contribution, need] = pair;
    if (agreed.contains(pair) || find_link(matter.links, contribution, need)) {
      candidates[pair] = quantity;
      given[contribution] += quantity;
      got[need] += quantity;
    }
  }
  std::erase_if(candidates, [&](const auto& line) {
    auto const [contribution, need] = line.first;
    std::int64_t const has = matter.territory.contributions[contribution].quantity.count() -
                             matter.contribution_standing[contribution];
    std::int64_t const asks =
        matter.territory.needs[need].quantity.count() - matter.need_standing[need];
    return given[contribution] > has || got[need] > asks;
  });
  return candidates;
}

}  // namespace

void find_standing_lines(Matter& matter) {
  Pairs fixed = arranged(matter, ArrangedKind::kFixed);
  Pairs const agreed = arranged(matter, ArrangedKind::kAgreed);
  matter.need_standing.assign(matter.needs(), 0);
  matter.contribution_standing.assign(matter.contributions(), 0);
  auto const stand = [&](const Pairs& pairs) {
    for (auto const& [pair, quantity] : pairs) {
      matter.contribution_standing[pair.first] += quantity;
      matter.need_standing[pair.second] += quantity;
    }
  };
  stand(fixed);
  Pairs earlier = agreed;
  if (agreed.empty() && matter.options.previous != nullptr) {
    earlier = earlier_transfers(matter, fixed);
  }
  if (matter.plan.answer == territory::Answer::kKeep) {
    Pairs const kept = held(matter, earlier, agreed);
    stand(kept);
    for (auto const& [pair, quantity] : kept) {
      fixed[pair] += quantity;
      earlier.erase(pair);
    }
  }
  matter.standing = lines_of(fixed);
  matter.earlier = lines_of(earlier);
}

}  // namespace bocage::check
