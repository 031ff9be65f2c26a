#include "mechanism/allocate/part.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace bocage::mechanism::allocate {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Which piece each node belongs to, by joining the ends of one link after another (Galler and
// Fischer 1964). Contributions come after the needs.
class PieceFinder {
 public:
  PieceFinder(const Part& part, const Labels& labels) : part_(part), labels_(labels) {}

  void find() {
    leader_.resize(part_.needs() + part_.contributions());
    std::iota(leader_.begin(), leader_.end(), 0U);
    auto const after_needs = static_cast<std::uint32_t>(part_.needs());
    linked_.assign(part_.needs(), 0);
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      std::int32_t const label = labels_.of_need[need];
      std::uint32_t leader = leader_of(need);
      for (std::uint32_t k = part_.need_first[need]; label >= 0 && k < part_.need_first[need + 1];
           ++k) {
        std::uint32_t const contribution = part_.link_contribution[k];
        if (labels_.of_contribution[contribution] == label) {
          leader = join(leader, after_needs + contribution);
          linked_[need] = 1;
        }
      }
    }
    number_pieces(after_needs);
  }

  // Every node is in one piece, so there is nothing to cut.
  bool is_the_whole() const {
    auto const is_in = [](std::uint32_t piece) { return piece == 0; };
    return pieces == 1 && std::all_of(of_need.begin(), of_need.end(), is_in) &&
           std::all_of(of_contribution.begin(), of_contribution.end(), is_in);
  }

  std::vector<std::uint32_t> of_need;          // kNone where left out
  std::vector<std::uint32_t> of_contribution;  // the same
  std::uint32_t pieces = 0;

 private:
  // The first need of a piece leads it, so that pieces are met in the order of their first need.
  void number_pieces(std::uint32_t after_needs) {
    of_need.assign(part_.needs(), kNone);
    of_contribution.assign(part_.contributions(), kNone);
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      if (linked_[need] != 0) {
        std::uint32_t const leader = leader_of(need);
        of_need[need] = leader == need ? pieces++ : of_need[leader];
      }
    }
    for (std::uint32_t c = 0; c < part_.contributions(); ++c) {
      std::uint32_t const leader = leader_of(after_needs + c);
      of_contribution[c] = leader < after_needs ? of_need[leader] : kNone;
    }
  }

  std::uint32_t leader_of(std::uint32_t node) {
    while (leader_[node] != node) {
      node = leader_[node] = leader_[leader_[node]];
    }
    return node;
  }

  // Joins a node to a leader's piece, and says who leads it then.
  std::uint32_t join(std::uint32_t leader, std::uint32_t node) {
    if (leader_[node] == leader) {
      return leader;
    }
    std::uint32_t const other = leader_of(node);
    std::uint32_t const first = std::min(leader, other);
    leader_[leader] = leader_[other] = first;
    return first;
  }

  const Part& part_;
  const Labels& labels_;
  std::vector<std::uint32_t> leader_;
  std::vector<std::uint8_t> linked_;
};

// Nodes by piece, each piece in their order: those of piece p in [first[p], first[p + 1]).
struct Members {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> node;
};

Members by_piece(const std::vector<std::uint32_t>& piece_of, std::uint32_t pieces) {
  Members members{std::vector<std::uint32_t>(pieces + 2, 0), {}};
  std::uint32_t kept = 0;
  for (std::uint32_t const piece : piece_of) {
    if (piece != kNone) {
      ++members.first[piece + 2];
      ++kept;
    }
  }
  std::partial_sum(members.first.begin(), members.first.end(), members.first.begin());
  members.node.resize(kept);
  for (std::uint32_t node = 0; node < piece_of.size(); ++node) {
    if (piece_of[node] != kNone) {
      members.node[members.first[piece_of[node] + 1]++] = node;
    }
  }
  return members;
}

class Cutter {
 public:
  Cutter(const Part& part, const PieceFinder& found)
      : part_(part),
        found_(found),
        needs_(by_piece(found.of_need, found.pieces)),
        contributions_(by_piece(found.of_contribution, found.pieces)),
        local_of_(part.contributions()) {}

