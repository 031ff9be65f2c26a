#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "exchange/import/intake.h"

namespace bocage::exchange::importing {

struct ImportedStakeholder {
  std::string id;
  Actor facts;  // the first thing said of each
};

// Communes whose name several bear: the one in the department of most others is proposed.
void settle_communes(Intake& intake);

// Brings together what the good rows say of each stakeholder; `ids` are those taken so far. By
// folded name.
[[nodiscard]] std::map<std::string, ImportedStakeholder> collect_stakeholders(
    Intake& intake, std::set<std::string>& ids);

[[nodiscard]] std::string stakeholder_key(std::string_view name);

// `wanted`, or with "-2", "-3", … where it is taken; then it is taken.
[[nodiscard]] std::string take_id(const std::string& wanted, std::set<std::string>& ids);

}  // namespace bocage::exchange::importing
