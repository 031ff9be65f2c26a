#include "mechanism/plan_audit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "mechanism/oracle_blocks.h"

namespace bocage::oracle {

using territory::BelowMinimum;
using territory::Plan;
using territory::Reason;
using territory::Rule;
using territory::Territory;

namespace {

class Audit {
 public:
  explicit Audit(const Reading& reading) : reading_(reading) {}

  void run() {
    void (Audit::*const checks[])() = {&Audit::check_ids, &Audit::check_choice, &Audit::check_flow,
                                       &Audit::check_parts, &Audit::check_reasons};
    for (auto const check : checks) {
      (this->*check)();
      if (testing::Test::HasFatalFailure()) {
        return;
      }
    }
    audit_potentials(reading_);
    audit_totals(reading_);
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
      check_what_brings_back();
    }
  }

  // The least that, linked to the need alone, makes its minimum possible beside those that are
  // kept.
  void check_what_brings_back() {
    std::map<std::string, Ratio> lacking;
    for (const Part& part : parts_of(model_)) {
      Sketch asked = sketch_of(model_, part, std::vector<bool>(set_aside_.size()));
      std::size_t const first = part.needs.front();
      std::int64_t minima = 0;
      for (std::int64_t const minimum : asked.minimum) {
        minima += minimum;
      }
      asked.cap = asked.minimum;
      lacking[unit_of(territory_, first)] +=
          Ratio(minima - most_served(instance_of(asked))) * quantum_of(territory_, first);
      for (std::size_t const need : part.needs) {
        if (set_aside_[need]) {
          check_what_brings_back(part, need);
        }
      }
    }
    for (const territory::UnitSummary& line : plan_.minima->by_unit) {
      ASSERT_EQ(Ratio(line.needed.count() - line.served.count()), lacking[line.unit]) << line.unit;
    }
  }

  void check_what_brings_back(const Part& part, std::size_t need) {
    std::vector<bool> others = set_aside_;
    others[need] = false;
    auto const row = std::find_if(
        plan_.minima->set_aside.begin(), plan_.minima->set_aside.end(),
        [&](const territory::SetAside& one) { return one.need == plan_.needs[need].id; });
    ASSERT_NE(row, plan_.minima->set_aside.end());
    ASSERT_TRUE(row->returns_with.has_value());
    Model less = model_;
    while (!minima_can_be_met(instance_of(sketch_of(less, part, others)))) {
      less.minimum[need] -= 1;
    }
    ASSERT_EQ(Ratio(row->returns_with->count()),
              Ratio(model_.minimum[need] - less.minimum[need]) * quantum_of(territory_, need))
        << "need " << need;
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
        audit_costs(reading_, part, instance_of(sketch), sketch.minimum, sketch.cap);
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
      audit_costs(reading_, part, inside_blocks(instance, blocks), whole, whole);
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
      } else if (!linked && !full && model_.no_link[need]) {
        ASSERT_EQ(static_cast<int>(reason), static_cast<int>(*model_.no_link[need]))
            << "need " << need;
      }
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

void audit(const Territory& territory, const Model& model, const Plan& plan) {
  Reading const reading = read_plan(territory, model, plan);
  Audit(reading).run();
}

}  // namespace bocage::oracle
