#pragma once

#include <string_view>

namespace bocage::exchange {

// The whole style sheet of a report: screens wide and narrow, light and dark, and A4 paper.
[[nodiscard]] std::string_view report_style();

}  // namespace bocage::exchange
