#include "mechanism/allocate/unlock_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "territory/find.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using base::Int128;
using territory::Change;
using territory::Unlock;
using territory::UnlockGoal;

// Counts, never the clock, stop a search that would take too long.
constexpr int kMostChoices = 300;
constexpr std::int64_t kMostLinksInWhole = 3'000'000;

double as_double(const Fraction& fraction) {
  return static_cast<double>(fraction.numerator()) / static_cast<double>(fraction.denominator());
}

// The least quantity from `low` to `high` at which `beyond` is not negative; `high` + 1: none is.
// It grows with the quantity, mostly along straight lines, so the search goes by secants and halves
// where they fail. `guess` comes first: it is mostly right.
template <class Beyond>
std::int64_t least(std::int64_t low, std::int64_t high, std::int64_t guess, Beyond&& beyond) {
  std::int64_t enough = std::clamp(guess, low, high);
  double above = beyond(enough);
  std::int64_t little = low - 1;
  double below = 0;
  bool below_known = false;
  for (std::int64_t step = 1; above < 0; step *= 2) {
    if (enough == high) {
      return high + 1;
    }
    little = enough;
    below = above;
    below_known = true;
    // A share grows no faster than the quantity.
    step = std::max(step, static_cast<std::int64_t>(std::min(-above, 1e15)));
    enough = high - enough < step ? high : enough + step;
    above = beyond(enough);
  }
  bool one_less = true;  // a good guess, and a secant from below, end one above what is too little
  bool by_half = false;
  while (enough - little > 1) {
    std::int64_t next = little + (enough - little) / 2;
    if (one_less) {
      next = enough - 1;
    } else if (!by_half && below_known && above > below) {
      double const part = -below / (above - below);
      next = little + static_cast<std::int64_t>(part * static_cast<double>(enough - little));
      next = std::clamp(next, little + 1, enough - 1);
    } else if (!below_known) {
      next = little + 1;
    }
    double const there = beyond(next);
    by_half = !by_half && !one_less;
    one_less = false;
    if (there < 0) {
      little = next;
      below = there;
      below_known = true;
    } else {
      enough = next;
      above = there;
    }
  }
  return enough;
}

// Exact where it decides, the sign; the size only guides the search.
double beyond(const Fraction& share, const Fraction& goal, bool strictly) {
  double const gap = std::abs(as_double(share) - as_double(goal));
  bool const reached = strictly ? share > goal : share >= goal;
  return reached ? gap : -std::max(gap, 1e-9);
}

}  // namespace

