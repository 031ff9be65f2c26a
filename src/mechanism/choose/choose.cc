#include "mechanism/choose/choose.h"

#include <algorithm>
#include <random>

#include "mechanism/choose/fill.h"
#include "mechanism/choose/obstacle.h"

namespace bocage::mechanism::choose {
namespace {

using territory::Choice;
using territory::ChoiceObjective;
using territory::ChoiceReport;
using territory::Territory;

constexpr std::size_t kEquallyGoodTold = 8;
constexpr std::size_t kMostRungs = 40;

std::string_view name_of(ChoiceObjective objective) {
  switch (objective) {
    case ChoiceObjective::kCoverage:
      return "coverage";
    case ChoiceObjective::kBenefit:
      return "benefit";
    case ChoiceObjective::kCost:
      return "cost";
  }
  return {};
}

std::vector<std::size_t> open_projects(const Choice& choice) {
  std::vector<std::size_t> places;
  places.reserve(choice.open.size());
  for (const territory::OpenProject& open : choice.open) {
    places.push_back(open.project);
  }
  return places;
}

territory::EquallyGood set_of(const Choice& choice) {
  return {open_projects(choice), choice.left_out};
}

class Choosing {
 public:
  Choosing(const Territory& territory, const ChooseOptions& options)
      : all_(territory), options_(options), program_(program_of(territory)) {
    complete_ = [this](const std::vector<double>& columns, double threshold) {
      std::vector<bool> answers(columns.size(), false);
      for (std::size_t column = 0; column < columns.size(); ++column) {
        answers[column] =
            program_.columns[column].asks != kAsksNothing && columns[column] > threshold;
      }
      auto const filled = fill(all_, program_, answers);
      return filled ? std::optional(filled->columns) : std::nullopt;
    };
  }

  ChoiceReport run() {
    report_.territory = all_.settings.name;
    report_.members = program_.covered.size();
    // Nothing open is always possible, so that a stopped search has an answer.
    auto const nothing = fill(all_, program_, std::vector<bool>(program_.columns.size(), false));
    auto const free =
        best("free", {}, {ChoiceObjective::kBenefit, ChoiceObjective::kCost}, nothing);
    auto everyone = best("everyone", {}, kAll, free);
    report_.free = free->choice;
    add_ties(*everyone);
    report_.chosen = everyone->choice;
    add_rungs(*everyone);
    add_reasons();
    return std::move(report_);
  }

  std::optional<Choice> with(std::size_t project) {
    Row must{"open", {{program_.open[project], -1}}, -1};
    auto const found = best("everyone", {must}, kAll, {});
    return found ? std::optional(found->choice) : std::nullopt;
  }

 private:
  static inline const std::vector<ChoiceObjective> kAll{
      ChoiceObjective::kCoverage, ChoiceObjective::kBenefit, ChoiceObjective::kCost};

  // One objective after the other, each held from then on. Leaves what is held in `rows_`.
  std::optional<Filled> best(std::string_view what, const std::vector<Row>& rows,
                             const std::vector<ChoiceObjective>& objectives,
                             std::optional<Filled> known) {
    rows_ = rows;
    std::vector<territory::ChoiceLevel> levels;
    for (std::size_t place = 0; place < objectives.size(); ++place) {
      Objective const objective = objective_of(all_, program_, objectives[place]);
      program::SearchLimits const limits{options_.nodes, options_.stop, [&](double share) {
                                           tell(what, (static_cast<double>(place) + share) /
                                                          static_cast<double>(objectives.size()));
                                         }};
      auto const start = known ? std::optional(known->columns) : std::nullopt;
      program::Found found = program::search(program_, rows_, objective, complete_, start, limits);
      if (!found.best) {
        return std::nullopt;
      }
      levels.push_back({objectives[place], found.reached, found.bound, std::move(found.proof)});
      rows_.push_back(
          program::at_least(std::string(name_of(objectives[place])), objective, found.reached));
      known = filled_as(*found.best);
    }
    known->choice.levels = std::move(levels);
    return known;
  }

