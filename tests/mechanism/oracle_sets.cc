#include "mechanism/oracle_sets.h"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

namespace bocage::oracle {

namespace {

using Set = std::size_t;

bool contains(Set set, std::size_t need) { return ((set >> need) & 1U) != 0; }

std::vector<Ratio> sums_of_sets(const Shares& shares) {
  std::vector<Ratio> sums(Set{1} << shares.size());
  for (std::size_t need = 0; need < shares.size(); ++need) {
    Set const first = Set{1} << need;
    for (Set set = 0; set < first; ++set) {
      sums[first + set] = sums[set] + shares[need];
    }
  }
  return sums;
}

// The rise of the needs that have not stopped yet.
class Rise {
 public:
  explicit Rise(const Instance& instance)
      : instance_(instance), supply_(supply_of_sets(instance)), shares_(instance.needs()) {
    if (!minima_can_be_met(instance)) {
      throw std::invalid_argument("oracle: the minima cannot be met together");
    }
  }

  Shares run() {
    while (rising_ != 0) {
      std::optional<Ratio> const level = highest_level();
      if (!level) {
        for (std::size_t need = 0; need < shares_.size(); ++need) {
          shares_[need] = contains(rising_, need) ? Ratio(instance_.cap[need]) : shares_[need];
        }
        break;
      }
      shares_ = shares_at(*level);
      stop_tight_sets();
    }
    return shares_;
  }

 private:
  [[nodiscard]] Ratio share_at(std::size_t need, const Ratio& level) const {
    Ratio const share = level * instance_.weight[need] - instance_.received[need];
    return std::clamp(share, Ratio(instance_.minimum[need]), Ratio(instance_.cap[need]));
  }

  [[nodiscard]] Shares shares_at(const Ratio& level) const {
    Shares shares = shares_;
    for (std::size_t need = 0; need < shares.size(); ++need) {
      if (contains(rising_, need)) {
        shares[need] = share_at(need, level);
      }
    }
    return shares;
  }

  // Nothing where all that rises can reach its cap. Between two bends every set asks for more at a
  // constant rate.
  [[nodiscard]] std::optional<Ratio> highest_level() const {
    std::set<Ratio> bends;
    for (std::size_t need = 0; need < shares_.size(); ++need) {
      if (contains(rising_, need)) {
        Ratio const weight = instance_.weight[need];
        bends.insert(Ratio(instance_.received[need] + instance_.minimum[need]) / weight);
        bends.insert(Ratio(instance_.received[need] + instance_.cap[need]) / weight);
      }
    }
    auto const beyond = std::find_if(bends.begin(), bends.end(), [&](const Ratio& bend) {
      return !can_be_served(supply_, shares_at(bend));
    });
    if (beyond == bends.end()) {
      return std::nullopt;
    }
    Ratio const before = *std::prev(beyond);
    return level_between(before, *beyond);
  }

  [[nodiscard]] Ratio level_between(const Ratio& before, const Ratio& beyond) const {
    std::vector<Ratio> const low = sums_of_sets(shares_at(before));
    std::vector<Ratio> const high = sums_of_sets(shares_at(beyond));
    Ratio level = beyond;
    for (Set set = 0; set < low.size(); ++set) {
      if (high[set] > supply_[set]) {
        Ratio const part = (Ratio(supply_[set]) - low[set]) / (high[set] - low[set]);
        level = std::min(level, before + part * (beyond - before));
      }
    }
    return level;
  }

  void stop_tight_sets() {
    std::vector<Ratio> const sums = sums_of_sets(shares_);
    for (Set set = 1; set < sums.size(); ++set) {
      if (sums[set] == supply_[set]) {
        rising_ &= ~set;
      }
    }
  }

  const Instance& instance_;
  std::vector<std::int64_t> supply_;
  Shares shares_;
  Set rising_ = (Set{1} << instance_.needs()) - 1;
};

}  // namespace

std::vector<std::int64_t> supply_of_sets(const Instance& instance) {
  std::vector<std::int64_t> supply(Set{1} << instance.needs());
  for (Set set = 0; set < supply.size(); ++set) {
    std::set<std::uint32_t> linked;
    for (std::size_t need = 0; need < instance.needs(); ++need) {
      if (contains(set, need)) {
        linked.insert(instance.contribution.begin() + instance.first[need],
                      instance.contribution.begin() + instance.first[need + 1]);
      }
    }
    for (std::uint32_t const contribution : linked) {
      supply[set] += instance.supply[contribution];
    }
  }
  return supply;
}

bool can_be_served(const std::vector<std::int64_t>& supply, const Shares& shares) {
  std::vector<Ratio> const sums = sums_of_sets(shares);
  for (Set set = 0; set < sums.size(); ++set) {
    if (sums[set] > supply[set]) {
      return false;
    }
  }
  return std::all_of(shares.begin(), shares.end(), [](const Ratio& share) { return share >= 0; });
}

bool minima_can_be_met(const Instance& instance) {
  return can_be_served(supply_of_sets(instance),
                       Shares(instance.minimum.begin(), instance.minimum.end()));
}

std::int64_t most_served(const Instance& instance) {
  std::vector<std::int64_t> const supply = supply_of_sets(instance);
  std::int64_t least = supply.back();
  for (Set set = 0; set < supply.size(); ++set) {
    std::int64_t cut = supply[set];
    for (std::size_t need = 0; need < instance.needs(); ++need) {
      cut += contains(set, need) ? 0 : instance.cap[need];
    }
    least = std::min(least, cut);
  }
  return least;
}

Shares leximin_by_sets(const Instance& instance) { return Rise(instance).run(); }

Ratio level_of(const Instance& instance, std::size_t need, const Ratio& share) {
  return (share + instance.received[need]) / instance.weight[need];
}

std::vector<Ratio> sorted_levels(const Instance& instance, const Shares& shares) {
  std::vector<Ratio> levels;
  for (std::size_t need = 0; need < shares.size(); ++need) {
    levels.push_back(level_of(instance, need, shares[need]));
  }
  std::sort(levels.begin(), levels.end());
  return levels;
}

}  // namespace bocage::oracle
