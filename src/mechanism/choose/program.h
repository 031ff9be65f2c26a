#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mechanism/program/program.h"
#include "territory/choice.h"
#include "territory/territory.h"

// The choice of shared projects as a program in whole numbers: docs/formats/choice.md, which names
// every column and row, since proofs speak of them.
namespace bocage::mechanism::choose {

using base::Int128;
using program::Column;
using program::Objective;
using program::Row;

// What is asked first: whether a project opens, then who takes part in it and who pays for it.
inline constexpr int kAsksNothing = 0;
inline constexpr int kAsksWhoTakesPart = 1;
inline constexpr int kAsksWhatOpens = 2;

struct Program : program::Program {
  Int128 money_step = 1;  // what funders pay is whole in it; in millionths of the currency
  std::vector<Int128> quantity_step;  // by project, of what it makes; in millionths of its unit
  // Where the columns of the territory's rows are.
  std::vector<std::uint32_t> open;  // by project
  std::vector<std::vector<std::uint32_t>>
      takes_part;  // by project, by member; `open` where it need not choose
  std::vector<std::vector<std::uint32_t>>
      makes;  // by project, by member; empty where it makes nothing
  std::vector<std::vector<std::uint32_t>>
      pays;  // by project, by place in its funders; `open` where any amount does
  std::vector<std::vector<std::uint32_t>> funds;
  std::vector<std::pair<territory::StakeholderIndex, std::uint32_t>> covered;  // by stakeholder
};

[[nodiscard]] Program program_of(const territory::Territory& territory);
[[nodiscard]] Objective objective_of(const territory::Territory& territory, const Program& program,
                                     territory::ChoiceObjective which);
// Of what was read: it fits.
[[nodiscard]] inline territory::Millionths to_millionths(Int128 number) {
  return territory::Millionths(static_cast<std::int64_t>(number));
}

// What decides the bounds of amounts, for the program and for whoever answers it.
[[nodiscard]] territory::Millionths most_made(const territory::SharedProject& project,
                                              const territory::ProjectMember& member);
[[nodiscard]] territory::Millionths most_funded(const territory::SharedProject& project,
                                                const territory::Funder& funder);
[[nodiscard]] territory::Millionths least_funded(const territory::SharedProject& project,
                                                 const territory::Funder& funder);
[[nodiscard]] std::optional<territory::Millionths> public_most(
    const territory::SharedProject& project);
// Whether it must find money: a price is stated, or the territory has funders.
[[nodiscard]] bool must_pay(const territory::Territory& territory,
                            const territory::SharedProject& project);

}  // namespace bocage::mechanism::choose
