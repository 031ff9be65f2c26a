// Choices of projects that hold are accepted; lies about them are not.
#include <gmock/gmock.h>

#include <functional>
#include <map>

#include "check/check_choice.h"
#include "exchange/choice_json.h"
#include "exchange/read_territory.h"
#include "mechanism/choose/choose.h"
#include "mechanism/random_projects.h"
#include "places.h"

namespace bocage::check {
namespace {

using oracle::Dice;
using oracle::kUnit;
using territory::Choice;
using territory::ChoiceReport;
using territory::Millionths;
using territory::Territory;

// Changes a choice so that it is one no more; false: it could not.
using Lie = bool (*)(const Territory&, ChoiceReport&);

bool first_project(const Territory& territory, ChoiceReport& report, bool quantity,
                   const std::function<bool(territory::OpenProject&)>& change) {
  for (territory::OpenProject& open : report.chosen.open) {
    if (territory.projects[open.project].quantity.has_value() == quantity && change(open)) {
      return true;
    }
  }
  return false;
}

bool closes_a_project(const Territory& territory, ChoiceReport& report) {
  // With all its figures, as somebody would who wants it closed: only the proof stands against it.
  return first_project(territory, report, false, [&](territory::OpenProject& open) {
    const territory::SharedProject& project = territory.projects[open.project];
    if (!project.members.empty() || project.benefit.value_or(Millionths(0)) == Millionths(0)) {
      return false;
    }
    std::size_t const closed = open.project;
    auto& list = report.chosen.open;
    report.chosen.benefit -= project.benefit->count();
    report.chosen.cost -= base::Int128{kUnit} * project.cost.count();
    list.erase(list.begin() + (&open - list.data()));
    for (territory::ChoiceLevel& level : report.chosen.levels) {
      if (level.objective == territory::ChoiceObjective::kBenefit) {
        level.reached = level.bound = report.chosen.benefit;
      } else if (level.objective == territory::ChoiceObjective::kCost) {
        level.reached = level.bound = -report.chosen.cost;
      }
    }
    auto const after =
        std::find_if(report.not_open.begin(), report.not_open.end(),
                     [&](const territory::NotOpen& one) { return one.project > closed; });
    report.not_open.insert(after, {closed, territory::WhyNotOpen::kNotChosen, Millionths(0), {}});
    return true;
  });
}

bool another_hash(const Territory&, ChoiceReport& report) {
  report.input_sha256 += "0";
  return true;
}

bool more_benefit(const Territory&, ChoiceReport& report) {
  report.chosen.benefit += kUnit;
  return true;
}

bool less_cost(const Territory&, ChoiceReport& report) {
  report.chosen.cost -= 1;
  return true;
}

bool nobody_left_out(const Territory&, ChoiceReport& report) {
  bool const some = !report.free.left_out.empty();
  report.free.left_out.clear();
  return some;
}

bool a_bound_that_is_too_low(const Territory&, ChoiceReport& report) {
  auto& level = report.free.levels.front();
  level.bound -= kUnit;
  level.reached -= kUnit;
  return true;
}

bool a_proof_cut_short(const Territory&, ChoiceReport& report) {
  auto& proof = report.chosen.levels.back().proof;
  proof.pop_back();
  return true;
}

bool a_proof_without_its_weights(const Territory& territory, ChoiceReport& report) {
  base::Int128 all = 0;
  for (const territory::SharedProject& project : territory.projects) {
    all += project.benefit.value_or(Millionths(kUnit)).count();
  }
  territory::ChoiceLevel& level = report.free.levels.front();
  if (level.proof.size() != 1 || all == report.free.benefit) {
    return false;  // a whole tree, or all projects, need no weights
  }
  bool const some = !level.proof.front().weights.empty();
  level.proof.front().weights.clear();
  return some;
}

bool a_question_twice(const Territory&, ChoiceReport& report) {
  for (Choice* const choice : {&report.chosen, &report.free}) {
    for (territory::ChoiceLevel& level : choice->levels) {
      auto const whole = level.proof;
      if (!whole.front().question.empty()) {
        level.proof = {whole.front()};
        level.proof.insert(level.proof.end(), whole.begin(), whole.end());
        level.proof.insert(level.proof.end(), whole.begin(), whole.end());
        return true;
      }
    }
  }
  return false;
}

bool a_project_that_is_not_possible(const Territory& territory, ChoiceReport& report) {
  for (const territory::NotOpen& one : report.not_open) {
    if (one.why == territory::WhyNotOpen::kLimit) {
      territory::OpenProject open;
      open.project = one.project;
      auto& list = report.chosen.open;
      auto const after = std::find_if(
          list.begin(), list.end(), [&](const auto& other) { return other.project > one.project; });
      list.insert(after, open);
      return true;
    }
  }
  (void)territory;
  return false;
}

bool a_quantity_moved(const Territory& territory, ChoiceReport& report) {
  return first_project(territory, report, true, [](territory::OpenProject& open) {
    open.makes.front().quantity += Millionths(1);
    return true;
  });
}

bool money_from_nowhere(const Territory& territory, ChoiceReport& report) {
  for (territory::OpenProject& open : report.chosen.open) {
    if (!open.funding.empty()) {
      open.funding.front().amount = Millionths(100 * kUnit);
      return true;
    }
  }
  (void)territory;
  return false;
}

bool no_money(const Territory& territory, ChoiceReport& report) {
  for (territory::OpenProject& open : report.chosen.open) {
    if (!open.funding.empty() && !territory.projects[open.project].quantity &&
        territory.projects[open.project].cost > territory.projects[open.project].own_funds) {
      open.funding.clear();
      return true;
    }
  }
  return false;
}

bool another_reason(const Territory&, ChoiceReport& report) {
  for (territory::NotOpen& one : report.not_open) {
    one.lacks += Millionths(1);
    return true;
  }
  return false;
}

bool a_reason_left_out(const Territory&, ChoiceReport& report) {
  bool const some = !report.not_open.empty();
  if (some) {
    report.not_open.pop_back();
  }
  return some;
}

bool a_set_of_less_benefit_as_good(const Territory& territory, ChoiceReport& report) {
  bool const some = report.chosen.benefit > 0;
  report.equally_good.emplace_back();
  report.drawn = true;
  (void)territory;
  return some;
}

constexpr std::pair<const char*, Lie> kLies[] = {
    {"another hash", another_hash},
    {"more benefit", more_benefit},
    {"less cost", less_cost},
    {"nobody left out", nobody_left_out},
    {"a bound that is too low", a_bound_that_is_too_low},
    {"a proof cut short", a_proof_cut_short},
    {"a proof without its weights", a_proof_without_its_weights},
    {"a question twice", a_question_twice},
    {"a project closed, figures and all", closes_a_project},
    {"a project that is not possible", a_project_that_is_not_possible},
    {"a quantity moved", a_quantity_moved},
    {"money from nowhere", money_from_nowhere},
    {"no money", no_money},
    {"another reason", another_reason},
    {"a reason left out", a_reason_left_out},
    {"a set of less benefit, as good", a_set_of_less_benefit_as_good},
};

TEST(CheckChoice, AcceptsWhatHoldsAndRefusesEveryLie) {
  std::map<std::string, int> told;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed + 1);
    Territory const territory = oracle::random_projects(dice);
    ChoiceReport report = mechanism::choose::choose(territory, {});
    report.input_sha256 = "hash";
    auto const verdict = check_choice(territory, report, "hash");
    ASSERT_TRUE(verdict.holds) << seed << " " << verdict.wrong.of << " " << verdict.wrong.found
                               << " " << verdict.wrong.expected;
    for (auto const& [name, lie] : kLies) {
      ChoiceReport changed = report;
      if (lie(territory, changed)) {
        EXPECT_FALSE(check_choice(territory, changed, "hash").holds) << name << " " << seed;
        told[name] += 1;
      }
    }
  }
  for (auto const& [name, lie] : kLies) {
    EXPECT_GT(told[name], 5) << name;
  }
}

