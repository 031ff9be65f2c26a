#pragma once

#include <string>
#include <vector>

#include "territory/plan.h"
#include "territory/territory.h"

// Territories with a plan that holds, to be checked and tampered with.
namespace bocage::check_tests {

struct World {
  std::string name;
  territory::Territory territory;
  territory::Plan plan;
};

// S1 of the design: one van, six members, rule `need`; the plan worked out by hand.
World one_van();

}  // namespace bocage::check_tests
