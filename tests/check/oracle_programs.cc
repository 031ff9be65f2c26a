#include "check/oracle_programs.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/sha256.h"

namespace bocage::check_tests {

using base::Fraction;
using base::Int128;
using territory::Criterion;
using territory::Need;

namespace {

Fraction whole(Int128 number) { return {number, 1}; }

bool has(const std::vector<Criterion>& order, Criterion criterion) {
  return std::find(order.begin(), order.end(), criterion) != order.end();
}

}  // namespace

EveryPlan::EveryPlan(const territory::Territory& territory, const territory::Plan& plan)
    : all_(territory), plan_(plan), memory_(memory_of_needs(territory)) {
  held_.assign(all_.links.size(), 0);
  earlier_.assign(all_.links.size(), 0);
  for (const territory::ArrangedLine& line : all_.arranged) {
    bool const is_held =
        line.kind == territory::ArrangedKind::kFixed || plan.answer == territory::Answer::kKeep;
    for (std::size_t link = 0; link < all_.links.size(); ++link) {
      if (all_.links[link].contribution == line.contribution &&
          all_.links[link].need == line.need) {
        (is_held ? held_ : earlier_)[link] += line.quantity.count();
      }
    }
  }
  stands_ = sums_of(held_);
  for (std::size_t need = 0; need < all_.needs.size(); ++need) {
    bool const counts = has(plan_.order, Criterion::kMinimum) && !all_.needs[need].activity;
    with_minimum_ += counts && all_.needs[need].minimum.count() > stands_.got[need] ? 1 : 0;
  }
  if (all_.settings.below_minimum == territory::BelowMinimum::kShare) {
    std::int64_t most = 0;
    visit_all([&](const Lines& lines) {
      if (is_possible(lines, true)) {
        Worth const kept = minima_of(sums_of(lines));
        most = std::max(most, static_cast<std::int64_t>(kept.front().numerator()));
      }
    });
    drops_minima_ = most < with_minimum_;
  }
}

EveryPlan::Sums EveryPlan::sums_of(const Lines& lines) const {
  Sums sums{std::vector<std::int64_t>(all_.needs.size(), 0),
            std::vector<std::int64_t>(all_.contributions.size(), 0)};
  for (std::size_t link = 0; link < lines.size(); ++link) {
    sums.got[all_.links[link].need.position()] += lines[link];
    sums.given[all_.links[link].contribution.position()] += lines[link];
  }
  return sums;
}

bool EveryPlan::keeps_sizes(const Lines& lines) const {
  for (std::size_t link = 0; link < lines.size(); ++link) {
    std::int64_t const beyond = lines[link] - held_[link];
    auto const& giver = all_.contributions[all_.links[link].contribution.position()];
    auto const& taker = all_.needs[all_.links[link].need.position()];
    for (auto const& lot : {giver.lot_size, taker.lot_size}) {
      if (lot && beyond % lot->count() != 0) {
        return false;
      }
    }
    for (auto const& smallest : {giver.smallest_delivery, taker.smallest_delivery}) {
      if (smallest && beyond > 0 && lines[link] < smallest->count() && held_[link] == 0) {
        return false;
      }
    }
  }
  return true;
}

// Of what is given beyond what stands.
bool EveryPlan::keeps_conditions(const Sums& beyond) const {
  auto const holds = [&](const territory::Condition& condition) {
    return condition.need
               ? beyond.got[condition.need->position()] + stands_.got[condition.need->position()] >
                     0
               : beyond.given[condition.contribution->position()] +
                         stands_.given[condition.contribution->position()] >
                     0;
  };
  auto const kept = [&](const auto& offers, const std::vector<std::int64_t>& moved) {
    for (std::size_t place = 0; place < offers.size(); ++place) {
      if (moved[place] > 0 &&
          !std::all_of(offers[place].depends_on.begin(), offers[place].depends_on.end(), holds)) {
        return false;
      }
    }
    return true;
  };
  return kept(all_.needs, beyond.got) && kept(all_.contributions, beyond.given);
}

bool EveryPlan::keeps_recipes(const Sums& beyond) const {
  constexpr Int128 kMillion = 1'000'000;
  auto const millionths = [&](territory::FamilyIndex family, std::int64_t quanta) {
    return Int128{quanta} * all_.families[family.position()].quantum.count();
  };
  for (const territory::Activity& activity : all_.activities) {
    const territory::Recipe& recipe = all_.recipes[activity.recipe];
    Fraction amount;  // units of the recipe
    for (std::size_t out = 0; out < activity.makes.size(); ++out) {
      std::size_t const place = activity.makes[out].position();
      const territory::RecipePart& part = recipe.makes[out];
      amount = std::max(
          amount,
          Fraction(millionths(all_.contributions[place].family, beyond.given[place]) * kMillion,
                   Int128{part.quantity.count()} * (kMillion - part.loss.count())));
    }
    if (activity.batch) {
      Int128 begun = 0;
      while (Fraction(begun * activity.batch->count(), kMillion) < amount) {
        begun += 1;
      }
      amount = Fraction(begun * activity.batch->count(), kMillion);
      if (amount > Fraction(activity.capacity.count(), kMillion)) {
        return false;
      }
    }
    for (std::size_t in = 0; in < activity.takes.size(); ++in) {
      std::size_t const place = activity.takes[in].position();
      const territory::RecipePart& part = recipe.takes[in];
      Fraction const asked(amount.numerator() * part.quantity.count() * kMillion,
                           amount.denominator() * (kMillion - part.loss.count()));
      if (Fraction(millionths(all_.needs[place].family, beyond.got[place]), 1) < asked) {
        return false;
      }
    }
  }
  return true;
}

bool EveryPlan::is_possible(const Lines& lines, bool minima_count) const {
  Sums const sums = sums_of(lines);
  Sums beyond = sums;
  for (std::size_t need = 0; need < all_.needs.size(); ++need) {
    const Need& one = all_.needs[need];
    beyond.got[need] -= stands_.got[need];
    bool const has_minimum = minima_count && has(plan_.order, Criterion::kMinimum) && !one.activity;
    if (sums.got[need] > one.quantity.count() ||
        (has_minimum && beyond.got[need] > 0 && sums.got[need] < one.minimum.count())) {
      return false;
    }
  }
  for (std::size_t place = 0; place < all_.contributions.size(); ++place) {
    beyond.given[place] -= stands_.given[place];
    if (sums.given[place] > all_.contributions[place].quantity.count()) {
      return false;
    }
  }
  return keeps_sizes(lines) && keeps_conditions(beyond) && keeps_recipes(beyond);
}

// How many minima are kept, of those set aside before, people, and the lot.
Worth EveryPlan::minima_of(const Sums& all) const {
  Int128 kept = 0;
  Int128 before = 0;
  Int128 people = 0;
  Int128 lot = 0;
  for (std::size_t need = 0; need < all_.needs.size(); ++need) {
    const Need& one = all_.needs[need];
    bool const counts = !one.activity && one.minimum.count() > stands_.got[need] &&
                        has(plan_.order, Criterion::kMinimum);
    if (counts && all.got[need] > stands_.got[need]) {
      kept += 1;
      before += memory_[need].set_aside ? 1 : 0;
      people += people_of(all_, one).value_or(1);
      std::string const drawn = base::sha256_hex(std::to_string(all_.settings.lot) + " " + one.id);
      lot += std::stoll(drawn.substr(0, 5), nullptr, 16) + 1;
    }
  }
  if (all_.settings.rule == territory::Rule::kNeed) {
    people = 0;
  }
  return {whole(kept), whole(before), whole(people), whole(lot)};
}

void EveryPlan::add_criteria(const Lines& lines, Worth& worth) const {
  std::set<std::string> units;
  std::set<std::string> taken_units;
  for (const Need& need : all_.needs) {
    const std::string& unit = all_.families[need.family.position()].unit;
    units.insert(unit);
    if (need.activity) {
      taken_units.insert(unit);
    }
  }
  // Of a unit, or of all lines together.
  auto const add = [&](const std::string& unit, const auto& counts) {
    Int128 sum = 0;
    for (std::size_t link = 0; link < lines.size(); ++link) {
      const Need& taker = all_.needs[all_.links[link].need.position()];
      const territory::Family& family = all_.families[taker.family.position()];
      if (unit.empty() || family.unit == unit) {
        sum += Int128{lines[link] - held_[link]} * family.quantum.count() * counts(link, taker);
      }
    }
    worth.push_back(whole(sum));
  };
  for (Criterion const criterion : plan_.order) {
    if (criterion == Criterion::kCost) {
      add("", [&](std::size_t link, const Need&) {
        auto const& giver = all_.contributions[all_.links[link].contribution.position()];
        return -Int128{giver.cost.value_or(territory::Millionths(0)).count()};
      });
    } else if (criterion == Criterion::kValue) {
      add("",
          [&](std::size_t link, const Need&) { return Int128{all_.links[link].value->count()}; });
    } else if (criterion == Criterion::kStability) {
      for (const std::string& unit : units) {
        Int128 kept = 0;
        for (std::size_t link = 0; link < lines.size(); ++link) {
          const Need& taker = all_.needs[all_.links[link].need.position()];
          const territory::Family& family = all_.families[taker.family.position()];
          kept += family.unit == unit
                      ? Int128{std::min(lines[link] - held_[link], earlier_[link])} *
                            family.quantum.count()
                      : Int128{0};
        }
        worth.push_back(whole(kept));
      }
    } else if (criterion == Criterion::kDistance || criterion == Criterion::kTotal) {
      for (const std::string& unit : units) {
        add(unit, [&](std::size_t link, const Need& taker) {
          return criterion == Criterion::kTotal ? Int128{taker.activity ? 0 : 1}
                                                : -Int128{all_.links[link].distance->count()};
        });
      }
    }
  }
  for (const std::string& unit : taken_units) {
    add(unit, [&](std::size_t, const Need& taker) { return Int128{taker.activity ? -1 : 0}; });
  }
}

Worth EveryPlan::worth_of(const Lines& lines, bool minima_count) const {
  Sums const sums = sums_of(lines);
  Worth worth = minima_count ? minima_of(sums) : Worth{};
  if (has(plan_.order, Criterion::kFair)) {
    std::set<territory::FamilyIndex> families;
    for (const Need& need : all_.needs) {
      if (!need.activity) {
        families.insert(need.family);
      }
    }
    bool const by_people = families.size() == 1 && all_.settings.rule == territory::Rule::kPeople;
    Worth levels;
    for (std::size_t need = 0; need < all_.needs.size(); ++need) {
      const Need& one = all_.needs[need];
      if (!one.activity) {
        std::int64_t const has = memory_[need].received.count() + sums.got[need];
        levels.emplace_back(has, by_people ? *people_of(all_, one)
                                           : memory_[need].needed.count() + one.quantity.count());
      }
    }
    std::sort(levels.begin(), levels.end());
    worth.insert(worth.end(), levels.begin(), levels.end());
  }
  add_criteria(lines, worth);
  return worth;
}

template <class Visit>
void EveryPlan::visit_all(const Visit& visit) const {
  Lines lines = held_;
  while (true) {
    visit(lines);
    std::size_t link = 0;
    for (; link < lines.size(); ++link) {
      std::int64_t const most =
          std::min(all_.contributions[all_.links[link].contribution.position()].quantity.count(),
                   all_.needs[all_.links[link].need.position()].quantity.count());
      if (lines[link] < most) {
        lines[link] += 1;
        break;
      }
      lines[link] = held_[link];
    }
    if (link == lines.size()) {
      return;
    }
  }
}

std::optional<Worth> EveryPlan::of_plan() const {
  Lines lines(all_.links.size(), 0);
  for (const territory::PlanTransfer& transfer : plan_.transfers) {
    for (std::size_t link = 0; link < all_.links.size(); ++link) {
      const Need& taker = all_.needs[all_.links[link].need.position()];
      if (all_.contributions[all_.links[link].contribution.position()].id ==
              transfer.contribution &&
          taker.id == transfer.need) {
        lines[link] =
            transfer.quantity.count() / all_.families[taker.family.position()].quantum.count();
      }
    }
  }
  return is_possible(lines, !drops_minima_) ? std::optional(worth_of(lines, !drops_minima_))
                                            : std::nullopt;
}

Worth EveryPlan::best() const {
  Worth best;
  visit_all([&](const Lines& lines) {
    if (is_possible(lines, !drops_minima_)) {
      best = std::max(best, worth_of(lines, !drops_minima_));
    }
  });
  return best;
}

}  // namespace bocage::check_tests
