#pragma once

#include <optional>
#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/prepare.h"

namespace bocage::mechanism::allocate {

// Some connected parts of a prepared territory, with one more contribution of a size to be found.
class WhatIf {
 public:
  // `linked_to`: the needs the extra contribution could serve; `needs` and `contributions`: the
  // parts they stand in. All by place, sorted.
  WhatIf(const Prepared& prepared, std::vector<std::uint32_t> needs,
         const std::vector<std::uint32_t>& contributions,
         const std::vector<std::uint32_t>& linked_to);

  struct Outcome {
    std::vector<std::int64_t> served;  // of a need, in the order of `needs`, held lines included
    std::vector<bool> set_aside;
    std::vector<base::Fraction> level;  // exact, in quanta per weight; 0 where set aside
  };
  // `kSame`: who is set aside stays so. `kAgain`: that choice is made again too, as planning anew
  // would.
  enum class Minima { kSame, kAgain };
  [[nodiscard]] Outcome plan_with(std::int64_t extra, Minima minima) const;

  // What it would take for every need within the parts to stand at `level` if nothing were in the
  // way: an upper bound, but for rounding, of what brings one of them there.
  [[nodiscard]] std::int64_t enough_for(const base::Fraction& level) const;

  [[nodiscard]] const std::vector<std::uint32_t>& needs() const { return needs_; }

 private:
  const Prepared& prepared_;
  std::vector<std::uint32_t> needs_;
  Instance instance_;  // the extra contribution is the last
  MinimaQuestion question_;
  MinimaAnswer same_;  // as in the plan
};

}  // namespace bocage::mechanism::allocate
