#include "mechanism/allocate/fair.h"

#include <cassert>
#include <utility>

#include "mechanism/allocate/decompose.h"

namespace bocage::mechanism::allocate {

CertifiedPlan certified_fair_plan(const Instance& instance) {
  Part const whole = whole_part(instance);
  FairPlan plan = decompose(instance, whole, Search::kFixedPoint);
  Blocks blocks = blocks_of(instance, whole, plan);
  if (!certified(instance, plan, blocks)) {
    // Two levels lay closer together than the rounding of the search: once more without any.
    plan = decompose(instance, whole, Search::kExact);
    blocks = blocks_of(instance, whole, plan);
    assert(certified(instance, plan, blocks));
  }
  return {std::move(plan), std::move(blocks)};
}

FairPlan fair_plan(const Instance& instance) { return certified_fair_plan(instance).plan; }

}  // namespace bocage::mechanism::allocate
