#include "mechanism/split/split.h"

#include <utility>

#include "mechanism/split/blocking.h"
#include "mechanism/split/game.h"
#include "mechanism/split/nucleolus.h"
#include "mechanism/split/shares.h"

namespace bocage::mechanism::split {
namespace {

using base::Int128;
using territory::CostMember;
using territory::CostSplit;
using territory::MethodShares;
using territory::SplitMethod;
using territory::WhyNotSplit;

class Splitting {
 public:
  Splitting(const territory::SharedCost& cost, std::uint64_t lot)
      : cost_(cost), game_(cost), lot_(lot) {
    result_.id = cost.id;
  }

  CostSplit run() {
    for (std::size_t member = 0; member < game_.size(); ++member) {
      auto const alone = game_.alone(member);
      result_.alone.push_back(
          alone ? std::optional(territory::Millionths(static_cast<std::int64_t>(*alone)))
                : std::nullopt);
    }
    count_coalitions();
    add_by_head();
    add_by_use();
    add_equal_profit();
    add_shapley();
    add_nucleolus();
    return std::move(result_);
  }

 private:
  void count_coalitions() {
    if (!game_.is_exact()) {
      return;  // counted where candidates are made
    }
    std::size_t known = 0;
    for (std::size_t mask = 1; mask + 1 < game_.table().size(); ++mask) {
      known += game_.table()[mask] ? 1U : 0U;
    }
    result_.coalitions = known;
    result_.all_coalitions = known + 2 == game_.table().size();
  }

  void refuse(SplitMethod method, WhyNotSplit why) {
    MethodShares refused;
    refused.method = method;
    refused.why_not = why;
    result_.methods.push_back(std::move(refused));
  }

  void add(SplitMethod method, const std::optional<ExactShares>& shares,
           std::optional<territory::Millionths> deviation = {}) {
    if (!shares) {
      refuse(method, WhyNotSplit::kTooLarge);
      return;
    }
    std::vector<Members> some;
    if (!game_.is_exact()) {
      some = candidates(game_, *shares);
      result_.coalitions = std::max(result_.coalitions, some.size());
    }
    Blocking found = blocking(game_, *shares, some);
    result_.methods.push_back({method, WhyNotSplit::kNone, in_cents(game_, *shares),
                               std::move(found.coalitions), found.left_out, deviation});
  }

  void add_by_head() {
    std::vector<Int128> heads;
    heads.reserve(cost_.members.size());
    for (const CostMember& member : cost_.members) {
      heads.push_back(member.heads.value_or(1));
    }
    add(SplitMethod::kByHead, in_proportion(game_, heads));
  }

  void add_by_use() {
    std::vector<Int128> uses;
    Int128 sum = 0;
    for (const CostMember& member : cost_.members) {
      if (!member.use) {
        return refuse(SplitMethod::kByUse, WhyNotSplit::kUseMissing);
      }
      uses.push_back(member.use->count());
      sum += uses.back();
    }
    sum == 0 ? refuse(SplitMethod::kByUse, WhyNotSplit::kUseMissing)
             : add(SplitMethod::kByUse, in_proportion(game_, uses));
  }

  // Everybody saves the same part of what it would pay alone (Frisk et al. 2010, without the core).
  void add_equal_profit() {
    std::vector<Int128> alone;
    Int128 sum = 0;
    for (std::size_t member = 0; member < game_.size(); ++member) {
      auto const cost = game_.alone(member);
      if (!cost) {
        return refuse(SplitMethod::kEqualProfit, WhyNotSplit::kAloneMissing);
      }
      alone.push_back(*cost);
      sum += *cost;
    }
    sum == 0 ? refuse(SplitMethod::kEqualProfit, WhyNotSplit::kAloneNothing)
             : add(SplitMethod::kEqualProfit, in_proportion(game_, alone));
  }

  void add_shapley() {
    if (!game_.all_alone_known()) {
      refuse(SplitMethod::kShapley, WhyNotSplit::kAloneMissing);
    } else if (game_.is_exact()) {
      add(SplitMethod::kShapley, shapley(game_));
    } else {
      SampledShares const sampled = sampled_shapley(game_, lot_);
      result_.samples = sampled.samples;
      add(SplitMethod::kShapley, sampled.shares, sampled.deviation);
    }
  }

  void add_nucleolus() {
    if (!game_.all_alone_known()) {
      return refuse(SplitMethod::kNucleolus, WhyNotSplit::kAloneMissing);
    }
    if (!game_.is_exact()) {
      return refuse(SplitMethod::kNucleolus, WhyNotSplit::kTooManyMembers);
    }
    auto found = nucleolus(game_);
    if (!found) {
      return refuse(SplitMethod::kNucleolus, WhyNotSplit::kTooLarge);
    }
    result_.core = found->core;
    result_.held_at_alone = found->held_at_alone;
    result_.nucleolus = std::move(found->steps);
    add(SplitMethod::kNucleolus, found->shares);
  }

  const territory::SharedCost& cost_;
  Game game_;
  std::uint64_t lot_;
  CostSplit result_;
};

}  // namespace

CostSplit split(const territory::SharedCost& cost, std::uint64_t lot) {
  return Splitting(cost, lot).run();
}

territory::SplitReport split(const territory::Territory& territory) {
  territory::SplitReport report;
  report.territory = territory.settings.name;
  report.splits.reserve(territory.shared_costs.size());
  for (const territory::SharedCost& cost : territory.shared_costs) {
    report.splits.push_back(split(cost, territory.settings.lot));
  }
  return report;
}

}  // namespace bocage::mechanism::split
