#pragma once

#include <vector>

#include "mechanism/dice.h"
#include "territory/territory.h"

namespace bocage::oracle {

struct Renamed {
  territory::Territory territory;
  std::vector<std::size_t> need;  // where the need of an old place stands now
};

// The same people, needs, contributions and resources under other ids, names and kinds, and so in
// another order.
[[nodiscard]] Renamed renamed(const territory::Territory& territory, Dice& dice);

}  // namespace bocage::oracle
