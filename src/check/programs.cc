#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "check/matter.h"
#include "check/part_program.h"

// The parts that lots, conditions and activities decide: their rows are kept, every level is what
// the lines reach, and no plan that keeps the levels before it does better than its proof shows.
namespace bocage::check {
namespace {

using base::Fraction;
using territory::Criterion;
using territory::PlanProgram;
using territory::ProgramLevel;
using territory::ProgramObjective;
using territory::Wrong;
using territory::WrongKind;

Wrong differs(const std::string& figure, const std::string& found, const std::string& expected) {
  return {
      .kind = WrongKind::kProgramFigureDiffers, .of = figure, .found = found, .expected = expected};
}

const char* word_of(ProgramObjective objective) {
  static constexpr std::array<const char*, 11> kWords = {
      "minimum", "set_aside_before", "people",   "lot",  "above", "total",
      "value",   "stability",        "distance", "cost", "taken"};
  return kWords[static_cast<std::size_t>(objective)];
}

std::string name_of(const ProgramLevel& level) {
  std::string name = word_of(level.objective);
  name += level.unit.empty() ? "" : " " + level.unit;
  return level.threshold ? name + " " + base::to_text(*level.threshold) : name;
}

template <class Places, class Rows>
std::vector<std::string> ids_of(const Places& places, const Rows& rows) {
  std::vector<std::string> ids;
  ids.reserve(places.size());
  for (auto const place : places) {
    ids.push_back(rows[place].id);
  }
  return ids;
}

class PartCheck {
 public:
  PartCheck(const Matter& matter, const TouchedPart& part, const PlanProgram& told)
      : matter_(matter), all_(matter.territory), part_(part), told_(told) {}

  MaybeWrong check() {
    if (told_.needs != ids_of(part_.needs, all_.needs) ||
        told_.contributions != ids_of(part_.contributions, all_.contributions) ||
        told_.activities != ids_of(part_.activities, all_.activities)) {
      return differs("program", told_.needs.empty() ? "" : told_.needs.front(),
                     all_.needs[part_.needs.front()].id);
    }
    levels_ = levels_of(matter_, part_);
    if (told_.rule != levels_.rule) {
      return differs("program rule", check::word_of(told_.rule), check::word_of(levels_.rule));
    }
    for (auto const step : {&PartCheck::check_minima, &PartCheck::check_thresholds,
                            &PartCheck::check_criteria, &PartCheck::check_rows}) {
      if (MaybeWrong wrong = (this->*step)()) {
        return wrong;
      }
    }
    return next_ == told_.levels.size()
               ? std::nullopt
               : MaybeWrong(
                     differs("levels", std::to_string(told_.levels.size()), std::to_string(next_)));
  }

 private:
  // The next level, if it is the one that is due.
  const ProgramLevel* due(ProgramObjective objective, const std::string& unit) const {
    if (next_ == told_.levels.size() || told_.levels[next_].objective != objective ||
        told_.levels[next_].unit != unit) {
      return nullptr;
    }
    return &told_.levels[next_];
  }

  MaybeWrong missing(ProgramObjective objective, const std::string& unit) const {
    ProgramLevel expected;
    expected.objective = objective;
    expected.unit = unit;
    return differs("levels", next_ < told_.levels.size() ? name_of(told_.levels[next_]) : "nothing",
                   name_of(expected));
  }

  // What the lines reach, and what the proof shows they cannot exceed; then it is held.
  MaybeWrong check_level(const ProgramLevel& level, bool is_held) {
    PartProgram program = program_of(matter_, part_, terms_);
    if (!program.broken.empty()) {
      return Wrong{.kind = WrongKind::kProgramBreaksRule, .of = program.broken};
    }
    std::size_t const last = terms_.thresholds.empty() ? 0 : terms_.thresholds.size() - 1;
    Columns const objective = objective_of(matter_, part_, program, level, last);
    auto const reached = sum_of(objective, program.stands);
    if (!reached || *reached != level.reached) {
      return differs(name_of(level), base::to_text(level.reached),
                     reached ? base::to_text(*reached) : "");
    }
    for (const Held& held : held_) {
      Columns const earlier = objective_of(matter_, part_, program, *held.level, held.threshold);
      program.rows["level " + std::to_string(held.number)] = at_least(earlier, held.level->reached);
    }
    auto const shown = shown_by(program, objective, level.proof, level.reached);
    if (!shown || *shown != level.bound) {
      return Wrong{.kind = WrongKind::kProgramNotProven,
                   .of = name_of(level),
                   .found = base::to_text(level.bound),
                   .expected = shown ? base::to_text(*shown) : ""};
    }
    next_ += 1;
    if (is_held) {
      held_.push_back({&level, next_, last});
    }
    return std::nullopt;
  }

