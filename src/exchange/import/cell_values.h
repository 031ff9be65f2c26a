#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "exchange/import/date_text.h"
#include "exchange/import/intake.h"
#include "exchange/import/quantity_text.h"
#include "exchange/sheet.h"

// Cells to values. Whatever cannot be taken as it stands is told to the intake; a value comes back
// where there is one to go on with.
namespace bocage::exchange::importing {

struct QuantityCell {
  std::int64_t quantity = 0;  // millionths
  std::string unit;           // stated in the cell
};

struct QuantityContext {
  Side side = Side::kNeed;
  std::string unit;  // stated in the unit column or the header
  std::optional<base::Day> from;
  std::optional<base::Day> until;
};

// A quantity that stands in a cell of its own.
[[nodiscard]] std::optional<QuantityCell> read_quantity_cell(const Cell& cell,
                                                             const SheetPlace& place,
                                                             const QuantityContext& context,
                                                             Intake& intake);
// The same for a text that was read already; `written` is the whole cell.
[[nodiscard]] std::optional<QuantityCell> settle_quantity(const QuantityReading& reading,
                                                          const std::string& written,
                                                          const SheetPlace& place,
                                                          const QuantityContext& context,
                                                          Intake& intake);

[[nodiscard]] std::optional<base::Day> read_date_cell(const Cell& cell, const SheetPlace& place,
                                                      Bound bound, Intake& intake);
// Both ends at once; false where the text says nothing about days and has to be kept.
[[nodiscard]] bool read_period_cell(const Cell& cell, const SheetPlace& place, Intake& intake,
                                    Draft& draft);

// Plain decimals, as the tables want them; empty where there is none.
[[nodiscard]] std::string read_people_cell(const Cell& cell, const SheetPlace& place,
                                           Intake& intake);
[[nodiscard]] std::string read_reach_cell(const Cell& cell, const SheetPlace& place,
                                          Intake& intake);
[[nodiscard]] std::string read_price_cell(const Cell& cell, const SheetPlace& place,
                                          Intake& intake);
[[nodiscard]] std::string read_degrees_cell(const Cell& cell, const SheetPlace& place, int largest,
                                            Intake& intake);
[[nodiscard]] std::string read_intensity_cell(const Cell& cell, const SheetPlace& place,
                                              Intake& intake);
// 14 digits; empty where the cell holds something else, which then is asked about and kept.
[[nodiscard]] std::string read_siret_cell(const Cell& cell, const SheetPlace& place,
                                          Intake& intake);

// False, and told, where the spreadsheet has no value to give: "#REF!", a formula never computed.
[[nodiscard]] bool has_value(const Cell& cell, const SheetPlace& place, Intake& intake);

}  // namespace bocage::exchange::importing