UnlockSearch::UnlockSearch(const territory::Territory& territory, const Prepared& prepared,
                           WhatIf what_if, territory::NeedIndex asking)
    : territory_(territory),
      asking_(territory.needs[asking.position()]),
      what_if_(std::move(what_if)),
      held_(prepared.held_by_need[asking.position()]),
      choices_left_(kMostChoices) {
  const std::vector<std::uint32_t>& needs = what_if_.needs();
  local_ = static_cast<std::size_t>(
      std::lower_bound(needs.begin(), needs.end(), static_cast<std::uint32_t>(asking.position())) -
      needs.begin());
  for (std::int64_t const cap : what_if_.instance().cap) {
    limit_ += cap;
  }
  auto const links = static_cast<std::int64_t>(what_if_.instance().links());
  most_in_whole_ = std::clamp<std::int64_t>(kMostLinksInWhole / (links + 1), 8, 2'000);
  now_ = what_if_.now(local_);
}

Fraction UnlockSearch::level_at(Int128 share) const {
  const Instance& instance = what_if_.instance();
  return {instance.received[local_] + share, instance.weight[local_]};
}

UnlockSearch::Goal UnlockSearch::goal_of_quantity(UnlockGoal kind, std::int64_t quantity) const {
  return {kind, Fraction(quantity - held_, 1), true,
          what_if_.enough_for(level_at(quantity - held_))};
}

// Of the blocks of the plan, the lowest that stands above the need: above its minimum, too, where
// it is below that.
std::optional<UnlockSearch::Goal> UnlockSearch::goal_of_next_level() const {
  const Instance& instance = what_if_.instance();
  Int128 const weight = instance.weight[local_];
  Int128 const received = instance.received[local_];
  Fraction const share = std::max(now_.share, Fraction(instance.minimum[local_], 1));
  Fraction const stands(received * share.denominator() + share.numerator(),
                        weight * share.denominator());
  auto const next = std::upper_bound(now_.thresholds.begin(), now_.thresholds.end(), stands);
  if (next == now_.thresholds.end() || *next >= level_at(instance.cap[local_])) {
    return std::nullopt;
  }
  return Goal{UnlockGoal::kNextLevel,
              {next->numerator() * weight - received * next->denominator(), next->denominator()},
              false,
              what_if_.enough_for(*next)};
}

std::vector<Unlock> UnlockSearch::run() {
  std::vector<Unlock> found;
  std::optional<std::int64_t> to_minimum;
  std::int64_t const served_now = now_.served[local_];
  if (served_now < asking_.minimum.count()) {
    to_minimum = find(goal_of_quantity(UnlockGoal::kMinimum, asking_.minimum.count()));
    if (to_minimum) {
      found.push_back(told(UnlockGoal::kMinimum, *to_minimum));
    }
  }
  auto const to_full = find(goal_of_quantity(UnlockGoal::kFull, asking_.quantity.count()));
  if (auto const next = goal_of_next_level()) {
    auto const to_next = find(*next);
    // In whole quanta it may be served in full before its exact share stands at the next level.
    if (to_next && (!to_full || *to_next < *to_full) && (!to_minimum || *to_minimum < *to_next)) {
      found.push_back(told(UnlockGoal::kNextLevel, *to_next));
    }
  }
  if (to_full) {
    found.push_back(told(UnlockGoal::kFull, *to_full));
  }
  return found;
}

std::optional<std::int64_t> UnlockSearch::find(const Goal& goal) {
  for (bool const at_any_price : {false, true}) {
    at_any_price_ = at_any_price;
    std::int64_t const from = at_any_price ? 1 : what_if_.least_to_keep(local_);
    if (from > limit_) {
      continue;
    }
    auto const extra = choice(from) == choice(limit_)
                           ? first_in_steady(goal, range_of(from, limit_))
                           : first_from(goal, at_any_price ? from : no_less_for(goal, from));
    if (extra) {
      return extra;
    }
  }
  return std::nullopt;
}

// Whoever comes back besides takes from the others: what is too little beside those that keep their
// minimum in the plan is too little beside more.
std::int64_t UnlockSearch::no_less_for(const Goal& goal, std::int64_t from) {
  if (what_if_.minima_may_drop()) {
    return from;
  }
  WhatIf::Choice beside = what_if_.as_planned();
  beside.set_aside[local_] = false;
  Fraction const least_share = goal.rounded ? Fraction(goal.share.numerator() - 1, 1) : goal.share;
  std::int64_t const quantity = least(from, limit_, goal.guess, [&](std::int64_t tried) {
    return beyond(what_if_.share_with(tried, beside, local_), least_share, goal.rounded);
  });
  return std::min(quantity, limit_);
}

// Step by step, ever longer ones: the answer is mostly near, and each choice costs a program.
std::optional<std::int64_t> UnlockSearch::first_from(const Goal& goal, std::int64_t from) {
  for (std::int64_t step = 0; from <= limit_; step = 2 * step + 1) {
    std::int64_t const to = limit_ - from < step ? limit_ : from + step;
    if (auto const extra = first_in(goal, range_of(from, to))) {
      return extra;
    }
    from = to + 1;
  }
  return std::nullopt;
}

// The more there is, the better the best choice of whom to set aside; so where the choice is the
// same at both ends it is the same between them, and exact shares grow with the quantity there.
std::optional<std::int64_t> UnlockSearch::first_in(const Goal& goal, const Range& range) {
  if (*range.first == *range.last) {
    return first_in_steady(goal, range);
  }
  if (range.to - range.from == 1) {
    auto const first = first_in_steady(goal, {range.from, range.from, range.first, range.first});
    return first ? first : first_in_steady(goal, {range.to, range.to, range.last, range.last});
  }
  if (choices_left_ <= 0) {
    std::int64_t const somewhere = halve(goal, range);
    return somewhere > range.to ? std::nullopt : std::optional(somewhere);
  }
  std::int64_t const middle = range.from + (range.to - range.from) / 2;
  const WhatIf::Choice* const there = &choice(middle);
  auto const first = first_in(goal, {range.from, middle, range.first, there});
  return first ? first : first_in(goal, {middle, range.to, there, range.last});
}

std::optional<std::int64_t> UnlockSearch::first_in_steady(const Goal& goal, const Range& range) {
  if (range.first->set_aside[local_] || (!at_any_price_ && !costs_nobody_its_place(*range.first))) {
    return std::nullopt;
  }
  if (goal.rounded) {
    Fraction const one_less(goal.share.numerator() - 1, 1);
    std::int64_t const maybe = least(range.from, range.to, goal.guess, [&](std::int64_t quantity) {
      return beyond(share(quantity, *range.first), one_less, true);
    });
    return maybe > range.to ? std::nullopt : first_rounded(goal, range, maybe);
  }
  std::int64_t const extra = least(range.from, range.to, goal.guess, [&](std::int64_t quantity) {
    return beyond(share(quantity, *range.first), goal.share, false);
  });
  return extra > range.to ? std::nullopt : std::optional(extra);
}

// From `from` on the share may be rounded up to the goal, and at some quantity it needs no
// rounding; in between, rounding depends on what remains to others.
std::optional<std::int64_t> UnlockSearch::first_rounded(const Goal& goal, const Range& range,
                                                        std::int64_t from) {
  auto const wanted = static_cast<std::int64_t>(goal.share.numerator()) + held_;
  std::int64_t const surely = least(from, range.to, from, [&](std::int64_t quantity) {
    return beyond(share(quantity, *range.first), goal.share, false);
  });
  std::int64_t const last = std::min(surely, range.to);
  auto const reached = [&](std::int64_t quantity) {
    return quantity == surely || served(quantity, *range.first)[local_] >= wanted;
  };
  if (last - from <= most_in_whole_) {
    for (std::int64_t quantity = from; quantity <= last; ++quantity) {
      if (reached(quantity)) {
        return quantity;
      }
    }
    return std::nullopt;
  }
  std::int64_t const found = least(
      from, last, last, [&](std::int64_t quantity) { return reached(quantity) ? 1.0 : -1.0; });
  return found > last ? std::nullopt : std::optional(found);
}

// Where choices change too often to look at each: a quantity that does, and one less does not.
std::int64_t UnlockSearch::halve(const Goal& goal, Range range) {
  std::int64_t little = range.from - 1;
  std::int64_t enough = range.to + 1;
  while (enough - little > 1) {
    std::int64_t const middle = little + (enough - little) / 2;
    const WhatIf::Choice* const there = &choice(middle);
    (first_in_steady(goal, {middle, middle, there, there}) ? enough : little) = middle;
  }
  return enough;
}

Unlock UnlockSearch::told(UnlockGoal kind, std::int64_t extra) {
  auto const in_units = [&](std::int64_t quantity) {
    return territory::in_units(territory_, asking_.family, territory::Quanta{quantity});
  };
  const std::vector<std::int64_t>& then = served(extra, choice(extra));
  Unlock unlock{kind, in_units(extra), in_units(then[local_]), {}, {}};
  for (std::size_t n = 0; n < then.size(); ++n) {
    if (n != local_ && then[n] != now_.served[n]) {
      Change const change{territory_.needs[what_if_.needs()[n]].id, in_units(now_.served[n]),
                          in_units(then[n])};
      (then[n] > now_.served[n] ? unlock.others : unlock.losers).push_back(change);
    }
  }
  return unlock;
}

UnlockSearch::Range UnlockSearch::range_of(std::int64_t from, std::int64_t to) {
  return {from, to, &choice(from), &choice(to)};
}

const WhatIf::Choice& UnlockSearch::choice(std::int64_t quantity) {
  auto found = choice_.find(quantity);
  if (found == choice_.end()) {
    --choices_left_;
    found = choice_.emplace(quantity, what_if_.choose_with(quantity)).first;
  }
  return found->second;
}

Fraction UnlockSearch::share(std::int64_t quantity, const WhatIf::Choice& choice) {
  auto found = share_.find(quantity);
  if (found == share_.end()) {
    found = share_.emplace(quantity, what_if_.share_with(quantity, choice, local_)).first;
  }
  return found->second;
}

const std::vector<std::int64_t>& UnlockSearch::served(std::int64_t quantity,
                                                      const WhatIf::Choice& choice) {
  auto found = served_.find(quantity);
  if (found == served_.end()) {
    found = served_.emplace(quantity, what_if_.served_with(quantity, choice)).first;
  }
  return found->second;
}

bool UnlockSearch::costs_nobody_its_place(const WhatIf::Choice& choice) const {
  for (std::size_t n = 0; n < choice.set_aside.size(); ++n) {
    if (choice.set_aside[n] && !what_if_.as_planned().set_aside[n]) {
      return false;
    }
  }
  return true;
}

}  // namespace bocage::mechanism::allocate
