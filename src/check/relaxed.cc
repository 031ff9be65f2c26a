#include "check/relaxed.h"

#include <numeric>

namespace bocage::check {
namespace {

using base::Int128;

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t member) {
  while (parent[member] != member) {
    parent[member] = parent[parent[member]];
    member = parent[member];
  }
  return member;
}

// Needs joined through the contributions they can share.
std::vector<std::uint32_t> parts_of_needs(const Matter& matter) {
  std::size_t const needs = matter.needs();
  std::vector<std::uint32_t> parent(needs + matter.contributions());
  std::iota(parent.begin(), parent.end(), 0U);
  for (std::uint32_t need = 0; need < needs; ++need) {
    if (matter.need_in_play[need] == 0) {
      continue;
    }
    for (std::uint32_t k = matter.links.first[need]; k < matter.links.first[need + 1]; ++k) {
      auto const giver = static_cast<std::uint32_t>(needs) + matter.links.contribution[k];
      parent[root(parent, giver)] = root(parent, need);
    }
  }
  for (std::uint32_t need = 0; need < needs; ++need) {
    parent[need] = root(parent, need);
  }
  return parent;
}

// Whether the flows sum to less than `minimum`. Flows too fine to add up count as enough: the
// certificate refuses them anyway.
bool is_short(const Carried* first, const Carried* last, std::int64_t minimum) {
  constexpr std::int64_t kFinest = std::int64_t{1} << 62;
  Int128 whole = 0;
  Int128 rest = 0;
  std::int64_t scale = 1;
  for (; first != last; ++first) {
    whole += first->numerator / first->denominator;
    std::int64_t const more = first->denominator / std::gcd(scale, first->denominator);
    if (scale >= kFinest / more) {
      return false;
    }
    scale *= more;
    rest = rest * more + first->numerator % first->denominator * (scale / first->denominator);
  }
  return whole + rest / scale < minimum;
}

}  // namespace

void relax_short_parts(const Matter& matter, Certificate& certificate) {
  std::vector<std::uint32_t> const part = parts_of_needs(matter);
  std::vector<char> relaxed(part.size(), 0);
  const Carried* next = certificate.carried.data();
  const Carried* const end = next + certificate.carried.size();
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    const Carried* const first = next;
    while (next != end && next->link < matter.links.first[need + 1]) {
      ++next;
    }
    if (matter.need_in_play[need] != 0 && is_short(first, next, certificate.minimum[need])) {
      relaxed[part[need]] = 1;
    }
  }
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    if (relaxed[part[need]] != 0) {
      certificate.minimum[need] = 0;
    }
  }
}

}  // namespace bocage::check
