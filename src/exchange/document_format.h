#pragma once

#include <string_view>

namespace bocage::exchange {

// Whether a document says it is of this format ("bocage-split/"), whatever else it holds. What does
// not name it at all, as a plan, which may be large, is not read for that.
[[nodiscard]] bool has_format(std::string_view bytes, std::string_view format);

inline constexpr std::string_view kSplitFormat = "bocage-split/";
inline constexpr std::string_view kChoiceFormat = "bocage-choice/";
inline constexpr std::string_view kFundFormat = "bocage-fund/";
inline constexpr std::string_view kTallyFormat = "bocage-tally/";
inline constexpr std::string_view kCooperationsFormat = "bocage-cooperations/";
inline constexpr std::string_view kRulesFormat = "bocage-rules/";

}  // namespace bocage::exchange
