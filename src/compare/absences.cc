#include "compare/absences.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <numeric>
#include <tuple>

#include "compare/departure.h"
#include "compare/touched_absence.h"
#include "mechanism/allocate/parallel.h"

namespace bocage::compare {
namespace {

using base::Int128;
using mechanism::allocate::Prepared;
using territory::Absence;
using territory::Millionths;
using territory::Territory;

// Tells how far it is, now and then, whichever thread counts.
class Progress {
 public:
  Progress(std::size_t count, const std::function<void(double)>& tell)
      : count_(count), tell_(tell) {}
  void one_more() {
    constexpr std::size_t kNowAndThen = 64;
    std::size_t const done = done_++;
    if (tell_ && done % kNowAndThen == 0) {
      std::scoped_lock const lock(telling_);
      tell_(static_cast<double>(done) / static_cast<double>(count_));
    }
  }

 private:
  std::size_t count_;
  const std::function<void(double)>& tell_;
  std::atomic<std::size_t> done_ = 0;
  std::mutex telling_;
};

// Whose needs leave with it: all of them; or those whose leaving can take something from others.
enum class Leaving { kAll, kOnlyWhatCosts };

class Absences {
 public:
  Absences(const Territory& territory, const Prepared& prepared,
           const std::vector<std::int64_t>& served, const std::vector<std::int64_t>& given)
      : territory_(territory),
        prepared_(prepared),
        served_(served),
        given_(given),
        parts_(connected_parts(prepared)),
        belongings_(belongings_of(territory)),
        has_held_(territory.stakeholders.size(), 0),
        from_touched_(territory.stakeholders.size()),
        plan_without_each_(prepared, parts_) {
    for (const mechanism::allocate::Line& line : prepared.arranged.held) {
      has_held_[territory.needs[line.need].stakeholder.position()] = 1;
      has_held_[territory.contributions[line.contribution].stakeholder.position()] = 1;
    }
  }

  std::vector<Absence> run(const std::function<void(double)>& tell) const {
    std::vector<std::size_t> everybody(territory_.stakeholders.size());
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    std::vector<std::vector<Moved>> const moved =
        moved_without(everybody, Leaving::kOnlyWhatCosts, tell);
    std::vector<Absence> all;
    all.reserve(everybody.size());
    for (std::size_t const s : everybody) {
      all.push_back(told(s, moved[s]));
    }
    return with_details(keystones_first(all), all);
  }

 private:
  [[nodiscard]] bool must_be_planned_anew(std::size_t stakeholder) const {
    auto const touches_short = [&](const std::vector<std::uint32_t>& rows,
                                   const std::vector<std::uint32_t>& part_of) {
      return std::any_of(rows.begin(), rows.end(),
                         [&](std::uint32_t row) { return parts_.is_short[part_of[row]] != 0; });
    };
    return !prepared_.fair_leads || has_held_[stakeholder] != 0 ||
           touches_short(belongings_.needs[stakeholder], parts_.of_need) ||
           touches_short(belongings_.contributions[stakeholder], parts_.of_contribution);
  }

  // Of each stakeholder: those who lose by its absence, exactly; who gains, where all its needs
  // leave.
  [[nodiscard]] std::vector<std::vector<Moved>> moved_without(
      const std::vector<std::size_t>& stakeholders, Leaving leaving,
      const std::function<void(double)>& tell) const {
    std::vector<Departure> departures;
    std::vector<std::size_t> first;  // departure of each; the next one's is the end
    std::vector<std::uint8_t> is_anew(stakeholders.size(), 0);
    for (std::size_t i = 0; i < stakeholders.size(); ++i) {
      first.push_back(departures.size());
      is_anew[i] = owns_touched(belongings_, prepared_, stakeholders[i]) ||
                           must_be_planned_anew(stakeholders[i])
                       ? 1
                       : 0;
      if (is_anew[i] == 0) {
        add_departures(stakeholders[i], leaving, departures);
      }
    }
    first.push_back(departures.size());
    Progress progress(departures.size() + stakeholders.size(), tell);
    std::vector<WhatMoved> by_departure(departures.size());
    plan_without_each_.run(departures, [&](std::size_t departure, WhatMoved moved) {
      by_departure[departure] = std::move(moved);
      progress.one_more();
    });
    std::vector<std::vector<Moved>> moved(stakeholders.size());
    mechanism::allocate::for_each_below(stakeholders.size(), workers(), [&](std::size_t i) {
      WhatMoved together =
          is_anew[i] != 0 ? WhatMoved() : joined(by_departure, first[i], first[i + 1]);
      moved[i] = together ? *std::move(together) : planned_anew(stakeholders[i]);
      progress.one_more();
    });
    return moved;
  }

