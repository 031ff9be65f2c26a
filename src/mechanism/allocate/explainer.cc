#include "mechanism/allocate/explainer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "mechanism/allocate/part.h"
#include "mechanism/allocate/what_if.h"
#include "territory/distance.h"
#include "territory/find.h"

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using territory::Contribution;
using territory::Millionths;
using territory::Need;
using territory::NeedExplanation;
using territory::Territory;
using territory::Unlock;
using territory::UnlockGoal;

// The smallest quantity at which `measure` is not negative: what is reached beyond the goal,
// growing with the quantity and mostly along straight lines, so the search goes by secants and
// halves where they fail. `guess` comes first: it is mostly right. limit + 1: not even the limit is
// enough.
template <class Measure>
std::int64_t smallest(std::int64_t guess, std::int64_t limit, Measure&& measure) {
  std::int64_t enough = std::clamp<std::int64_t>(guess, 1, limit);
  double beyond = measure(enough);
  std::int64_t below = 0;
  double missing = 0;  // unknown at 0, where nothing is added
  while (beyond < 0) {
    if (enough == limit) {
      return limit + 1;
    }
    below = enough;
    missing = beyond;
    enough = std::min(limit, enough + std::max<std::int64_t>(1, enough / 8));
    beyond = measure(enough);
  }
  bool halve = false;
  bool one_less = true;
  while (enough - below > 1) {
    std::int64_t next = below + (enough - below) / 2;
    if (one_less) {
      next = enough - 1;
    } else if (!halve && beyond - missing > 0 && missing < 0) {
      double const share = -missing / (beyond - missing);
      next = below + static_cast<std::int64_t>(share * static_cast<double>(enough - below));
      next = std::clamp(next, below + 1, enough - 1);
    }
    double const there = measure(next);
    // A secant that falls short by a little leaves the answer one above it: look there next.
    one_less = false;
    halve = !halve;
    (there < 0 ? below : enough) = next;
    (there < 0 ? missing : beyond) = there;
  }
  return enough;
}

double as_double(const Fraction& fraction) {
  return static_cast<double>(fraction.numerator()) / static_cast<double>(fraction.denominator());
}

// A contribution that does not exist: the need's first resource, at its place, on its days, within
// its reach.
bool would_serve(const Territory& territory, const Need& asking, const Need& other) {
  Contribution imagined;
  imagined.family = asking.family;
  imagined.resources = {asking.resources.front()};
  if (other.family != asking.family || !serves(territory, imagined, other) ||
      !asking.window.shares_a_day_with(other.window)) {
    return false;
  }
  if (!asking.reach && !other.reach) {
    return true;
  }
  auto const from = place_of(territory, asking).position;
  auto const to = place_of(territory, other).position;
  if (!from || !to) {
    return &asking == &other;
  }
  std::int64_t const distance =
      territory::road_distance(*from, *to, territory.settings.detour).count();
  return (!asking.reach || distance <= asking.reach->count()) &&
         (!other.reach || distance <= other.reach->count());
}

}  // namespace

Explainer::Explainer(const Territory& territory, const PlanOptions& options,
                     const territory::Plan& plan)
    : territory_(territory), plan_(plan) {
  PlanOptions as_planned = options;
  as_planned.rule = plan.rule;
  as_planned.order = plan.order;
  as_planned.timing = nullptr;
  prepared_ = prepare(territory, as_planned);
  // A need without a possible link stands alone in a part of its own.
  part_of_need_.resize(territory.needs.size());
  std::iota(part_of_need_.begin(), part_of_need_.end(), 0U);
  part_of_contribution_.assign(territory.contributions.size(),
                               std::numeric_limits<std::uint32_t>::max());
  Part const whole = whole_part(prepared_.open_instance);
  for (const Part& part : connected_pieces(whole)) {
    std::uint32_t const label = part.need_place.front();
    for (std::uint32_t const need : part.need_place) {
      part_of_need_[need] = label;
    }
    for (std::uint32_t const contribution : part.contribution_place) {
      part_of_contribution_[contribution] = label;
    }
  }
}

WhatIf Explainer::with_more_for(std::uint32_t place) const {
  std::vector<std::uint32_t> linked_to;
  std::vector<bool> touched(territory_.needs.size(), false);
  for (std::uint32_t n = 0; n < territory_.needs.size(); ++n) {
    if (would_serve(territory_, territory_.needs[place], territory_.needs[n])) {
      linked_to.push_back(n);
      touched[part_of_need_[n]] = true;
    }
  }
  std::vector<std::uint32_t> needs;
  for (std::uint32_t n = 0; n < territory_.needs.size(); ++n) {
    if (touched[part_of_need_[n]]) {
      needs.push_back(n);
    }
  }
  std::vector<std::uint32_t> contributions;
  for (std::uint32_t c = 0; c < territory_.contributions.size(); ++c) {
    if (part_of_contribution_[c] < touched.size() && touched[part_of_contribution_[c]]) {
      contributions.push_back(c);
    }
  }
  return WhatIf(prepared_, needs, contributions, linked_to);
}

