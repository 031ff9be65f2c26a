#include "mechanism/oracle_nucleolus.h"

#include <algorithm>
#include <optional>

#include "mechanism/exact_simplex.h"
#include "mechanism/random_game.h"

namespace bocage::oracle {
namespace {

class NucleolusByDefinition {
 public:
  NucleolusByDefinition(const std::vector<std::int64_t>& costs, std::size_t members)
      : costs_(costs), members_(members), fixed_(costs.size()) {
    Ratio alone;
    for (std::size_t member = 0; member < members; ++member) {
      alone += Ratio(costs[std::size_t{1} << member]);
    }
    hold_ = alone >= Ratio(costs.back());
  }

  std::vector<Ratio> run() {
    bool moves = members_ > 1;
    std::vector<Ratio> shares{Ratio(costs_.back())};
    while (moves) {
      std::vector<Ratio> worst(members_ + 1);
      worst[members_] = Ratio(-1);
      auto const best = maximise(worst, constraints(std::nullopt));
      Ratio const level = best->variables[members_] - shift();
      shares.clear();
      for (std::size_t member = 0; member < members_; ++member) {
        shares.push_back(best->variables[member] - shift());
      }
      fix(level);
      moves = std::any_of(fixed_.begin() + 1, fixed_.end() - 1,
                          [](auto const& fixed) { return !fixed; });
    }
    return shares;
  }

 private:
  // Variables are not negative in the oracle: all stand so much higher.
  static Ratio shift() { return Ratio(1000); }

  // Shares, then the level; all shifted.
  [[nodiscard]] std::vector<Constraint> constraints(const std::optional<Ratio>& level) const {
    std::vector<Constraint> list;
    for (std::size_t mask = 1; mask < costs_.size(); ++mask) {
      std::vector<Ratio> row(members_ + 1);
      for (std::size_t const member : places_of(mask)) {
        row[member] = Ratio(1);
      }
      Ratio const lift = shift() * Ratio(static_cast<std::int64_t>(places_of(mask).size()));
      Ratio const cost = Ratio(costs_[mask]) + lift;
      if (mask + 1 == costs_.size()) {
        list.push_back({row, Sense::kEqual, cost});
      } else if (fixed_[mask]) {
        list.push_back({row, Sense::kEqual, cost + *fixed_[mask]});
      } else if (level) {
        list.push_back({row, Sense::kAtMost, cost + *level});
      } else {
        row[members_] = Ratio(-1);
        list.push_back({row, Sense::kAtMost, cost - shift()});
      }
      if (hold_ && places_of(mask).size() == 1) {
        row[members_] = Ratio(0);
        list.push_back({row, Sense::kAtMost, cost});
      }
    }
    return list;
  }

  void fix(const Ratio& level) {
    auto const within = constraints(level);
    auto const before = fixed_;
    for (std::size_t mask = 1; mask + 1 < costs_.size(); ++mask) {
      if (before[mask]) {
        continue;
      }
      std::vector<Ratio> least(members_ + 1);
      for (std::size_t const member : places_of(mask)) {
        least[member] = Ratio(-1);
      }
      Ratio const lift = shift() * Ratio(static_cast<std::int64_t>(places_of(mask).size()));
      Ratio const pays = Ratio(0) - maximise(least, within)->value - lift;
      if (pays - Ratio(costs_[mask]) == level) {
        fixed_[mask] = level;
      }
    }
  }

  const std::vector<std::int64_t>& costs_;
  std::size_t members_;
  bool hold_ = false;
  std::vector<std::optional<Ratio>> fixed_;  // the complaint of a coalition that moves no more
};

}  // namespace

std::vector<Ratio> nucleolus_by_definition(const std::vector<std::int64_t>& costs,
                                           std::size_t members) {
  return NucleolusByDefinition(costs, members).run();
}

}  // namespace bocage::oracle
