#pragma once

#include <optional>
#include <vector>

#include "mechanism/choose/program.h"

namespace bocage::mechanism::choose {

// What follows once every question is answered.
struct Filled {
  std::vector<Int128> columns;
  territory::Choice choice;  // all but its levels
};

// The cheapest quantities, those who ask the same price raised together; then the money, every
// funder asked for the same part of its budget as far as competences and limits allow. None where
// these answers cannot be. `answers`: by column; those of columns that are no question are ignored.
[[nodiscard]] std::optional<Filled> fill(const territory::Territory& territory,
                                         const Program& program, const std::vector<bool>& answers);

}  // namespace bocage::mechanism::choose
