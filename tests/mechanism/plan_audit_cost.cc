#include <gtest/gtest.h>

#include <algorithm>

#include "mechanism/oracle_cost.h"
#include "mechanism/plan_audit.h"

namespace bocage::oracle {

using territory::Criterion;
using territory::Plan;
using territory::Territory;

namespace {

class CostAudit {
 public:
  explicit CostAudit(const Reading& reading) : reading_(reading) {}

  void check_costs(const Part& part, const Instance& instance, const ServedBounds& bounds) const {
    std::vector<LinearCriterion> criteria;
    for (Criterion const kind : linear_criteria(plan_)) {
      criteria.push_back(criterion_of(kind, part, instance));
    }
    if (criteria.empty()) {
      return;
    }
    std::vector<std::int64_t> costs(criteria.size());
    for (std::size_t place = 0; place < part.needs.size(); ++place) {
      for (std::uint32_t link = instance.first[place]; link < instance.first[place + 1]; ++link) {
        std::int64_t const quantity =
            flow_[part.needs[place]][part.contributions[instance.contribution[link]]];
        for (std::size_t kind = 0; kind < criteria.size(); ++kind) {
          costs[kind] += criteria[kind].cost[link] * quantity;
          if (!criteria[kind].kept.empty()) {
            costs[kind] += std::max<std::int64_t>(0, criteria[kind].kept[link] - quantity);
          }
        }
      }
    }
    auto const least = least_costs_by_clp(instance, bounds, criteria);
    ASSERT_TRUE(least.has_value());
    ASSERT_EQ(costs, *least) << "another plan costs less";
  }

  void check_potentials() const {
    std::vector<Ratio> const zero(linear_criteria(plan_).size());
    std::vector<std::vector<Ratio>> of_need;
    std::vector<std::vector<Ratio>> of_giver;
    auto const read = [](const auto& rows, std::vector<std::vector<Ratio>>& into) {
      for (const auto& row : rows) {
        into.emplace_back();
        for (territory::Millionths const entry : row.potential) {
          into.back().emplace_back(entry.count());
        }
      }
    };
    read(plan_.needs, of_need);
    read(plan_.contributions, of_giver);
    for (std::size_t giver = 0; giver < of_giver.size(); ++giver) {
      if (!of_giver[giver].empty()) {
        ASSERT_EQ(of_giver[giver].size(), zero.size());
        ASSERT_GE(of_giver[giver], zero) << "contribution " << giver;
        ASSERT_TRUE(plan_.contributions[giver].left.count() == 0 || of_giver[giver] == zero)
            << "contribution " << giver << " has something left";
      }
    }
    for (std::size_t need = 0; need < of_need.size(); ++need) {
      for (std::size_t giver = 0; giver < of_giver.size(); ++giver) {
        bool const inside =
            !fair_leads(plan_) || plan_.needs[need].block == plan_.contributions[giver].block;
        if (!model_.linked[need][giver] || set_aside_[need] || !inside) {
          continue;
        }
        ASSERT_EQ(of_need[need].size(), zero.size()) << "need " << need;
        std::vector<Ratio> more = slope(need, giver, true);
        std::vector<Ratio> less = slope(need, giver, false);
        for (std::size_t kind = 0; kind < zero.size(); ++kind) {
          more[kind] += of_giver[giver][kind] - of_need[need][kind];
          less[kind] += of_giver[giver][kind] - of_need[need][kind];
        }
        ASSERT_GE(more, zero) << "need " << need << " contribution " << giver;
        ASSERT_TRUE(flow_[need][giver] == 0 || less <= zero)
            << "need " << need << " contribution " << giver;
      }
    }
    if (!fair_leads(plan_)) {
      check_free_needs(of_need, zero);
    }
  }

 private:
  // Costs of one quantum, in metres and in thousandths of the currency, so that CLP sees small
  // numbers.
  [[nodiscard]] LinearCriterion criterion_of(Criterion kind, const Part& part,
                                             const Instance& instance) const {
    LinearCriterion criterion;
    for (std::size_t place = 0; place < part.needs.size(); ++place) {
      for (std::uint32_t link = instance.first[place]; link < instance.first[place + 1]; ++link) {
        std::size_t const need = part.needs[place];
        std::size_t const giver = part.contributions[instance.contribution[link]];
        auto const price = territory_.contributions[giver].cost.value_or(territory::Millionths(0));
        std::int64_t const cost = kind == Criterion::kDistance ? model_.metres[need][giver]
                                  : kind == Criterion::kCost   ? price.count() / 1000
                                  : kind == Criterion::kValue  ? -model_.value[need][giver] / 1000
                                  : kind == Criterion::kTotal  ? -1
                                                               : 0;
        criterion.cost.push_back(cost);
        if (kind == Criterion::kStability) {
          criterion.kept.push_back(model_.earlier[need][giver]);
        }
      }
    }
    return criterion;
  }

  // What one more unit on the link would cost, a number a criterion, in millionths as potentials
  // are; what one less would cost is the same but for `stability`, which counts only up to the line
  // kept.
  [[nodiscard]] std::vector<Ratio> slope(std::size_t need, std::size_t giver, bool upwards) const {
    std::vector<Ratio> slopes;
    for (Criterion const kind : linear_criteria(plan_)) {
      std::int64_t const kept = model_.earlier[need][giver];
      bool const below = upwards ? flow_[need][giver] < kept : flow_[need][giver] <= kept;
      auto const price = territory_.contributions[giver].cost.value_or(territory::Millionths(0));
      slopes.emplace_back(kind == Criterion::kDistance    ? 1000 * model_.metres[need][giver]
                          : kind == Criterion::kCost      ? price.count()
                          : kind == Criterion::kValue     ? -model_.value[need][giver]
                          : kind == Criterion::kTotal     ? -1'000'000
                          : kind == Criterion::kStability ? (below ? -1'000'000 : 0)
                                                          : 0);
    }
    return slopes;
  }

  // Where the order alone decides, a need's potential tells whether it is held at its minimum or at
  // its cap.
  void check_free_needs(const std::vector<std::vector<Ratio>>& of_need,
                        const std::vector<Ratio>& zero) const {
    for (std::size_t need = 0; need < of_need.size(); ++need) {
      if (of_need[need].empty()) {
        continue;
      }
      std::int64_t served = 0;
      for (std::int64_t const quantity : flow_[need]) {
        served += quantity;
      }
      ASSERT_TRUE(served == model_.minimum[need] || of_need[need] <= zero) << "need " << need;
      ASSERT_TRUE(served == model_.cap[need] || of_need[need] >= zero) << "need " << need;
    }
  }

  const Reading& reading_;
  const Territory& territory_ = reading_.territory;
  const Model& model_ = reading_.model;
  const Plan& plan_ = reading_.plan;
  const std::vector<bool>& set_aside_ = reading_.set_aside;
  const Table<std::int64_t>& flow_ = reading_.flow;
};

}  // namespace

void audit_costs(const Reading& reading, const Part& part, const Instance& instance,
                 const std::vector<std::int64_t>& least, const std::vector<std::int64_t>& most) {
  CostAudit(reading).check_costs(part, instance, {least, most});
}

void audit_potentials(const Reading& reading) { CostAudit(reading).check_potentials(); }

}  // namespace bocage::oracle
