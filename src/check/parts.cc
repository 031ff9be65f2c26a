#include "check/parts.h"

#include <numeric>

namespace bocage::check {
namespace {

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t member) {
  while (parent[member] != member) {
    parent[member] = parent[parent[member]];
    member = parent[member];
  }
  return member;
}

}  // namespace

std::vector<std::uint32_t> parts_of_needs(const territory::PossibleLinks& links,
                                          const std::vector<char>& counts,
                                          std::size_t contributions) {
  std::size_t const needs = counts.size();
  std::vector<std::uint32_t> parent(needs + contributions);
  std::iota(parent.begin(), parent.end(), 0U);
  for (std::uint32_t need = 0; need < needs; ++need) {
    for (std::uint32_t k = links.first[need]; k < links.first[need + 1] && counts[need] != 0; ++k) {
      auto const giver = static_cast<std::uint32_t>(needs) + links.contribution[k];
      parent[root(parent, giver)] = root(parent, need);
    }
  }
  std::vector<std::uint32_t> parts(needs);
  for (std::uint32_t need = 0; need < needs; ++need) {
    parts[need] = root(parent, need);
  }
  return parts;
}

}  // namespace bocage::check
