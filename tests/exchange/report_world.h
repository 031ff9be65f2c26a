#pragma once

#include <string>
#include <vector>

#include "territory/explanation.h"
#include "territory/plan.h"
#include "territory/territory.h"

// A territory and a plan made by hand, so that what is printed is tested apart from what is
// computed.
namespace bocage::exchange {

struct World {
  territory::Territory territory;
  territory::Plan plan;
  std::vector<territory::StakeholderExplanation> explanations;
};

// `stakeholders` in communes of the departments, every seventh a person, every other with a need
// and every third with something to give; each need gets 62 % of its carrots from the nearest in
// the list.
[[nodiscard]] World world_in(const std::vector<std::string>& departments, int stakeholders);

// Within one commune and its neighbours.
[[nodiscard]] World world_around(const std::string& commune, int stakeholders);

// The same without a position anywhere.
[[nodiscard]] World without_positions(World world);

}  // namespace bocage::exchange
