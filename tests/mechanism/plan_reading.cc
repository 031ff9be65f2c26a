#include "mechanism/plan_reading.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace bocage::oracle {

using territory::Criterion;
using territory::Plan;
using territory::Territory;

namespace {

Ratio in_quanta(const Territory& territory, std::size_t need, const Ratio& millionths) {
  return millionths / quantum_of(territory, need);
}

}  // namespace

std::size_t place_in(const std::vector<std::string>& ids, const std::string& id) {
  auto const found = std::find(ids.begin(), ids.end(), id);
  EXPECT_NE(found, ids.end()) << id;
  return static_cast<std::size_t>(found - ids.begin());
}

Ratio quantum_of(const Territory& territory, std::size_t need) {
  return territory.families[territory.needs[need].family.position()].quantum.count();
}

std::vector<Criterion> linear_criteria(const Plan& plan) {
  std::vector<Criterion> linear;
  for (Criterion const criterion : plan.order) {
    if (criterion != Criterion::kMinimum && criterion != Criterion::kFair) {
      linear.push_back(criterion);
    }
  }
  return linear;
}

bool fair_leads(const Plan& plan) {
  return std::find(plan.order.begin(), plan.order.end(), Criterion::kFair) != plan.order.end();
}

const std::string& unit_of(const Territory& territory, std::size_t need) {
  return territory.families[territory.needs[need].family.position()].unit;
}

Table<std::int64_t> transfers_of(const Territory& territory, const Model& model, const Plan& plan) {
  Table<std::int64_t> flow(model.cap.size(), std::vector<std::int64_t>(model.supply.size()));
  std::vector<std::string> const needs = ids_of(territory.needs);
  std::vector<std::string> const givers = ids_of(territory.contributions);
  for (const territory::PlanTransfer& line : plan.transfers) {
    std::size_t const need = place_in(needs, line.need);
    Ratio const quanta = in_quanta(territory, need, line.quantity.count());
    EXPECT_EQ(quanta, Ratio(quanta.floor())) << "a transfer is not whole in quanta";
    flow[need][place_in(givers, line.contribution)] += quanta.floor();
  }
  for (std::size_t need = 0; need < needs.size(); ++need) {
    for (std::size_t giver = 0; giver < givers.size(); ++giver) {
      flow[need][giver] -= model.fixed[need][giver];
    }
  }
  return flow;
}

Shares exact_shares_of(const Territory& territory, const Model& model, const Plan& plan) {
  Table<std::int64_t> const whole = transfers_of(territory, model, plan);
  Table<Ratio> exact;
  for (std::size_t need = 0; need < whole.size(); ++need) {
    exact.emplace_back(whole[need].begin(), whole[need].end());
  }
  for (const territory::PlanProof& line : plan.proof) {
    std::size_t const need = place_in(ids_of(territory.needs), line.need);
    std::size_t const giver = place_in(ids_of(territory.contributions), line.contribution);
    Ratio const units(line.quantity.numerator(), line.quantity.denominator());
    Ratio const fixed = model.fixed[need][giver];
    exact[need][giver] = in_quanta(territory, need, units * Ratio(1'000'000)) - fixed;
  }
  std::vector<Ratio> shares;
  for (const std::vector<Ratio>& row : exact) {
    Ratio share = 0;
    for (const Ratio& quantity : row) {
      share += quantity;
    }
    shares.push_back(share);
  }
  return shares;
}

std::vector<bool> set_aside_by(const Plan& plan) {
  std::vector<bool> set_aside(plan.needs.size());
  if (plan.minima) {
    for (const territory::SetAside& row : plan.minima->set_aside) {
      set_aside[place_in(ids_of(plan.needs), row.need)] = true;
    }
  }
  return set_aside;
}

Reading read_plan(const Territory& territory, const Model& model, const Plan& plan) {
  return {territory, model, plan, set_aside_by(plan), transfers_of(territory, model, plan)};
}

}  // namespace bocage::oracle
