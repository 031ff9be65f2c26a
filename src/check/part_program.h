#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/matter.h"
#include "check/program.h"
#include "check/touched.h"

namespace bocage::check {

// The program of a touched part, written again from docs/formats/programs.md, and where the plan's
// lines put its columns.
struct PartProgram : Program {
  Columns stands;
  // By place of a threshold, then need: the column that says it is above it.
  std::vector<Columns> above;
  std::string broken;  // what is no whole number of lots; empty where all lines are
};

// What the plan compares levels by, and each need's level in it.
struct PartLevels {
  territory::Rule rule = territory::Rule::kPeople;
  std::map<std::uint32_t, base::Fraction> of_need;  // those that count
};
[[nodiscard]] PartLevels levels_of(const Matter& matter, const TouchedPart& part);

struct PartTerms {
  bool minima_count = true;                // they are not dropped
  std::vector<base::Fraction> thresholds;  // ascending
};
[[nodiscard]] PartProgram program_of(const Matter& matter, const TouchedPart& part,
                                     const PartTerms& terms);

// What one level of a program counts; by column.
[[nodiscard]] Columns objective_of(const Matter& matter, const TouchedPart& part,
                                   const PartProgram& program, const territory::ProgramLevel& level,
                                   std::size_t threshold);

}  // namespace bocage::check
