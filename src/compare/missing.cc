#include "compare/missing.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <tuple>

#include "compare/activities.h"
#include "compare/chains.h"
#include "compare/shared_problems.h"
#include "mechanism/allocate/explainer.h"
#include "mechanism/allocate/extra.h"
#include "mechanism/allocate/parallel.h"
#include "territory/find.h"

namespace bocage::compare {
namespace {

using base::Fraction;
using base::Int128;
using mechanism::allocate::Explainer;
using mechanism::allocate::Prepared;
using territory::Change;
using territory::Millionths;
using territory::MissingMeans;
using territory::Territory;

// The needs that one shortage leaves short, and the one at whose place to ask.
struct Shortage {
  std::optional<int> block;
  std::vector<std::uint32_t> needs;
  std::uint32_t asking = 0;
  Int128 lack = 0;  // of all of them as parts of what they ask, millionths
};

class Search {
 public:
  Search(const Territory& territory, const territory::Plan& plan, const Prepared& prepared)
      : all_(territory), prepared_(prepared) {
    for (const territory::PlanNeed& need : plan.needs) {
      if (auto const found = find_need(territory, need.id)) {
        planned_[static_cast<std::uint32_t>(found->position())] = &need;
      }
    }
    for (const territory::PlanContribution& offer : plan.contributions) {
      left_[offer.id] = offer.left;
    }
  }

  // The largest first.
  [[nodiscard]] std::vector<Shortage> shortages() const {
    std::map<int, Shortage> by_block;
    std::vector<Shortage> list;
    for (auto const& [need, planned] : planned_) {
      std::int64_t const lack = lack_of(need);
      if (lack <= 0 || all_.needs[need].activity) {
        continue;
      }
      Shortage* shortage = nullptr;
      if (planned->block) {
        shortage = &by_block[*planned->block];
        shortage->block = planned->block;
      } else {
        shortage = &list.emplace_back();
      }
      shortage->needs.push_back(need);
      shortage->lack += Int128{lack} * 1'000'000 / in_units(need).count();
    }
    for (auto& [block, shortage] : by_block) {
      list.push_back(std::move(shortage));
    }
    std::stable_sort(list.begin(), list.end(), [](const Shortage& a, const Shortage& b) {
      return a.lack != b.lack ? a.lack > b.lack : a.needs < b.needs;
    });
    return list;
  }

  // At whose place an offer would be within the reach of the most people who are short; of a long
  // list, thirty are tried.
  [[nodiscard]] std::uint32_t asking_for(const Shortage& shortage) const {
    constexpr std::size_t kMost = 30;
    std::size_t const count = shortage.needs.size();
    std::size_t const tried = std::min(kMost, count);
    std::uint32_t best = shortage.needs.front();
    std::int64_t most = -1;
    for (std::size_t i = 0; i < tried; ++i) {
      std::uint32_t const need = shortage.needs[i * count / tried];
      std::int64_t within = 0;
      for (std::uint32_t const other : mechanism::allocate::that_extra_could_serve(
               all_, territory::NeedIndex(need), shortage.needs)) {
        within += people_of(all_, all_.needs[other]).value_or(1);
      }
      if (within > most) {
        most = within;
        best = need;
      }
    }
    return best;
  }

  void add_means(const Explainer& explainer, const Shortage& shortage,
                 std::vector<MissingMeans>& list) const {
    territory::NeedExplanation const explanation =
        explainer.need(territory::NeedIndex(shortage.asking));
    const territory::Need& need = all_.needs[shortage.asking];
    for (const territory::Unlock& unlock : explanation.unlocks) {
      if (unlock.served <= explanation.served) {
        continue;  // a level reached in fractions that no whole quantum follows
      }
      MissingMeans& means = list.emplace_back();
      means.need = need.id;
      for (territory::ResourceIndex const resource : need.resources) {
        means.resources.push_back(all_.resources[resource.position()].id);
      }
      means.unit = all_.families[need.family.position()].unit;
      means.block = shortage.block;
      means.goal = unlock.goal;
      means.extra = unlock.extra;
      means.level_from = level_at(shortage.asking, explanation.served);
      means.level_to = level_at(shortage.asking, unlock.served);
      means.lifted.push_back({need.id, explanation.served, unlock.served});
      means.lifted.insert(means.lifted.end(), unlock.others.begin(), unlock.others.end());
      means.losers = unlock.losers;
      count_people(means);
      ask_for_work(need, means);
    }
  }

 private:
  [[nodiscard]] Millionths in_units(std::uint32_t need) const {
    return territory::in_units(all_, all_.needs[need].family, all_.needs[need].quantity);
  }
  [[nodiscard]] std::int64_t lack_of(std::uint32_t need) const {
    return (in_units(need) - planned_.at(need)->served).count();
  }

