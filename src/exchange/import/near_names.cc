#include "exchange/import/near_names.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "exchange/reading/spelling.h"

namespace bocage::exchange::importing {
namespace {

std::string digits_of(std::string_view name) {
  std::string digits;
  for (char const c : name) {
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
    }
  }
  return digits;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> near_names(const std::vector<std::string>& names) {
  constexpr std::size_t kShortest = 5;
  constexpr std::size_t kLongest = 80;
  constexpr std::size_t kCrowd = 50;
  // Two names one slip apart share what is left after leaving one letter out of each.
  std::unordered_map<std::string, std::vector<std::size_t>> by_rest;
  std::set<std::pair<std::size_t, std::size_t>> near;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string const& name = names[i];
    if (name.size() < kShortest || name.size() > kLongest) {
      continue;
    }
    for (std::size_t skipped = 0; skipped <= name.size(); ++skipped) {
      std::string rest = name;
      if (skipped < name.size()) {
        rest.erase(skipped, 1);
      }
      auto& sharing = by_rest[rest];
      for (std::size_t const other : sharing) {
        if (other != i && digits_of(names[other]) == digits_of(name) &&
            spelling_distance(names[other], name, 1) <= 1) {
          near.insert({other, i});
        }
      }
      if (sharing.size() < kCrowd && (sharing.empty() || sharing.back() != i)) {
        sharing.push_back(i);
      }
    }
  }
  return {near.begin(), near.end()};
}

}  // namespace bocage::exchange::importing
