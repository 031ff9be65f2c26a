#pragma once

#include "exchange/import/intake.h"
#include "exchange/import/table.h"

namespace bocage::exchange::importing {

// Reads the rows under the header of a table of stakeholders, needs or contributions.
void read_rows(const Table& table, Intake& intake);

}  // namespace bocage::exchange::importing