  // (received before + served) / weight, in units.
  [[nodiscard]] Fraction level_at(std::uint32_t need, Millionths served) const {
    std::int64_t const quantum = all_.families[all_.needs[need].family.position()].quantum.count();
    Int128 const before =
        Int128{prepared_.open_instance.received[need] - prepared_.held_by_need[need]} * quantum;
    Int128 const weight = prepared_.open_instance.weight[need];
    bool const by_people = prepared_.rule == territory::Rule::kPeople;
    return {before + served.count(), weight * (by_people ? 1'000'000 : quantum)};
  }

  void count_people(MissingMeans& means) const {
    std::int64_t people = 0;
    bool all_say = true;
    for (const Change& change : means.lifted) {
      auto const found = find_need(all_, change.need);
      auto const its = people_of(all_, all_.needs[found->position()]);
      all_say = all_say && its.has_value();
      people += its.value_or(0);
    }
    std::int64_t lifted = static_cast<std::int64_t>(means.lifted.size());
    if (all_say) {
      means.people = people;
      lifted = people;
    }
    means.lifted_per_unit = Millionths(
        static_cast<std::int64_t>(Int128{lifted} * 1'000'000 * 1'000'000 / means.extra.count()));
  }

  void ask_for_work(const territory::Need& need, MissingMeans& means) const {
    for (territory::ResourceIndex const index : need.resources) {
      const territory::Resource& resource = all_.resources[index.position()];
      if (!resource.work_hours) {
        continue;
      }
      means.hours = Millionths(static_cast<std::int64_t>(Int128{means.extra.count()} *
                                                         resource.work_hours->count() / 1'000'000));
      if (resource.work_skill) {
        means.skill = all_.resources[resource.work_skill->position()].id;
        means.skill_left = left_of(*resource.work_skill);
      }
      return;
    }
  }

  [[nodiscard]] Millionths left_of(territory::ResourceIndex skill) const {
    territory::Need imagined;
    imagined.resources = {skill};
    imagined.family = all_.resources[skill.position()].family;
    Millionths left(0);
    for (const territory::Contribution& offer : all_.contributions) {
      auto const found = left_.find(offer.id);
      if (found != left_.end() && serves(all_, offer, imagined)) {
        left += found->second;
      }
    }
    return left;
  }

  const Territory& all_;
  const Prepared& prepared_;
  std::map<std::uint32_t, const territory::PlanNeed*> planned_;
  std::map<std::string, Millionths> left_;
};

}  // namespace

territory::MissingReport missing(
    const Territory& territory, const territory::Plan& plan,
    const mechanism::allocate::PlanOptions& options, const territory::Proceedings& proceedings,
    const std::function<void(std::string_view step, double share_done)>& progress) {
  territory::MissingReport report;
  report.territory = territory.settings.name;
  report.input_sha256 = plan.input_sha256;
  report.rule = plan.rule;
  mechanism::allocate::PlanOptions as_planned = options;
  as_planned.rule = plan.rule;
  as_planned.order = plan.order;
  as_planned.explains_missing_links = false;
  Prepared const prepared = mechanism::allocate::prepare(territory, as_planned);
  Search const search(territory, plan, prepared);
  std::vector<Shortage> shortages = search.shortages();
  // Each of these takes planning the whole part again, many times.
  constexpr std::size_t kDecidedTogetherAsked = 10;
  std::size_t decided_together = 0;
  std::size_t const asked = shortages.size();
  std::erase_if(shortages, [&](const Shortage& shortage) {
    return prepared.is_decided_by_program(shortage.needs.front()) &&
           ++decided_together > kDecidedTogetherAsked;
  });
  report.shortages_left_out = static_cast<int>(asked - shortages.size());
  if (shortages.size() > territory::kShortagesAsked) {
    report.shortages_left_out += static_cast<int>(shortages.size() - territory::kShortagesAsked);
    shortages.resize(territory::kShortagesAsked);
  }
  Explainer const explainer(territory, as_planned, plan);
  std::vector<std::vector<MissingMeans>> found(shortages.size());
  std::mutex telling;
  std::size_t done = 0;
  mechanism::allocate::for_each_below(
      shortages.size(), mechanism::allocate::all_workers(), [&](std::size_t i) {
        shortages[i].asking = search.asking_for(shortages[i]);
        search.add_means(explainer, shortages[i], found[i]);
        std::scoped_lock const lock(telling);
        ++done;
        if (progress) {
          progress("missing", static_cast<double>(done) / static_cast<double>(shortages.size()));
        }
      });
  for (auto& list : found) {
    std::move(list.begin(), list.end(), std::back_inserter(report.means));
  }
  std::stable_sort(report.means.begin(), report.means.end(),
                   [](const MissingMeans& a, const MissingMeans& b) {
                     return std::tuple(a.unit, -a.lifted_per_unit.count(), a.need) <
                            std::tuple(b.unit, -b.lifted_per_unit.count(), b.need);
                   });
  report.activities = activities_for_all(territory, prepared);
  report.chains = chains(territory, plan);
  report.problems = shared_problems(territory, plan, proceedings);
  return report;
}

}  // namespace bocage::compare
