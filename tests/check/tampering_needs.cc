#include "check/tampering_tools.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// A served need set aside by hand, everything else made to agree.
Maybe set_aside_a_need(const World& world) {
  Plan plan = world.plan;
  for (PlanNeed& need : plan.needs) {
    if (need.served.count() > 0 && need.reason != Reason::kSetAside) {
      need.reason = Reason::kSetAside;
      need.block.reset();
      need.potential.clear();
      ++plan.summary.set_aside;
      return plan;
    }
  }
  return std::nullopt;
}

Maybe serve_one_set_aside(const World& world) {
  Plan plan = world.plan;
  for (const PlanNeed& need : plan.needs) {
    if (need.reason == Reason::kSetAside && !plan.transfers.empty()) {
      PlanTransfer& line = plan.transfers.front();
      Millionths const one = quantum_of(world, line.need);
      PlanTransfer const moved{line.contribution, need.id, one, line.distance};
      line.quantity -= one;
      plan.transfers.push_back(moved);
      sort_lines(plan);
      make_sums_agree(world, plan);
      return plan;
    }
  }
  return std::nullopt;
}

// A potential of somebody whose lines carry something: others may have several right ones.
Maybe shift_need_potential(const World& world, std::int64_t shift) {
  Plan plan = world.plan;
  for (PlanNeed& need : plan.needs) {
    // What stands already proves nothing about the rest.
    bool const stands = std::any_of(
        world.territory.arranged.begin(), world.territory.arranged.end(), [&](const auto& line) {
          return world.territory.needs[line.need.position()].id == need.id;
        });
    bool const carries =
        std::any_of(plan.transfers.begin(), plan.transfers.end(),
                    [&](const PlanTransfer& line) { return line.need == need.id; });
    if (carries && !stands && !need.potential.empty()) {
      need.potential.back() += Millionths(shift);
      return plan;
    }
  }
  return std::nullopt;
}

Tampering other_reason(std::string name, Reason reason) {
  return {std::move(name), [reason](const World& world) -> Maybe {
            Plan plan = world.plan;
            for (PlanNeed& need : plan.needs) {
              if (need.reason != reason) {
                need.reason = reason;
                return plan;
              }
            }
            return std::nullopt;
          }};
}

Maybe hide_a_block(const World& world) {
  Plan plan = world.plan;
  if (plan.needs.empty() || !plan.needs.front().block) {
    return std::nullopt;
  }
  plan.needs.front().block.reset();
  return plan;
}

}  // namespace

std::vector<Tampering> tamperings_of_the_needs() {
  return {
      in_need("served changed", [](auto& n) { n.served += kOne; }),
      in_need("fill changed", [](auto& n) { n.fill += Millionths(1); }),
      in_need("a need's block changed", [](auto& n) { n.block = n.block ? *n.block + 1 : 1; }),
      {"a need's block hidden", hide_a_block},
      other_reason("everything met", Reason::kMet),
      other_reason("everything short", Reason::kSharedShortage),
      other_reason("a need said to be banned", Reason::kBanned),
      {"a served need called set aside", set_aside_a_need},
      {"a need set aside served", serve_one_set_aside},
      in_need("a fact invented", [](auto& n) { n.facts.days = n.facts.days.value_or(3) + 1; }),
      in_need("a potential too many", [](auto& n) { n.potential.push_back(Millionths(0)); }),
      {"a need's potential raised", [](const World& w) { return shift_need_potential(w, 7); }},
      {"a need's potential lowered", [](const World& w) { return shift_need_potential(w, -7); }},
      out_of_order("needs out of order", &Plan::needs),
      last_left_out("a need left out", &Plan::needs),
      in_plan("a need invented",
              [](Plan& plan) {
                plan.needs.emplace_back();
                plan.needs.back().id = "~nobody";
              }),
  };
}

}  // namespace bocage::check_tests
