#include "compare/absences.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

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
  StandIn(const Prepared& prepared, const std::vector<std::int64_t>& served)
      : replanner_(prepared.instance, {}), held_(prepared.held_by_need), served_(served) {}

  // Nothing where the minima could not all be met any more.
  std::optional<std::vector<Moved>> without(const std::vector<std::uint32_t>& needs,
                                            const std::vector<std::uint32_t>& contributions) {
    touched_.clear();
    for (std::uint32_t const need : needs) {
      replanner_.withdraw_need(need);
      note();
    }
    std::size_t gone = 0;
    while (gone < contributions.size() && replanner_.withdraw_contribution(contributions[gone])) {
      note();
      ++gone;
    }
    std::optional<std::vector<Moved>> moved;
    if (gone == contributions.size()) {
      moved = who_moved();
    }
    while (gone > 0) {
      replanner_.restore_contribution(contributions[--gone]);
    }
    for (std::uint32_t const need : needs) {
      static_cast<void>(replanner_.restore_need(need));  // it stood before
    }
    return moved;
  }

 private:
  void note() {
    for (const auto& served : replanner_.difference().served) {
      touched_.push_back(served.need);
    }
  }

  [[nodiscard]] std::vector<Moved> who_moved() {
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    std::vector<Moved> moved;
    for (std::uint32_t const need : touched_) {
      std::int64_t const after = replanner_.plan().whole.share[need] + held_[need];
      if (after != served_[need] && replanner_.plan().need_is_present[need] != 0) {
        moved.push_back({need, after});
      }
    }
    return moved;
  }

  Replanner replanner_;
  const std::vector<std::int64_t>& held_;
  const std::vector<std::int64_t>& served_;
  std::vector<std::uint32_t> touched_;
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
        has_held_(territory.stakeholders.size(), 0) {
    for (const mechanism::allocate::Line& line : prepared.arranged.held) {
      has_held_[territory.needs[line.need].stakeholder.position()] = 1;
      has_held_[territory.contributions[line.contribution].stakeholder.position()] = 1;
    }
  }

  std::vector<Absence> run(const std::function<void(double)>& tell) {
    std::size_t const count = territory_.stakeholders.size();
    std::vector<Absence> all(count);
    moved_.resize(count);
    std::atomic<std::size_t> next = 0;
    std::mutex telling;
    auto const work = [&](std::size_t) {
      std::unique_ptr<StandIn> stand_in;
      for (std::size_t s = next++; s < count; s = next++) {
        moved_[s] = without(s, stand_in);
        all[s] = told(s, moved_[s]);
        constexpr std::size_t kNowAndThen = 64;
        if (tell && s % kNowAndThen == 0) {
          std::scoped_lock const lock(telling);
          tell(static_cast<double>(s) / static_cast<double>(count));
        }
      }
    };
    unsigned const workers = mechanism::allocate::workers_for(prepared_.instance.links());
    mechanism::allocate::for_each_below(workers, workers, work);
    return keystones_first(std::move(all));
  }

 private:
  [[nodiscard]] bool must_be_planned_anew(std::size_t stakeholder) const {
    auto const touches_short = [&](const std::vector<std::uint32_t>& rows,
                                   const std::vector<std::uint32_t>& part_of) {
      return std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
        return parts_.is_short[part_of[row]] != 0;
      });
    };
    return !prepared_.fair_leads || has_held_[stakeholder] != 0 ||
           touches_short(belongings_.needs[stakeholder], parts_.of_need) ||
           touches_short(belongings_.contributions[stakeholder], parts_.of_contribution);
  }

  [[nodiscard]] std::vector<Moved> without(std::size_t stakeholder,
                                           std::unique_ptr<StandIn>& stand_in) {
    const auto& needs = belongings_.needs[stakeholder];
    const auto& contributions = belongings_.contributions[stakeholder];
    if (needs.empty() && contributions.empty()) {
      return {};
    }
    if (!must_be_planned_anew(stakeholder)) {
      if (!stand_in) {
        stand_in = std::make_unique<StandIn>(prepared_, served_);
      }
      if (auto moved = stand_in->without(needs, contributions)) {
        return *std::move(moved);
      }
    }
    return anew(stakeholder);
  }

  [[nodiscard]] std::vector<Moved> anew(std::size_t stakeholder) const {
    const auto& own = belongings_.needs[stakeholder];
    Replanned const rest = plan_without(territory_, prepared_, parts_, own,
                                        belongings_.contributions[stakeholder]);
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
        ++absence.needs_gaining;
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
                          -all[s].needs_gaining, s);
      };
      return key(a) < key(b);
    });
    std::vector<Absence> sorted;
    for (std::size_t const s : order) {
      if (sorted.size() < territory::kKeystonesTold) {
        add_details(s, all[s]);
      }
      sorted.push_back(std::move(all[s]));
    }
    return sorted;
  }

  void add_details(std::size_t stakeholder, Absence& absence) const {
    for (const Moved& one : moved_[stakeholder]) {
      territory::Change change{territory_.needs[one.need].id,
                               Millionths(served_[one.need] * quantum_of_need(one.need)),
                               Millionths(one.after * quantum_of_need(one.need))};
      (one.after < served_[one.need] ? absence.losers : absence.gainers).push_back(change);
    }
    if (belongings_.contributions[stakeholder].empty() || !is_small(stakeholder)) {
      return;
    }
    Replanned const rest =
        plan_without(territory_, prepared_, parts_, belongings_.needs[stakeholder],
                     belongings_.contributions[stakeholder]);
    for (std::size_t c = 0; c < rest.contributions.size(); ++c) {
      std::uint32_t const place = rest.contributions[c];
      if (rest.given[c] > given_[place]) {
        const territory::Contribution& offer = territory_.contributions[place];
        std::int64_t const quantum =
            territory_.families[offer.family.position()].quantum.count();
        absence.steps_in.push_back({offer.id, Millionths(given_[place] * quantum),
                                    Millionths(rest.given[c] * quantum)});
      }
    }
  }

  // Who steps in is told where planning the part from nothing is quick.
  [[nodiscard]] bool is_small(std::size_t stakeholder) const {
    constexpr std::size_t kMost = 5'000;
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
  std::vector<std::vector<Moved>> moved_;
};

}  // namespace

std::vector<Absence> absences_of(const Territory& territory, const Prepared& prepared,
                                 const std::vector<std::int64_t>& served,
                                 const std::vector<std::int64_t>& given,
                                 const std::function<void(double)>& tell) {
  return Absences(territory, prepared, served, given).run(tell);
}

}  // namespace bocage::compare
