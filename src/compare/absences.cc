#include "compare/absences.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include "compare/spare.h"
#include "compare/touched_absence.h"
#include "mechanism/allocate/parallel.h"
#include "mechanism/allocate/replanner.h"

namespace bocage::compare {
namespace {

using base::Int128;
using mechanism::allocate::Prepared;
using mechanism::allocate::Replanner;
using territory::Absence;
using territory::Millionths;
using territory::Territory;

// What a need gets once somebody is gone, where it is not what it got.
struct Moved {
  std::uint32_t need = 0;
  std::int64_t after = 0;  // quanta, fixed lines included
};

// One worker's own copy of the plan, changed and changed back for one stakeholder after the other.
class StandIn {
 public:
  StandIn(const mechanism::allocate::StandingPlan& standing, const Prepared& prepared,
          const std::vector<std::int64_t>& served)
      : standing_(standing),
        spare_(standing),
        replanner_(standing),
        held_(prepared.held_by_need),
        served_(served) {}

  // Needs may be left out that can only bring gains to others, if `losers_only`. Nothing where the
  // minima could not all be met any more.
  std::optional<std::vector<Moved>> without(const std::vector<std::uint32_t>& needs,
                                            const std::vector<std::uint32_t>& contributions) {
    std::vector<std::uint32_t> full;
    std::vector<std::uint32_t> other_needs;
    for (std::uint32_t const need : needs) {
      (spare_.need_is_full(need) ? full : other_needs).push_back(need);
    }
    std::vector<std::uint32_t> spare;
    std::vector<std::uint32_t> other_contributions;
    for (std::uint32_t const c : contributions) {
      (spare_.contribution_is_spare(c) ? spare : other_contributions).push_back(c);
    }
    if (spare_.stands_without(full, spare)) {
      return withdrawn(other_needs, other_contributions);
    }
    return withdrawn(needs, contributions);
  }

 private:
  [[nodiscard]] std::optional<std::vector<Moved>> withdrawn(
      const std::vector<std::uint32_t>& needs, const std::vector<std::uint32_t>& contributions) {
    if (needs.empty() && contributions.empty()) {
      return std::vector<Moved>{};
    }
    std::optional<std::vector<Moved>> moved;
    if (replanner_.withdraw(needs, contributions)) {
      moved = who_moved();
    }
    replanner_.undo(standing_);
    return moved;
  }

  [[nodiscard]] std::vector<Moved> who_moved() {
    std::vector<Moved> moved;
    for (std::uint32_t const need : replanner_.touched_needs()) {
      std::int64_t const after = replanner_.plan().whole.share[need] + held_[need];
      if (after != served_[need] && replanner_.plan().need_is_present[need] != 0) {
        moved.push_back({need, after});
      }
    }
    return moved;
  }

  const mechanism::allocate::StandingPlan& standing_;
  Spare spare_;
  Replanner replanner_;
  const std::vector<std::int64_t>& held_;
  const std::vector<std::int64_t>& served_;
};

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
        from_touched_(territory.stakeholders.size()) {
    if (prepared.fair_leads) {
      standing_ = mechanism::allocate::standing_plan(prepared.instance, {});
      standing_.lines_matter = false;
    }
    for (const mechanism::allocate::Line& line : prepared.arranged.held) {
      has_held_[territory.needs[line.need].stakeholder.position()] = 1;
      has_held_[territory.contributions[line.contribution].stakeholder.position()] = 1;
    }
  }

  std::vector<Absence> run(const std::function<void(double)>& tell) const {
    std::size_t const count = territory_.stakeholders.size();
    std::vector<Absence> all(count);
    std::atomic<std::size_t> next = 0;
    std::mutex telling;
    std::vector<std::size_t> const order = neighbours_together();
    auto const work = [&](std::size_t) {
      std::unique_ptr<StandIn> stand_in;
      for (std::size_t i = next++; i < count; i = next++) {
        std::size_t const s = order[i];
        all[s] = told(s, without(s, /*all=*/false, stand_in));
        constexpr std::size_t kNowAndThen = 64;
        if (tell && i % kNowAndThen == 0) {
          std::scoped_lock const lock(telling);
          tell(static_cast<double>(i) / static_cast<double>(count));
        }
      }
    };
    unsigned const workers = mechanism::allocate::workers_for(prepared_.instance.links());
    mechanism::allocate::for_each_below(workers, workers, work);
    return keystones_first(std::move(all));
  }

