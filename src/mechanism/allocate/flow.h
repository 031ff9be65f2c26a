#pragma once

#include <cstdint>
#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// A flow on the links of a part in whole steps of some unit, what every contribution has left,
// and what every need lacks of its target. left + given and lack + received are kept constant.
template <class Number>
struct Flow {
  std::vector<Number> on_link;
  std::vector<Number> left;
  std::vector<Number> lack;
};

// Moves what is left to where it lacks, along any chain of links, until no chain is left
// (Dinic 1970: shortest chains first, each phase a blocking flow).
template <class Number>
void augment(const Part& part, Flow<Number>& flow);

// Takes from each need what exceeds `target`, gives it back to its contributions, and sets `lack`.
template <class Number>
void retarget(const Part& part, const std::vector<Number>& target, Flow<Number>& flow);

// Who could still pass something on to a need that lacks more than `tolerance`.
struct Reach {
  std::vector<std::uint8_t> need;  // 0 or 1
  std::vector<std::uint8_t> contribution;
};
template <class Number>
[[nodiscard]] Reach that_reach_a_lack(const Part& part, const Flow<Number>& flow, Number tolerance);

// Who could still be passed something from a contribution with more than `tolerance` left.
template <class Number>
[[nodiscard]] Reach reached_from_what_is_left(const Part& part, const Flow<Number>& flow,
                                              Number tolerance);

extern template void augment(const Part&, Flow<std::int64_t>&);
extern template void augment(const Part&, Flow<base::Int128>&);
extern template void retarget(const Part&, const std::vector<std::int64_t>&, Flow<std::int64_t>&);
extern template void retarget(const Part&, const std::vector<base::Int128>&, Flow<base::Int128>&);
extern template Reach that_reach_a_lack(const Part&, const Flow<std::int64_t>&, std::int64_t);
extern template Reach that_reach_a_lack(const Part&, const Flow<base::Int128>&, base::Int128);
extern template Reach reached_from_what_is_left(const Part&, const Flow<std::int64_t>&,
                                                std::int64_t);
extern template Reach reached_from_what_is_left(const Part&, const Flow<base::Int128>&,
                                                base::Int128);

}  // namespace bocage::mechanism::allocate
