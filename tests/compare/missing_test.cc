// What is missing, against adding the named contribution and planning anew.
#include "compare/missing.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <map>

#include "compare/world_of_test.h"
#include "mechanism/allocate/extra.h"
#include "mechanism/random_territory.h"

namespace bocage::compare {
namespace {

using oracle::Dice;
using territory::Millionths;
using territory::MissingMeans;
using territory::Territory;

// The territory with the named contribution, of somebody new; its id sorts last.
Territory with(const Territory& all, const MissingMeans& means) {
  Territory more = all;
  auto const asking = std::find_if(all.needs.begin(), all.needs.end(),
                                   [&](const auto& need) { return need.id == means.need; });
  territory::Stakeholder somebody;
  somebody.id = "zz_new";
  somebody.name = "Somebody new";
  more.stakeholders.push_back(somebody);
  territory::Contribution offer;
  offer.id = "zz_offer";
  offer.stakeholder = territory::StakeholderIndex(more.stakeholders.size() - 1);
  offer.resources = asking->resources;
  offer.family = asking->family;
  auto const& family = all.families[asking->family.position()];
  offer.quantity = territory::Quanta(means.extra.count() / family.quantum.count());
  offer.window = asking->window;
  offer.position = place_of(all, *asking).position;
  offer.reach = asking->reach;
  more.contributions.push_back(offer);
  return more;
}

TEST(Missing, IsWhatPlanningWithItGives) {
  int checked = 0;
  int with_others = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed);
    auto kind =
        oracle::full_kind(seed % 2 == 0 ? territory::Rule::kPeople : territory::Rule::kNeed);
    kind.listed = false;
    kind.agreed = false;
    Territory const all = oracle::random_territory(dice, kind);
    auto const planned = mechanism::allocate::plan_territory(all, {});
    if (!planned) {
      continue;
    }
    Served const before = served_by(planned->plan);
    auto const report = missing(all, planned->plan, {}, {});
    for (const MissingMeans& means : report.means) {
      auto const asking = std::find_if(all.needs.begin(), all.needs.end(),
                                       [&](const auto& need) { return need.id == means.need; });
      if (asking->reach && !place_of(all, *asking).position) {
        continue;  // "at its place" cannot be written into a table
      }
      auto const anew = mechanism::allocate::plan_territory(with(all, means), {});
      if (!anew) {
        continue;  // joined by it, two needs of one stakeholder would have to say their people
      }
      Served const after = served_by(anew->plan);
      for (const territory::Change& change : means.lifted) {
        ASSERT_EQ(before.at(change.need), change.from.count()) << "seed " << seed;
        ASSERT_EQ(after.at(change.need), change.to.count())
            << "seed " << seed << " " << means.extra.count() << " more at " << means.need << " for "
            << change.need << "\n"
            << oracle::describe(all);
        ASSERT_GT(change.to, change.from);
      }
      for (auto const& after_one : after) {  // and nobody is lifted that is not named
        bool const named =
            std::any_of(means.lifted.begin(), means.lifted.end(),
                        [&](const auto& change) { return change.need == after_one.first; });
        ASSERT_TRUE(named || after_one.second <= before.at(after_one.first))
            << "seed " << seed << " " << after_one.first;
      }
      // The named level is the one the need then stands at.
      EXPECT_GT(means.level_to, means.level_from);
      if (means.goal == territory::UnlockGoal::kFull) {
        auto const need = std::find_if(all.needs.begin(), all.needs.end(),
                                       [&](const auto& one) { return one.id == means.need; });
        auto const& family = all.families[need->family.position()];
        EXPECT_EQ(after.at(means.need), need->quantity.count() * family.quantum.count());
      }
      ++checked;
      with_others += means.lifted.size() > 1 ? 1 : 0;
    }
  }
  EXPECT_GT(checked, 300);
  EXPECT_GT(with_others, 50);
}

TEST(Missing, RanksLikeUnitsByWhomTheyLift) {
  Territory const drome = example("drome-ardeche");
  auto const planned = mechanism::allocate::plan_territory(drome, {});
  auto const report = missing(drome, planned->plan, {}, {});
  ASSERT_GT(report.means.size(), 10U);
  for (std::size_t i = 1; i < report.means.size(); ++i) {
    const MissingMeans& a = report.means[i - 1];
    const MissingMeans& b = report.means[i];
    EXPECT_TRUE(a.unit < b.unit || (a.unit == b.unit && a.lifted_per_unit >= b.lifted_per_unit));
  }
}

TEST(Missing, TellsTheWork) {
  Territory van = example("forms/s1-van");
  territory::Resource driving;
  driving.id = "zz_driving";
  driving.name = "Driving";
  driving.unit = "h";
  driving.family = territory::FamilyIndex(0);
  van.resources.push_back(driving);
  van.resources[0].work_hours = Millionths(1'500'000);  // an hour and a half an hour of van
  van.resources[0].work_skill = territory::ResourceIndex(1);
  auto const planned = mechanism::allocate::plan_territory(van, {});
  auto const report = missing(van, planned->plan, {}, {});
  ASSERT_FALSE(report.means.empty());
  for (const MissingMeans& means : report.means) {
    ASSERT_TRUE(means.hours.has_value());
    EXPECT_EQ(means.hours->count(), means.extra.count() * 3 / 2);
    EXPECT_EQ(means.skill, "zz_driving");
  }
}

