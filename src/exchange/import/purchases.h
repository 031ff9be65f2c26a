#pragma once

#include "exchange/import/intake.h"
#include "exchange/import/table.h"

namespace bocage::exchange::importing {

// Checks and takes a table of purchases by the rules of its schema (purchase_schema.h). Suppliers
// and canteens become stakeholders; the purchases themselves are kept for indicators.
void read_purchases(const Table& table, Intake& intake);

}  // namespace bocage::exchange::importing
