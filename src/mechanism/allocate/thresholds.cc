#include "mechanism/allocate/thresholds.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <utility>

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using base::Int128;

// What is asked of a need, as an unreduced ratio, with its rounded value to sort by without long
// divisions.
struct Level {
  Int128 numerator = 0;
  Int128 denominator = 1;
  double rounded = 0;
  std::uint32_t need = 0;
  std::uint32_t ask = Thresholds::kNobody;
};

double rounded(Int128 numerator, Int128 denominator) {
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

Level level_of(const Instance& instance, const FairPlan& plan, std::uint32_t place,
               std::uint32_t need) {
  Int128 const denominator = plan.denominator[plan.part_of_need[place]];
  Level level{instance.received[place] * denominator + plan.share[place],
              instance.weight[place] * denominator, 0, need, Thresholds::kNobody};
  level.rounded = rounded(level.numerator, level.denominator);
  return level;
}

// Doubles decide only where they differ by far more than their rounding.
std::strong_ordering compare(const Level& a, const Level& b) {
  if (a.numerator == b.numerator && a.denominator == b.denominator) {
    return std::strong_ordering::equal;
  }
  constexpr double kFarBeyondRounding = 1e-12;
  double const gap = a.rounded - b.rounded;
  if (std::abs(gap) > kFarBeyondRounding * std::max(a.rounded, b.rounded)) {
    return gap < 0 ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return base::compare_ratios(a.numerator, a.denominator, b.numerator, b.denominator);
}

// The highest demands are spread first, so each node is visited once.
class Spread {
 public:
  Spread(const Instance& instance, const Part& part, const FairPlan& plan,
         const std::vector<Ask>& asks)
      : instance_(instance), part_(part), plan_(plan), asks_(asks) {}

  Thresholds run() {
    found_.rank_of_need.assign(part_.needs(), kNoRank);
    found_.rank_of_contribution.assign(part_.contributions(), kNoRank);
    found_.asked_by.assign(part_.needs(), Thresholds::kNobody);
    spread_infinity();
    spread_levels();
    spread_nothing();
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kNoRank = 0xFFFFFFFF;

  Int128 on_link(std::uint32_t link) const { return plan_.flow[part_.link_place[link]]; }

  void spread_infinity() {
    found_.of_rank.push_back(Fraction::infinity());
    std::vector<Int128> const left = left_by_contribution();
    for (std::uint32_t contribution = 0; contribution < part_.contributions(); ++contribution) {
      if (left[contribution] > 0) {
        ask_contribution(contribution);
      }
    }
    spread(Thresholds::kNobody);
    for (std::uint32_t a = 0; a < asks_.size(); ++a) {
      if (asks_[a].threshold.is_infinite()) {
        ask_need(asks_[a].need, a);
        spread(a);
      }
    }
  }

  // In steps of the part it gives in: parts differ in denominator, but a contribution gives in one
  // only.
  std::vector<Int128> left_by_contribution() const {
    std::vector<Int128> given(part_.contributions(), 0);
    std::vector<std::uint32_t> gives_in(part_.contributions(), 0);
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      std::uint32_t const of_plan = plan_.part_of_need[part_.need_place[need]];
      for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
        Int128 const amount = on_link(k);
        if (amount > 0) {
          given[part_.link_contribution[k]] += amount;
          gives_in[part_.link_contribution[k]] = of_plan;
        }
      }
    }
    for (std::uint32_t c = 0; c < part_.contributions(); ++c) {
      Int128 const supply = instance_.supply[part_.contribution_place[c]];
      given[c] = given[c] == 0 ? supply : supply * plan_.denominator[gives_in[c]] - given[c];
    }
    return given;
  }

  void spread_levels() {
    std::vector<Level> levels;
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      std::uint32_t const place = part_.need_place[need];
      Int128 const minimum =
          instance_.minimum[place] * plan_.denominator[plan_.part_of_need[place]];
      if (found_.rank_of_need[need] == kNoRank && plan_.share[place] > minimum) {
        levels.push_back(level_of(instance_, plan_, place, need));
        // Those who share one level are told apart without a product, from then on.
        if (levels.size() > 1 && compare(levels.back(), levels[levels.size() - 2]) == 0) {
          levels.back() = levels[levels.size() - 2];
          levels.back().need = need;
        }
      }
    }
    for (std::uint32_t a = 0; a < asks_.size(); ++a) {
      const Fraction& asked = asks_[a].threshold;
      if (!asked.is_infinite() && asked != Fraction()) {
        levels.push_back({asked.numerator(), asked.denominator(),
                          rounded(asked.numerator(), asked.denominator()), asks_[a].need, a});
      }
    }
    // At one level the part's own needs come first: they need nobody to ask.
    std::sort(levels.begin(), levels.end(), [](const Level& a, const Level& b) {
      std::strong_ordering const order = compare(a, b);
      return order != 0 ? order > 0 : a.need != b.need ? a.need < b.need : a.ask > b.ask;
    });
    const Level* last = nullptr;
    for (const Level& level : levels) {
      if (found_.rank_of_need[level.need] != kNoRank) {
        continue;
      }
      if (last == nullptr || compare(*last, level) != 0) {
        found_.of_rank.emplace_back(level.numerator, level.denominator);
        last = &level;
      }
      ask_need(level.need, level.ask);
      spread(level.ask);
    }
  }

  // Whoever nobody asks anything of stands at nothing, or at a minimum above all it could share.
  void spread_nothing() {
    if (found_.of_rank.back() != Fraction()) {
      found_.of_rank.emplace_back();
    }
    for (std::uint32_t contribution = 0; contribution < part_.contributions(); ++contribution) {
      ask_contribution(contribution);
    }
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      ask_need(need, Thresholds::kNobody);
    }
    spread(Thresholds::kNobody);
  }

  void ask_need(std::uint32_t need, std::uint32_t ask) {
    if (found_.rank_of_need[need] == kNoRank) {
      found_.rank_of_need[need] = static_cast<std::uint32_t>(found_.of_rank.size() - 1);
      found_.asked_by[need] = ask;
      needs_.push_back(need);
    }
  }

  void ask_contribution(std::uint32_t contribution) {
    if (found_.rank_of_contribution[contribution] == kNoRank) {
      found_.rank_of_contribution[contribution] =
          static_cast<std::uint32_t>(found_.of_rank.size() - 1);
      contributions_.push_back(contribution);
    }
  }

  void spread(std::uint32_t ask) {
    while (!needs_.empty() || !contributions_.empty()) {
      while (!needs_.empty()) {
        std::uint32_t const need = needs_.back();
        needs_.pop_back();
        for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
          if (on_link(k) > 0) {
            ask_contribution(part_.link_contribution[k]);
          }
        }
      }
      while (!contributions_.empty()) {
        std::uint32_t const contribution = contributions_.back();
        contributions_.pop_back();
        for (std::uint32_t c = part_.contribution_first[contribution];
             c < part_.contribution_first[contribution + 1]; ++c) {
          ask_need(part_.contribution_need[c], ask);
        }
      }
    }
  }

  const Instance& instance_;
  const Part& part_;
  const FairPlan& plan_;
  const std::vector<Ask>& asks_;
  Thresholds found_;
  std::vector<std::uint32_t> needs_;
  std::vector<std::uint32_t> contributions_;
};

}  // namespace

Thresholds least_thresholds(const Instance& instance, const Part& part, const FairPlan& plan,
                            const std::vector<Ask>& asks) {
  return Spread(instance, part, plan, asks).run();
}

bool falls_short(const Instance& instance, const FairPlan& plan, std::uint32_t place,
                 const Fraction& threshold) {
  if (plan.share[place] == instance.cap[place] * plan.denominator[plan.part_of_need[place]]) {
    return false;
  }
  Level const level = level_of(instance, plan, place, 0);
  return threshold.is_infinite() ||
         base::compare_ratios(level.numerator, level.denominator, threshold.numerator(),
                              threshold.denominator()) < 0;
}

}  // namespace bocage::mechanism::allocate