  // A choice follows from the answers alone.
  [[nodiscard]] Filled filled_as(const std::vector<Int128>& columns) const {
    std::vector<bool> answers(columns.size(), false);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      answers[column] = program_.columns[column].asks != kAsksNothing && columns[column] > 0;
    }
    return *fill(all_, program_, answers);
  }

  void tell(std::string_view what, double share) const {
    if (options_.progress) {
      options_.progress(what, share);
    }
  }

  // Other choices that are as good, by what opens and who is left out; the lot chooses.
  void add_ties(Filled& chosen) {
    auto const proven = [](const territory::ChoiceLevel& level) {
      return level.bound == level.reached;
    };
    if (!std::all_of(chosen.choice.levels.begin(), chosen.choice.levels.end(), proven)) {
      return;
    }
    std::vector<Filled> found{chosen};
    Objective const nothing(program_.columns.size(), 0);
    while (found.size() <= kEquallyGoodTold) {
      tell("ties", static_cast<double>(found.size()) / (kEquallyGoodTold + 1));
      Row differs{"differs", {}, -1};
      auto const hold = [&](std::uint32_t column) {
        bool const yes = found.back().columns[column] > 0;
        differs.entries.emplace_back(column, yes ? 1 : -1);
        differs.most += yes ? 1 : 0;
      };
      std::for_each(program_.open.begin(), program_.open.end(), hold);
      // As many are covered as can be, so that none is left unsaid who is.
      for (auto const& [stakeholder, column] : program_.covered) {
        hold(column);
      }
      rows_.push_back(std::move(differs));
      auto other = program::search(program_, rows_, nothing, complete_, {},
                                   {options_.nodes, options_.stop, nullptr});
      if (!other.best) {
        break;
      }
      found.push_back(filled_as(*other.best));
    }
    draw(std::move(found), chosen);
  }

  void draw(std::vector<Filled> found, Filled& chosen) {
    std::sort(found.begin(), found.end(),
              [](const Filled& a, const Filled& b) { return set_of(a.choice) < set_of(b.choice); });
    report_.drawn = found.size() > 1;
    std::mt19937_64 source(all_.settings.lot);
    std::size_t const drawn = report_.drawn ? source() % found.size() : 0;
    auto levels = std::move(chosen.choice.levels);
    for (std::size_t place = 0; place < found.size(); ++place) {
      if (place == drawn) {
        chosen = found[place];
      } else {
        report_.equally_good.push_back(set_of(found[place].choice));
      }
    }
    chosen.choice.levels = std::move(levels);
  }

  // What each further member costs, between those whom the most benefit reaches and all.
  void add_rungs(const Filled& everyone) {
    Objective const coverage = objective_of(all_, program_, ChoiceObjective::kCoverage);
    std::size_t const all = report_.members - report_.chosen.left_out.size();
    std::size_t least = report_.members - report_.free.left_out.size() + 1;
    while (least < all && report_.rungs.size() < kMostRungs) {
      auto const found =
          best("between", {program::at_least("coverage", coverage, static_cast<Int128>(least))},
               {ChoiceObjective::kBenefit, ChoiceObjective::kCost}, everyone);
      least = report_.members - found->choice.left_out.size() + 1;
      if (least <= all) {
        report_.rungs.push_back(found->choice);
      }
    }
  }

  void add_reasons() {
    std::vector<std::size_t> const open = open_projects(report_.chosen);
    for (std::size_t project = 0; project < all_.projects.size(); ++project) {
      if (!std::binary_search(open.begin(), open.end(), project)) {
        report_.not_open.push_back(obstacle_of(all_, project));
      }
    }
  }

  const Territory& all_;
  const ChooseOptions& options_;
  Program program_;
  program::Complete complete_;
  std::vector<Row> rows_;
  ChoiceReport report_;
};

}  // namespace

ChoiceReport choose(const Territory& territory, const ChooseOptions& options) {
  return Choosing(territory, options).run();
}

std::optional<Choice> choose_with(const Territory& territory, std::size_t project,
                                  const ChooseOptions& options) {
  return Choosing(territory, options).with(project);
}

}  // namespace bocage::mechanism::choose
