#include "exchange/wording/typography.h"

namespace bocage::exchange {
namespace {

constexpr std::string_view kSpace = " ";
constexpr std::string_view kNoBreakSpace = "\u00a0";
constexpr std::string_view kNarrowSpace = "\u202f";
constexpr std::string_view kOpening = "«";

// The space that belongs before this text; empty where any does.
std::string_view space_before(std::string_view rest) {
  if (rest.empty()) {
    return {};
  }
  if (std::string_view(";:?!").find(rest[0]) != std::string_view::npos) {
    // "http:" and "12:30" have no space before, and so never come here; ":-)" may.
    bool const ends = rest.size() == 1 || rest[1] == ' ' || rest[1] == '\n' || rest[1] == '<';
    return ends ? kNarrowSpace : std::string_view();
  }
  return rest[0] == '%' || rest.rfind("»", 0) == 0 ? kNoBreakSpace : std::string_view();
}

}  // namespace

std::string with_fine_spaces(std::string_view text, territory::Language language) {
  if (language != territory::Language::kFrench) {
    return std::string(text);
  }
  std::string spaced;
  for (std::size_t i = 0; i < text.size();) {
    std::string_view const rest = text.substr(i);
    std::size_t const length = rest.rfind(kSpace, 0) == 0          ? kSpace.size()
                               : rest.rfind(kNoBreakSpace, 0) == 0 ? kNoBreakSpace.size()
                                                                   : 0;
    if (length == 0) {
      spaced += text[i++];
      continue;
    }
    std::string_view const before = space_before(rest.substr(length));
    bool const after_opening =
        spaced.size() >= kOpening.size() &&
        spaced.compare(spaced.size() - kOpening.size(), kOpening.size(), kOpening) == 0;
    spaced += !before.empty() ? before : after_opening ? kNoBreakSpace : rest.substr(0, length);
    i += length;
  }
  return spaced;
}

}  // namespace bocage::exchange
