#include "mechanism/split/blocking.h"

#include <algorithm>
#include <numeric>

namespace bocage::mechanism::split {
namespace {

using base::Int128;
using territory::Millionths;

constexpr Int128 kMillion = 1'000'000;

bool comes_first(const Members& a, const Members& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

class Gathering {
 public:
  Gathering(const Game& game, const ExactShares& shares) : game_(game), shares_(shares) {}

  void look_at(const Members& members, std::optional<Int128> apart) {
    Int128 pays = 0;
    for (std::size_t const member : members) {
      pays += shares_.numerators[member];
    }
    if (!apart || pays <= *apart * shares_.denominator || members.size() == game_.size()) {
      return;
    }
    Int128 const more = pays - *apart * shares_.denominator;
    found_.push_back({members, Millionths(static_cast<std::int64_t>(*apart)),
                      base::Fraction(more, shares_.denominator * kMillion)});
  }

  Blocking take() {
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return comes_first(a.members, b.members); });
    Blocking result;
    if (found_.size() > territory::kBlockingTold) {
      result.left_out = found_.size() - territory::kBlockingTold;
      found_.resize(territory::kBlockingTold);
    }
    result.coalitions = std::move(found_);
    return result;
  }

 private:
  const Game& game_;
  const ExactShares& shares_;
  std::vector<territory::BlockingCoalition> found_;
};

// In the order of what they pay beyond their own use: the first ones are who would leave together.
void add_leading(const Game& game, const ExactShares& shares, std::vector<Members>& list) {
  const territory::SharedCost& cost = game.cost();
  std::vector<Int128> beyond(shares.numerators);
  for (std::size_t member = 0; cost.formula && member < game.size(); ++member) {
    Int128 const use = cost.members[member].use.value_or(Millionths(0)).count();
    beyond[member] -= use * cost.formula->per_use.count() / kMillion * shares.denominator;
  }
  std::vector<std::size_t> order(game.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return beyond[a] > beyond[b]; });
  Members so_far;
  for (std::size_t const member : order) {
    so_far.insert(std::lower_bound(so_far.begin(), so_far.end(), member), member);
    list.push_back(so_far);
  }
}

}  // namespace

std::vector<Members> candidates(const Game& game, const ExactShares& shares) {
  std::vector<Members> list;
  for (std::size_t first = 0; first < game.size(); ++first) {
    list.push_back({first});
    for (std::size_t second = first + 1; second < game.size(); ++second) {
      list.push_back({first, second});
    }
  }
  for (const territory::CoalitionCost& coalition : game.cost().coalitions) {
    list.push_back(coalition.members);
  }
  add_leading(game, shares, list);
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

Blocking blocking(const Game& game, const ExactShares& shares,
                  const std::vector<Members>& candidates) {
  Gathering gathering(game, shares);
  if (game.is_exact()) {
    for (Mask mask = 1; mask < game.table().size(); ++mask) {
      gathering.look_at(members_of(mask), game.table()[mask]);
    }
  }
  for (const Members& members : candidates) {
    gathering.look_at(members, game.apart(members));
  }
  return gathering.take();
}

}  // namespace bocage::mechanism::split
