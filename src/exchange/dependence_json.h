#pragma once

#include <string>

#include "territory/dependence.h"

namespace bocage::exchange {

// docs/formats/dependence.md. Keys in a stable order, one line an array element.
[[nodiscard]] std::string write_dependence(const territory::DependenceReport& report);

}  // namespace bocage::exchange
