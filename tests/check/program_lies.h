#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "base/fraction.h"
#include "territory/plan.h"
#include "territory/territory.h"

// Plans with programs that say something else than is so.
namespace bocage::check_tests {

using Lie = std::function<bool(territory::Plan&)>;  // whether there was something to lie about

inline territory::ProgramLevel& last_level(territory::Plan& plan) {
  return plan.programs.front().levels.back();
}

// One line carries a quantum less, and every sum says so.
inline bool serve_less(const territory::Territory& territory, territory::Plan& plan) {
  if (plan.transfers.empty()) {
    return false;
  }
  territory::PlanTransfer& line = plan.transfers.front();
  auto const need = std::find_if(plan.needs.begin(), plan.needs.end(),
                                 [&](const auto& one) { return one.id == line.need; });
  auto const giver = std::find_if(plan.contributions.begin(), plan.contributions.end(),
                                  [&](const auto& one) { return one.id == line.contribution; });
  const territory::Need& stated =
      territory.needs[static_cast<std::size_t>(need - plan.needs.begin())];
  territory::Millionths const quantum = territory.families[stated.family.position()].quantum;
  if (line.quantity == quantum) {
    return false;
  }
  for (auto* const figure : {&line.quantity, &need->served, &giver->given}) {
    *figure = *figure - quantum;
  }
  giver->left += quantum;
  need->fill = territory::Millionths(need->served.count() * 1'000'000 /
                                     (stated.quantity.count() * quantum.count()));
  return true;
}

inline std::vector<Lie> lies_about(const territory::Territory& territory) {
  return {
      [](territory::Plan& plan) { return last_level(plan).reached += 1, true; },
      [](territory::Plan& plan) { return last_level(plan).bound += 1, true; },
      [](territory::Plan& plan) { return last_level(plan).proof.clear(), true; },
      [](territory::Plan& plan) { return plan.programs.front().levels.pop_back(), true; },
      [](territory::Plan& plan) {
        return plan.programs.front().levels.push_back(last_level(plan)), true;
      },
      [](territory::Plan& plan) { return plan.programs.pop_back(), true; },
      [](territory::Plan& plan) {
        auto& needs = plan.programs.front().needs;
        return needs.pop_back(), true;
      },
      [](territory::Plan& plan) {
        territory::Rule& rule = plan.programs.front().rule;
        rule = rule == territory::Rule::kNeed ? territory::Rule::kPeople : territory::Rule::kNeed;
        return true;
      },
      [](territory::Plan& plan) {
        for (territory::ProgramLevel& level : plan.programs.front().levels) {
          if (level.threshold) {
            level.threshold =
                base::Fraction(level.threshold->numerator() + 1, level.threshold->denominator());
            return true;
          }
        }
        return false;
      },
      [](territory::Plan& plan) {
        if (plan.activities.empty()) {
          return false;
        }
        base::Fraction& amount = plan.activities.front().amount;
        amount = base::Fraction(amount.numerator() + amount.denominator(), amount.denominator());
        return true;
      },
      [](territory::Plan& plan) {
        for (territory::PlanNeed& need : plan.needs) {
          if (need.reason == territory::Reason::kCondition) {
            need.facts.condition += "x";
            return true;
          }
        }
        return false;
      },
      [](territory::Plan& plan) {
        for (territory::PlanNeed& need : plan.needs) {
          if (need.reason == territory::Reason::kProgram) {
            need.reason = territory::Reason::kSetAside;
            return true;
          }
        }
        return false;
      },
      [&](territory::Plan& plan) { return serve_less(territory, plan); },
  };
}

}  // namespace bocage::check_tests
