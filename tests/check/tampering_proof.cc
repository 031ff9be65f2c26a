#include "check/tampering_tools.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

Maybe drop_the_proof(const World& world) {
  Plan plan = world.plan;
  plan.proof.clear();
  return world.plan.proof.empty() ? std::nullopt : Maybe(plan);
}

Maybe prove_what_needs_none(const World& world) {
  Plan plan = world.plan;
  if (plan.transfers.empty()) {
    return std::nullopt;
  }
  const PlanTransfer& line = plan.transfers.front();
  base::Fraction const same(line.quantity.count(), 1'000'000);
  std::erase_if(plan.proof, [&](const PlanProof& p) {
    return p.contribution == line.contribution && p.need == line.need;
  });
  plan.proof.insert(plan.proof.begin(), {line.contribution, line.need, same});
  return plan;
}

Maybe change_a_proposal(const World& world) {
  Plan plan = world.plan;
  if (plan.assumptions.empty()) {
    return std::nullopt;
  }
  plan.assumptions.front().proposal += kOne;
  return plan;
}

}  // namespace

std::vector<Tampering> tamperings_of_the_proof() {
  return {
      in_proof("a proof fraction changed",
               [](auto& p) {
                 p.quantity = base::Fraction(p.quantity.numerator() * 1000 + 1,
                                             p.quantity.denominator() * 1000);
               }),
      {"the proof dropped", drop_the_proof},
      {"a proof of a line that needs none", prove_what_needs_none},
      last_left_out("a part of the proof dropped", &Plan::proof),
      out_of_order("the proof out of order", &Plan::proof),
      last_left_out("an assumption dropped", &Plan::assumptions),
      in_plan("an assumption invented",
              [](Plan& plan) {
                plan.assumptions.push_back({AssumptionCode::kNoCost, "~nobody"});
              }),
      {"a proposal changed", change_a_proposal},
      out_of_order("assumptions out of order", &Plan::assumptions),
  };
}

}  // namespace bocage::check_tests