// S8: 7.5 h are missing, and one new activity reaches all twelve.
TEST(Activities, EmploymentLacksOne) {
  Territory const s8 = example("forms/s8-employment-without");
  auto const planned = mechanism::allocate::plan_territory(s8, {});
  auto const report = missing(s8, planned->plan, {}, {});
  ASSERT_EQ(report.activities.size(), 1U);
  EXPECT_EQ(report.activities[0].activities.size(), 1U);
  EXPECT_EQ(report.activities[0].activities[0].quantity, Millionths(7'500'000));
  Territory const with_it = example("forms/s8-employment-with");
  auto const planned_with = mechanism::allocate::plan_territory(with_it, {});
  EXPECT_THAT(missing(with_it, planned_with->plan, {}, {}).activities, testing::IsEmpty());
}

using Places = std::vector<std::size_t>;

Places resources_of(const Territory& all, const std::vector<std::string>& needs) {
  Places resources;
  for (const territory::Need& need : all.needs) {
    if (std::find(needs.begin(), needs.end(), need.id) != needs.end()) {
      for (auto const resource : need.resources) {
        resources.push_back(resource.position());
      }
    }
  }
  std::sort(resources.begin(), resources.end());
  resources.erase(std::unique(resources.begin(), resources.end()), resources.end());
  return resources;
}

// With new activities of a set of resources (bits), each without end.
Territory with_activities(const Territory& all, const Places& resources, std::uint32_t set) {
  Territory more = all;
  territory::Stakeholder somebody;
  somebody.id = somebody.name = "zz_new";
  more.stakeholders.push_back(somebody);
  for (std::size_t r = 0; r < resources.size(); ++r) {
    if ((set & (1U << r)) == 0) {
      continue;
    }
    territory::Contribution offer;
    offer.id = "zz_" + std::to_string(r);
    offer.stakeholder = territory::StakeholderIndex(more.stakeholders.size() - 1);
    offer.resources = {territory::ResourceIndex(resources[r])};
    offer.family = all.resources[resources[r]].family;
    offer.quantity = territory::Quanta(10'000);
    more.contributions.push_back(offer);
  }
  return more;
}

bool all_met(const territory::Plan& plan, const std::vector<std::string>& needs) {
  return std::all_of(plan.needs.begin(), plan.needs.end(), [&](const auto& need) {
    return std::find(needs.begin(), needs.end(), need.id) == needs.end() ||
           need.reason == territory::Reason::kMet;
  });
}

// Against planning with every set of new activities.
TEST(Activities, AreTheFewest) {
  int found = 0;
  int two = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed);
    oracle::TerritoryKind kind;
    kind.rule = territory::Rule::kNeed;
    kind.categories = true;
    Territory all = oracle::random_territory(dice, kind);
    for (territory::Stakeholder& one : all.stakeholders) {
      one.kind = "person";
    }
    auto const planned = mechanism::allocate::plan_territory(all, {});
    if (!planned) {
      continue;
    }
    auto const report = missing(all, planned->plan, {}, {});
    for (const territory::NewActivities& one : report.activities) {
      Places const resources = resources_of(all, one.needs);
      ASSERT_LE(resources.size(), 10U);
      int least = 99;
      for (std::uint32_t set = 1; set < (1U << resources.size()); ++set) {
        auto const anew =
            mechanism::allocate::plan_territory(with_activities(all, resources, set), {});
        ASSERT_TRUE(anew.ok());
        least = all_met(anew->plan, one.needs) ? std::min(least, std::popcount(set)) : least;
      }
      EXPECT_EQ(static_cast<int>(one.activities.size()), least) << "seed " << seed << "\n"
                                                                << oracle::describe(all);
      ++found;
      two += least > 1 ? 1 : 0;
    }
  }
  EXPECT_GT(found, 100);
  EXPECT_GE(two, 1);
}

TEST(SharedProblems, AreToldWhole) {
  Territory van = example("forms/s1-van");
  territory::SharedProblem problem;
  problem.id = "no_car";
  problem.title = "Moving without a car";
  problem.raised_by = territory::StakeholderIndex(0);
  van.problems.push_back(problem);
  van.needs[0].problem = "no_car";
  territory::Proceedings proceedings;
  territory::StatedPosition position;
  position.line = {"c1", van.needs[0].id};
  proceedings.positions.push_back(position);
  territory::Commitment other;
  other.line = {"c1", van.needs[1].id};
  proceedings.commitments.push_back(other);
  auto const planned = mechanism::allocate::plan_territory(van, {});
  auto const report = missing(van, planned->plan, {}, proceedings);
  ASSERT_EQ(report.problems.size(), 1U);
  const territory::SharedProblemView& view = report.problems.front();
  EXPECT_THAT(view.needs, testing::ElementsAre(van.needs[0].id));
  EXPECT_THAT(view.lacking, testing::ElementsAre(van.needs[0].id));
  EXPECT_EQ(view.records, 1);  // the commitment is about another need
  EXPECT_EQ(view.shared_by.size(), 2U);
  EXPECT_EQ(view.could_join.size(), 4U);  // the four others with the same need
  ASSERT_EQ(view.by_unit.size(), 1U);
  EXPECT_EQ(view.by_unit[0].needed, Millionths(12'000'000));
}

}  // namespace
}  // namespace bocage::compare
