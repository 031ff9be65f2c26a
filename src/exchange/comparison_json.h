#pragma once

#include <string>

#include "territory/comparison.h"

// The comparison as a document: docs/formats/comparison.md.
namespace bocage::exchange {

// Keys in a stable order, one line an array element; ends with a line end. Nothing in it tells what
// one stakeholder bid, but for `own`, where it was asked for.
[[nodiscard]] std::string write_comparison(const territory::Comparison& comparison);

// Over everything in [compare], defaults included; over the weights of criteria alone.
[[nodiscard]] std::string comparison_settings_sha256(const territory::ComparisonSettings& settings);
[[nodiscard]] std::string criteria_sha256(const territory::ComparisonSettings& settings);

}  // namespace bocage::exchange
