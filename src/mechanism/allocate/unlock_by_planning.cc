#include "mechanism/allocate/unlock_by_planning.h"

#include <algorithm>
#include <optional>

#include "territory/find.h"

namespace bocage::mechanism::allocate {
namespace {

using territory::Change;
using territory::Millionths;
using territory::Plan;
using territory::Territory;
using territory::Unlock;
using territory::UnlockGoal;

constexpr std::size_t kMostNeeds = 60;  // of the part
constexpr int kDoublings = 6;
constexpr int kHalvings = 6;

class Trying {
 public:
  Trying(const Territory& territory, const PlanOptions& options, const Plan& plan,
         territory::NeedIndex asking)
      : with_more_(territory), options_(options), plan_(plan), place_(asking.position()) {
    const territory::Need& need = territory.needs[place_];
    territory::Stakeholder somebody;
    somebody.id = "~";  // behind every id a plan is sorted by, but for the outlandish
    somebody.people = 1;
    with_more_.stakeholders.push_back(somebody);
    territory::Contribution more;
    more.id = "~";
    more.stakeholder = territory::StakeholderIndex(with_more_.stakeholders.size() - 1);
    more.resources = need.resources;
    more.family = need.family;
    more.window = need.window;
    more.position = place_of(territory, need).position;
    more.reach = more.position ? need.reach : std::nullopt;
    with_more_.contributions.push_back(more);
    if (territory.has_links) {
      with_more_.links.push_back(
          {territory::ContributionIndex(with_more_.contributions.size() - 1), asking, {}, {}, 0});
    }
    options_.progress = nullptr;
  }

  // The least of the quantities tried with which the need stands at `wanted`.
  [[nodiscard]] std::optional<Unlock> run(UnlockGoal goal, std::int64_t wanted) {
    std::int64_t const lacks = wanted - served_in_plan();
    std::optional<std::int64_t> enough;
    std::int64_t short_of = 0;
    std::int64_t quantity = lacks;
    for (int times = 0; times < kDoublings && !enough; ++times) {
      if (reaches(quantity, wanted)) {
        enough = quantity;
      } else {
        short_of = quantity;
        quantity *= 2;
      }
    }
    for (int times = 0; enough && short_of >= lacks && times < kHalvings; ++times) {
      std::int64_t const middle = short_of + (*enough - short_of) / 2;
      if (middle <= short_of) {
        break;
      }
      (reaches(middle, wanted) ? *enough : short_of) = middle;
    }
    return enough ? std::optional(unlock(goal, *enough)) : std::nullopt;
  }

 private:
  [[nodiscard]] std::int64_t quantum() const {
    return with_more_.families[with_more_.needs[place_].family.position()].quantum.count();
  }
  [[nodiscard]] std::int64_t served_in_plan() const {
    return plan_.needs[place_].served.count() / quantum();
  }

  Plan planned_with(std::int64_t quantity) {
    with_more_.contributions.back().quantity = territory::Quanta(quantity);
    auto outcome = plan_territory(with_more_, options_);
    return outcome ? std::move(outcome).value().plan : plan_;
  }

  bool reaches(std::int64_t quantity, std::int64_t wanted) {
    return quantity <= territory::kLargestQuanta &&
           planned_with(quantity).needs[place_].served.count() / quantum() >= wanted;
  }

  Unlock unlock(UnlockGoal goal, std::int64_t quantity) {
    Plan const with = planned_with(quantity);
    Unlock found;
    found.goal = goal;
    found.extra = Millionths(quantity * quantum());
    found.served = with.needs[place_].served;
    for (std::size_t need = 0; need < with.needs.size(); ++need) {
      Millionths const from = plan_.needs[need].served;
      Millionths const to = with.needs[need].served;
      bool const counts = need != place_ && !with_more_.needs[need].activity;
      if (counts && to > from) {
        found.others.push_back({with.needs[need].id, from, to});
      } else if (counts && to < from) {
        found.losers.push_back({with.needs[need].id, from, to});
      }
    }
    return found;
  }

  Territory with_more_;
  PlanOptions options_;
  const Plan& plan_;
  std::size_t place_;
};

}  // namespace

std::vector<Unlock> unlocks_by_planning(const Territory& territory, const PlanOptions& as_planned,
                                        const Plan& plan, territory::NeedIndex asking) {
  const territory::Need& need = territory.needs[asking.position()];
  bool const too_large = std::any_of(
      plan.programs.begin(), plan.programs.end(), [&](const territory::PlanProgram& program) {
        return program.needs.size() > kMostNeeds &&
               std::binary_search(program.needs.begin(), program.needs.end(), need.id);
      });
  if (too_large || need.activity) {
    return {};
  }
  Trying trying(territory, as_planned, plan, asking);
  std::vector<Unlock> unlocks;
  std::int64_t const quantum = territory.families[need.family.position()].quantum.count();
  bool const below_minimum =
      plan.needs[asking.position()].served.count() / quantum < need.minimum.count();
  if (below_minimum && need.minimum < need.quantity) {
    if (auto const found = trying.run(UnlockGoal::kMinimum, need.minimum.count())) {
      unlocks.push_back(*found);
    }
  }
  if (auto const found = trying.run(UnlockGoal::kFull, need.quantity.count())) {
    unlocks.push_back(*found);
  }
  return unlocks;
}

}  // namespace bocage::mechanism::allocate
