#include "mechanism/oracle_unlock.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/sha256.h"
#include "mechanism/oracle_blocks.h"
#include "mechanism/plan_reading.h"
#include "territory/distance.h"

namespace bocage::oracle {

using territory::BelowMinimum;
using territory::Millionths;
using territory::Need;
using territory::ResourceIndex;
using territory::Territory;
using territory::Unlock;
using territory::UnlockGoal;

namespace {

bool offers_what_it_asks(const Territory& territory, const Need& asking, const Need& other) {
  for (ResourceIndex const offered : asking.resources) {
    for (std::optional<ResourceIndex> wide = offered; wide;
         wide = territory.resources[wide->position()].broader) {
      if (std::count(other.resources.begin(), other.resources.end(), *wide) > 0) {
        return true;
      }
    }
  }
  return false;
}

bool within_both_reaches(const Territory& territory, const Need& asking, const Need& other) {
  if (&asking == &other || (!asking.reach && !other.reach)) {
    return true;
  }
  auto const from = place_of(territory, asking).position;
  auto const to = place_of(territory, other).position;
  if (!from || !to) {
    return false;
  }
  auto const metres = road_distance(*from, *to, territory.settings.detour);
  return metres <= asking.reach.value_or(metres) && metres <= other.reach.value_or(metres);
}

bool refused_by_all(const Territory& territory, std::size_t need) {
  return std::any_of(territory.bans.begin(), territory.bans.end(), [&](const territory::Ban& ban) {
    bool const to_it = (!ban.to_need && !ban.to_stakeholder) ||
                       (ban.to_need && ban.to_need->position() == need) ||
                       ban.to_stakeholder == territory.needs[need].stakeholder;
    return !ban.from_stakeholder && !ban.from_contribution && to_it;
  });
}

// The model with one more contribution, the last.
Model with_extra(const Territory& territory, Model model, std::size_t asking,
                 std::int64_t quantity) {
  const Need& row = territory.needs[asking];
  model.supply.push_back(quantity);
  for (std::size_t need = 0; need < territory.needs.size(); ++need) {
    const Need& other = territory.needs[need];
    model.linked[need].push_back(
        other.family == row.family && offers_what_it_asks(territory, row, other) &&
        row.window.shares_a_day_with(other.window) && within_both_reaches(territory, row, other) &&
        !refused_by_all(territory, need));
  }
  return model;
}

// Between equally good choices, the largest sum of the numbers drawn (decision 0006).
std::vector<bool> drawn_choice(const Territory& territory,
                               const std::vector<std::vector<bool>>& choices) {
  std::vector<bool> best;
  std::int64_t most = -1;
  for (const std::vector<bool>& choice : choices) {
    std::int64_t sum = 0;
    for (std::size_t need = 0; need < choice.size(); ++need) {
      std::string const digest =
          base::sha256_hex(std::to_string(territory.settings.lot) + " " + territory.needs[need].id);
      sum += choice[need] ? 0 : std::stoll(digest.substr(0, 5), nullptr, 16) + 1;
    }
    if (sum > most) {
      most = sum;
      best = choice;
    }
  }
  return best;
}

struct Outcome {
  std::vector<std::int64_t> served;  // of a need, quanta, fixed lines included
  std::vector<Ratio> level;
  std::vector<bool> set_aside;
  std::vector<base::Fraction> thresholds;  // of all needs that have a block
};

// Nothing for anybody but what is fixed.
Outcome nothing_yet(const Model& model) {
  Outcome outcome;
  for (std::size_t need = 0; need < model.cap.size(); ++need) {
    outcome.served.push_back(
        std::accumulate(model.fixed[need].begin(), model.fixed[need].end(), std::int64_t{0}));
    outcome.level.emplace_back(model.received[need], model.weight[need]);
    outcome.set_aside.push_back(model.minimum[need] > 0);
  }
  return outcome;
}

void plan_part(const Territory& territory, const Model& model, const Part& part, Outcome& outcome) {
  std::vector<bool> set_aside(model.cap.size());
  Sketch sketch = sketch_of(model, part, set_aside);
  if (!minima_can_be_met(instance_of(sketch))) {
    if (territory.settings.below_minimum == BelowMinimum::kShare) {
      sketch.minimum.assign(sketch.minimum.size(), 0);
    } else {
      set_aside = drawn_choice(territory, best_choices(model, part));
      sketch = sketch_of(model, part, set_aside);
    }
  }
  Instance const instance = instance_of(sketch);
  Shares const shares = leximin_by_sets(instance);
  Dice dice(1);
  Thresholds const thresholds = least_thresholds(instance, some_flow(instance, shares, dice));
  BlockNumbers const blocks = blocks_by_thresholds(instance, thresholds);
  std::vector<std::int64_t> const whole = whole_shares(instance, shares, blocks);
  for (std::size_t place = 0; place < part.needs.size(); ++place) {
    std::size_t const need = part.needs[place];
    outcome.served[need] += whole[place];
    outcome.level[need] += shares[place] / Ratio(model.weight[need]);
    outcome.set_aside[need] = set_aside[need];
    if (blocks.of_need[place] >= 0) {
      outcome.thresholds.push_back(thresholds.of_need[place]);
    }
  }
}

Part part_with(const Model& model, std::size_t need) {
  for (Part& part : parts_of(model)) {
    if (std::count(part.needs.begin(), part.needs.end(), need) > 0) {
      return std::move(part);
    }
  }
  return {};
}

class Trial {
 public:
  Trial(const Territory& territory, std::size_t asking)
      : territory_(territory), model_(model_of(territory)), asking_(asking) {
    before_ = nothing_yet(model_);
    Part const touched = part_with(with_extra(territory_, model_, asking_, 0), asking_);
    for (const Part& part : parts_of(model_)) {
      if (std::count(touched.needs.begin(), touched.needs.end(), part.needs.front()) > 0) {
        plan_part(territory_, model_, part, before_);
      }
    }
    for (std::size_t const need : touched.needs) {
      limit_ += model_.cap[need];
    }
  }

