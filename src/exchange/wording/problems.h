#pragma once

#include <string>

#include "territory/problem.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Where, what was found, what was expected, what to do: one line without its line end.
[[nodiscard]] std::string sentence(const territory::Problem& problem, territory::Language language);

// "needs.csv, line 7, column 4 (quantity)"; in JSON "territory.json, needs[6].quantity".
[[nodiscard]] std::string place_in_words(const territory::Place& place,
                                         territory::Language language);

}  // namespace bocage::exchange
