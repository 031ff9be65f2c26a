#include "mechanism/allocate/part.h"

#include <numeric>

namespace bocage::mechanism::allocate {
namespace {

constexpr std::uint32_t kUnseen = 0xFFFFFFFF;

// The nodes of a part in pieces: for each piece its needs and contributions, in local numbers.
struct Pieces {
  std::vector<std::uint32_t> needs;
  std::vector<std::uint32_t> contributions;
  std::vector<std::size_t> need_end;  // of a piece
  std::vector<std::size_t> contribution_end;
};

class PieceFinder {
 public:
  PieceFinder(const Part& part, const std::vector<std::int8_t>& group_of_need,
              const std::vector<std::int8_t>& group_of_contribution)
      : part_(part), group_of_need_(group_of_need), group_of_contribution_(group_of_contribution) {}

  Pieces find() {
    need_seen_.assign(part_.needs(), false);
    contribution_seen_.assign(part_.contributions(), false);
    for (std::uint32_t need = 0; need < part_.needs(); ++need) {
      if (group_of_need_[need] >= 0 && !need_seen_[need]) {
        grow_from(need);
      }
    }
    return std::move(pieces_);
  }

 private:
  void grow_from(std::uint32_t start) {
    std::size_t next_need = pieces_.needs.size();
    std::size_t next_contribution = pieces_.contributions.size();
    see_need(start);
    while (next_need < pieces_.needs.size() || next_contribution < pieces_.contributions.size()) {
      if (next_need < pieces_.needs.size()) {
        std::uint32_t const need = pieces_.needs[next_need++];
        for (std::uint32_t k = part_.need_first[need]; k < part_.need_first[need + 1]; ++k) {
          std::uint32_t const contribution = part_.link_contribution[k];
          if (group_of_contribution_[contribution] == group_of_need_[need] &&
              !contribution_seen_[contribution]) {
            contribution_seen_[contribution] = true;
            pieces_.contributions.push_back(contribution);
          }
        }
      } else {
        std::uint32_t const contribution = pieces_.contributions[next_contribution++];
        for (std::uint32_t c = part_.contribution_first[contribution];
             c < part_.contribution_first[contribution + 1]; ++c) {
          std::uint32_t const need = part_.link_need[part_.contribution_link[c]];
          if (group_of_need_[need] == group_of_contribution_[contribution] && !need_seen_[need]) {
            see_need(need);
          }
        }
      }
    }
    pieces_.need_end.push_back(pieces_.needs.size());
    pieces_.contribution_end.push_back(pieces_.contributions.size());
  }

  void see_need(std::uint32_t need) {
    need_seen_[need] = true;
    pieces_.needs.push_back(need);
  }

  const Part& part_;
  const std::vector<std::int8_t>& group_of_need_;
  const std::vector<std::int8_t>& group_of_contribution_;
  std::vector<bool> need_seen_;
  std::vector<bool> contribution_seen_;
  Pieces pieces_;
};

Part extract(const Part& part, const std::uint32_t* need_begin, const std::uint32_t* need_end,
             const std::uint32_t* contribution_begin, const std::uint32_t* contribution_end,
             std::vector<std::uint32_t>& local_of) {
  Part piece;
  piece.contribution_place.reserve(static_cast<std::size_t>(contribution_end - contribution_begin));
  for (const std::uint32_t* c = contribution_begin; c != contribution_end; ++c) {
    local_of[*c] = static_cast<std::uint32_t>(piece.contribution_place.size());
    piece.contribution_place.push_back(part.contribution_place[*c]);
  }
  piece.need_first.reserve(static_cast<std::size_t>(need_end - need_begin) + 1);
  piece.need_first.push_back(0);
  for (const std::uint32_t* n = need_begin; n != need_end; ++n) {
    auto const local_need = static_cast<std::uint32_t>(piece.need_place.size());
    piece.need_place.push_back(part.need_place[*n]);
    for (std::uint32_t k = part.need_first[*n]; k < part.need_first[*n + 1]; ++k) {
      std::uint32_t const local = local_of[part.link_contribution[k]];
      if (local != kUnseen) {
        piece.link_place.push_back(part.link_place[k]);
        piece.parent_link.push_back(k);
        piece.link_contribution.push_back(local);
        piece.link_need.push_back(local_need);
      }
    }
    piece.need_first.push_back(static_cast<std::uint32_t>(piece.link_place.size()));
  }
  for (const std::uint32_t* c = contribution_begin; c != contribution_end; ++c) {
    local_of[*c] = kUnseen;
  }
  group_by_contribution(piece);
  return piece;
}

}  // namespace

void group_by_contribution(Part& part) {
  part.contribution_first.assign(part.contributions() + 1, 0);
  for (std::uint32_t const contribution : part.link_contribution) {
    ++part.contribution_first[contribution + 1];
  }
  std::partial_sum(part.contribution_first.begin(), part.contribution_first.end(),
                   part.contribution_first.begin());
  std::vector<std::uint32_t> next(part.contribution_first.begin(),
                                  part.contribution_first.end() - 1);
  part.contribution_link.resize(part.links());
  for (std::uint32_t k = 0; k < part.links(); ++k) {
    part.contribution_link[next[part.link_contribution[k]]++] = k;
  }
}

Part whole_part(const Instance& instance) {
  Part part;
  part.contribution_place.resize(instance.contributions());
  std::iota(part.contribution_place.begin(), part.contribution_place.end(), 0U);
  part.need_place.resize(instance.needs());
  std::iota(part.need_place.begin(), part.need_place.end(), 0U);
  part.link_place.resize(instance.links());
  std::iota(part.link_place.begin(), part.link_place.end(), 0U);
  part.parent_link = part.link_place;
  part.need_first = instance.first;
  part.link_contribution = instance.contribution;
  part.link_need.resize(instance.links());
  for (std::uint32_t need = 0; need < instance.needs(); ++need) {
    for (std::uint32_t k = instance.first[need]; k < instance.first[need + 1]; ++k) {
      part.link_need[k] = need;
    }
  }
  group_by_contribution(part);
  return part;
}

std::vector<Part> connected_pieces(const Part& part, const std::vector<std::int8_t>& group_of_need,
                                   const std::vector<std::int8_t>& group_of_contribution) {
  Pieces const pieces = PieceFinder(part, group_of_need, group_of_contribution).find();
  std::vector<std::uint32_t> local_of(part.contributions(), kUnseen);
  std::vector<Part> parts;
  std::size_t need_begin = 0;
  std::size_t contribution_begin = 0;
  for (std::size_t p = 0; p < pieces.need_end.size(); ++p) {
    if (pieces.contribution_end[p] > contribution_begin) {
      parts.push_back(extract(part, pieces.needs.data() + need_begin,
                              pieces.needs.data() + pieces.need_end[p],
                              pieces.contributions.data() + contribution_begin,
                              pieces.contributions.data() + pieces.contribution_end[p], local_of));
    }
    need_begin = pieces.need_end[p];
    contribution_begin = pieces.contribution_end[p];
  }
  return parts;
}

}  // namespace bocage::mechanism::allocate
