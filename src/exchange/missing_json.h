#pragma once

#include <string>

#include "territory/missing.h"

namespace bocage::exchange {

// docs/formats/missing.md. Keys in a stable order, one line an array element.
[[nodiscard]] std::string write_missing(const territory::MissingReport& report);

}  // namespace bocage::exchange
