#include <algorithm>
#include <string>

#include "base/fraction.h"
#include "base/text.h"
#include "territory/territory.h"

namespace bocage::territory {
namespace {

// The names of the last cycles that count, over the whole territory: who was absent from one of
// them is not given an older one instead.
std::vector<std::string> cycles_that_count(const Territory& territory) {
  std::vector<std::string> cycles;
  cycles.reserve(territory.received.size());
  for (const ReceivedRow& row : territory.received) {
    cycles.push_back(row.cycle);
  }
  std::sort(cycles.begin(), cycles.end(), [](const std::string& a, const std::string& b) {
    return base::compare_naturally(a, b) < 0;
  });
  cycles.erase(std::unique(cycles.begin(), cycles.end()), cycles.end());
  auto const memory = static_cast<std::size_t>(std::max(0, territory.settings.memory));
  if (cycles.size() > memory) {
    cycles.erase(cycles.begin(), cycles.end() - static_cast<std::ptrdiff_t>(memory));
  }
  return cycles;
}

bool claims(const Territory& territory, const Need& need, ResourceIndex received) {
  std::optional<ResourceIndex> wider = received;
  for (; wider; wider = territory.resources[wider->position()].broader) {
    if (std::binary_search(need.resources.begin(), need.resources.end(), *wider)) {
      return true;
    }
  }
  return false;
}

// `amount` in proportion to the needs' quantities: floors, then one quantum each by largest
// remainder, then by id
// (`claimants` ascends, and needs are sorted by id).
std::vector<Quanta> divide(const Territory& territory, const std::vector<std::size_t>& claimants,
                           Quanta amount) {
  base::Int128 all = 0;
  for (std::size_t const need : claimants) {
    all += territory.needs[need].quantity.count();
  }
  std::vector<Quanta> parts(claimants.size());
  if (all == 0) {
    parts.front() = amount;
    return parts;
  }
  std::vector<std::pair<base::Int128, std::size_t>> remainders;
  Quanta rest = amount;
  for (std::size_t k = 0; k < claimants.size(); ++k) {
    base::Int128 const product =
        base::Int128{amount.count()} * territory.needs[claimants[k]].quantity.count();
    parts[k] = Quanta(static_cast<std::int64_t>(product / all));
    rest -= parts[k];
    remainders.emplace_back(-(product % all), k);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t k = 0; k < static_cast<std::size_t>(rest.count()); ++k) {
    parts[remainders[k].second] += Quanta(1);
  }
  return parts;
}

}  // namespace

std::vector<Memory> memory_of_needs(const Territory& territory) {
  std::vector<Memory> memories(territory.needs.size());
  std::vector<std::string> const cycles = cycles_that_count(territory);
  if (cycles.empty()) {
    return memories;
  }
  std::vector<std::vector<std::size_t>> needs_of(territory.stakeholders.size());
  for (std::size_t need = 0; need < territory.needs.size(); ++need) {
    needs_of[territory.needs[need].stakeholder.position()].push_back(need);
  }
  for (const ReceivedRow& row : territory.received) {
    if (std::find(cycles.begin(), cycles.end(), row.cycle) == cycles.end()) {
      continue;
    }
    std::vector<std::size_t> claimants = needs_of[row.stakeholder.position()];
    std::erase_if(claimants, [&](std::size_t need) {
      const Need& one = territory.needs[need];
      return one.activity || !claims(territory, one, row.resource);
    });
    if (claimants.empty()) {
      continue;
    }
    std::vector<Quanta> const needed = divide(territory, claimants, row.needed);
    std::vector<Quanta> const received = divide(territory, claimants, row.quantity);
    for (std::size_t k = 0; k < claimants.size(); ++k) {
      Memory& memory = memories[claimants[k]];
      memory.needed += needed[k];
      memory.received += received[k];
      memory.set_aside = memory.set_aside || row.set_aside;
    }
  }
  return memories;
}

}  // namespace bocage::territory