  Piece cut(std::uint32_t number) {
    Piece piece;
    for (std::uint32_t c = contributions_.first[number]; c < contributions_.first[number + 1];
         ++c) {
      std::uint32_t const contribution = contributions_.node[c];
      local_of_[contribution] = c - contributions_.first[number];
      piece.part.contribution_place.push_back(part_.contribution_place[contribution]);
    }
    std::uint32_t const begin = needs_.first[number];
    std::uint32_t const end = needs_.first[number + 1];
    std::size_t most_links = 0;
    for (std::uint32_t n = begin; n < end; ++n) {
      most_links += part_.need_first[needs_.node[n] + 1] - part_.need_first[needs_.node[n]];
    }
    piece.part.link_place.reserve(most_links);
    piece.part.link_contribution.reserve(most_links);
    piece.parent_link.reserve(most_links);
    piece.part.need_first.push_back(0);
    for (std::uint32_t n = begin; n < end; ++n) {
      add_need(piece, number, needs_.node[n]);
    }
    group_by_contribution(piece.part);
    return piece;
  }

  std::uint32_t first_need(std::uint32_t number) const { return needs_.node[needs_.first[number]]; }

 private:
  void add_need(Piece& piece, std::uint32_t number, std::uint32_t need) {
    Part& part = piece.part;
    part.need_place.push_back(part_.need_place[need]);
    for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
      std::uint32_t const contribution = part_.link_contribution[k];
      if (found_.of_contribution[contribution] == number) {
        part.link_place.push_back(part_.link_place[k]);
        part.link_contribution.push_back(local_of_[contribution]);
        piece.parent_link.push_back(k);
      }
    }
    part.need_first.push_back(static_cast<std::uint32_t>(part.link_place.size()));
  }

  const Part& part_;
  const PieceFinder& found_;
  Members needs_;
  Members contributions_;
  std::vector<std::uint32_t> local_of_;
};

}  // namespace

void group_by_contribution(Part& part) {
  part.contribution_first.assign(part.contributions() + 2, 0);
  for (std::uint32_t const contribution : part.link_contribution) {
    ++part.contribution_first[contribution + 2];
  }
  std::partial_sum(part.contribution_first.begin(), part.contribution_first.end(),
                   part.contribution_first.begin());
  part.contribution_link.resize(part.links());
  part.contribution_need.resize(part.links());
  for (std::uint32_t need = 0; need < part.needs(); ++need) {
    for (std::uint32_t k = part.need_first[need]; k < part.need_first[need + 1]; ++k) {
      std::uint32_t const at = part.contribution_first[part.link_contribution[k] + 1]++;
      part.contribution_link[at] = k;
      part.contribution_need[at] = need;
    }
  }
  part.contribution_first.pop_back();
}

Part whole_part(const Instance& instance) {
  Part part;
  part.contribution_place.resize(instance.contributions());
  std::iota(part.contribution_place.begin(), part.contribution_place.end(), 0U);
  part.need_place.resize(instance.needs());
  std::iota(part.need_place.begin(), part.need_place.end(), 0U);
  part.link_place.resize(instance.links());
  std::iota(part.link_place.begin(), part.link_place.end(), 0U);
  part.need_first = instance.first;
  part.link_contribution = instance.contribution;
  group_by_contribution(part);
  return part;
}

std::vector<Piece> pieces_by_label(const Part& part, const Labels& labels) {
  PieceFinder found(part, labels);
  found.find();
  if (found.is_the_whole()) {
    std::vector<Piece> pieces(1);
    pieces[0].part = part;
    pieces[0].parent_link.resize(part.links());
    std::iota(pieces[0].parent_link.begin(), pieces[0].parent_link.end(), 0U);
    pieces[0].label = labels.of_need.front();
    return pieces;
  }
  Cutter cutter(part, found);
  std::vector<Piece> pieces;
  pieces.reserve(found.pieces);
  for (std::uint32_t number = 0; number < found.pieces; ++number) {
    pieces.push_back(cutter.cut(number));
    pieces.back().label = labels.of_need[cutter.first_need(number)];
  }
  return pieces;
}

Labels all_alike(const Part& part) {
  return {std::vector<std::int32_t>(part.needs(), 0),
          std::vector<std::int32_t>(part.contributions(), 0)};
}

std::vector<Part> connected_pieces(const Part& part) {
  std::vector<Part> parts;
  for (Piece& piece : pieces_by_label(part, all_alike(part))) {
    parts.push_back(std::move(piece.part));
  }
  return parts;
}

}  // namespace bocage::mechanism::allocate
