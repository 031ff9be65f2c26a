#pragma once

#include <string>
#include <string_view>

#include "exchange/sheet.h"

// Numbers of a workbook as the person who typed them sees them.
namespace bocage::exchange {

// What a number format makes of a number.
enum class NumberLook { kPlain, kDate, kDuration };

// ISO/IEC 29500-1, 18.8.30: the built-in format codes, and custom ones ("dd/mm/yyyy", "[h]:mm").
[[nodiscard]] NumberLook look_of_builtin_format(int format);
[[nodiscard]] NumberLook look_of_format_code(std::string_view code);

struct ShownNumber {
  CellKind kind = CellKind::kNumber;
  std::string text;
};

// `literal` is the number in the file ("12.499999999999998"); the text has the 15 significant
// digits spreadsheets show ("12.5"). What is no number at all stays text. Dates count days from
// 1900, with the 29 February 1900 that never was, or from 1904.
[[nodiscard]] ShownNumber show_number(std::string_view literal, NumberLook look, bool from_1904);

}  // namespace bocage::exchange
