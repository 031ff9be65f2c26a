#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Units as people write them: "kilos", "Kg.", « heures », "tonnes".
namespace bocage::exchange::importing {

// The one name of a unit that has several ("kg" of "Kilogrammes"); nothing where it is not known.
[[nodiscard]] std::optional<std::string> known_unit(std::string_view written);

// The known name, else the word as written.
[[nodiscard]] std::string unit_name(std::string_view written);

// Equal for two spellings of one unit: "caisse" and "Caisses" too.
[[nodiscard]] std::string unit_key(std::string_view unit);

// How many `to` make one `from`, as an exact ratio.
struct UnitRatio {
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
};
[[nodiscard]] std::optional<UnitRatio> unit_ratio(std::string_view from, std::string_view to);

}  // namespace bocage::exchange::importing