  MaybeWrong check_minima() {
    auto const with_minimum =
        std::count_if(part_.needs.begin(), part_.needs.end(), [&](std::uint32_t need) {
          return !all_.needs[need].activity && matter_.open_minimum_of(need) > 0;
        });
    if (with_minimum == 0) {
      return std::nullopt;
    }
    const ProgramLevel* const first = due(ProgramObjective::kMinimum, "");
    if (first == nullptr) {
      return missing(ProgramObjective::kMinimum, "");
    }
    bool const dropped = first->reached < with_minimum &&
                         all_.settings.below_minimum == territory::BelowMinimum::kShare;
    // Where minima are dropped, the lines no longer reach what was reached; nothing then holds it.
    if (MaybeWrong wrong =
            dropped ? check_dropped(*first, with_minimum) : check_level(*first, true)) {
      return wrong;
    }
    if (first->reached == with_minimum || dropped) {
      return std::nullopt;
    }
    std::vector<ProgramObjective> ways{ProgramObjective::kSetAsideBefore};
    if (matter_.plan.rule == territory::Rule::kPeople) {
      ways.push_back(ProgramObjective::kPeople);
    }
    ways.push_back(ProgramObjective::kLot);
    for (ProgramObjective const way : ways) {
      const ProgramLevel* const level = due(way, "");
      if (level == nullptr) {
        return missing(way, "");
      }
      if (MaybeWrong wrong = check_level(*level, true)) {
        return wrong;
      }
    }
    return std::nullopt;
  }

  // That not all minima can be kept, by the proof alone.
  MaybeWrong check_dropped(const ProgramLevel& level, std::int64_t with_minimum) {
    PartProgram const program = program_of(matter_, part_, terms_);
    Columns const objective = objective_of(matter_, part_, program, level, 0);
    auto const shown = shown_by(program, objective, level.proof, level.reached);
    if (!shown || *shown != level.bound || level.bound >= with_minimum) {
      return Wrong{.kind = WrongKind::kProgramNotProven,
                   .of = name_of(level),
                   .found = base::to_text(level.bound),
                   .expected = shown ? base::to_text(*shown) : ""};
    }
    next_ += 1;
    terms_.minima_count = false;
    return std::nullopt;
  }

