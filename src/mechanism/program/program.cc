#include "mechanism/program/program.h"

#include <algorithm>

namespace bocage::mechanism::program {

std::uint32_t add_column(Program& program, std::string name, Int128 high, int asks) {
  program.columns.push_back({std::move(name), 0, high, asks});
  return static_cast<std::uint32_t>(program.columns.size() - 1);
}

void add_row(Program& program, std::string name, const Entries& entries, Int128 most) {
  Row row{std::move(name), {}, most};
  Int128 divisor = 0;
  for (auto const& [column, factor] : entries) {
    if (factor != 0) {
      row.entries.emplace_back(column, factor);
      divisor = base::greatest_common_divisor(divisor, factor);
    }
  }
  if (divisor == 0) {
    return;
  }
  for (auto& [column, factor] : row.entries) {
    factor /= divisor;
  }
  row.most = base::floor_divide(most, divisor);
  program.rows.push_back(std::move(row));
}

Row at_least(std::string name, const Objective& objective, Int128 least) {
  Row row{std::move(name), {}, 0};
  Int128 divisor = 0;
  for (Int128 const factor : objective) {
    divisor = base::greatest_common_divisor(divisor, factor);
  }
  divisor = divisor == 0 ? 1 : divisor;
  for (std::uint32_t column = 0; column < objective.size(); ++column) {
    if (objective[column] != 0) {
      row.entries.emplace_back(column, -objective[column] / divisor);
    }
  }
  row.most = base::floor_divide(-least, divisor);
  return row;
}

bool keeps(const std::vector<Row>& rows, const std::vector<Int128>& columns) {
  return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
    Int128 sum = 0;
    for (auto const& [column, factor] : row.entries) {
      Int128 product = 0;
      if (__builtin_mul_overflow(factor, columns[column], &product) ||
          __builtin_add_overflow(sum, product, &sum)) {
        return false;
      }
    }
    return sum <= row.most;
  });
}

}  // namespace bocage::mechanism::program
