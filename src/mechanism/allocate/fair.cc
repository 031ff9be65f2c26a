#include "mechanism/allocate/fair.h"

#include <cassert>
#include <utility>

#include "mechanism/allocate/decompose.h"

namespace bocage::mechanism::allocate {

CertifiedPlan certified_fair_plan(const Instance& instance) {
  FairPlan plan = decompose(instance, Search::kFixedPoint);
  Blocks blocks = blocks_of(instance, plan);
  if (!certified(instance, plan, blocks)) {
    // Two levels lay closer together than the rounding of the search: once more without any.
    plan = decompose(instance, Search::kExact);
    blocks = blocks_of(instance, plan);
    assert(certified(instance, plan, blocks));
  }
  return {std::move(plan), std::move(blocks)};
}

FairPlan fair_plan(const Instance& instance) { return certified_fair_plan(instance).plan; }

}  // namespace bocage::mechanism::allocate
