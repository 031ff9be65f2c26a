#pragma once

#include <vector>

#include "mechanism/allocate/part_near.h"

namespace bocage::mechanism::allocate {

// The links of a part where lots, smallest deliveries or activities decide; the others are plain.
[[nodiscard]] std::vector<bool> hard_links(const PartNumbers& numbers, const PartProgram& program);

// The lines on hard links as they are, those on plain links planned anew by the exact method, with
// whoever a relaxation leaves out left out. What it gives is near the best, and is tried, not
// trusted.
class Polish {
 public:
  Polish(const Prepared& prepared, const PartNumbers& numbers, const PartProgram& program);
  [[nodiscard]] PartLines run(const PartLines& lines, const std::vector<double>& near) const;

 private:
  const Prepared& prepared_;
  const PartNumbers& numbers_;
  const PartProgram& program_;
  std::vector<bool> hard_;
  bool has_plain_ = false;
};

}  // namespace bocage::mechanism::allocate
