#pragma once

#include "exchange/figure_table.h"
#include "territory/comparison.h"

namespace bocage::exchange {

// The tables behind those of the first pages: quantities, kinds, prices, the grid, and what all of
// it rests on.
void add_background(const territory::Comparison& comparison, territory::Language language,
                    FigureTables& tables);

}  // namespace bocage::exchange
