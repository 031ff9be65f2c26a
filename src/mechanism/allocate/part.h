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
  // Links grouped by need.
  std::vector<std::uint32_t> need_first;  // needs + 1
  std::vector<std::uint32_t> link_contribution;
  // The same links grouped by contribution: their local numbers, and the needs they lead to.
  std::vector<std::uint32_t> contribution_first;  // contributions + 1
  std::vector<std::uint32_t> contribution_link;
  std::vector<std::uint32_t> contribution_need;

  [[nodiscard]] std::size_t contributions() const { return contribution_place.size(); }
  [[nodiscard]] std::size_t needs() const { return need_place.size(); }
  [[nodiscard]] std::size_t links() const { return link_place.size(); }
  [[nodiscard]] std::size_t links_of_need(std::uint32_t need) const {
    return need_first[need + 1] - need_first[need];
  }
  [[nodiscard]] std::size_t links_of_contribution(std::uint32_t contribution) const {
    return contribution_first[contribution + 1] - contribution_first[contribution];
  }
};

// Fills what is grouped by contribution from the links by need.
void group_by_contribution(Part& part);

// The whole instance as one part.
[[nodiscard]] Part whole_part(const Instance& instance);

// Labels of the nodes of a part, by local number; links join nodes of one label only, and a
// negative label leaves a node out.
struct Labels {
  std::vector<std::int32_t> of_need;
  std::vector<std::int32_t> of_contribution;
};

// A connected piece of a part.
struct Piece {
  Part part;
  std::vector<std::uint32_t> parent_link;  // of a link, its number in the part it was cut from
  std::int32_t label = 0;
};

// The connected pieces of the links that join two nodes of one label, in the order of their first
// need; inside a piece everything keeps its order. Nodes without such a link are left out.
[[nodiscard]] std::vector<Piece> pieces_by_label(const Part& part, const Labels& labels);

// Everybody under one label.
[[nodiscard]] Labels all_alike(const Part& part);

// The pieces where all are alike.
[[nodiscard]] std::vector<Part> connected_pieces(const Part& part);

}  // namespace bocage::mechanism::allocate
