#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/program.h"
#include "territory/territory.h"

// The rows that any choice of projects keeps, written again from docs/formats/choice.md.
namespace bocage::check {

struct ChoiceProgram : Program {
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

}  // namespace bocage::check