  std::vector<Unlock> run() {
    const Need& row = territory_.needs[asking_];
    if (before_.served[asking_] == row.quantity.count() || limit_ == 0) {
      return {};
    }
    set_goals();
    for (bool const at_any_price : {false, true}) {
      for (std::int64_t quantity = 1; quantity <= limit_ && found_.size() < goals_.size();
           ++quantity) {
        try_with(quantity, at_any_price);
      }
    }
    return told();
  }

 private:
  struct Goal {
    std::int64_t served = 0;
    std::optional<Ratio> level;
  };

  void set_goals() {
    const Need& row = territory_.needs[asking_];
    if (before_.served[asking_] < row.minimum.count()) {
      goals_[UnlockGoal::kMinimum] = {row.minimum.count(), std::nullopt};
    }
    goals_[UnlockGoal::kFull] = {row.quantity.count(), std::nullopt};
    Ratio const at_minimum(model_.received[asking_] + model_.minimum[asking_],
                           model_.weight[asking_]);
    base::Fraction const stands = std::max(before_.level[asking_], at_minimum).as_fraction();
    base::Fraction const full(model_.received[asking_] + model_.cap[asking_],
                              model_.weight[asking_]);
    std::optional<base::Fraction> next;
    for (const base::Fraction& threshold : before_.thresholds) {
      if (threshold > stands && threshold < full && (!next || threshold < *next)) {
        next = threshold;
      }
    }
    if (next) {
      goals_[UnlockGoal::kNextLevel] = {0, Ratio(next->numerator(), next->denominator())};
    }
  }

  void try_with(std::int64_t quantity, bool at_any_price) {
    const Outcome& then = planned(quantity);
    for (std::size_t need = 0; need < then.set_aside.size() && !at_any_price; ++need) {
      if (then.set_aside[need] && !before_.set_aside[need]) {
        return;
      }
    }
    for (const auto& [kind, goal] : goals_) {
      bool const reached =
          goal.level ? then.level[asking_] >= *goal.level : then.served[asking_] >= goal.served;
      if (reached && found_.count(kind) == 0) {
        found_[kind] = quantity;
      }
    }
  }

  const Outcome& planned(std::int64_t quantity) {
    auto found = planned_.find(quantity);
    if (found == planned_.end()) {
      Model const model = with_extra(territory_, model_, asking_, quantity);
      Outcome outcome = nothing_yet(model_);
      plan_part(territory_, model, part_with(model, asking_), outcome);
      found = planned_.emplace(quantity, std::move(outcome)).first;
    }
    return found->second;
  }

  [[nodiscard]] std::vector<Unlock> told() {
    auto const in_units = [&](std::int64_t quanta) {
      std::size_t const family = territory_.needs[asking_].family.position();
      return Millionths(quanta * territory_.families[family].quantum.count());
    };
    std::vector<Unlock> unlocks;
    for (const auto& [kind, quantity] : found_) {
      bool const told_by_another =
          kind == UnlockGoal::kNextLevel &&
          (quantity >= found_.at(UnlockGoal::kFull) ||
           (found_.count(UnlockGoal::kMinimum) > 0 && quantity <= found_.at(UnlockGoal::kMinimum)));
      if (told_by_another) {
        continue;
      }
      const Outcome& then = planned(quantity);
      Unlock unlock{kind, in_units(quantity), in_units(then.served[asking_]), {}, {}};
      for (std::size_t const need :
           part_with(with_extra(territory_, model_, asking_, 0), asking_).needs) {
        std::int64_t const rise = then.served[need] - before_.served[need];
        if (need != asking_ && rise != 0) {
          (rise > 0 ? unlock.others : unlock.losers)
              .push_back({territory_.needs[need].id, in_units(before_.served[need]),
                          in_units(then.served[need])});
        }
      }
      unlocks.push_back(std::move(unlock));
    }
    return unlocks;
  }

  const Territory& territory_;
  Model model_;
  std::size_t asking_;
  Outcome before_;
  std::int64_t limit_ = 0;
  std::map<UnlockGoal, Goal> goals_;
  std::map<UnlockGoal, std::int64_t> found_;
  std::map<std::int64_t, Outcome> planned_;
};

}  // namespace

std::vector<Unlock> unlocks_by_trying(const Territory& territory, std::size_t asking) {
  return Trial(territory, asking).run();
}

}  // namespace bocage::oracle
