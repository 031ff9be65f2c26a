#include "check/tampering_tools.h"

#include <tuple>

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

template <class Row>
Tampering in_first(std::string name, std::vector<Row> Plan::*table,
                   std::function<void(Row&)> change) {
  return {std::move(name), [table, change = std::move(change)](const World& world) -> Maybe {
            Plan plan = world.plan;
            if ((plan.*table).empty()) {
              return std::nullopt;
            }
            change((plan.*table).front());
            return plan;
          }};
}

Millionths fill_of(const World& world, const PlanNeed& need) {
  for (const Need& row : world.territory.needs) {
    if (row.id == need.id) {
      base::Int128 const whole = base::Int128{row.quantity.count()} *
                                 world.territory.families[row.family.position()].quantum.count();
      base::Int128 const scaled = base::Int128{need.served.count()} * 1'000'000;
      base::Int128 const floor = scaled / whole;
      base::Int128 const rest = scaled % whole * 2;
      bool const up = rest > whole || (rest == whole && floor % 2 != 0);
      return Millionths(static_cast<std::int64_t>(floor + (up ? 1 : 0)));
    }
  }
  return {};
}

}  // namespace

Tampering in_plan(std::string name, std::function<void(Plan&)> change) {
  return {std::move(name), [change = std::move(change)](const World& world) -> Maybe {
            Plan plan = world.plan;
            change(plan);
            return plan;
          }};
}

Tampering in_summary(std::string name, std::function<void(PlanSummary&)> change) {
  return in_plan(std::move(name),
                 [change = std::move(change)](Plan& plan) { change(plan.summary); });
}

Tampering in_unit(std::string name, std::function<void(UnitSummary&)> change) {
  return {std::move(name), [change = std::move(change)](const World& world) -> Maybe {
            Plan plan = world.plan;
            if (plan.summary.by_unit.empty()) {
              return std::nullopt;
            }
            change(plan.summary.by_unit.front());
            return plan;
          }};
}

Tampering in_minima(std::string name, std::function<void(MinimaShortage&)> change) {
  return {std::move(name), [change = std::move(change)](const World& world) -> Maybe {
            Plan plan = world.plan;
            if (!plan.minima) {
              return std::nullopt;
            }
            change(*plan.minima);
            return plan;
          }};
}

Tampering in_line(std::string name, std::function<void(PlanTransfer&)> change) {
  return in_first(std::move(name), &Plan::transfers, std::move(change));
}

Tampering in_need(std::string name, std::function<void(PlanNeed&)> change) {
  return in_first(std::move(name), &Plan::needs, std::move(change));
}

Tampering in_contribution(std::string name, std::function<void(PlanContribution&)> change) {
  return in_first(std::move(name), &Plan::contributions, std::move(change));
}

Tampering in_block(std::string name, std::function<void(PlanBlock&)> change) {
  return in_first(std::move(name), &Plan::blocks, std::move(change));
}

Tampering in_proof(std::string name, std::function<void(PlanProof&)> change) {
  return in_first(std::move(name), &Plan::proof, std::move(change));
}

Millionths quantum_of(const World& world, const std::string& need) {
  for (const Need& row : world.territory.needs) {
    if (row.id == need) {
      return world.territory.families[row.family.position()].quantum;
    }
  }
  return Millionths(1);
}

bool fair_leads(const Plan& plan) {
  return std::find(plan.order.begin(), plan.order.end(), Criterion::kFair) != plan.order.end();
}

PlanNeed& need_of(Plan& plan, const PlanTransfer& line) {
  return *std::find_if(plan.needs.begin(), plan.needs.end(),
                       [&](const PlanNeed& need) { return need.id == line.need; });
}

void sort_lines(Plan& plan) {
  std::sort(plan.transfers.begin(), plan.transfers.end(), [](const auto& a, const auto& b) {
    return std::tie(a.contribution, a.need) < std::tie(b.contribution, b.need);
  });
}

void make_sums_agree(const World& world, Plan& plan) {
  std::erase_if(plan.transfers,
                [](const PlanTransfer& line) { return line.quantity.count() == 0; });
  plan.summary.served = 0;
  plan.summary.lines = static_cast<int>(plan.transfers.size());
  plan.summary.lines_distance = {};
  for (PlanNeed& need : plan.needs) {
    need.served = {};
    for (const PlanTransfer& line : plan.transfers) {
      need.served += line.need == need.id ? line.quantity : Millionths(0);
    }
    need.fill = fill_of(world, need);
    plan.summary.served += need.served.count() > 0 ? 1 : 0;
  }
  for (PlanContribution& contribution : plan.contributions) {
    Millionths given;
    for (const PlanTransfer& line : plan.transfers) {
      given += line.contribution == contribution.id ? line.quantity : Millionths(0);
    }
    contribution.left = contribution.left + contribution.given - given;
    contribution.given = given;
  }
  for (const PlanTransfer& line : plan.transfers) {
    plan.summary.lines_distance += line.distance;
  }
  for (const PlanNeed& need : plan.needs) {
    plan.summary.lowest_fill = std::min(plan.summary.lowest_fill.value_or(need.fill), need.fill);
  }
}

}  // namespace bocage::check_tests