  // Connected parts share nothing, so each is left by itself.
  void add_departures(std::size_t stakeholder, Leaving leaving,
                      std::vector<Departure>& departures) const {
    std::map<std::uint32_t, Departure> by_part;
    for (std::uint32_t const contribution : belongings_.contributions[stakeholder]) {
      by_part[parts_.of_contribution[contribution]].contributions.push_back(contribution);
    }
    for (std::uint32_t const need : belongings_.needs[stakeholder]) {
      // A need alone in its connected part, without a contribution of its owner, only sets
      // something free when it goes: nobody loses by it (promise table of the design: more for
      // fewer needs).
      std::uint32_t const part = parts_.of_need[need];
      if (leaving == Leaving::kAll || by_part.count(part) != 0) {
        by_part[part].needs.push_back(need);
      }
    }
    for (auto& [part, departure] : by_part) {
      departure.part = part;
      departures.push_back(std::move(departure));
    }
  }

  // Nothing where one of them could not be planned.
  static WhatMoved joined(const std::vector<WhatMoved>& by_departure, std::size_t first,
                          std::size_t end) {
    std::vector<Moved> all;
    for (std::size_t d = first; d < end; ++d) {
      if (!by_departure[d]) {
        return std::nullopt;
      }
      all.insert(all.end(), by_departure[d]->begin(), by_departure[d]->end());
    }
    std::sort(all.begin(), all.end(),
              [](const Moved& a, const Moved& b) { return a.need < b.need; });
    return all;
  }

  [[nodiscard]] std::vector<Moved> planned_anew(std::size_t stakeholder) const {
    if (belongings_.needs[stakeholder].empty() && belongings_.contributions[stakeholder].empty()) {
      return {};
    }
    return owns_touched(belongings_, prepared_, stakeholder) ? moved_in(from_touched(stakeholder))
                                                             : anew(stakeholder);
  }

  [[nodiscard]] unsigned workers() const {
    return mechanism::allocate::workers_for(prepared_.instance.links());
  }

  // Planned once, by whoever asks first; every stakeholder is asked about by one worker at a time.
  [[nodiscard]] const TouchedAbsence& from_touched(std::size_t stakeholder) const {
    auto& known = from_touched_[stakeholder];
    if (!known) {
      known.emplace(absent_from_touched(territory_, prepared_, parts_, belongings_, stakeholder));
    }
    return *known;
  }

  [[nodiscard]] std::vector<Moved> moved_in(const TouchedAbsence& absence) const {
    std::vector<Moved> moved;
    for (std::size_t n = 0; n < absence.needs.size(); ++n) {
      if (absence.served[n] != served_[absence.needs[n]]) {
        moved.push_back({absence.needs[n], absence.served[n]});
      }
    }
    return moved;
  }

  [[nodiscard]] std::vector<Moved> anew(std::size_t stakeholder) const {
    const auto& own = belongings_.needs[stakeholder];
    Replanned const rest =
        plan_without(territory_, prepared_, parts_, own, belongings_.contributions[stakeholder]);
    std::vector<Moved> moved;
    for (std::size_t n = 0; n < rest.needs.size(); ++n) {
      bool const is_own = std::binary_search(own.begin(), own.end(), rest.needs[n]);
      if (!is_own && rest.served[n] != served_[rest.needs[n]]) {
        moved.push_back({rest.needs[n], rest.served[n]});
      }
    }
    return moved;
  }

  [[nodiscard]] std::int64_t quantum_of_need(std::size_t need) const {
    return territory_.families[territory_.needs[need].family.position()].quantum.count();
  }

  [[nodiscard]] Absence told(std::size_t stakeholder, const std::vector<Moved>& moved) const {
    Absence absence;
    absence.stakeholder = territory_.stakeholders[stakeholder].id;
    absence.not_planned = from_touched_[stakeholder] && from_touched_[stakeholder]->too_large;
    std::map<std::string, territory::UnitSummary> units;
    for (std::uint32_t const c : belongings_.contributions[stakeholder]) {
      const territory::Family& family =
          territory_.families[territory_.contributions[c].family.position()];
      if (given_[c] > 0) {
        units[family.unit].needed += Millionths(given_[c] * family.quantum.count());
      }
    }
    Int128 fill_lost = 0;
    for (const Moved& one : moved) {
      const territory::Need& need = territory_.needs[one.need];
      std::int64_t const lost = served_[one.need] - one.after;
      if (lost < 0) {
        continue;
      }
      ++absence.needs_losing;
      absence.needs_to_nothing += one.after == 0 ? 1 : 0;
      fill_lost += Int128{lost} * 1'000'000 / need.quantity.count();
      units[territory_.families[need.family.position()].unit].served +=
          Millionths(lost * quantum_of_need(one.need));
    }
    absence.fill_lost = Millionths(static_cast<std::int64_t>(fill_lost));
    for (auto& [unit, summary] : units) {
      summary.unit = unit;
      absence.by_unit.push_back(summary);
    }
    return absence;
  }

