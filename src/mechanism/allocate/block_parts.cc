#include "mechanism/allocate/block_links.h"

namespace bocage::mechanism::allocate {

Part links_inside_blocks(const Instance& instance, const Blocks& blocks) {
  Part inside = whole_part(instance);
  std::uint32_t kept = 0;
  for (std::uint32_t need = 0; need < inside.needs(); ++need) {
    for (std::uint32_t k = instance.first[need]; k < instance.first[need + 1]; ++k) {
      if (blocks.block_of_need[need] == blocks.block_of_contribution[instance.contribution[k]]) {
        inside.link_place[kept] = k;
        inside.link_contribution[kept] = instance.contribution[k];
        inside.link_need[kept] = need;
        ++kept;
      }
    }
    inside.need_first[need + 1] = kept;
  }
  inside.link_place.resize(kept);
  inside.link_contribution.resize(kept);
  inside.link_need.resize(kept);
  inside.parent_link = inside.link_place;
  group_by_contribution(inside);
  return inside;
}

}  // namespace bocage::mechanism::allocate
