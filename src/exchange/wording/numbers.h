#pragma once

#include <string>
#include <string_view>

#include "territory/territory.h"

// Numbers as people write them: a decimal comma in French, a no-break space before a unit.
namespace bocage::exchange {

// "6.261", « 6,261 »; thousands are set apart from 10,000 on.
[[nodiscard]] std::string number_in_words(territory::Millionths number,
                                          territory::Language language);
[[nodiscard]] std::string quantity_in_words(territory::Millionths quantity, std::string_view unit,
                                            territory::Language language);
// Whole metres below a kilometre, else kilometres with one decimal.
[[nodiscard]] std::string distance_in_words(territory::Metres distance,
                                            territory::Language language);
// "about 10 km", "under 5 km": where a person is at one end, a few exact distances would tell where
// it lives.
[[nodiscard]] std::string rough_distance_in_words(territory::Metres distance,
                                                  territory::Language language);
// A ratio in whole percent; "under 1 %" and "over 99 %" where rounding would say nothing or all.
[[nodiscard]] std::string percent_in_words(territory::Millionths ratio,
                                           territory::Language language);
// "7 March 2027", « 7 mars 2027 », « 1er mars 2027 ».
[[nodiscard]] std::string day_in_words(base::Day day, territory::Language language);

// The first day of a range, without what the last one says again: "1" of "1 to 31 March 2027".
[[nodiscard]] std::string first_day_in_words(base::Day first, base::Day last,
                                             territory::Language language);

}  // namespace bocage::exchange