  // Whose absence takes everything from the most needs; then from whom the most lose; then the
  // most.
  [[nodiscard]] static std::vector<std::size_t> keystones_first(const std::vector<Absence>& all) {
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      auto const key = [&](std::size_t s) {
        return std::tuple(-all[s].needs_to_nothing, -all[s].needs_losing, -all[s].fill_lost.count(),
                          s);
      };
      return key(a) < key(b);
    });
    return order;
  }

  // Of the first ones: who loses, who gains, and who steps in.
  [[nodiscard]] std::vector<Absence> with_details(const std::vector<std::size_t>& order,
                                                  std::vector<Absence>& all) const {
    std::vector<std::size_t> const first(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(
                                           std::min(territory::kKeystonesTold, order.size())));
    std::vector<std::vector<Moved>> const moved = moved_without(first, Leaving::kAll, {});
    mechanism::allocate::for_each_below(first.size(), workers(), [&](std::size_t i) {
      add_details(first[i], moved[i], all[first[i]]);
    });
    std::vector<Absence> sorted;
    sorted.reserve(order.size());
    for (std::size_t const s : order) {
      sorted.push_back(std::move(all[s]));
    }
    return sorted;
  }

  void add_details(std::size_t stakeholder, const std::vector<Moved>& moved,
                   Absence& absence) const {
    for (const Moved& one : moved) {
      territory::Change change{territory_.needs[one.need].id,
                               Millionths(served_[one.need] * quantum_of_need(one.need)),
                               Millionths(one.after * quantum_of_need(one.need))};
      (one.after < served_[one.need] ? absence.losers : absence.gainers).push_back(change);
    }
    if (belongings_.contributions[stakeholder].empty()) {
      return;
    }
    if (owns_touched(belongings_, prepared_, stakeholder)) {
      const TouchedAbsence& rest = from_touched(stakeholder);
      add_steps_in(rest.contributions, rest.given, absence);
    } else if (is_small(stakeholder)) {
      Replanned const rest =
          plan_without(territory_, prepared_, parts_, belongings_.needs[stakeholder],
                       belongings_.contributions[stakeholder]);
      add_steps_in(rest.contributions, rest.given, absence);
    }
  }

  void add_steps_in(const std::vector<std::uint32_t>& contributions,
                    const std::vector<std::int64_t>& given, Absence& absence) const {
    for (std::size_t c = 0; c < contributions.size(); ++c) {
      std::uint32_t const place = contributions[c];
      if (given[c] > given_[place]) {
        const territory::Contribution& offer = territory_.contributions[place];
        std::int64_t const quantum = territory_.families[offer.family.position()].quantum.count();
        absence.steps_in.push_back(
            {offer.id, Millionths(given_[place] * quantum), Millionths(given[c] * quantum)});
      }
    }
  }

  // Who steps in is told where planning the part from nothing is quick.
  [[nodiscard]] bool is_small(std::size_t stakeholder) const {
    constexpr std::size_t kMost = 2'000;
    return std::all_of(belongings_.contributions[stakeholder].begin(),
                       belongings_.contributions[stakeholder].end(), [&](std::uint32_t c) {
                         return parts_.needs[parts_.of_contribution[c]].size() <= kMost;
                       });
  }

  const Territory& territory_;
  const Prepared& prepared_;
  const std::vector<std::int64_t>& served_;
  const std::vector<std::int64_t>& given_;
  ConnectedParts parts_;
  Belongings belongings_;
  std::vector<std::uint8_t> has_held_;
  mutable std::vector<std::optional<TouchedAbsence>> from_touched_;  // by stakeholder, once known
  mutable PlanWithoutEach plan_without_each_;
};

}  // namespace

std::vector<Absence> absences_of(const Territory& territory, const Prepared& prepared,
                                 const std::vector<std::int64_t>& served,
                                 const std::vector<std::int64_t>& given,
                                 const std::function<void(double)>& tell) {
  return Absences(territory, prepared, served, given).run(tell);
}

}  // namespace bocage::compare
