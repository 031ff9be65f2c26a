#include "bench/proof.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "base/fraction.h"

namespace bocage::bench {
namespace {

using base::Int128;
using mechanism::allocate::Blocks;
using mechanism::allocate::FairPlan;

// The checker counts kilometres in millionths; the engine, metres.
constexpr Int128 kMillionthsOfMetre = 1000;

void number_blocks_by_threshold(const Blocks& blocks, check::Certificate& certificate) {
  std::vector<std::uint32_t> order(blocks.threshold.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return blocks.threshold[a] < blocks.threshold[b];
  });
  std::vector<std::uint32_t> number(order.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) {
    number[order[k]] = k;
    bool const rises = k > 0 && certificate.threshold.back() < blocks.threshold[order[k]];
    certificate.rank.push_back(k == 0 ? 0 : certificate.rank.back() + (rises ? 1 : 0));
    certificate.threshold.push_back(blocks.threshold[order[k]]);
  }
  auto const renumber = [&](const std::vector<std::uint32_t>& block_of) {
    std::vector<std::uint32_t> renumbered = block_of;
    for (std::uint32_t& block : renumbered) {
      block = block == mechanism::allocate::kNoBlock ? check::kNoBlock : number[block];
    }
    return renumbered;
  };
  certificate.block_of_need = renumber(blocks.block_of_need);
  certificate.block_of_contribution = renumber(blocks.block_of_contribution);
}

void carry(const Generated& generated, const FairPlan& plan,
           const std::vector<std::int64_t>& whole_flow, check::Certificate& certificate) {
  const auto& instance = generated.instance;
  for (std::uint32_t need = 0; need < instance.needs(); ++need) {
    Int128 const denominator = plan.denominator[plan.part_of_need[need]];
    for (std::uint32_t k = instance.first[need]; k < instance.first[need + 1]; ++k) {
      if (plan.flow[k] == 0 && whole_flow[k] == 0) {
        continue;
      }
      base::Fraction const exact(plan.flow[k], denominator);
      certificate.carried.push_back(
          {k, whole_flow[k], exact.numerator(), static_cast<std::int64_t>(exact.denominator())});
    }
  }
}

std::vector<std::int64_t> in_millionths(const std::vector<Int128>& potential) {
  std::vector<std::int64_t> numbers;
  numbers.reserve(potential.size());
  for (Int128 const metres : potential) {
    numbers.push_back(static_cast<std::int64_t>(metres * kMillionthsOfMetre));
  }
  return numbers;
}

}  // namespace

territory::PossibleLinks possible_links(const Generated& generated) {
  return {generated.instance.first, generated.instance.contribution, generated.metres, {}};
}

check::Certificate certificate_of(const Generated& generated,
                                  const mechanism::allocate::CertifiedPlan& fair,
                                  const mechanism::allocate::BestLines& lines,
                                  const territory::PossibleLinks& links) {
  const auto& instance = generated.instance;
  check::Certificate certificate;
  certificate.supply = instance.supply;
  certificate.minimum = instance.minimum;
  certificate.cap = instance.cap;
  certificate.weight = instance.weight;
  certificate.received = instance.received;
  certificate.links = &links;
  number_blocks_by_threshold(fair.blocks, certificate);
  carry(generated, fair.plan, lines.flow, certificate);
  check::CriterionCosts distance;
  distance.per_metre = static_cast<std::int64_t>(kMillionthsOfMetre);
  distance.need_potential = in_millionths(lines.need_potential.front());
  distance.contribution_potential = in_millionths(lines.contribution_potential.front());
  certificate.criteria.push_back(std::move(distance));
  return certificate;
}

}  // namespace bocage::bench
