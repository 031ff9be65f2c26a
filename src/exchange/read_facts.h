#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "territory/legal_rule.h"
#include "territory/problem.h"

namespace bocage::exchange {

struct FactsReading {
  std::vector<territory::FactTable> tables;  // by name
  territory::Problems problems;
};

// Every table of a territory's folder, or of its single JSON file, cell by cell as people wrote it;
// only kinds of stakeholders become the known words. Tables that no other part of Bocage reads are
// read, too: rules may ask for any.
[[nodiscard]] FactsReading read_facts(const std::string& path);

// One table from its bytes: a first row of names, then the cells.
[[nodiscard]] base::Result<territory::FactTable, territory::Problem> read_fact_table(
    std::string_view bytes, const std::string& name);

}  // namespace bocage::exchange
