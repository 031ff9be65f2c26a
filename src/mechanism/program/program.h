#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/fraction.h"

// A program in whole numbers: columns within bounds, under rows, with an objective to be made as
// large as can be. Columns and rows have names, since proofs speak of them.
namespace bocage::mechanism::program {

using base::Int128;

// A column that asks is branched on, the greatest first; the others follow once these are answered.
struct Column {
  std::string name;
  Int128 low = 0;
  Int128 high = 1;
  int asks = 0;
};

// The sum of factor × column is at most `most`; in lowest terms.
struct Row {
  std::string name;
  std::vector<std::pair<std::uint32_t, Int128>> entries;
  Int128 most = 0;
};

struct Program {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

// To be made as large as can be.
using Objective = std::vector<Int128>;  // by column

using Entries = std::map<std::uint32_t, Int128>;  // factors by column

// From 0 to `high`; its place.
std::uint32_t add_column(Program& program, std::string name, Int128 high, int asks);

// In lowest terms; none where every factor is 0.
void add_row(Program& program, std::string name, const Entries& entries, Int128 most);

// At least so much of an objective, as a row in lowest terms.
[[nodiscard]] Row at_least(std::string name, const Objective& objective, Int128 least);
// Whether whole numbers keep every row; no where their sums are beyond 128 bits.
[[nodiscard]] bool keeps(const std::vector<Row>& rows, const std::vector<Int128>& columns);

}  // namespace bocage::mechanism::program
