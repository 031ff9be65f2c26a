#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "check/links.h"

namespace bocage::check {

// Contributions by family and by cell of some 5 km: the checker's own way to find who is near, not
// the engine's.
class Grid {
 public:
  Grid(const territory::Territory& territory, const LinkRule& rule);

  // Every contribution of the need's family that could pass the test of distance, some twice over.
  void collect(std::uint32_t need, std::vector<std::uint32_t>& found) const;
  // Every contribution of the family within this distance of the need, and some beyond; the need
  // has a position.
  void collect_within(std::uint32_t need, territory::Metres distance,
                      std::vector<std::uint32_t>& found) const;

  // Every need, neighbours one after the other.
  [[nodiscard]] std::vector<std::uint32_t> needs_by_cell() const;

 private:
  // A row in its family and its cell. Those nobody can limit by distance come as one cell.
  struct Cell {
    std::uint32_t family = 0;
    bool has_reach = false;
    int latitude = 0;
    int longitude = 0;
    friend auto operator<=>(const Cell&, const Cell&) = default;
  };

  template <class Row>
  static Cell cell_of(const Row& row, const std::optional<territory::Position>& position);
  void collect_all(std::uint32_t family, bool has_reach, std::vector<std::uint32_t>& found) const;
  void collect_around(std::uint32_t family, bool has_reach, territory::Position centre,
                      std::int64_t reach, std::vector<std::uint32_t>& found) const;
  void add_row(Cell first, int last_longitude, std::vector<std::uint32_t>& found) const;
  void add(const Cell& first, const Cell& last, std::vector<std::uint32_t>& found) const;

  const territory::Territory& territory_;
  const LinkRule& rule_;
  std::map<Cell, std::vector<std::uint32_t>> cells_;
  std::vector<std::int64_t> longest_reach_;  // of a family, in metres; -1 where nobody states one
};

}  // namespace bocage::check
