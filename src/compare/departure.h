#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "compare/parts.h"
#include "compare/planned_part.h"
#include "mechanism/allocate/prepare.h"

namespace bocage::compare {

// What one stakeholder has in one connected part, and takes away with it.
struct Departure {
  std::uint32_t part = 0;
  std::vector<std::uint32_t> needs;  // places, ascending
  std::vector<std::uint32_t> contributions;
};

// What a need of others gets once somebody is gone, where it is not what it got.
struct Moved {
  std::uint32_t need = 0;
  std::int64_t after = 0;  // quanta, fixed lines included
};

// By need. Nothing where the minima of the part could not all be met any more.
using WhatMoved = std::optional<std::vector<Moved>>;

// Plans each part that somebody leaves, once, and again without each departure, by re-planning what
// it touches. The criterion "fair" leads the plan.
class PlanWithoutEach {
 public:
  // Called once a departure, in no order, from any thread.
  using Tell = std::function<void(std::size_t departure, WhatMoved moved)>;

  // Both must outlive it.
  PlanWithoutEach(const mechanism::allocate::Prepared& prepared, const ConnectedParts& parts);
  void run(const std::vector<Departure>& departures, const Tell& tell);

 private:
  [[nodiscard]] std::size_t links_of(std::uint32_t part) const;
  void leave_one_part(const std::vector<Departure>& departures, std::vector<std::size_t> leave,
                      unsigned workers, const Tell& tell);

  const mechanism::allocate::Prepared& prepared_;
  const ConnectedParts& parts_;
  std::vector<std::optional<PlannedPart>> planned_;  // by part, once somebody leaves it
};

}  // namespace bocage::compare
