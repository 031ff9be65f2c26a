#include "check/check_choice.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/decimal.h"
#include "check/choice_program.h"
#include "check/choice_rules.h"

namespace bocage::check {
namespace {

using territory::Choice;
using territory::ChoiceLevel;
using territory::ChoiceObjective;
using territory::ChoiceReport;
using territory::Territory;
using territory::Verdict;
using territory::Wrong;
using territory::WrongKind;

Wrong wrong(WrongKind kind, std::string of, std::string found, std::string expected) {
  Wrong result;
  result.kind = kind;
  result.of = std::move(of);
  result.found = std::move(found);
  result.expected = std::move(expected);
  return result;
}

std::string name_of(ChoiceObjective objective) {
  return objective == ChoiceObjective::kCoverage  ? "coverage"
         : objective == ChoiceObjective::kBenefit ? "benefit"
                                                  : "cost";
}

// As people read it: members, the unit of benefit, the currency.
std::string text_of(ChoiceObjective objective, Int128 number) {
  return objective == ChoiceObjective::kCoverage  ? base::format_decimal(number, 0)
         : objective == ChoiceObjective::kBenefit ? base::format_decimal(number, 6)
                                                  : base::format_decimal(-number, 12);
}

class Judge {
 public:
  Judge(const Territory& territory, const ChoiceReport& report)
      : all_(territory), report_(report), program_(choice_program(territory)) {}

  std::optional<Wrong> run() {
    if (report_.members != program_.coverage.size()) {
      return wrong(WrongKind::kChoiceFigureDiffers, "members", std::to_string(report_.members),
                   std::to_string(program_.coverage.size()));
    }
    using enum ChoiceObjective;
    if (auto fault = judge(report_.chosen, "chosen", {kCoverage, kBenefit, kCost}, 0)) {
      return fault;
    }
    if (auto fault = judge(report_.free, "free", {kBenefit, kCost}, 0)) {
      return fault;
    }
    std::size_t least = covered(report_.free) + 1;
    for (std::size_t rung = 0; rung < report_.rungs.size(); ++rung) {
      std::string const name = "rung " + std::to_string(rung + 1);
      if (auto fault = judge(report_.rungs[rung], name, {kBenefit, kCost}, least)) {
        return fault;
      }
      least = covered(report_.rungs[rung]) + 1;
      if (least > covered(report_.chosen)) {
        return wrong(WrongKind::kChoiceFigureDiffers, name, std::to_string(least - 1),
                     "fewer than all");
      }
    }
    if (auto fault = judge_others()) {
      return fault;
    }
    return judge_reasons();
  }

 private:
  [[nodiscard]] std::size_t covered(const Choice& choice) const {
    return report_.members - std::min(report_.members, choice.left_out.size());
  }

  std::optional<Wrong> judge(const Choice& choice, const std::string& name,
                             const std::vector<ChoiceObjective>& objectives, std::size_t least) {
    if (auto fault = broken_rule(all_, choice, name)) {
      return fault;
    }
    if (covered(choice) < least) {
      return wrong(WrongKind::kChoiceFigureDiffers, name + ", covered",
                   std::to_string(covered(choice)), std::to_string(least));
    }
    if (choice.levels.size() != objectives.size()) {
      return wrong(WrongKind::kChoiceFigureDiffers, name + ", levels",
                   std::to_string(choice.levels.size()), std::to_string(objectives.size()));
    }
    ChoiceProgram program = program_;
    if (least > 0) {
      program.rows["coverage"] = at_least(program.coverage, static_cast<Int128>(least));
    }
    for (std::size_t place = 0; place < objectives.size(); ++place) {
      const ChoiceLevel& level = choice.levels[place];
      if (level.objective != objectives[place]) {
        return wrong(WrongKind::kChoiceFigureDiffers, name + ", levels", name_of(level.objective),
                     name_of(objectives[place]));
      }
      if (auto fault =
              judge_level(program, choice, level, name + ", " + name_of(level.objective))) {
        return fault;
      }
    }
    return std::nullopt;
  }

