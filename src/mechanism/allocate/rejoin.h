#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace bocage::mechanism::allocate {

// What an arc between two pieces of a tree demands: the potential of `to` may exceed that of
// `from`, as they stand, by at most `length` >= 0.
template <class Cost>
struct Bond {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Cost length = 0;
};

// Lowers every piece as far as the bonds let it, with its lowest node at 0 where nothing holds it:
// shortest paths over the pieces (Dijkstra 1959). `potential` may have more nodes than `piece_of`;
// they stay.
template <class Cost>
void lower_pieces(const std::vector<std::uint32_t>& piece_of, std::uint32_t pieces,
                  std::vector<Bond<Cost>> bonds, std::vector<Cost>& potential) {
  std::vector<Cost> shift(pieces);
  std::vector<bool> seen(pieces, false);
  for (std::size_t node = 0; node < piece_of.size(); ++node) {
    Cost& least = shift[piece_of[node]];
    least = seen[piece_of[node]] ? std::max(least, -potential[node]) : -potential[node];
    seen[piece_of[node]] = true;
  }
  std::sort(bonds.begin(), bonds.end(),
            [](const auto& x, const auto& y) { return x.from < y.from; });
  std::vector<std::size_t> first(pieces + 1, 0);
  for (const Bond<Cost>& bond : bonds) {
    ++first[bond.from + 1];
  }
  for (std::uint32_t piece = 0; piece < pieces; ++piece) {
    first[piece + 1] += first[piece];
  }
  using Entry = std::pair<Cost, std::uint32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (std::uint32_t piece = 0; piece < pieces; ++piece) {
    queue.emplace(shift[piece], piece);
  }
  while (!queue.empty()) {
    auto const [distance, piece] = queue.top();
    queue.pop();
    if (distance > shift[piece]) {
      continue;
    }
    for (std::size_t b = first[piece]; b < first[piece + 1]; ++b) {
      Cost const nearer = distance + bonds[b].length;
      if (nearer < shift[bonds[b].to]) {
        shift[bonds[b].to] = nearer;
        queue.emplace(nearer, bonds[b].to);
      }
    }
  }
  for (std::size_t node = 0; node < piece_of.size(); ++node) {
    potential[node] += shift[piece_of[node]];
  }
}

}  // namespace bocage::mechanism::allocate
