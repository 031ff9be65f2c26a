#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/instance.h"

namespace bocage::mechanism::allocate {

// Which minima are kept where they cannot all be met together: in each connected part the most
// needs; among equal counts the fewest that were set aside before; then the most people; then a
// lot. Integer programming (CBC), every answer verified by an exact flow, stopped by a count of
// nodes and never by the clock.
struct MinimaQuestion {
  std::vector<bool> was_set_aside;   // of a need
  std::vector<std::int64_t> people;  // of a need; empty under rule `need`
  std::vector<std::int64_t> lot;     // of a need: the number drawn for it, positive
  bool tell_if_drawn = true;         // costs one more program a short part
  bool share_instead = false;        // below_minimum = "share": short parts drop their minima
};

struct MinimaAnswer {
  bool short_anywhere = false;
  std::vector<bool> set_aside;  // of a need
  std::vector<bool> dropped;    // of a need: its minimum counts as 0 (share_instead)
  std::vector<std::int64_t>
      lacking;  // of a need, quanta: what its part lacks, told at one need of each short part
  std::vector<bool> in_short_part;  // of a need
  std::vector<std::int64_t>
      returns_with;    // of a need set aside: so much more, linked to it, and it could be kept too
  int kept = 0;        // needs that keep a minimum, in the short parts
  int bound = 0;       // no choice keeps more
  bool drawn = false;  // the lot decided
};

[[nodiscard]] MinimaAnswer choose_minima(const Instance& instance, const MinimaQuestion& question);

}  // namespace bocage::mechanism::allocate
