#include "exchange/import/unit_names.h"

#include <array>
#include <numeric>

#include "base/text.h"

namespace bocage::exchange::importing {
namespace {

enum class Dimension { kMass, kVolume, kTime, kDays, kLength, kArea, kEnergy, kMoney };

struct Unit {
  std::string_view name;
  Dimension dimension;
  std::int64_t size;           // in the smallest unit of the dimension listed here
  std::string_view spellings;  // folded, between bars
};

constexpr std::array kUnits{
    Unit{"g", Dimension::kMass, 1, "|g|gr|gramme|grammes|gram|grams|"},
    Unit{"kg", Dimension::kMass, 1'000,
         "|kg|kgs|kilo|kilos|kilogramme|kilogrammes|kilogram|kilograms|k g|"},
    Unit{"q", Dimension::kMass, 100'000, "|q|quintal|quintaux|quintals|qx|"},
    Unit{"t", Dimension::kMass, 1'000'000, "|t|tonne|tonnes|ton|tons|"},
    Unit{"cL", Dimension::kVolume, 10, "|cl|centilitre|centilitres|"},
    Unit{"L", Dimension::kVolume, 1'000, "|l|litre|litres|liter|liters|lt|ltr|"},
    Unit{"hL", Dimension::kVolume, 100'000, "|hl|hectolitre|hectolitres|"},
    Unit{"m³", Dimension::kVolume, 1'000'000, "|m3|metre cube|metres cubes|cubic metre|"},
    Unit{"min", Dimension::kTime, 1, "|min|minute|minutes|mn|"},
    Unit{"h", Dimension::kTime, 60, "|h|hr|hrs|heure|heures|hour|hours|"},
    // A working day has no fixed number of hours: days do not turn into hours.
    Unit{"half-day", Dimension::kDays, 1,
         "|demi journee|demi journees|demie journee|demies journees|demi jour|demi jours|half day|"
         "half days|1 2 journee|1 2 j|1 2 jour|"},
    Unit{"day", Dimension::kDays, 2, "|j|jour|jours|journee|journees|day|days|"},
    Unit{"km", Dimension::kLength, 1'000, "|km|kms|kilometre|kilometres|kilometer|kilometers|"},
    Unit{"m", Dimension::kLength, 1, "|m|metre|metres|ml|metre lineaire|metres lineaires|"},
    Unit{"m²", Dimension::kArea, 1, "|m2|metre carre|metres carres|square metre|square metres|"},
    Unit{"ha", Dimension::kArea, 10'000, "|ha|hectare|hectares|"},
    Unit{"kWh", Dimension::kEnergy, 1, "|kwh|"},
    Unit{"MWh", Dimension::kEnergy, 1'000, "|mwh|"},
    Unit{"€", Dimension::kMoney, 1, "|eur|euro|euros|"},
};

const Unit* find_unit(std::string_view written) {
  std::string_view const trimmed = base::trim(written);
  std::string folded = base::fold(trimmed);
  // Folding drops signs and superscripts.
  if (trimmed == "€") {
    folded = "eur";
  } else if (trimmed == "m²" || trimmed == "m³") {
    folded = trimmed == "m²" ? "m2" : "m3";
  }
  if (folded.empty()) {
    return nullptr;
  }
  for (const Unit& unit : kUnits) {
    if (unit.spellings.find("|" + folded + "|") != std::string_view::npos) {
      return &unit;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<std::string> known_unit(std::string_view written) {
  Unit const* const unit = find_unit(written);
  return unit == nullptr ? std::nullopt : std::optional(std::string(unit->name));
}

std::string unit_name(std::string_view written) {
  Unit const* const unit = find_unit(written);
  return std::string(unit == nullptr ? base::trim(written) : unit->name);
}

std::string unit_key(std::string_view unit) {
  if (Unit const* const known = find_unit(unit)) {
    return std::string(known->name);
  }
  std::string const folded = base::fold(unit);
  std::string key;
  for (std::string_view word : base::split_words(folded)) {
    if (word.size() > 2 && (word.back() == 's' || word.back() == 'x')) {
      word.remove_suffix(1);
    }
    key += (key.empty() ? "" : " ") + std::string(word);
  }
  return key.empty() ? std::string(base::trim(unit)) : key;
}

std::optional<UnitRatio> unit_ratio(std::string_view from, std::string_view to) {
  Unit const* const source = find_unit(from);
  Unit const* const target = find_unit(to);
  if (source == nullptr || target == nullptr) {
    return unit_key(from) == unit_key(to) ? std::optional(UnitRatio{}) : std::nullopt;
  }
  if (source->dimension != target->dimension) {
    return std::nullopt;
  }
  std::int64_t const common = std::gcd(source->size, target->size);
  return UnitRatio{source->size / common, target->size / common};
}

}  // namespace bocage::exchange::importing
