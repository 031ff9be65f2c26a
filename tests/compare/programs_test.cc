// Interdependence where lots, conditions and activities decide, against planning without a link to
// or from whoever leaves; and what the comparison leaves out.
#include <gmock/gmock.h>

#include <algorithm>

#include "check/random_programs.h"
#include "compare/compare_methods.h"
#include "compare/depend.h"
#include "territory/find.h"
#include "territory/without.h"

namespace bocage::compare {
namespace {

using oracle::Dice;
using territory::Territory;

Territory random_territory(std::uint64_t seed) {
  Dice dice(seed);
  Territory territory = check_tests::RandomPrograms(dice).run();
  territory.settings.rule = territory::Rule::kNeed;
  territory.settings.order = {territory::Criterion::kFair};
  territory.settings.memory = 0;
  territory.received.clear();
  territory.arranged.clear();
  return territory;
}

// What all needs but those of one stakeholder get, of what they ask, lowest first.
std::vector<base::Fraction> fills_of_others(const Territory& territory,
                                            const std::vector<std::int64_t>& served,
                                            territory::StakeholderIndex gone) {
  std::vector<base::Fraction> fills;
  for (std::size_t need = 0; need < territory.needs.size(); ++need) {
    const territory::Need& one = territory.needs[need];
    if (!one.activity && one.stakeholder != gone) {
      fills.emplace_back(served[need], one.quantity.count());
    }
  }
  std::sort(fills.begin(), fills.end());
  return fills;
}

std::vector<std::int64_t> served_in(const Territory& territory, const territory::Plan& plan) {
  std::vector<std::int64_t> served;
  for (std::size_t need = 0; need < territory.needs.size(); ++need) {
    served.push_back(plan.needs[need].served.count() /
                     territory.families[territory.needs[need].family.position()].quantum.count());
  }
  return served;
}

TEST(Programs, AreWithoutWhoeverLeaves) {
  std::uint64_t looked_at = 0;
  for (std::uint64_t seed = 1; seed <= oracle::cases(60); ++seed) {
    Territory const territory = random_territory(seed);
    auto const outcome = mechanism::allocate::plan_territory(territory, {});
    ASSERT_TRUE(outcome) << seed;
    if (outcome->plan.programs.empty()) {
      continue;
    }
    territory::DependenceReport const report = depend(territory, outcome->plan, {});
    for (const territory::Absence& absence : report.absences) {
      auto const gone = *find_stakeholder(territory, absence.stakeholder);
      Territory rest = territory;
      std::erase_if(rest.links, [&](const territory::ListedLink& link) {
        return rest.contributions[link.contribution.position()].stakeholder == gone ||
               rest.needs[link.need.position()].stakeholder == gone;
      });
      auto const without_it = mechanism::allocate::plan_territory(rest, {});
      ASSERT_TRUE(without_it);
      std::vector<std::int64_t> told = served_in(territory, outcome->plan);
      for (const auto* changes : {&absence.losers, &absence.gainers}) {
        for (const territory::Change& change : *changes) {
          std::size_t const need = find_need(territory, change.need)->position();
          told[need] = change.to.count() /
                       territory.families[territory.needs[need].family.position()].quantum.count();
        }
      }
      EXPECT_EQ(fills_of_others(territory, told, gone),
                fills_of_others(territory, served_in(rest, without_it->plan), gone))
          << seed << " without " << absence.stakeholder;
      looked_at += 1;
    }
  }
  EXPECT_GT(looked_at, 100U);
}

TEST(Programs, AreLeftOutOfTheComparisonAndSaid) {
  int left_out = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Territory const territory = random_territory(seed);
    CompareOptions options;
    options.paper_only = true;
    auto const comparison = compare_methods(territory, options);
    ASSERT_TRUE(comparison) << seed;
    auto const outcome = mechanism::allocate::plan_territory(territory, {});
    int decided = 0;
    for (const territory::PlanProgram& program : outcome->plan.programs) {
      for (const std::string& id : program.needs) {
        decided += territory.needs[find_need(territory, id)->position()].activity ? 0 : 1;
      }
    }
    EXPECT_EQ(comparison->decided_together, decided) << seed;
    left_out += decided;
  }
  EXPECT_GT(left_out, 5);
}

// Whatever leaves, what stays means the same.
TEST(Without, KeepsWhatTheRestMeans) {
  for (std::uint64_t seed = 1; seed <= oracle::cases(100); ++seed) {
    Dice dice(seed);
    Territory const all = check_tests::RandomPrograms(dice).run();
    std::vector<bool> needs(all.needs.size());
    std::vector<bool> contributions(all.contributions.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
      needs[i] = dice.percent(30);
    }
    for (std::size_t i = 0; i < contributions.size(); ++i) {
      contributions[i] = dice.percent(30);
    }
    Territory const rest = territory::without(all, needs, contributions);
    EXPECT_EQ(territory::without(all, std::vector<bool>(needs.size(), false),
                                 std::vector<bool>(contributions.size(), false)),
              all);
    for (const territory::ListedLink& link : rest.links) {
      std::string const giver = rest.contributions[link.contribution.position()].id;
      std::string const taker = rest.needs[link.need.position()].id;
      EXPECT_TRUE(std::any_of(all.links.begin(), all.links.end(), [&](const auto& one) {
        return all.contributions[one.contribution.position()].id == giver &&
               all.needs[one.need.position()].id == taker && one.distance == link.distance;
      }));
    }
    for (const territory::Need& need : rest.needs) {
      const territory::Need& stated = all.needs[find_need(all, need.id)->position()];
      EXPECT_EQ(need.quantity, stated.quantity);
      EXPECT_EQ(need.activity.has_value(), stated.activity.has_value());
      for (const territory::Condition& condition : need.depends_on) {
        std::string const id = condition.need
                                   ? rest.needs[condition.need->position()].id
                                   : rest.contributions[condition.contribution->position()].id;
        EXPECT_TRUE(
            std::any_of(stated.depends_on.begin(), stated.depends_on.end(), [&](const auto& one) {
              return (one.need ? all.needs[one.need->position()].id
                               : all.contributions[one.contribution->position()].id) == id;
            }));
      }
    }
    for (const territory::Activity& activity : rest.activities) {
      for (territory::NeedIndex const taken : activity.takes) {
        EXPECT_TRUE(rest.needs[taken.position()].activity.has_value());
      }
    }
  }
}

}  // namespace
}  // namespace bocage::compare
