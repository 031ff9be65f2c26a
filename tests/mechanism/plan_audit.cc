#include "mechanism/plan_audit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "mechanism/oracle_blocks.h"

namespace bocage::oracle {

using territory::BelowMinimum;
using territory::Criterion;
using territory::Plan;
using territory::Reason;
using territory::Rule;
using territory::Territory;

namespace {

std::size_t place_in(const std::vector<std::string>& ids, const std::string& id) {
  auto const found = std::find(ids.begin(), ids.end(), id);
  EXPECT_NE(found, ids.end()) << id;
  return static_cast<std::size_t>(found - ids.begin());
}

template <class Row>
std::vector<std::string> ids_of(const std::vector<Row>& rows) {
  std::vector<std::string> ids;
  for (const Row& row : rows) {
    ids.push_back(row.id);
  }
  return ids;
}

Ratio quantum_of(const Territory& territory, std::size_t need) {
  return territory.families[territory.needs[need].family.position()].quantum.count();
}

Ratio in_quanta(const Territory& territory, std::size_t need, const Ratio& millionths) {
  return millionths / quantum_of(territory, need);
}

// The criteria a plan weighs link by link, in its order.
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

class Audit {
 public:
  Audit(const Territory& territory, const Model& model, const Plan& plan)
      : territory_(territory),
        model_(model),
        plan_(plan),
        set_aside_(set_aside_by(plan)),
        flow_(transfers_of(territory, model, plan)) {}

  void run() {
    void (Audit::*const checks[])() = {&Audit::check_ids,     &Audit::check_choice,
                                       &Audit::check_flow,    &Audit::check_parts,
                                       &Audit::check_reasons, &Audit::check_potentials,
                                       &Audit::check_summary, &Audit::check_block_order};
    for (auto const check : checks) {
      (this->*check)();
      if (testing::Test::HasFatalFailure()) {
        return;
      }
    }
  }

 private:
  void check_ids() {
    ASSERT_EQ(ids_of(plan_.needs), ids_of(territory_.needs));
    ASSERT_EQ(ids_of(plan_.contributions), ids_of(territory_.contributions));
  }

  // In each part, nobody is set aside in vain and no better choice exists.
  void check_choice() {
    if (territory_.settings.below_minimum == BelowMinimum::kShare) {
      ASSERT_EQ(std::count(set_aside_.begin(), set_aside_.end(), true), 0);
      return;
    }
    int kept = 0;
    bool tie = false;
    bool any_short = false;
    for (const Part& part : parts_of(model_)) {
      auto const choices = best_choices(model_, part);
      std::vector<bool> chosen(set_aside_.size());
      int asking = 0;
      for (std::size_t const need : part.needs) {
        chosen[need] = set_aside_[need];
        asking += model_.minimum[need] > 0 ? 1 : 0;
      }
      ASSERT_NE(std::find(choices.begin(), choices.end(), chosen), choices.end())
          << "another choice of whom to set aside is better";
      auto const out = static_cast<int>(std::count(chosen.begin(), chosen.end(), true));
      kept += out > 0 ? asking - out : 0;
      any_short = any_short || out > 0;
      tie = tie || choices.size() > 1;
    }
    ASSERT_EQ(plan_.minima.has_value(), any_short);
    if (any_short) {
      ASSERT_EQ(plan_.minima->kept, kept);
      ASSERT_EQ(plan_.minima->bound, kept);
      ASSERT_EQ(plan_.minima->drawn, tie);
      ASSERT_EQ(plan_.minima->set_aside.size(), static_cast<std::size_t>(plan_.summary.set_aside));
    }
  }

  void check_flow() {
    for (std::size_t need = 0; need < flow_.size(); ++need) {
      for (std::size_t giver = 0; giver < flow_[need].size(); ++giver) {
        ASSERT_GE(flow_[need][giver], 0) << "a fixed line is not kept";
        ASSERT_TRUE(flow_[need][giver] == 0 || (model_.linked[need][giver] && !set_aside_[need]))
            << "need " << need << " contribution " << giver << " are not linked";
      }
    }
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const territory::PlanTransfer& line : plan_.transfers) {
      pairs.emplace_back(line.contribution, line.need);
      ASSERT_GT(line.quantity.count(), 0);
      std::size_t const need = place_in(ids_of(plan_.needs), line.need);
      std::size_t const giver = place_in(ids_of(plan_.contributions), line.contribution);
      ASSERT_TRUE(!model_.linked[need][giver] ||
                  line.distance.count() == model_.metres[need][giver]);
    }
    ASSERT_TRUE(std::is_sorted(pairs.begin(), pairs.end()));
    ASSERT_EQ(std::set(pairs.begin(), pairs.end()).size(), pairs.size());
  }