// One question, asked again with one quantity after another: from how much more on is the goal
// reached?
class Explainer::Search {
 public:
  Search(const Explainer& explainer, std::uint32_t place)
      : explainer_(explainer), what_if_(explainer.with_more_for(place)) {
    const std::vector<std::uint32_t>& needs = what_if_.needs();
    local_ = static_cast<std::size_t>(std::lower_bound(needs.begin(), needs.end(), place) -
                                      needs.begin());
    for (std::uint32_t const need : needs) {
      limit_ += explainer.prepared_.open_instance.cap[need];
    }
    now_ = what_if_.plan_with(0, WhatIf::Minima::kSame);
    const Need& asking = explainer.territory_.needs[place];
    quantum_ = explainer.territory_.families[asking.family.position()].quantum.count();
  }

  [[nodiscard]] std::int64_t served_now() const { return now_.served[local_]; }

  // The next level that somebody in these parts stands at.
  [[nodiscard]] std::optional<Fraction> next_level() const {
    std::optional<Fraction> next;
    for (const Fraction& level : now_.level) {
      if (level > now_.level[local_] && (!next || level < *next)) {
        next = level;
      }
    }
    return next;
  }

  std::optional<Unlock> for_quantity(UnlockGoal goal, const Fraction& level,
                                     std::int64_t quantity) const {
    return find(goal, level, [&](const WhatIf::Outcome& outcome) {
      double const beyond = static_cast<double>(outcome.served[local_] - quantity);
      // It must not come back at the price of another one set aside in its stead.
      return goal == UnlockGoal::kMinimum && sets_another_aside(outcome) ? std::min(beyond, -1.0)
                                                                         : beyond;
    });
  }

  // Exact where it decides: the sign. The size only guides the search.
  std::optional<Unlock> for_level(UnlockGoal goal, const Fraction& level) const {
    return find(goal, level, [&](const WhatIf::Outcome& outcome) {
      double const gap = std::abs(as_double(outcome.level[local_]) - as_double(level)) + 1e-300;
      return outcome.level[local_] >= level ? gap : -gap;
    });
  }

 private:
  // Searched with those set aside staying so, which is fast; then told only as planning anew bears
  // it out.
  template <class Measure>
  std::optional<Unlock> find(UnlockGoal goal, const Fraction& level, Measure&& measure) const {
    std::int64_t extra = what_if_.enough_for(level);
    bool const choose_again = now_.set_aside[local_];
    if (!choose_again) {
      extra = smallest(extra, limit_, [&](std::int64_t quantity) {
        return measure(what_if_.plan_with(quantity, WhatIf::Minima::kSame));
      });
    }
    if (extra > limit_) {
      return std::nullopt;
    }
    if (choose_again || measure(planned(extra)) < 0) {
      extra = smallest(extra, limit_,
                       [&](std::int64_t quantity) { return measure(planned(quantity)); });
    }
    if (extra > limit_) {
      return std::nullopt;
    }
    const WhatIf::Outcome& then = planned(extra);
    Unlock unlock{
        goal, Millionths{extra * quantum_}, Millionths{then.served[local_] * quantum_}, {}};
    for (std::size_t n = 0; n < then.served.size(); ++n) {
      if (n != local_ && then.served[n] > now_.served[n]) {
        unlock.others.push_back({explainer_.territory_.needs[what_if_.needs()[n]].id,
                                 Millionths{now_.served[n] * quantum_},
                                 Millionths{then.served[n] * quantum_}});
      }
    }
    return unlock;
  }

  bool sets_another_aside(const WhatIf::Outcome& outcome) const {
    for (std::size_t n = 0; n < outcome.set_aside.size(); ++n) {
      if (outcome.set_aside[n] && !now_.set_aside[n]) {
        return true;
      }
    }
    return false;
  }

  const WhatIf::Outcome& planned(std::int64_t extra) const {
    auto found = planned_.find(extra);
    if (found == planned_.end()) {
      found = planned_.emplace(extra, what_if_.plan_with(extra, WhatIf::Minima::kAgain)).first;
    }
    return found->second;
  }

  const Explainer& explainer_;
  WhatIf what_if_;
  WhatIf::Outcome now_;
  mutable std::map<std::int64_t, WhatIf::Outcome> planned_;
  std::size_t local_ = 0;
  std::int64_t limit_ = 0;
  std::int64_t quantum_ = 1;
};

