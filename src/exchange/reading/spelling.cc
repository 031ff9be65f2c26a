#include "exchange/reading/spelling.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"

namespace bocage::exchange {
namespace {

// A third of the letters may differ; more is another word. Short ids all look alike: no letter of
// theirs may.
std::size_t tolerated(std::size_t length) {
  constexpr std::size_t kShort = 4;
  return length < kShort ? 0 : std::max<std::size_t>(1, length / 3);
}

}  // namespace

std::size_t spelling_distance(std::string_view a, std::string_view b, std::size_t most) {
  std::size_t const difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) {
    return most + 1;
  }
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > most) {
      return most + 1;
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

NearestSpelling::NearestSpelling(std::string_view text)
    : text_(base::fold(text)), distance_(tolerated(text_.size()) + 1) {}

void NearestSpelling::consider(std::string_view candidate, std::string_view shown) {
  constexpr std::size_t kLongest = 100;
  if (distance_ == 0 || candidate.empty() || candidate.size() > kLongest ||
      text_.size() > kLongest) {
    return;
  }
  std::size_t const distance = spelling_distance(text_, base::fold(candidate), distance_ - 1);
  if (distance < distance_) {
    distance_ = distance;
    nearest_ = shown;
  }
}

std::string nearest_spelling(std::string_view text, std::span<const std::string> candidates) {
  NearestSpelling search(text);
  for (const std::string& candidate : candidates) {
    search.consider(candidate, base::trim(candidate));
  }
  return search.nearest();
}

}  // namespace bocage::exchange
