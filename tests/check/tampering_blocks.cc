#include "check/tampering_tools.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

Maybe change_a_level(const World& world) {
  Plan plan = world.plan;
  for (PlanBlock& block : plan.blocks) {
    if (!block.level.is_infinite()) {
      block.level =
          base::Fraction(block.level.numerator() * 1000 + 1, block.level.denominator() * 1000);
      return plan;
    }
  }
  return std::nullopt;
}

Maybe raise_all_levels(const World& world) {
  Plan plan = world.plan;
  bool changed = false;
  for (PlanBlock& block : plan.blocks) {
    changed = changed || !block.level.is_infinite();
    block.level = base::Fraction::infinity();
  }
  return changed ? Maybe(plan) : std::nullopt;
}

Maybe split_a_block(const World& world) {
  Plan plan = world.plan;
  for (PlanNeed& need : plan.needs) {
    if (need.block && plan.blocks[static_cast<std::size_t>(*need.block - 1)].needs > 1) {
      PlanBlock& from = plan.blocks[static_cast<std::size_t>(*need.block - 1)];
      --from.needs;
      base::Fraction const level = plan.blocks.back().level;
      plan.blocks.push_back({static_cast<int>(plan.blocks.size()) + 1, level, 1, 0});
      need.block = plan.blocks.back().id;
      return plan;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Tampering> tamperings_of_the_blocks() {
  return {
      {"a block's level changed", change_a_level},
      {"every block said to have plenty", raise_all_levels},
      {"a block split", split_a_block},
      in_block("a block's needs counted wrong", [](auto& b) { ++b.needs; }),
      in_block("a block's contributions counted wrong", [](auto& b) { --b.contributions; }),
      in_block("a block numbered otherwise", [](auto& b) { b.id += 7; }),
      out_of_order("blocks out of order", &Plan::blocks),
      last_left_out("a block dropped", &Plan::blocks),
  };
}

}  // namespace bocage::check_tests
