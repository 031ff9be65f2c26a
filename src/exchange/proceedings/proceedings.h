#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "exchange/grid.h"
#include "territory/cycle.h"
#include "territory/problem.h"
#include "territory/territory.h"

// cycles.csv, positions.csv, commitments.csv, deliveries.csv, decisions.csv <-> values.
namespace bocage::exchange {

inline constexpr std::array<std::string_view, 5> kProceedingsFiles{
    "cycles.csv", "positions.csv", "commitments.csv", "deliveries.csv", "decisions.csv"};

struct ProceedingsReading {
  territory::Proceedings proceedings;
  territory::Problems problems;  // with an error, the rows that have none are there all the same
};

// File name -> bytes; tables that are not there are empty. Names stand for ids as in the
// territory's tables.
[[nodiscard]] ProceedingsReading read_proceedings(const std::map<std::string, std::string>& files,
                                                  const territory::Territory& territory);

// A row as its cells, in the order of the columns of a new table.
[[nodiscard]] NamedCells cells_of(const territory::Step& step);
[[nodiscard]] NamedCells cells_of(const territory::StatedPosition& position);
[[nodiscard]] NamedCells cells_of(const territory::Commitment& commitment);
[[nodiscard]] NamedCells cells_of(const territory::Delivery& delivery);
[[nodiscard]] NamedCells cells_of(const territory::DecisionStep& step);

}  // namespace bocage::exchange
