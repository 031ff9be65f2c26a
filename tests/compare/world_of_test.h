#pragma once

#include <map>
#include <string>

#include "compare/world.h"
#include "exchange/read_territory.h"
#include "places.h"
#include "territory/plan.h"

namespace bocage::compare {

inline territory::Territory example(const std::string& name) {
  return exchange::read_territory((tests::source_folder() / "examples" / name).string()).territory;
}

// Millionths by need.
using Served = std::map<std::string, std::int64_t>;
inline Served served_by(const territory::Plan& plan) {
  Served served;
  for (const territory::PlanNeed& need : plan.needs) {
    served[need.id] = need.served.count();
  }
  return served;
}

// What each need gets by the lines, in quanta.
inline std::vector<std::int64_t> sums(const World& world,
                                      const std::vector<mechanism::allocate::Line>& lines) {
  std::vector<std::int64_t> got(world.needs(), 0);
  for (const mechanism::allocate::Line& line : lines) {
    got[line.need] += line.quantity;
  }
  return got;
}

}  // namespace bocage::compare
