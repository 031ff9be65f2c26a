#pragma once

#include <string>
#include <string_view>

// The names people give to columns, in French and English.
namespace bocage::exchange::importing {

// What a column holds. kNeed and kOffer name a resource and say on which side it stands.
enum class Field {
  kKept,  // nothing we know: kept as it is
  kId,
  kStakeholder,
  kKind,
  kType,  // "Type": its values tell whether it is a side or a kind
  kCommune,
  kCommuneCode,
  kPostcode,
  kLongitude,
  kLatitude,
  kSiret,
  kPeople,
  kSide,
  kNeed,
  kOffer,
  kResource,
  kQuantity,
  kProduct,  // a resource: its cells are quantities
  kUnit,
  kMinimum,
  kFrom,
  kUntil,
  kPeriod,
  kReach,
  kPrice,
  kIntensity,
  kProblem,
};

struct HeaderMatch {
  Field field = Field::kKept;
  bool exact = false;   // the whole header, not a word within it
  std::string unit;     // "kg" of "Quantité (kg)"
  std::string product;  // "Carottes" of "Carottes (kg)", where the header names no field
};

// By the longest known name within the header: "Nom de la structure" is a stakeholder.
[[nodiscard]] HeaderMatch match_header(std::string_view header);

enum class Side { kUnknown, kNeed, kOffer };

// "Besoin", "je cherche", "demandes 2027": for the values of a column, and the names of sheets.
[[nodiscard]] Side side_of(std::string_view text);

// A sheet's name that promises a list of actors: "Annuaire", "Structures".
[[nodiscard]] bool names_stakeholders(std::string_view text);

}  // namespace bocage::exchange::importing