  void check_parts() {
    Shares const exact = exact_shares_of(territory_, model_, plan_);
    for (Part const& part : parts_of(model_)) {
      Sketch sketch = sketch_of(model_, part, set_aside_);
      if (!minima_can_be_met(instance_of(sketch))) {
        ASSERT_EQ(territory_.settings.below_minimum, BelowMinimum::kShare);
        sketch.minimum.assign(sketch.minimum.size(), 0);
      }
      Shares in_part;
      for (std::size_t const need : part.needs) {
        in_part.push_back(exact[need]);
      }
      if (fair_leads(plan_)) {
        check_fair_part(part, instance_of(sketch), in_part);
      } else {
        check_costs(part, instance_of(sketch), {sketch.minimum, sketch.cap});
      }
      if (testing::Test::HasFatalFailure()) {
        return;
      }
    }
  }

  void check_fair_part(const Part& part, const Instance& instance, const Shares& shares) {
    ASSERT_EQ(shares, leximin_by_sets(instance));
    Dice dice(1);
    Thresholds const thresholds = least_thresholds(instance, some_flow(instance, shares, dice));
    BlockNumbers const blocks = blocks_by_thresholds(instance, thresholds);
    check_blocks(part, thresholds, blocks);
    std::vector<std::int64_t> const whole = whole_shares(instance, shares, blocks);
    for (std::size_t place = 0; place < whole.size(); ++place) {
      std::int64_t served = 0;
      for (std::int64_t const quantity : flow_[part.needs[place]]) {
        served += quantity;
      }
      ASSERT_EQ(served, whole[place]) << "need " << part.needs[place];
    }
    if (!testing::Test::HasFatalFailure()) {
      check_costs(part, inside_blocks(instance, blocks), {whole, whole});
    }
  }

  void check_blocks(const Part& part, const Thresholds& thresholds, const BlockNumbers& blocks) {
    std::set<std::pair<int, int>> pairs;
    auto const check = [&](std::size_t needs_in_block, const std::optional<int>& said, int number,
                           const base::Fraction& threshold) {
      ASSERT_EQ(said.has_value(), number >= 0);
      if (number >= 0) {
        pairs.emplace(*said, number);
        ASSERT_GE(*said, 1);
        ASSERT_LE(static_cast<std::size_t>(*said), plan_.blocks.size());
        ASSERT_EQ(plan_.blocks[static_cast<std::size_t>(*said) - 1].level,
                  in_units(needs_in_block, threshold));
      }
    };
    for (std::size_t place = 0; place < part.needs.size(); ++place) {
      std::size_t const need = part.needs[place];
      check(need, plan_.needs[need].block, blocks.of_need[place], thresholds.of_need[place]);
    }
    for (std::size_t place = 0; place < part.contributions.size(); ++place) {
      check(part.needs.front(), plan_.contributions[part.contributions[place]].block,
            blocks.of_contribution[place], thresholds.of_contribution[place]);
    }
    std::set<int> said;
    std::set<int> expected;
    for (const auto& [plan_block, oracle_block] : pairs) {
      said.insert(plan_block);
      expected.insert(oracle_block);
    }
    ASSERT_EQ(said.size(), pairs.size()) << "a block of the plan joins two";
    ASSERT_EQ(expected.size(), pairs.size()) << "a block of the plan is half of one";
  }

  // Units per person under rule `people`, a ratio under rule `need`.
  [[nodiscard]] base::Fraction in_units(std::size_t need, const base::Fraction& level) const {
    if (territory_.settings.rule == Rule::kNeed || level.is_infinite()) {
      return level;
    }
    Ratio const units = Ratio(level.numerator(), level.denominator()) *
                        quantum_of(territory_, need) / Ratio(1'000'000);
    return units.as_fraction();
  }

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