 private:
  // By the block they give in first: one after the other they then touch the same memory.
  [[nodiscard]] std::vector<std::size_t> neighbours_together() const {
    std::vector<std::pair<std::uint32_t, std::size_t>> by_block;
    for (std::size_t s = 0; s < territory_.stakeholders.size(); ++s) {
      const auto& own = belongings_.contributions[s];
      bool const is_in_one = prepared_.fair_leads && !own.empty();
      by_block.emplace_back(is_in_one ? standing_.block_of_contribution[own.front()] : 0, s);
    }
    std::sort(by_block.begin(), by_block.end());
    std::vector<std::size_t> order;
    order.reserve(by_block.size());
    for (auto const& [block, stakeholder] : by_block) {
      order.push_back(stakeholder);
    }
    return order;
  }

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

  // A need alone in its connected part, without a contribution of its owner, only sets something
  // free when it goes: nobody loses by it (promise table of the design: more for fewer needs).
  [[nodiscard]] std::vector<std::uint32_t> needs_that_matter(std::size_t stakeholder) const {
    std::vector<std::uint32_t> matter;
    for (std::uint32_t const need : belongings_.needs[stakeholder]) {
      const auto& own = belongings_.contributions[stakeholder];
      if (std::any_of(own.begin(), own.end(), [&](std::uint32_t c) {
            return parts_.of_contribution[c] == parts_.of_need[need];
          })) {
        matter.push_back(need);
      }
    }
    return matter;
  }

  // `all`: who gains, too; else those who lose, exactly, and some of those who gain.
  [[nodiscard]] std::vector<Moved> without(std::size_t stakeholder, bool all,
                                           std::unique_ptr<StandIn>& stand_in) const {
    const auto& contributions = belongings_.contributions[stakeholder];
    if (belongings_.needs[stakeholder].empty() && contributions.empty()) {
      return {};
    }
    if (owns_touched(belongings_, prepared_, stakeholder)) {
      return moved_in(from_touched(stakeholder));
    }
    if (must_be_planned_anew(stakeholder)) {
      return anew(stakeholder);
    }
    std::vector<std::uint32_t> const needs =
        all ? belongings_.needs[stakeholder] : needs_that_matter(stakeholder);
    if (needs.empty() && contributions.empty()) {
      return {};
    }
    if (!stand_in) {
      stand_in = std::make_unique<StandIn>(standing_, prepared_, served_);
    }
    auto moved = stand_in->without(needs, contributions);
    return moved ? *std::move(moved) : anew(stakeholder);
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
  std::vector<Absence> keystones_first(std::vector<Absence> all) const {
    std::vector<std::size_t> order(all.size());
    for (std::size_t s = 0; s < order.size(); ++s) {
      order[s] = s;
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      auto const key = [&](std::size_t s) {
        return std::tuple(-all[s].needs_to_nothing, -all[s].needs_losing, -all[s].fill_lost.count(),
                          s);
      };
      return key(a) < key(b);
    });
    std::vector<Absence> sorted;
    sorted.reserve(order.size());
    for (std::size_t const s : order) {
      sorted.push_back(std::move(all[s]));
    }
    unsigned const workers = mechanism::allocate::workers_for(prepared_.instance.links());
    std::vector<std::unique_ptr<StandIn>> stand_ins(workers);
    std::size_t const told = std::min(territory::kKeystonesTold, sorted.size());
    mechanism::allocate::for_each_below(workers, workers, [&](std::size_t worker) {
      for (std::size_t i = worker; i < told; i += workers) {
        add_details(order[i], sorted[i], stand_ins[worker]);
      }
    });
    return sorted;
  }

  void add_details(std::size_t stakeholder, Absence& absence,
                   std::unique_ptr<StandIn>& stand_in) const {
    for (const Moved& one : without(stakeholder, /*all=*/true, stand_in)) {
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
  mechanism::allocate::StandingPlan standing_;
};

}  // namespace

std::vector<Absence> absences_of(const Territory& territory, const Prepared& prepared,
                                 const std::vector<std::int64_t>& served,
                                 const std::vector<std::int64_t>& given,
                                 const std::function<void(double)>& tell) {
  return Absences(territory, prepared, served, given).run(tell);
}

}  // namespace bocage::compare
