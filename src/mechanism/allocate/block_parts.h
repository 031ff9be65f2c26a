#pragma once

#include "mechanism/allocate/fair.h"
#include "mechanism/allocate/part.h"

namespace bocage::mechanism::allocate {

// The whole instance with only the links that stay inside a block: the others carry nothing.
[[nodiscard]] Part links_inside_blocks(const Instance& instance, const Blocks& blocks);

}  // namespace bocage::mechanism::allocate
