#pragma once

#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// How the parts are searched. `kFixedPoint` moves flows in 2^-bits quanta, kept from step to step:
// fast, and right unless two levels lie closer than its rounding; every part is then settled
// exactly, and the caller checks the certificate. `kExact` uses no rounding at all and needs no
// check.
enum class Search { kFixedPoint, kExact };

// A part settled: its shares and its flow in 1/denominator quanta, in local numbers.
struct SettledPart {
  Part part;
  base::Int128 denominator = 1;
  std::vector<base::Int128> share;
  std::vector<base::Int128> on_link;
};

// The bits behind the point of a search's flows: 2^-bits quanta are its unit.
[[nodiscard]] int fixed_point_bits(const Instance& instance, const Part& whole);

// The fair plan of a part by itself, in pieces in the order of their first need; needs and
// contributions without a link are in none. Its minima can be met together. `connected` are its
// connected pieces. `begin` is a flow on the links of the part, in 2^-bits quanta, that the search
// starts from: what was planned before is near. It may be more than there is now; empty, the search
// starts from nothing. The shares are the same whatever it is.
[[nodiscard]] std::vector<SettledPart> settle_parts(const Instance& instance, const Part& whole,
                                                    std::vector<Piece> connected, Search search,
                                                    const std::vector<std::int64_t>& begin);

// The same for the whole instance as a part, put together.
[[nodiscard]] FairPlan decompose(const Instance& instance, const Part& whole, Search search);

}  // namespace bocage::mechanism::allocate