  std::optional<Wrong> judge_level(ChoiceProgram& program, const Choice& choice,
                                   const ChoiceLevel& level, const std::string& name) const {
    Int128 const reached = level.objective == ChoiceObjective::kCoverage
                               ? static_cast<Int128>(covered(choice))
                           : level.objective == ChoiceObjective::kBenefit ? choice.benefit
                                                                          : -choice.cost;
    if (level.reached != reached) {
      return wrong(WrongKind::kChoiceFigureDiffers, name, text_of(level.objective, level.reached),
                   text_of(level.objective, reached));
    }
    auto const& objective = level.objective == ChoiceObjective::kCoverage  ? program.coverage
                            : level.objective == ChoiceObjective::kBenefit ? program.benefit
                                                                           : program.cost;
    auto const shown = shown_by(program, objective, level.proof, reached);
    if (!shown) {
      return wrong(WrongKind::kChoiceNotProven, name, "no proof", "a proof");
    }
    if (*shown != level.bound) {
      return wrong(WrongKind::kChoiceNotProven, name, text_of(level.objective, level.bound),
                   text_of(level.objective, *shown));
    }
    program.rows[name_of(level.objective)] = at_least(objective, reached);
    return std::nullopt;
  }

  // Choices said to be as good: of the same benefit, leaving out as many, each told once. That they
  // are possible is taken on trust.
  std::optional<Wrong> judge_others() const {
    std::set<territory::EquallyGood> told;
    territory::EquallyGood chosen{{}, report_.chosen.left_out};
    for (const territory::OpenProject& open : report_.chosen.open) {
      chosen.projects.push_back(open.project);
    }
    told.insert(chosen);
    for (const territory::EquallyGood& other : report_.equally_good) {
      Int128 benefit = 0;
      for (std::size_t const project : other.projects) {
        benefit += benefit_counted(all_, all_.projects[project]);
      }
      if (!std::is_sorted(other.projects.begin(), other.projects.end()) ||
          other.left_out.size() != chosen.left_out.size() || !told.insert(other).second ||
          benefit != report_.chosen.benefit) {
        return wrong(WrongKind::kChoiceFigureDiffers, "equally good",
                     text_of(ChoiceObjective::kBenefit, benefit),
                     text_of(ChoiceObjective::kBenefit, report_.chosen.benefit));
      }
    }
    if (report_.drawn != !report_.equally_good.empty()) {
      return wrong(WrongKind::kChoiceFigureDiffers, "drawn", report_.drawn ? "true" : "false",
                   report_.drawn ? "false" : "true");
    }
    return std::nullopt;
  }

  std::optional<Wrong> judge_reasons() const {
    std::set<std::size_t> open;
    for (const territory::OpenProject& one : report_.chosen.open) {
      open.insert(one.project);
    }
    std::size_t next = 0;
    for (std::size_t project = 0; project < all_.projects.size(); ++project) {
      if (open.count(project) != 0) {
        continue;
      }
      if (next >= report_.not_open.size() || report_.not_open[next].project != project) {
        return wrong(WrongKind::kChoiceFigureDiffers, "not open", "", all_.projects[project].id);
      }
      if (auto fault = unfounded(all_, report_.not_open[next])) {
        return fault;
      }
      next += 1;
    }
    if (next != report_.not_open.size()) {
      return wrong(WrongKind::kChoiceFigureDiffers, "not open",
                   std::to_string(report_.not_open.size()), std::to_string(next));
    }
    return std::nullopt;
  }

  const Territory& all_;
  const ChoiceReport& report_;
  ChoiceProgram program_;
};

}  // namespace

Verdict check_choice(const Territory& territory, const ChoiceReport& report,
                     const std::string& input_sha256) {
  Verdict verdict;
  std::optional<Wrong> fault;
  if (report.input_sha256 != input_sha256) {
    fault = wrong(WrongKind::kInputDiffers, "", report.input_sha256, input_sha256);
  } else if (report.territory != territory.settings.name) {
    fault = wrong(WrongKind::kNameDiffers, "", report.territory, territory.settings.name);
  } else {
    fault = Judge(territory, report).run();
  }
  if (fault) {
    verdict.holds = false;
    verdict.wrong = *fault;
  }
  return verdict;
}

}  // namespace bocage::check
