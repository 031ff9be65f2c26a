#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "territory/choice.h"
#include "territory/territory.h"

// The rows that any choice of projects keeps, written again from docs/formats/choice.md, and what a
// proof that speaks of them shows.
namespace bocage::check {

using base::Int128;

struct ChoiceRow {
  std::map<std::string, Int128> factors;  // by column
  Int128 most = 0;                        // of their sum
};
struct ChoiceProgram {
  std::map<std::string, Int128> high;  // of every column; all go from 0
  std::map<std::string, bool> is_question;
  std::map<std::string, ChoiceRow> rows;
  std::map<std::string, Int128> coverage;  // objectives, to be made as large as can be
  std::map<std::string, Int128> benefit;
  std::map<std::string, Int128> cost;
};

// What several places need to know of a row of the tables, in millionths.
[[nodiscard]] Int128 most_a_member_makes(const territory::SharedProject& project,
                                         const territory::ProjectMember& member);
[[nodiscard]] Int128 most_a_funder_pays(const territory::SharedProject& project,
                                        const territory::Funder& funder);
[[nodiscard]] Int128 least_a_funder_pays(const territory::SharedProject& project,
                                         const territory::Funder& funder);
[[nodiscard]] Int128 benefit_counted(const territory::Territory& territory,
                                     const territory::SharedProject& project);

[[nodiscard]] ChoiceProgram choice_program(const territory::Territory& territory);

// "The sum of `objective` is at least `least`", in lowest terms.
[[nodiscard]] ChoiceRow at_least(const std::map<std::string, Int128>& objective, Int128 least);

// What the tree shows the objective cannot exceed; none where it is no proof: a question twice or
// of no column, a row that is not there, steps too few or too many, figures beyond 128 bits.
[[nodiscard]] std::optional<Int128> shown_by(const ChoiceProgram& program,
                                             const std::map<std::string, Int128>& objective,
                                             const std::vector<territory::ProofStep>& proof,
                                             Int128 reached);

}  // namespace bocage::check
