#pragma once

#include <string>

#include "territory/comparison.h"
#include "territory/territory.h"

// What is compared, in words: every measure with its formula, its unit and where it comes from.
namespace bocage::exchange {

struct MeasureWords {
  std::string name;
  std::string short_name;  // the head of a column
  std::string formula;
  std::string unit;
  std::string source;
};
[[nodiscard]] MeasureWords words_of(territory::Measure measure, territory::Language language,
                                    std::string_view currency);

[[nodiscard]] std::string name_of(territory::Method method, territory::Language language);
// What the method does, in a sentence.
[[nodiscard]] std::string described(territory::Method method, territory::Language language);
[[nodiscard]] std::string name_of(territory::BehaviourKey key, territory::Language language);
// Why a method is left out; empty where it is compared.
[[nodiscard]] std::string why_not(const territory::MethodFigures& method,
                                  territory::Language language);

// A figure as people read it: a count, a percentage, an amount with its unit.
[[nodiscard]] std::string figure_in_words(territory::Measure measure, territory::Millionths value,
                                          territory::Language language, std::string_view currency);

// Percent with one decimal.
[[nodiscard]] std::string share_in_words(territory::Millionths share, territory::Language language);
[[nodiscard]] std::string behaviour_in_words(territory::BehaviourKey key,
                                             territory::Millionths value,
                                             territory::Language language);

// Where a default comes from.
[[nodiscard]] std::string source_of_default(territory::Method method, territory::BehaviourKey key,
                                            territory::Language language);

}  // namespace bocage::exchange
