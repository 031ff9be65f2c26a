#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mechanism/allocate/instance.h"

namespace bocage::bench {

// A clustered territory as numbers, after a family published with the first measurements: as many
// contributions as needs, in clusters, of 20 resources in 5 categories, supply four fifths of need.
struct Generated {
  mechanism::allocate::Instance instance;  // rule `need`: weight = cap
  std::vector<std::int32_t> metres;        // of a link
};

[[nodiscard]] Generated generate(std::uint32_t size, std::uint64_t seed);

// For the peers: three counts, supply, cap (64 bits each), then first, contribution and metres (32
// bits each), in the machine's own byte order.
[[nodiscard]] bool write(const Generated& generated, const std::string& path);

}  // namespace bocage::bench
