#include "mechanism/allocate/common_level.h"

#include <algorithm>
#include <compare>

namespace bocage::mechanism::allocate {
namespace {

using base::Int128;

// A level at which a need leaves its minimum (`rises`) or stops at its cap: (bound + received) /
// weight.
struct Turn {
  Int128 numerator = 0;
  std::int64_t weight = 1;
  bool rises = false;
  std::int64_t received = 0;
};

// Both terms fit 64 bits each by the limits of territory/units.h, so the products fit 128.
std::strong_ordering compare(const Turn& a, const Turn& b) {
  return a.numerator * b.weight <=> b.numerator * a.weight;
}

// The sum of all targets as the level grows is a line between two turns: constant + slope * level.
struct Line {
  Int128 constant = 0;
  Int128 slope = 0;

  void pass(const Turn& turn, Int128 bound) {
    if (turn.rises) {
      constant -= bound + turn.received;
      slope += turn.weight;
    } else {
      constant += bound + turn.received;
      slope -= turn.weight;
    }
  }
};

class LevelFinder {
 public:
  LevelFinder(const Instance& instance, const Part& part) : instance_(instance), part_(part) {
    for (std::uint32_t const place : part.contribution_place) {
      supply_ += instance.supply[place];
    }
  }

  // Walks the turns in order. The sum grows from the minima to the caps, so it meets the supply
  // either at the very start (the minima take it all) or on a stretch where it rises.
  CommonLevel find() {
    collect_turns();
    Line line;
    for (std::uint32_t const place : part_.need_place) {
      line.constant += instance_.minimum[place];
    }
    for (const Turn& turn : turns_) {
      // The sum at this turn: constant + slope * numerator / weight.
      if ((line.constant - supply_) * turn.weight + line.slope * turn.numerator >= 0) {
        break;
      }
      line.pass(turn, turn.numerator - turn.received);
    }
    CommonLevel level;
    if (line.slope > 0) {
      level.numerator = supply_ - line.constant;
      level.denominator = line.slope;
      reduce(level);
    }
    set_targets(level, line.slope > 0);
    return level;
  }

 private:
  void collect_turns() {
    turns_.reserve(2 * part_.needs());
    for (std::uint32_t const place : part_.need_place) {
      if (instance_.minimum[place] == instance_.cap[place]) {
        continue;
      }
      std::int64_t const received = instance_.received[place];
      std::int64_t const weight = instance_.weight[place];
      turns_.push_back({Int128{instance_.minimum[place]} + received, weight, true, received});
      turns_.push_back({Int128{instance_.cap[place]} + received, weight, false, received});
    }
    std::sort(turns_.begin(), turns_.end(), [](const Turn& a, const Turn& b) {
      std::strong_ordering const order = compare(a, b);
      return order != 0 ? order < 0 : a.rises && !b.rises;
    });
  }

  static void reduce(CommonLevel& level) {
    Int128 const common = base::greatest_common_divisor(level.numerator, level.denominator);
    if (common > 1) {
      level.numerator /= common;
      level.denominator /= common;
    }
  }

  void set_targets(CommonLevel& level, bool moves) const {
    level.target.resize(part_.needs());
    level.between.resize(part_.needs());
    for (std::size_t need = 0; need < part_.needs(); ++need) {
      std::uint32_t const place = part_.need_place[need];
      Int128 const low = instance_.minimum[place] * level.denominator;
      Int128 const high = instance_.cap[place] * level.denominator;
      Int128 const wanted =
          level.numerator * instance_.weight[place] - instance_.received[place] * level.denominator;
      level.between[need] = moves && wanted > low && wanted < high;
      level.target[need] = moves ? std::clamp(wanted, low, high) : low;
    }
  }

  const Instance& instance_;
  const Part& part_;
  Int128 supply_ = 0;
  std::vector<Turn> turns_;
};

}  // namespace

CommonLevel common_level(const Instance& instance, const Part& part) {
  return LevelFinder(instance, part).find();
}

}  // namespace bocage::mechanism::allocate
