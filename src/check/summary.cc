#include <map>

#include "base/decimal.h"
#include "check/matter.h"

// The figures at the head of the plan, added up again.
namespace bocage::check {
namespace {

using base::Int128;
using territory::Wrong;
using territory::WrongKind;

struct UnitFigures {
  Int128 needed = 0;       // millionths of the unit
  Int128 served = 0;       // millionths of the unit
  Int128 unit_metres = 0;  // millionths of the unit times metres
};

MaybeWrong compare(const std::string& figure, const std::string& found,
                   const std::string& expected) {
  if (found == expected) {
    return std::nullopt;
  }
  return Wrong{
      .kind = WrongKind::kSummaryDiffers, .of = figure, .found = found, .expected = expected};
}

MaybeWrong check_counts(const Matter& matter) {
  const territory::PlanSummary& summary = matter.plan.summary;
  int served = 0;
  int set_aside = 0;
  int unserved = 0;
  int needs = 0;
  std::optional<territory::Millionths> lowest;
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    if (matter.territory.needs[need].activity) {
      continue;  // on its way to somebody who needs it
    }
    needs += 1;
    territory::Millionths const fill = matter.plan.needs[need].fill;
    lowest = lowest ? std::min(*lowest, fill) : fill;
    served += matter.served[need] > 0 ? 1 : 0;
    set_aside += matter.set_aside[need] != 0 ? 1 : 0;
    bool const in_play = matter.need_in_play[need] != 0 || matter.is_touched[need] != 0;
    unserved += in_play && matter.served[need] == 0 ? 1 : 0;
  }
  std::int64_t metres = 0;
  for (const territory::PlanTransfer& transfer : matter.plan.transfers) {
    metres += transfer.distance.count();
  }
  auto const text_of = [](const std::optional<territory::Millionths>& number) {
    return number ? millionths_text(*number) : std::string("null");
  };
  struct Figure {
    const char* name;
    std::string found;
    std::string expected;
  };
  std::vector<Figure> const figures = {
      {"needs", std::to_string(summary.needs), std::to_string(needs)},
      {"served", std::to_string(summary.served), std::to_string(served)},
      {"set_aside", std::to_string(summary.set_aside), std::to_string(set_aside)},
      {"reachable_unserved", std::to_string(summary.reachable_unserved), std::to_string(unserved)},
      {"lowest_fill", text_of(summary.lowest_fill), text_of(lowest)},
      {"lines", std::to_string(summary.lines), std::to_string(matter.lines.size())},
      {"lines_km", kilometres_text(summary.lines_distance),
       kilometres_text(territory::Metres(metres))}};
  for (const Figure& figure : figures) {
    if (MaybeWrong wrong = compare(figure.name, figure.found, figure.expected)) {
      return wrong;
    }
  }
  return std::nullopt;
}

std::map<std::string, UnitFigures> figures_by_unit(const Matter& matter) {
  std::map<std::string, UnitFigures> units;
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    const territory::Need& stated = matter.territory.needs[need];
    UnitFigures& unit = units[matter.territory.families[stated.family.position()].unit];
    if (stated.activity) {
      continue;
    }
    unit.needed += Int128{stated.quantity.count()} * matter.quantum_of(need);
    unit.served += Int128{matter.served[need]} * matter.quantum_of(need);
  }
  for (std::size_t place = 0; place < matter.lines.size(); ++place) {
    const territory::Need& stated = matter.territory.needs[matter.lines[place].need];
    const territory::PlanTransfer& transfer = matter.plan.transfers[place];
    units[matter.territory.families[stated.family.position()].unit].unit_metres +=
        Int128{transfer.quantity.count()} * transfer.distance.count();
  }
  return units;
}

}  // namespace

MaybeWrong check_summary(const Matter& matter) {
  if (MaybeWrong wrong = check_counts(matter)) {
    return wrong;
  }
  auto const expected = figures_by_unit(matter);
  const std::vector<territory::UnitSummary>& found = matter.plan.summary.by_unit;
  if (found.size() != expected.size()) {
    return compare("by_unit", std::to_string(found.size()), std::to_string(expected.size()));
  }
  auto row = found.begin();
  for (auto const& [unit, figures] : expected) {
    std::string const name = "by_unit " + unit + ' ';
    // A unit-kilometre has three decimals more than a plan writes; the sum is rounded, ties to
    // even.
    base::Fraction const unit_km(figures.unit_metres, Int128{1'000'000'000});
    for (MaybeWrong wrong : {compare("by_unit", row->unit, unit),
                             compare(name + "needed", millionths_text(row->needed),
                                     base::format_decimal(figures.needed, 6)),
                             compare(name + "served", millionths_text(row->served),
                                     base::format_decimal(figures.served, 6)),
                             compare(name + "unit_km", millionths_text(row->unit_km),
                                     base::format_rounded(unit_km, 6))}) {
      if (wrong) {
        return wrong;
      }
    }
    ++row;
  }
  return std::nullopt;
}

}  // namespace bocage::check