TEST(CheckChoice, ReadsBackWhatWasWritten) {
  for (std::uint64_t seed = 0; seed < oracle::cases(100); ++seed) {
    Dice dice(seed + 700);
    Territory const territory = oracle::random_projects(dice);
    ChoiceReport report = mechanism::choose::choose(territory, {});
    report.input_sha256 = exchange::choice_sha256(territory);
    std::string const document = exchange::write_choice(territory, report);
    auto const read = exchange::read_choice(territory, document, "choice.json");
    ASSERT_TRUE(read.ok()) << document;
    ASSERT_EQ(*read, report) << document;
  }
}

TEST(CheckChoice, AcceptsAStoppedSearchForWhatItIs) {
  auto const reading = exchange::read_territory(
      (tests::source_folder() / "examples/forms/s4-shared-projects").string());
  mechanism::choose::ChooseOptions options;
  options.nodes = 1;
  ChoiceReport const report = mechanism::choose::choose(reading.territory, options);
  EXPECT_TRUE(check_choice(reading.territory, report, "").holds);
  ChoiceReport boasting = report;
  for (Choice* const choice : {&boasting.chosen, &boasting.free}) {
    for (territory::ChoiceLevel& level : choice->levels) {
      level.bound = level.reached;
    }
  }
  ASSERT_NE(boasting, report);
  EXPECT_FALSE(check_choice(reading.territory, boasting, "").holds);
}

}  // namespace
}  // namespace bocage::check
