#pragma once

#include <string>

#include "territory/territory.h"

namespace bocage::check_tests {

// The territory as its owner would hand it over: the single JSON of docs/formats/json.md, in units.
std::string territory_json(const territory::Territory& territory);

}  // namespace bocage::check_tests
