#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "check/check_plan.h"
#include "exchange/canonical.h"
#include "exchange/read_territory.h"
#include "exchange/wording/problems.h"
#include "mechanism/allocate/plan_territory.h"
#include "places.h"

// The forms under examples/, with the figures published with their scenarios:
// ../shared/scenarios/expected.json (S1, S3, S8, S11) and research/platforms.md 3.12 (carrots,
// clinics). tools/verify_forms.py finds the same without us.
namespace bocage {
namespace {

using territory::Plan;
using territory::Territory;

using Folder = std::map<std::string, std::string>;

Folder files_of(const std::string& form) {
  Folder files;
  const auto folder = tests::source_folder() / "examples/forms" / form;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files[entry.path().filename().string()] = bytes.str();
  }
  return files;
}

struct Planned {
  Territory territory;
  Plan plan;
};

Planned plan_of(const Folder& files) {
  auto reading = exchange::read_territory_folder(files);
  for (const auto& problem : reading.problems.list) {
    ADD_FAILURE() << exchange::sentence(problem, territory::Language::kEnglish);
  }
  mechanism::allocate::PlanOptions options;
  options.input_sha256 = exchange::input_sha256(reading.territory);
  auto outcome = mechanism::allocate::plan_territory(reading.territory, options);
  if (!outcome.ok()) {
    for (const auto& problem : outcome.failure().list) {
      ADD_FAILURE() << exchange::sentence(problem, territory::Language::kEnglish);
    }
    return {};
  }
  return {std::move(reading.territory), std::move(outcome).value().plan};
}

Planned plan_form(const std::string& form) { return plan_of(files_of(form)); }

double in_units(territory::Millionths quantity) {
  return static_cast<double>(quantity.count()) / 1e6;
}

std::map<std::string, double> served(const Plan& plan) {
  std::map<std::string, double> quantities;
  for (const auto& need : plan.needs) {
    quantities[need.id] = in_units(need.served);
  }
  return quantities;
}

double sum(const std::map<std::string, double>& quantities) {
  double total = 0;
  for (const auto& [id, quantity] : quantities) {
    total += quantity;
  }
  return total;
}

double lowest_fill(const Plan& plan) {
  return plan.summary.lowest_fill ? in_units(*plan.summary.lowest_fill) : -1;
}

double quanta_in_units(const Territory& territory, const territory::Need& need,
                       territory::Quanta quantity) {
  return static_cast<double>(quantity.count()) *
         in_units(territory.families[need.family.position()].quantum);
}

// ---- S1: one van ----

TEST(OneVan, ServesAllSixAndShares) {
  const auto [territory, plan] = plan_form("s1-van");
  const auto hours = served(plan);
  ASSERT_EQ(hours.size(), 6U);
  EXPECT_NEAR(hours.at("n1"), 6.26, 0.005);
  EXPECT_NEAR(hours.at("n2"), 8.35, 0.005);
  EXPECT_NEAR(hours.at("n3"), 5.22, 0.005);
  EXPECT_NEAR(hours.at("n4"), 6, 0.001);
  EXPECT_NEAR(hours.at("n5"), 10, 0.001);
  EXPECT_NEAR(hours.at("n6"), 4.17, 0.005);
  EXPECT_EQ(plan.summary.served, 6);
  EXPECT_EQ(plan.summary.set_aside, 0);
  EXPECT_NEAR(lowest_fill(plan), 0.522, 0.0005);
}

TEST(OneVan, IsFairerAndWorthLessMoney) {
  const auto [territory, plan] = plan_form("s1-van");
  const auto hours = served(plan);
  ASSERT_EQ(hours.size(), 6U);
  std::vector<double> fills;
  double money = 0;
  double gap = 0;  // what members who cannot pay the cost fall short of it
  for (const auto& need : territory.needs) {
    fills.push_back(hours.at(need.id) / quanta_in_units(territory, need, need.quantity));
    const double price = in_units(need.price.value());
    const double cost = in_units(territory.contributions[0].cost.value());
    money += price * hours.at(need.id);
    gap += std::max(0.0, cost - price) * hours.at(need.id);
  }
  std::sort(fills.begin(), fills.end());
  double total = 0;
  double spread = 0;
  double product = 1;
  for (std::size_t place = 0; place < fills.size(); ++place) {
    total += fills[place];
    spread += (2.0 * static_cast<double>(place + 1) - 7.0) * fills[place];
    product *= fills[place];
  }
  EXPECT_NEAR(spread / (6 * total), 0.130, 0.0005) << "Gini";
  EXPECT_NEAR(1 - std::pow(product, 1.0 / 6) / (total / 6), 0.033, 0.0005) << "Atkinson 1";
  EXPECT_NEAR(money, 557, 0.5) << "the market's 864 is more, and we say so";
  EXPECT_NEAR(gap, 39.66, 0.01);
}

// ---- S3: a third place ----

TEST(ThirdPlace, UsesEverySlotAndKeepsEveryMinimum) {
  const auto [territory, plan] = plan_form("s3-third-place");
  const auto slots = served(plan);
  EXPECT_EQ(sum(slots), 30);
  for (const auto& need : territory.needs) {
    EXPECT_GE(slots.at(need.id), quanta_in_units(territory, need, need.minimum)) << need.id;
  }
  EXPECT_EQ(lowest_fill(plan), 0.5);
}

TEST(ThirdPlace, SharesTheWorkshopAndTheMeetingRoomAtThirteenTwentySeconds) {
  const auto [territory, plan] = plan_form("s3-third-place");
  ASSERT_EQ(plan.blocks.size(), 2U);
  EXPECT_EQ(plan.blocks[0].level, base::Fraction(13, 22));  // 0.59, whole slots make it 0.50
  EXPECT_EQ(plan.blocks[1].level, base::Fraction(5, 6));    // the kitchen
}

// ---- S8: zero long-term unemployment ----

TEST(Employment, FindsMostHoursAndNeverAVetoedActivity) {
  const auto [territory, plan] = plan_form("s8-employment-without");
  EXPECT_EQ(sum(served(plan)), 315);
  for (const auto& line : plan.transfers) {
    EXPECT_NE(line.contribution, "nettoyage_bureaux");
    EXPECT_NE(line.contribution, "espaces_verts_commune");
  }
}

TEST(Employment, FindsEveryHourWithOneMoreActivity) {
  const auto [territory, plan] = plan_form("s8-employment-with");
  EXPECT_EQ(sum(served(plan)), 322.5);
  EXPECT_EQ(lowest_fill(plan), 1);
  for (const auto& line : plan.transfers) {
    EXPECT_NE(line.contribution, "nettoyage_bureaux");
    EXPECT_NE(line.contribution, "espaces_verts_commune");
  }
}

// ---- S11: industrial ecology ----

double worth(const Territory& territory, const Plan& plan) {
  double euros = 0;
  for (const auto& line : plan.transfers) {
    for (const auto& link : territory.links) {
      if (territory.contributions[link.contribution.position()].id == line.contribution &&
          territory.needs[link.need.position()].id == line.need) {
        euros += in_units(line.quantity) * in_units(link.value.value());
      }
    }
  }
  return euros;
}

TEST(Ecology, MovesMostTonnesThenMostValue) {
  const auto [territory, plan] = plan_form("s11-ecology");
  EXPECT_EQ(sum(served(plan)), 1170);
  EXPECT_EQ(worth(territory, plan), 35680);
}

TEST(Ecology, MovesMostValue) {
  const auto [territory, plan] = plan_form("s11-ecology-value");
  EXPECT_EQ(sum(served(plan)), 1080);
  EXPECT_EQ(worth(territory, plan), 36220);
}

// ---- Two cases of users ----

TEST(Carrots, NobodyIsAtZeroWhoeverClosesFirst) {
  const auto first = served(plan_form("carrots").plan);
  const auto other = served(plan_form("carrots-other-closing").plan);
  EXPECT_EQ(first, other);
  EXPECT_EQ(sum(first), 10);
  for (const auto& [order, kilograms] : first) {
    EXPECT_GT(kilograms, 0) << order;
  }
}

TEST(Clinics, GetWholePacksByConsumption) {
  const std::map<std::string, double> expected = {
      {"request_a", 6}, {"request_b", 13}, {"request_c", 31}};
  EXPECT_EQ(served(plan_form("clinics").plan), expected);
}

// ---- All of them ----

TEST(Forms, HoldWithoutUs) {
  const std::string command =
      "python3 '" + (tests::source_folder() / "tools/verify_forms.py").string() + "' > /dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT(concurrency-mt-unsafe): one thread
}

// ---- What programs decide ----

// Whether every question of every program is proven.
bool all_proven(const Plan& plan) {
  return std::all_of(plan.programs.begin(), plan.programs.end(), [](const auto& program) {
    return std::all_of(program.levels.begin(), program.levels.end(),
                       [](const auto& level) { return level.bound == level.reached; });
  });
}

double amount_of(const Plan& plan, const std::string& activity) {
  const auto found = std::find_if(plan.activities.begin(), plan.activities.end(),
                                  [&](const auto& one) { return one.id == activity; });
  return found == plan.activities.end() ? -1
                                        : static_cast<double>(found->amount.numerator()) /
                                              static_cast<double>(found->amount.denominator());
}

TEST(IdleKitchen, MakesSoupAndSharesIt) {
  const auto [territory, plan] = plan_form("kitchen");
  const auto given = served(plan);
  EXPECT_EQ(given.at("soup-school"), 39);
  EXPECT_EQ(given.at("soup-home"), 26);
  EXPECT_EQ(given.at("soup-shelter"), 13);
  EXPECT_NEAR(amount_of(plan, "kitchen"), 78 / 0.98, 1e-6);
  EXPECT_EQ(given.at("kitchen-carrots"), 25);
  EXPECT_EQ(given.at("kitchen-cooking"), 4);
  EXPECT_EQ(amount_of(plan, "oven"), 45) << "whole ovenfuls";
  EXPECT_EQ(given.at("oven-flour"), 36);
  EXPECT_EQ(plan.summary.needs, 5) << "what activities take is nobody's need";
  EXPECT_TRUE(all_proven(plan));
}

TEST(Outing, IsAllOrNothing) {
  const auto [territory, plan] = plan_form("outing");
  const auto given = served(plan);
  EXPECT_EQ(given.at("scouts-room") + given.at("scouts-van"), 2);
  EXPECT_EQ(given.at("scouts-cook"), 4);
  EXPECT_EQ(given.at("choir-room") + given.at("choir-van"), 0);
  EXPECT_EQ(given.at("pantry-apples"), 78);
  EXPECT_EQ(given.at("school-apples"), 48);
  EXPECT_TRUE(all_proven(plan));
}

TEST(Outing, HasNoVanWithoutADriver) {
  Folder files = files_of("outing");
  auto& contributions = files["contributions.csv"];
  const auto driver = contributions.find("driver-hours");
  contributions.erase(driver, contributions.find('\n', driver) + 1 - driver);
  const Plan plan = plan_of(files).plan;
  const auto given = served(plan);
  EXPECT_EQ(given.at("scouts-room") + given.at("scouts-cook") + given.at("scouts-van"), 0);
  EXPECT_EQ(given.at("choir-room"), 1) << "it depends on nothing else";
  EXPECT_EQ(given.at("choir-van"), 0);
}

// Miller and Blair 2009, section 2.3.
TEST(TwoSectors, MakeWhatInputOutputTablesSay) {
  const auto [territory, plan] = plan_form("two-sectors");
  EXPECT_NEAR(amount_of(plan, "a1"), 126000.0 / 101, 0.0049);
  EXPECT_NEAR(amount_of(plan, "a2"), 186000.0 / 101, 0.0049);
  EXPECT_EQ(std::round(amount_of(plan, "a1") * 100), 124752);
  EXPECT_EQ(std::round(amount_of(plan, "a2") * 100), 184158);
  EXPECT_TRUE(all_proven(plan));
}

// The same table with its rows in another order; the forms have no quoted line ends.
std::string shuffled(const std::string& table, std::mt19937& dice) {
  std::istringstream lines(table);
  std::string header;
  std::getline(lines, header);
  std::vector<std::string> rows;
  for (std::string row; std::getline(lines, row);) {
    rows.push_back(row);
  }
  std::shuffle(rows.begin(), rows.end(), dice);
  std::string result = header + "\n";
  for (const auto& row : rows) {
    result += row + "\n";
  }
  return result;
}

class EveryForm : public testing::TestWithParam<std::string> {};

TEST_P(EveryForm, IsPlannedTheSameWhateverTheOrderOfRows) {
  const Folder files = files_of(GetParam());
  const Plan plan = plan_of(files).plan;
  std::mt19937 dice(20270104);
  for (int round = 0; round < 5; ++round) {
    Folder moved = files;
    for (auto& [name, bytes] : moved) {
      if (name.ends_with(".csv")) {
        bytes = shuffled(bytes, dice);
      }
    }
    EXPECT_EQ(plan_of(moved).plan, plan);
  }
}

TEST_P(EveryForm, HoldsBeforeTheChecker) {
  const auto [territory, plan] = plan_form(GetParam());
  const auto verdict = check::check_plan(territory, plan, {.input_sha256 = plan.input_sha256});
  EXPECT_TRUE(verdict.holds);
}

TEST_P(EveryForm, SaysWhatItIs) {
  const Folder files = files_of(GetParam());
  ASSERT_TRUE(files.contains("README.md"));
  EXPECT_NE(files.at("README.md").find("Expected"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Forms, EveryForm,
                         testing::Values("s1-van", "s3-third-place", "s8-employment-without",
                                         "s8-employment-with", "s11-ecology", "s11-ecology-value",
                                         "carrots", "carrots-other-closing", "clinics",
                                         "shared-problem"),
                         [](const auto& form) {
                           std::string name = form.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace bocage