  void check_costs(const Part& part, const Instance& instance, const ServedBounds& bounds) {
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

  void check_reasons() {
    for (std::size_t need = 0; need < plan_.needs.size(); ++need) {
      Reason const reason = plan_.needs[need].reason;
      std::int64_t const served = plan_.needs[need].served.count();
      bool const full = Ratio(served) == Ratio(territory_.needs[need].quantity.count()) *
                                             quantum_of(territory_, need);
      bool const linked =
          std::count(model_.linked[need].begin(), model_.linked[need].end(), true) > 0;
      ASSERT_EQ(reason == Reason::kSetAside, static_cast<bool>(set_aside_[need]));
      if (linked && !set_aside_[need]) {
        ASSERT_EQ(reason == Reason::kMet, full) << "need " << need;
        std::set<Reason> const allowed =
            fair_leads(plan_) ? std::set{Reason::kMet, Reason::kSharedShortage, Reason::kAtMinimum,
                                         Reason::kServedBefore}
                              : std::set{Reason::kMet, Reason::kAtMinimum, Reason::kOrder};
        ASSERT_EQ(allowed.count(reason), 1U) << "need " << need;
      } else if (!territory_.has_links && !linked && !full && model_.no_link[need]) {
        ASSERT_EQ(static_cast<int>(reason), static_cast<int>(*model_.no_link[need]))
            << "need " << need;
      }
    }
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

  void check_potentials() {
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

  // Where the order alone decides, a need's potential tells whether it is held at its minimum or at
  // its cap.
  void check_free_needs(const std::vector<std::vector<Ratio>>& of_need,
                        const std::vector<Ratio>& zero) {
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

  void check_summary() {
    std::map<std::string, std::tuple<Ratio, Ratio, Ratio>> by_unit;
    int served_needs = 0;
    for (std::size_t need = 0; need < plan_.needs.size(); ++need) {
      const std::string& unit = territory_.families[territory_.needs[need].family.position()].unit;
      auto& [needed, served, unit_km] = by_unit[unit];
      needed += Ratio(territory_.needs[need].quantity.count()) * quantum_of(territory_, need);
      served += plan_.needs[need].served.count();
      Ratio received = 0;
      for (const territory::PlanTransfer& line : plan_.transfers) {
        if (line.need == plan_.needs[need].id) {
          received += line.quantity.count();
          unit_km += Ratio(line.quantity.count()) * Ratio(line.distance.count()) / Ratio(1000);
        }
      }
      ASSERT_EQ(received, Ratio(plan_.needs[need].served.count()));
      served_needs += received > 0 ? 1 : 0;
    }
    ASSERT_EQ(plan_.summary.needs, static_cast<int>(plan_.needs.size()));
    ASSERT_EQ(plan_.summary.served, served_needs);
    ASSERT_EQ(plan_.summary.set_aside,
              static_cast<int>(std::count(set_aside_.begin(), set_aside_.end(), true)));
    ASSERT_EQ(plan_.summary.lines, static_cast<int>(plan_.transfers.size()));
    ASSERT_EQ(plan_.summary.by_unit.size(), by_unit.size());
    for (const territory::UnitSummary& line : plan_.summary.by_unit) {
      const auto& [needed, served, unit_km] = by_unit[line.unit];
      ASSERT_EQ(Ratio(line.needed.count()), needed);
      ASSERT_EQ(Ratio(line.served.count()), served);
      Ratio const difference = Ratio(line.unit_km.count()) - unit_km;
      ASSERT_TRUE(difference > -1 && difference < 1) << line.unit;
    }
  }

  // Numbered by threshold, then by the smallest id among members.
  void check_block_order() {
    if (!fair_leads(plan_)) {
      ASSERT_TRUE(plan_.blocks.empty());
      return;
    }
    std::vector<std::pair<base::Fraction, std::string>> keys;
    for (const territory::PlanBlock& block : plan_.blocks) {
      ASSERT_EQ(block.id, static_cast<int>(keys.size()) + 1);
      std::vector<std::string> needs;
      std::vector<std::string> givers;
      for (const territory::PlanNeed& need : plan_.needs) {
        if (need.block == block.id) {
          needs.push_back(need.id);
        }
      }
      for (const territory::PlanContribution& giver : plan_.contributions) {
        if (giver.block == block.id) {
          givers.push_back(giver.id);
        }
      }
      ASSERT_EQ(block.needs, static_cast<int>(needs.size()));
      ASSERT_EQ(block.contributions, static_cast<int>(givers.size()));
      needs.insert(needs.end(), givers.begin(), givers.end());
      ASSERT_FALSE(needs.empty());
      keys.emplace_back(block.level, *std::min_element(needs.begin(), needs.end()));
    }
    ASSERT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  }

  const Territory& territory_;
  const Model& model_;
  const Plan& plan_;
  std::vector<bool> set_aside_;
  Table<std::int64_t> flow_;
};

}  // namespace

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

void audit(const Territory& territory, const Model& model, const Plan& plan) {
  Audit(territory, model, plan).run();
}

}  // namespace bocage::oracle
