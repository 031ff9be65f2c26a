#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/import/quantity_text.h"

namespace bocage::exchange::importing {

// One thing among several in a cell, with the words that name it and the quantity that follows or
// leads: "40 kg de carottes", "Carottes : 40 kg".
struct Item {
  std::string resource;
  QuantityReading reading;
};
[[nodiscard]] Item read_item(std::string_view text, bool french);

// "Carottes 40 kg, 20 kg de pommes": what a cell lists, a line, a semicolon or a comma apart.
[[nodiscard]] std::vector<std::string_view> split_items(std::string_view text);

}  // namespace bocage::exchange::importing
