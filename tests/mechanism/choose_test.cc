// Which shared projects open: the field's scenarios, every choice tried, and what must hold
// whatever the tables.
#include "mechanism/choose/choose.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "exchange/read_territory.h"
#include "mechanism/oracle_choice.h"
#include "mechanism/random_projects.h"
#include "places.h"

namespace bocage::mechanism::choose {
namespace {

using oracle::Dice;
using oracle::kUnit;
using territory::Choice;
using territory::ChoiceReport;
using territory::Territory;
using territory::WhyNotOpen;
using testing::ElementsAre;

constexpr base::Int128 kSquare = base::Int128{kUnit} * kUnit;

Territory form(const std::string& name) {
  auto reading =
      exchange::read_territory((tests::source_folder() / "examples/forms" / name).string());
  EXPECT_FALSE(reading.problems.has_errors());
  return reading.territory;
}

std::vector<std::string> open_in(const Territory& territory, const Choice& choice) {
  std::vector<std::string> names;
  for (const territory::OpenProject& open : choice.open) {
    names.push_back(territory.projects[open.project].id);
  }
  return names;
}

bool is_proven(const Choice& choice) {
  return std::all_of(choice.levels.begin(), choice.levels.end(),
                     [](const auto& level) { return level.bound == level.reached; });
}

std::int64_t euros(base::Int128 cost) { return static_cast<std::int64_t>(cost / kSquare); }

// S4: domain.md F5, expected.json.
TEST(Choose, TwelveMembersEightProjects) {
  Territory const territory = form("s4-shared-projects");
  ChoiceReport const report = choose(territory, {});
  EXPECT_THAT(open_in(territory, report.free), ElementsAre("P2", "P5", "P6", "P8"));
  EXPECT_EQ(report.free.benefit, 6'400'000);
  EXPECT_EQ(euros(report.free.cost), 159'000);
  EXPECT_EQ(report.free.left_out.size(), 2U);
  EXPECT_THAT(open_in(territory, report.chosen), ElementsAre("P2", "P5", "P6", "P7"));
  EXPECT_EQ(report.chosen.benefit, 5'900'000);
  EXPECT_EQ(euros(report.chosen.cost), 151'000);
  EXPECT_TRUE(report.chosen.left_out.empty());
  EXPECT_TRUE(is_proven(report.chosen) && is_proven(report.free));
  std::int64_t days = 0;
  for (const territory::OpenProject& open : report.chosen.open) {
    days += territory.projects[open.project].uses.at(0).quantity.count() / kUnit;
  }
  EXPECT_EQ(days, 160);
  EXPECT_FALSE(report.drawn);
}

// S5: domain.md F6, expected.json.
TEST(Choose, SevenFirmsOneContract) {
  Territory const territory = form("s5-supply-chain");
  ChoiceReport const report = choose(territory, {});
  EXPECT_EQ(euros(report.free.cost), 134'160);
  EXPECT_EQ(report.free.left_out.size(), 3U);
  ASSERT_EQ(report.rungs.size(), 2U);
  EXPECT_EQ(report.rungs[0].left_out.size(), 2U);  // five firms at least
  EXPECT_EQ(euros(report.rungs[0].cost), 134'460);
  EXPECT_EQ(euros(report.chosen.cost), 135'420);
  EXPECT_TRUE(report.chosen.left_out.empty());
  for (const territory::MadeQuantity& made : report.chosen.open.at(0).makes) {
    EXPECT_LE(made.quantity.count(), 42 * kUnit);  // 35 % of 120 t
  }
}

TEST(Choose, AtLeastFiveFirmsIsAThreshold) {
  Territory territory = form("s5-supply-chain");
  territory.projects[0].fewest_members = 5;
  EXPECT_EQ(euros(choose(territory, {}).free.cost), 134'460);
}

TEST(Choose, OpensNothingBelowBreakEven) {
  Territory territory = form("s5-supply-chain");
  territory.projects[0].price = territory::Millionths(1118 * kUnit);
  ChoiceReport const open = choose(territory, {});
  EXPECT_EQ(open.chosen.open.size(), 1U);
  EXPECT_EQ(open.chosen.left_out.size(), 3U);  // this price does not carry everybody
  territory.projects[0].price = territory::Millionths(1117 * kUnit);
  ChoiceReport const closed = choose(territory, {});
  EXPECT_TRUE(closed.chosen.open.empty());
  EXPECT_EQ(closed.not_open.at(0).why, WhyNotOpen::kPriceShort);
  EXPECT_EQ(closed.not_open.at(0).lacks.count(), 120 * kUnit);  // 134,160 € against 134,040 €
}

// S13: domain.md F11, expected.json.
TEST(Choose, FiveProjectsThreeAuthorities) {
  Territory const territory = form("s13-co-funding");
  ChoiceReport const report = choose(territory, {});
  EXPECT_THAT(open_in(territory, report.chosen),
              ElementsAre("coworking", "garage", "legumerie", "ressourcerie"));
  std::int64_t paid = 0;
  for (const territory::OpenProject& open : report.chosen.open) {
    for (const territory::FundedAmount& funded : open.funding) {
      paid += funded.amount.count() / kUnit;
    }
  }
  EXPECT_EQ(paid, 176'000);
  ASSERT_EQ(report.not_open.size(), 1U);
  EXPECT_EQ(report.not_open[0].why, WhyNotOpen::kPublicCeiling);
  EXPECT_EQ(report.not_open[0].lacks.count(), 2000 * kUnit);  // 58,000 of 70,000 € is 82.9 %
}

TEST(Choose, ReachesWhatTryingEverythingReaches) {
  int informative = 0;
  for (int round = 0; round < static_cast<int>(oracle::cases(400)); ++round) {
    Dice dice(static_cast<std::uint64_t>(round) + 1);
    Territory const territory = oracle::random_projects(dice);
    auto const outcomes = oracle::outcomes(territory);
    ChoiceReport const report = choose(territory, {});
    auto const covered = [&](const Choice& choice) {
      return static_cast<std::int64_t>(report.members - choice.left_out.size());
    };
    auto const reached = [&](const Choice& choice) {
      return std::pair(static_cast<std::int64_t>(choice.benefit / kUnit), euros(choice.cost));
    };
    auto const free = oracle::best_with(outcomes, 0);
    ASSERT_EQ(reached(report.free), std::pair(free.benefit, free.cost)) << round;
    ASSERT_EQ(covered(report.chosen), oracle::most_covered(outcomes)) << round;
    auto const all = oracle::best_with(outcomes, covered(report.chosen));
    ASSERT_EQ(reached(report.chosen), std::pair(all.benefit, all.cost)) << round;
    std::int64_t least = covered(report.free) + 1;
    for (const Choice& rung : report.rungs) {
      auto const expected = oracle::best_with(outcomes, least);
      ASSERT_EQ(reached(rung), std::pair(expected.benefit, expected.cost)) << round;
      least = covered(rung) + 1;
    }
    ASSERT_TRUE(is_proven(report.chosen) && is_proven(report.free)) << round;
    informative += reached(report.free) != reached(report.chosen) ? 1 : 0;
  }
  EXPECT_GT(informative, 10);
}

TEST(Choose, OneProjectMoreNeverLeavesMoreOut) {
  for (int round = 0; round < static_cast<int>(oracle::cases(200)); ++round) {
    Dice dice(static_cast<std::uint64_t>(round) + 5000);
    Territory territory = oracle::random_projects(dice);
    ChoiceReport const with = choose(territory, {});
    territory.projects.pop_back();
    ChoiceReport const without = choose(territory, {});
    ASSERT_GE(with.members - with.chosen.left_out.size(),
              without.members - without.chosen.left_out.size())
        << round;
  }
}

TEST(Choose, OtherNamesChangeNothingButTheLot) {
  for (int round = 0; round < static_cast<int>(oracle::cases(200)); ++round) {
    Dice dice(static_cast<std::uint64_t>(round) + 9000);
    Territory const territory = oracle::random_projects(dice);
    Territory turned = territory;
    std::reverse(turned.projects.begin(), turned.projects.end());
    ChoiceReport const a = choose(territory, {});
    ChoiceReport const b = choose(turned, {});
    ASSERT_EQ(a.chosen.benefit, b.chosen.benefit) << round;
    ASSERT_EQ(a.chosen.cost, b.chosen.cost) << round;
    ASSERT_EQ(a.chosen.left_out.size(), b.chosen.left_out.size()) << round;
    ASSERT_EQ(a.equally_good.size(), b.equally_good.size()) << round;
  }
}

// Two firms alike, room for one of them: neither the row nor the name says which.
TEST(Choose, TheLotDecidesBetweenEquals) {
  Territory territory;
  for (const char* id : {"a", "b"}) {
    territory.stakeholders.push_back({id, id, "", {}, "", {}, {}, ""});
  }
  territory::SharedProject project;
  project.id = project.name = "p";
  project.quantity = territory::Millionths(10 * kUnit);
  for (std::size_t member : {0U, 1U}) {
    project.members.push_back({territory::StakeholderIndex(member),
                               territory::Millionths(6 * kUnit), std::nullopt,
                               territory::Millionths(5 * kUnit)});
  }
  territory.projects.push_back(project);
  std::array<int, 2> left_out{0, 0};
  for (std::uint64_t lot = 0; lot < 40; ++lot) {
    territory.settings.lot = lot;
    ChoiceReport const report = choose(territory, {});
    EXPECT_TRUE(report.drawn);
    ASSERT_EQ(report.equally_good.size(), 1U);
    ASSERT_EQ(report.chosen.left_out.size(), 1U);
    left_out[report.chosen.left_out[0].position()] += 1;
  }
  EXPECT_GT(left_out[0], 5);
  EXPECT_GT(left_out[1], 5);
}

TEST(Choose, TellsWhatOpeningAnotherWouldCost) {
  Territory const territory = form("s4-shared-projects");
  auto const with = choose_with(territory, 2, {});  // shared premises
  ASSERT_TRUE(with);
  EXPECT_TRUE(with->left_out.empty());
  EXPECT_LT(with->benefit, 5'900'000);
  EXPECT_FALSE(choose_with(form("s13-co-funding"), 1, {}));  // the crèche
}

TEST(Choose, StoppedSearchTellsTheGap) {
  Territory const territory = form("s4-shared-projects");
  ChooseOptions options;
  options.nodes = 1;
  ChoiceReport const report = choose(territory, options);
  EXPECT_FALSE(is_proven(report.chosen) && is_proven(report.free));
  for (const territory::ChoiceLevel& level : report.free.levels) {
    EXPECT_GE(level.bound, level.reached);
  }
}

}  // namespace
}  // namespace bocage::mechanism::choose
