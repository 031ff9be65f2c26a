#include "check/relaxed.h"

#include <numeric>

#include "check/parts.h"

namespace bocage::check {
namespace {

using base::Int128;

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
  std::vector<std::uint32_t> const part =
      parts_of_needs(matter.links, matter.need_in_play, matter.contributions());
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
