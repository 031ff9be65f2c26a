#include "check/tampering_tools.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// What comes first decides; a plan may well hold under another order of what comes after.
Maybe swap_criteria(const World& world) {
  Plan plan = world.plan;
  if (plan.order.size() < 2 || !fair_leads(plan)) {
    return std::nullopt;
  }
  std::swap(plan.order[0], plan.order[1]);
  return plan;
}

// Levels are counted otherwise under the other rule; those of two blocks are hardly right under
// both.
Maybe other_rule(const World& world) {
  Plan plan = world.plan;
  plan.rule = plan.rule == Rule::kNeed ? Rule::kPeople : Rule::kNeed;
  auto const short_blocks =
      std::count_if(plan.blocks.begin(), plan.blocks.end(), [](const PlanBlock& block) {
        return !block.level.is_infinite() && block.level != base::Fraction();
      });
  return short_blocks > (world.territory.needs.front().people ? 1 : 0) ? Maybe(plan) : std::nullopt;
}

Maybe drop_minimum_from_order(const World& world) {
  Plan plan = world.plan;
  bool const counts = std::any_of(plan.needs.begin(), plan.needs.end(), [](const auto& need) {
    return need.reason == Reason::kAtMinimum || need.reason == Reason::kSetAside;
  });
  if (plan.order.front() != Criterion::kMinimum || !counts) {
    return std::nullopt;
  }
  plan.order.erase(plan.order.begin());
  return plan;
}

Maybe with_set_aside(const World& world,
                     const std::function<void(std::vector<SetAside>&)>& change) {
  Plan plan = world.plan;
  if (!plan.minima || plan.minima->set_aside.empty()) {
    return std::nullopt;
  }
  change(plan.minima->set_aside);
  return plan;
}

std::vector<Tampering> of_the_minima() {
  return {
      in_minima("a need kept too many",
                [](auto& m) {
                  m.kept += 1000;
                  m.bound += 1000;
                }),
      in_minima("a bound below what is kept", [](auto& m) { m.bound = m.kept - 1; }),
      in_minima("another lot", [](auto& m) { ++m.lot; }),
      {"a set-aside need hidden",
       [](const World& w) { return with_set_aside(w, [](auto& rows) { rows.pop_back(); }); }},
      {"a set-aside minimum changed",
       [](const World& w) {
         return with_set_aside(w, [](auto& rows) { rows.front().minimum += kOne; });
       }},
  };
}

}  // namespace

std::vector<Tampering> tamperings_of_the_head() {
  std::vector<Tampering> all = {
      in_plan("another territory's hash",
              [](Plan& p) { p.input_sha256.front() = p.input_sha256.front() == '0' ? '1' : '0'; }),
      in_plan("another name", [](Plan& p) { p.territory += " (2)"; }),
      in_plan("an earlier plan that is not there",
              [](Plan& p) { p.previous_sha256 = std::string(64, 'a'); }),
      {"the other rule", other_rule},
      {"the first two criteria swapped", swap_criteria},
      in_plan("a criterion twice", [](Plan& p) { p.order.push_back(p.order.back()); }),
      {"minimum taken out of the order", drop_minimum_from_order},
      in_summary("needs counted wrong", [](auto& s) { ++s.needs; }),
      in_summary("served counted wrong", [](auto& s) { ++s.served; }),
      in_summary("set aside counted wrong", [](auto& s) { ++s.set_aside; }),
      in_summary("unserved counted wrong", [](auto& s) { ++s.reachable_unserved; }),
      in_summary(
          "a better lowest fill",
          [](auto& s) { s.lowest_fill = s.lowest_fill.value_or(Millionths(0)) + Millionths(1); }),
      in_summary("lines counted wrong", [](auto& s) { --s.lines; }),
      in_summary("fewer kilometres", [](auto& s) { s.lines_distance += Metres(1); }),
      in_unit("a unit's need changed", [](auto& u) { u.needed += kOne; }),
      in_unit("a unit's service changed", [](auto& u) { u.served += kOne; }),
      in_unit("a unit's kilometres changed", [](auto& u) { u.unit_km += kOne; }),
      in_unit("a unit renamed", [](auto& u) { u.unit += "x"; }),
  };
  std::vector<Tampering> const minima = of_the_minima();
  all.insert(all.end(), minima.begin(), minima.end());
  return all;
}

}  // namespace bocage::check_tests
