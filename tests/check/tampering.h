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

// The same by the keys of the plan, a file each: tampering_<part>.cc.
std::vector<Tampering> tamperings_of_the_head();
std::vector<Tampering> tamperings_of_the_lines();
std::vector<Tampering> tamperings_of_the_needs();
std::vector<Tampering> tamperings_of_the_contributions();
std::vector<Tampering> tamperings_of_the_blocks();
std::vector<Tampering> tamperings_of_the_proof();

}  // namespace bocage::check_tests
