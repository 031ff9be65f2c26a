#pragma once

#include <cstdint>
#include <vector>

#include "mechanism/allocate/instance.h"

namespace bocage::mechanism::allocate {

// A piece of an instance that is settled by itself: some contributions, some needs, and the links
// between them, numbered compactly. "Place" is the number in the instance; everything else is local
// to the part.
struct Part {
  std::vector<std::uint32_t> contribution_place;
  std::vector<std::uint32_t> need_place;
  std::vector<std::uint32_t> link_place;
  std::vector<std::uint32_t>
      parent_link;  // the local number of each link in the part this one was cut from
  // Links grouped by need.
  std::vector<std::uint32_t> need_first;  // needs + 1
  std::vector<std::uint32_t> link_contribution;
  std::vector<std::uint32_t> link_need;
  // The same links grouped by contribution.
  std::vector<std::uint32_t> contribution_first;  // contributions + 1
  std::vector<std::uint32_t> contribution_link;

  [[nodiscard]] std::size_t contributions() const { return contribution_place.size(); }
  [[nodiscard]] std::size_t needs() const { return need_place.size(); }
  [[nodiscard]] std::size_t links() const { return link_place.size(); }
};

// Fills `contribution_first` and `contribution_link` from the links by need.
void group_by_contribution(Part& part);

// The whole instance as one part, and its connected pieces (nodes without a link are left out).
[[nodiscard]] Part whole_part(const Instance& instance);

// The connected pieces of the links that join two nodes of one group, in the order of their first
// need. Groups are labels by local number; negative labels and links between groups are left out.
[[nodiscard]] std::vector<Part> connected_pieces(
    const Part& part, const std::vector<std::int8_t>& group_of_need,
    const std::vector<std::int8_t>& group_of_contribution);

}  // namespace bocage::mechanism::allocate
