#pragma once

#include <string_view>
#include <vector>

#include "territory/territory.h"

// The communes of France, built into the program: a position for people who know where they live
// but not their coordinates.
namespace bocage::exchange {

struct Commune {
  std::string_view code;  // INSEE, five characters: "26289", "2A004"
  std::string_view name;
  territory::Position centre;
  int population = 0;
};

// Null where no commune has this code.
[[nodiscard]] const Commune* commune_by_code(std::string_view code);

// Every commune of this name, sorted by code: names are compared folded (base::fold), "St" and
// "Ste" standing for "Saint" and "Sainte"; without a leading article where no name has the same
// article or none: "Havre" is Le Havre, but "Crest" is not Le Crest.
[[nodiscard]] std::vector<const Commune*> communes_by_name(std::string_view name);

// All of them, sorted by code.
[[nodiscard]] const std::vector<Commune>& all_communes();

}  // namespace bocage::exchange
