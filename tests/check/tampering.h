#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "check/worlds.h"

namespace bocage::check_tests {

// One way to cheat. None where the plan gives no occasion for it (no second need, no proof, ...).
struct Tampering {
  std::string name;
  std::function<std::optional<territory::Plan>(const World&)> apply;
};

// Every way we thought of; each leaves a plan that must not hold.
const std::vector<Tampering>& all_tamperings();

}  // namespace bocage::check_tests
