#pragma once

#include <array>
#include <string_view>

#include "exchange/import/finding.h"

// The sentence of every finding of an import. {found} is what was written, {fix} what is proposed
// (told after the sentence wherever there is one), {0} the first fact. In French, plain spaces
// before ; : ? become no-break spaces when the sentence is told.
namespace bocage::exchange {

struct FindingWording {
  importing::FindingCode code;
  std::string_view name;  // for machines
  std::string_view english;
  std::string_view french;
};

inline constexpr std::size_t kFindingCodes =
    static_cast<std::size_t>(importing::FindingCode::kPurchaseLocalUndefined) + 1;

[[nodiscard]] const std::array<FindingWording, kFindingCodes>& finding_wordings();

}  // namespace bocage::exchange