  MaybeWrong check_thresholds() {
    std::vector<Fraction> standing;
    for (auto const& [need, level] : levels_.of_need) {
      standing.push_back(level);
    }
    std::sort(standing.begin(), standing.end());
    std::size_t above = matter_.fair_leads ? standing.size() : 0;
    while (above > 0) {
      const ProgramLevel* const level = due(ProgramObjective::kAbove, "");
      const Fraction& lowest = standing[standing.size() - above];
      if (level == nullptr || level->threshold != lowest) {
        ProgramLevel expected;
        expected.threshold = lowest;
        return differs("levels", level == nullptr ? "nothing" : name_of(*level), name_of(expected));
      }
      terms_.thresholds.push_back(lowest);
      if (MaybeWrong wrong = check_level(*level, true)) {
        return wrong;
      }
      above = static_cast<std::size_t>(level->reached);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::set<std::string> units(bool of_taken_only) const {
    std::set<std::string> found;
    for (std::uint32_t const need : part_.needs) {
      if (!of_taken_only || all_.needs[need].activity) {
        found.insert(all_.families[all_.needs[need].family.position()].unit);
      }
    }
    return found;
  }

  MaybeWrong check_due(ProgramObjective objective, const std::set<std::string>& units) {
    for (const std::string& unit : units) {
      const ProgramLevel* const level = due(objective, unit);
      if (level == nullptr || level->threshold) {
        return missing(objective, unit);
      }
      if (MaybeWrong wrong = check_level(*level, true)) {
        return wrong;
      }
    }
    return std::nullopt;
  }

  MaybeWrong check_criteria() {
    for (Criterion const criterion : matter_.criteria) {
      bool const in_money = criterion == Criterion::kValue || criterion == Criterion::kCost;
      ProgramObjective const objective =
          criterion == Criterion::kValue       ? ProgramObjective::kValue
          : criterion == Criterion::kCost      ? ProgramObjective::kCost
          : criterion == Criterion::kDistance  ? ProgramObjective::kDistance
          : criterion == Criterion::kStability ? ProgramObjective::kStability
                                               : ProgramObjective::kTotal;
      if (MaybeWrong wrong =
              check_due(objective, in_money ? std::set<std::string>{""} : units(false))) {
        return wrong;
      }
    }
    return check_due(ProgramObjective::kTaken, units(true));
  }

  MaybeWrong check_rows() {
    PartProgram const program = program_of(matter_, part_, terms_);
    for (auto const& [name, row] : program.rows) {
      auto const sum = sum_of(row.factors, program.stands);
      if (!sum || *sum > row.most) {
        return Wrong{.kind = WrongKind::kProgramBreaksRule,
                     .of = name,
                     .found = sum ? base::to_text(*sum) : "",
                     .expected = base::to_text(row.most)};
      }
    }
    for (auto const& [name, stands] : program.stands) {
      if (stands < 0 || stands > program.high.at(name)) {
        return Wrong{.kind = WrongKind::kProgramBreaksRule,
                     .of = name,
                     .found = base::to_text(stands),
                     .expected = base::to_text(program.high.at(name))};
      }
    }
    return std::nullopt;
  }

  struct Held {
    const ProgramLevel* level;
    std::size_t number;     // from 1
    std::size_t threshold;  // its place among them
  };

  const Matter& matter_;
  const territory::Territory& all_;
  const TouchedPart& part_;
  const PlanProgram& told_;
  PartLevels levels_;
  PartTerms terms_;
  std::vector<Held> held_;
  std::size_t next_ = 0;
};

// In units of its recipe: what its lines ask for; whole batches, where it has them.
Fraction amount_of(const Matter& matter, const territory::Activity& activity) {
  constexpr Int128 kMillion = 1'000'000;
  const territory::Territory& all = matter.territory;
  Fraction amount;
  for (std::size_t out = 0; out < activity.makes.size(); ++out) {
    std::size_t const place = activity.makes[out].position();
    const territory::RecipePart& part = all.recipes[activity.recipe].makes[out];
    Int128 const quantum = all.families[all.contributions[place].family.position()].quantum.count();
    // Millionths given, over millionths a unit of the recipe makes.
    Fraction asked(matter.given[place] * quantum * kMillion,
                   Int128{part.quantity.count()} * (kMillion - part.loss.count()));
    if (activity.batch) {
      Fraction const batches(asked.numerator() * kMillion,
                             asked.denominator() * activity.batch->count());
      Int128 const begun = -base::floor_divide(-batches.numerator(), batches.denominator());
      asked = Fraction(begun * activity.batch->count(), kMillion);
    }
    amount = std::max(amount, asked);
  }
  return amount;
}

MaybeWrong check_activities(const Matter& matter) {
  const std::vector<territory::PlanActivity>& told = matter.plan.activities;
  if (told.size() != matter.territory.activities.size()) {
    return differs("activities", std::to_string(told.size()),
                   std::to_string(matter.territory.activities.size()));
  }
  for (std::size_t place = 0; place < told.size(); ++place) {
    const territory::Activity& activity = matter.territory.activities[place];
    Fraction const amount = amount_of(matter, activity);
    if (told[place].id != activity.id || told[place].amount != amount) {
      return differs("activity " + activity.id, base::to_text(told[place].amount),
                     base::to_text(amount));
    }
  }
  return std::nullopt;
}

}  // namespace

void find_touched_parts(Matter& matter) {
  matter.touched = find_touched(matter.territory, matter.links);
  matter.is_touched.assign(matter.needs(), 0);
  matter.memory = territory::memory_of_needs(matter.territory);
  for (const TouchedPart& part : matter.touched) {
    for (std::uint32_t const need : part.needs) {
      matter.is_touched[need] = matter.links.first[need] < matter.links.first[need + 1] ? 1 : 0;
    }
  }
}

void set_touched_apart(Matter& matter) {
  if (matter.touched.empty()) {
    return;
  }
  territory::PossibleLinks const all = std::exchange(matter.links, {});
  matter.links.first.push_back(0);
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    for (std::uint32_t k = all.first[need]; matter.is_touched[need] == 0 && k < all.first[need + 1];
         ++k) {
      matter.links.contribution.push_back(all.contribution[k]);
      matter.links.metres.push_back(all.metres[k]);
      if (!all.value.empty()) {
        matter.links.value.push_back(all.value[k]);
      }
    }
    matter.links.first.push_back(static_cast<std::uint32_t>(matter.links.contribution.size()));
  }
}

MaybeWrong check_programs(const Matter& matter) {
  if (matter.plan.programs.size() != matter.touched.size()) {
    return differs("programs", std::to_string(matter.plan.programs.size()),
                   std::to_string(matter.touched.size()));
  }
  for (std::size_t place = 0; place < matter.touched.size(); ++place) {
    if (MaybeWrong wrong =
            PartCheck(matter, matter.touched[place], matter.plan.programs[place]).check()) {
      return wrong;
    }
  }
  return check_activities(matter);
}

}  // namespace bocage::check
