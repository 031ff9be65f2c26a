#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "check/tampering.h"

// What the ways to cheat are made of.
namespace bocage::check_tests {

using Maybe = std::optional<territory::Plan>;

inline constexpr territory::Millionths kOne(1'000'000);

// Ways that only change one thing, where it is there: the first need, the first line, ...
Tampering in_plan(std::string name, std::function<void(territory::Plan&)> change);
Tampering in_summary(std::string name, std::function<void(territory::PlanSummary&)> change);
Tampering in_unit(std::string name, std::function<void(territory::UnitSummary&)> change);
Tampering in_minima(std::string name, std::function<void(territory::MinimaShortage&)> change);
Tampering in_line(std::string name, std::function<void(territory::PlanTransfer&)> change);
Tampering in_need(std::string name, std::function<void(territory::PlanNeed&)> change);
Tampering in_contribution(std::string name,
                          std::function<void(territory::PlanContribution&)> change);
Tampering in_block(std::string name, std::function<void(territory::PlanBlock&)> change);
Tampering in_proof(std::string name, std::function<void(territory::PlanProof&)> change);

// The first two rows of a table of the plan swapped, its last one left out.
template <class Row>
Tampering out_of_order(std::string name, std::vector<Row> territory::Plan::*table) {
  return {std::move(name), [table](const World& world) -> Maybe {
            territory::Plan plan = world.plan;
            if ((plan.*table).size() < 2) {
              return std::nullopt;
            }
            std::swap((plan.*table)[0], (plan.*table)[1]);
            return plan;
          }};
}

template <class Row>
Tampering last_left_out(std::string name, std::vector<Row> territory::Plan::*table) {
  return {std::move(name), [table](const World& world) -> Maybe {
            territory::Plan plan = world.plan;
            if ((plan.*table).empty()) {
              return std::nullopt;
            }
            (plan.*table).pop_back();
            return plan;
          }};
}

territory::Millionths quantum_of(const World& world, const std::string& need);
bool fair_leads(const territory::Plan& plan);
territory::PlanNeed& need_of(territory::Plan& plan, const territory::PlanTransfer& line);
void sort_lines(territory::Plan& plan);

// Makes every figure that can be added up agree with the transfers, so that only the cheat itself
// is left to be found.
void make_sums_agree(const World& world, territory::Plan& plan);

}  // namespace bocage::check_tests
