#pragma once

#include <string>
#include <string_view>

namespace bocage::exchange::importing {

// Why a cell is not simply a number; the reading then is a proposal.
enum class QuantityDoubt {
  kNone,
  kNotANumber,     // nothing to propose
  kThousands,      // "1 200", "1.200,50"
  kEitherMark,     // "1.200": a thousand and more, or one and a bit
  kApproximate,    // "environ 20"
  kRange,          // "10-12"
  kQuestion,       // "20 ?"
  kNumberInWords,  // "une dizaine"
  kCalculation,    // "3 x 20", "20 + 30"
  kRate,           // "10 kg par semaine": a quantity is a total
  kExtraWords,     // "20 kg bio", and the words are in `rest`
};

enum class RatePeriod { kNone, kDay, kWeek, kMonth, kYear };

struct QuantityReading {
  QuantityDoubt doubt = QuantityDoubt::kNone;
  std::string number;  // a plain decimal ("12.5"); the lower one of a range
  std::string upper;   // of a range
  std::string unit;    // as written, or its known name; empty where there is none
  std::string rest;    // what follows: "carottes" in "40 kg de carottes"
  RatePeriod rate = RatePeriod::kNone;
};

// "12,5 kg", "40 kg de carottes", "2h30", "environ 1 200". A mark before three digits stands for
// thousands where it is the one this language does not use for decimals.
[[nodiscard]] QuantityReading read_quantity(std::string_view text, bool french);

// Spaces of all kinds become one space, dashes of all kinds one hyphen, quotes one apostrophe.
[[nodiscard]] std::string plain_signs(std::string_view text);

}  // namespace bocage::exchange::importing