std::vector<Unlock> Explainer::unlocks(std::uint32_t place) const {
  const Need& asking = territory_.needs[place];
  const Instance& open = prepared_.open_instance;
  auto const level_at = [&](std::int64_t bound) {
    return Fraction(base::Int128{open.received[place]} + bound, open.weight[place]);
  };
  Search const search(*this, place);
  std::vector<Unlock> found;
  auto const add = [&](std::optional<Unlock> unlock) {
    if (unlock) {
      found.push_back(std::move(*unlock));
    }
  };
  if (search.served_now() < asking.minimum.count()) {
    add(search.for_quantity(UnlockGoal::kMinimum, level_at(open.minimum[place]),
                            asking.minimum.count()));
  }
  Fraction const full = level_at(open.cap[place]);
  std::optional<Unlock> to_full =
      search.for_quantity(UnlockGoal::kFull, full, asking.quantity.count());
  if (prepared_.fair_leads && !prepared_.minima.set_aside[place]) {
    std::optional<Fraction> const next = search.next_level();
    if (next && *next < full) {
      std::optional<Unlock> to_next = search.for_level(UnlockGoal::kNextLevel, *next);
      // In whole quanta it may be served in full before its exact share stands at the next level.
      if (to_next && (!to_full || to_next->extra < to_full->extra)) {
        add(std::move(to_next));
      }
    }
  }
  add(std::move(to_full));
  return found;
}

NeedExplanation Explainer::need(territory::NeedIndex index) const {
  auto const place = static_cast<std::uint32_t>(index.position());
  const Need& asking = territory_.needs[place];
  NeedExplanation answer;
  answer.need = asking.id;
  answer.quantity = in_units(territory_, asking.family, asking.quantity);
  const territory::PlanNeed* planned = nullptr;
  for (const territory::PlanNeed& entry : plan_.needs) {
    planned = entry.id == asking.id ? &entry : planned;
  }
  for (const territory::PlanTransfer& transfer : plan_.transfers) {
    if (transfer.need == asking.id) {
      answer.gets.push_back(transfer);
    }
  }
  if (planned == nullptr) {
    return answer;
  }
  answer.served = planned->served;
  answer.reason = planned->reason;
  answer.facts = planned->facts;
  if (planned->block) {
    answer.level = plan_.blocks[static_cast<std::size_t>(*planned->block - 1)].level;
    for (const territory::PlanNeed& entry : plan_.needs) {
      if (entry.block == planned->block && entry.id != asking.id) {
        answer.shares_with.push_back(entry.id);
      }
    }
    for (const territory::PlanContribution& entry : plan_.contributions) {
      if (entry.block == planned->block) {
        answer.supplied_by.push_back(entry.id);
      }
    }
  }
  if (answer.served < answer.quantity && !prepared_.problems.has_errors()) {
    answer.unlocks = unlocks(place);
  }
  return answer;
}

territory::ContributionExplanation Explainer::contribution(
    territory::ContributionIndex index) const {
  const Contribution& offer = territory_.contributions[index.position()];
  territory::ContributionExplanation answer;
  answer.contribution = offer.id;
  answer.quantity = in_units(territory_, offer.family, offer.quantity);
  for (const territory::PlanContribution& entry : plan_.contributions) {
    if (entry.id == offer.id) {
      answer.given = entry.given;
      if (entry.block) {
        answer.level = plan_.blocks[static_cast<std::size_t>(*entry.block - 1)].level;
      }
    }
  }
  for (const territory::PlanTransfer& transfer : plan_.transfers) {
    if (transfer.contribution == offer.id) {
      answer.gives.push_back(transfer);
    }
  }
  const auto& linked = prepared_.linked.links.contribution;
  answer.needs_within_reach = static_cast<int>(
      std::count(linked.begin(), linked.end(), static_cast<std::uint32_t>(index.position())));
  return answer;
}

territory::StakeholderExplanation Explainer::stakeholder(territory::StakeholderIndex index) const {
  territory::StakeholderExplanation answer;
  answer.stakeholder = territory_.stakeholders[index.position()].id;
  for (std::size_t n = 0; n < territory_.needs.size(); ++n) {
    if (territory_.needs[n].stakeholder == index) {
      answer.needs.push_back(need(territory::NeedIndex(n)));
    }
  }
  for (std::size_t c = 0; c < territory_.contributions.size(); ++c) {
    if (territory_.contributions[c].stakeholder == index) {
      answer.contributions.push_back(contribution(territory::ContributionIndex(c)));
    }
  }
  return answer;
}

std::optional<territory::StakeholderExplanation> Explainer::by_id(const std::string& id) const {
  if (auto const index = find_stakeholder(territory_, id)) {
    return stakeholder(*index);
  }
  territory::StakeholderExplanation answer;
  if (auto const index = find_need(territory_, id)) {
    answer.stakeholder =
        territory_.stakeholders[territory_.needs[index->position()].stakeholder.position()].id;
    answer.needs.push_back(need(*index));
    return answer;
  }
  if (auto const index = find_contribution(territory_, id)) {
    answer.stakeholder =
        territory_.stakeholders[territory_.contributions[index->position()].stakeholder.position()]
            .id;
    answer.contributions.push_back(contribution(*index));
    return answer;
  }
  return std::nullopt;
}

std::optional<territory::StakeholderExplanation> explain(const Territory& territory,
                                                         const PlanOptions& options,
                                                         const territory::Plan& plan,
                                                         const std::string& id) {
  return Explainer(territory, options, plan).by_id(id);
}

}  // namespace bocage::mechanism::allocate
