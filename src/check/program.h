#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "territory/proof_step.h"

// Programs in whole numbers, as the checker writes them, and what a proof that speaks of them
// shows: docs/formats/choice.md.
namespace bocage::check {

using base::Int128;

struct ProgramRow {
  std::map<std::string, Int128> factors;  // by column
  Int128 most = 0;                        // of their sum
};
struct Program {
  std::map<std::string, Int128> high;  // of every column; all go from 0
  std::map<std::string, bool> is_question;
  std::map<std::string, ProgramRow> rows;
};
using Columns = std::map<std::string, Int128>;  // an objective, or where columns stand

// In lowest terms; nothing where no column is left in it.
[[nodiscard]] std::optional<ProgramRow> in_lowest_terms(ProgramRow row);

// "The sum of `objective` is at least `least`", in lowest terms.
[[nodiscard]] ProgramRow at_least(const Columns& objective, Int128 least);

// The sum of factor × column; none beyond 128 bits.
[[nodiscard]] std::optional<Int128> sum_of(const Columns& factors, const Columns& columns);

// What the tree shows the objective cannot exceed; none where it is no proof: a question of no
// column or outside what is left of it, a row that is not there, steps too few or too many, figures
// beyond 128 bits.
[[nodiscard]] std::optional<Int128> shown_by(const Program& program, const Columns& objective,
                                             const std::vector<territory::ProofStep>& proof,
                                             Int128 reached);

}  // namespace bocage::check
