#include "mechanism/allocate/common_level.h"

#include <algorithm>
#include <bit>
#include <compare>
#include <limits>

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

  void pass(const Turn& turn) {
    Int128 const bound = turn.numerator - turn.received;
    if (turn.rises) {
      constant -= bound + turn.received;
      slope += turn.weight;
    } else {
      constant += bound + turn.received;
      slope -= turn.weight;
    }
  }
};

// A need in rounded numbers: its target is level * weight - received between its bounds.
struct Rounded {
  double low = 0;
  double high = 0;
  double weight = 1;
  double received = 0;
};

// Levels around the one that is sought. What turns below or above them is known without sorting.
struct Window {
  double from = -1;
  double to = std::numeric_limits<double>::infinity();
};

class LevelFinder {
 public:
  LevelFinder(const Instance& instance, const Part& part) : instance_(instance), part_(part) {
    for (std::uint32_t const place : part.contribution_place) {
      supply_ += instance.supply[place];
    }
  }

  // A guess in rounded numbers first, so that only the turns around it need sorting; if it was
  // wrong, all of them.
  CommonLevel find() {
    double const guess = guess_level();
    constexpr double kFarBeyondRounding = 1e-9;
    Window const near{guess * (1 - kFarBeyondRounding), guess * (1 + kFarBeyondRounding)};
    CommonLevel level = walk(near);
    double const found =
        static_cast<double>(level.numerator) / static_cast<double>(level.denominator);
    if (!level.moves || found < near.from || found > near.to) {
      level = walk(Window());
    }
    return level;
  }

 private:
  // Newton's steps, halving the interval instead where they would leave it.
  double guess_level() const {
    std::vector<Rounded> needs;
    needs.reserve(part_.needs());
    double low = 0;
    double high = 0;
    for (std::uint32_t const place : part_.need_place) {
      Rounded const need{static_cast<double>(instance_.minimum[place]),
                         static_cast<double>(instance_.cap[place]),
                         static_cast<double>(instance_.weight[place]),
                         static_cast<double>(instance_.received[place])};
      high = std::max(high, (need.high + need.received) / need.weight);
      needs.push_back(need);
    }
    auto const supply = static_cast<double>(supply_);
    double level = high / 2;
    for (int step = 0; step < kMostSteps; ++step) {
      double sum = -supply;
      double slope = 0;
      for (const Rounded& need : needs) {
        double const wanted = level * need.weight - need.received;
        bool const between = wanted > need.low && wanted < need.high;
        sum += std::clamp(wanted, need.low, need.high);
        slope += between ? need.weight : 0;
      }
      (sum < 0 ? low : high) = level;
      double const next = slope > 0 ? level - sum / slope : -1;
      double const chosen = next >= low && next <= high ? next : (low + high) / 2;
      if (chosen == level) {
        break;
      }
      level = chosen;
    }
    return level;
  }

  // The sum grows from the minima to the caps, so it meets the supply either at the very start (the
  // minima take it all) or on a stretch where it rises. Wrong where that lies outside the window.
  CommonLevel walk(const Window& window) const {
    Line line;
    std::vector<Turn> const turns = turns_within(window, line);
    for (const Turn& turn : turns) {
      // The sum at this turn: constant + slope * numerator / weight.
      if ((line.constant - supply_) * turn.weight + line.slope * turn.numerator >= 0) {
        break;
      }
      line.pass(turn);
    }
    CommonLevel level;
    if (line.slope > 0) {
      Int128 const numerator = supply_ - line.constant;
      Int128 const common = base::greatest_common_divisor(numerator, line.slope);
      level = {numerator / common, line.slope / common, true};
    }
    return level;
  }

  // In their order; `line` has passed all turns below the window.
  std::vector<Turn> turns_within(const Window& window, Line& line) const {
    std::vector<Turn> turns;
    for (std::uint32_t const place : part_.need_place) {
      line.constant += instance_.minimum[place];
      if (instance_.minimum[place] == instance_.cap[place]) {
        continue;
      }
      for (bool const rises : {true, false}) {
        std::int64_t const bound = rises ? instance_.minimum[place] : instance_.cap[place];
        Turn const turn{Int128{bound} + instance_.received[place], instance_.weight[place], rises,
                        instance_.received[place]};
        double const at = static_cast<double>(turn.numerator) / static_cast<double>(turn.weight);
        if (at < window.from) {
          line.pass(turn);
        } else if (at <= window.to) {
          turns.push_back(turn);
        }
      }
    }
    std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
      std::strong_ordering const order = compare(a, b);
      return order != 0 ? order < 0 : a.rises && !b.rises;
    });
    return turns;
  }

  static constexpr int kMostSteps = 100;

  const Instance& instance_;
  const Part& part_;
  Int128 supply_ = 0;
};

}  // namespace

CommonLevel common_level(const Instance& instance, const Part& part) {
  return LevelFinder(instance, part).find();
}

std::vector<Int128> targets_at(const Instance& instance, const Part& part,
                               const CommonLevel& level) {
  std::vector<Int128> target;
  target.reserve(part.needs());
  for (std::uint32_t const place : part.need_place) {
    Int128 const low = instance.minimum[place] * level.denominator;
    Int128 const high = instance.cap[place] * level.denominator;
    Int128 const wanted =
        level.numerator * instance.weight[place] - instance.received[place] * level.denominator;
    target.push_back(level.moves ? std::clamp(wanted, low, high) : low);
  }
  return target;
}

namespace {

// numerator * 2^bits / denominator, rounded down, in steps that stay within 128 bits.
Int128 scaled(Int128 numerator, Int128 denominator, int bits) {
  Int128 quotient = numerator / denominator;
  Int128 rest = numerator % denominator;
  int room = 0;
  while (room < 64 && (denominator << room) < (Int128{1} << 62)) {
    ++room;
  }
  room += 62;
  while (bits > 0) {
    int const step = std::min(bits, room);
    rest <<= step;
    quotient = (quotient << step) + rest / denominator;
    rest %= denominator;
    bits -= step;
  }
  return quotient;
}

// Levels in 2^-(bits + weight_bits) quanta per weight: so fine that times any weight they are less
// than one step of 2^-bits quanta off.
class FixedPoint {
 public:
  FixedPoint(const Instance& instance, const Part& part, const CommonLevel& level, int bits)
      : instance_(instance), bits_(bits) {
    std::int64_t heaviest = 1;
    for (std::uint32_t const place : part.need_place) {
      heaviest = std::max(heaviest, instance.weight[place]);
    }
    weight_bits_ = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(heaviest)));
    level_ = scaled(level.numerator, level.denominator, bits + weight_bits_);
    rounded_ = static_cast<double>(level.numerator) / static_cast<double>(level.denominator);
  }

  // What the level would give without bounds, at least where that is below the cap.
  Int128 wanted(std::uint32_t place) const {
    double const weight = static_cast<double>(instance_.weight[place]);
    double const top =
        static_cast<double>(instance_.cap[place]) + static_cast<double>(instance_.received[place]);
    if (rounded_ * weight > 2 * top) {
      return Int128{instance_.cap[place]} << bits_;  // the product might not fit
    }
    return ((level_ * instance_.weight[place]) >> weight_bits_) -
           (Int128{instance_.received[place]} << bits_);
  }

 private:
  const Instance& instance_;
  int bits_;
  int weight_bits_ = 0;
  Int128 level_ = 0;
  double rounded_ = 0;
};

}  // namespace

std::vector<std::int64_t> fixed_point_targets_at(const Instance& instance, const Part& part,
                                                 const CommonLevel& level, int bits) {
  FixedPoint const fixed(instance, part, level, bits);
  Int128 rest = 0;
  for (std::uint32_t const place : part.contribution_place) {
    rest += Int128{instance.supply[place]} << bits;
  }
  std::vector<std::int64_t> target;
  std::vector<std::uint32_t> between;
  target.reserve(part.needs());
  for (std::uint32_t const place : part.need_place) {
    Int128 const low = Int128{instance.minimum[place]} << bits;
    Int128 const high = Int128{instance.cap[place]} << bits;
    Int128 const wanted = level.moves ? fixed.wanted(place) : low;
    if (wanted > low && wanted < high) {
      between.push_back(static_cast<std::uint32_t>(target.size()));
    }
    target.push_back(static_cast<std::int64_t>(std::clamp(wanted, low, high)));
    rest -= target.back();
  }
  for (std::uint32_t const need : between) {
    if (rest <= 0) {
      break;
    }
    ++target[need];
    --rest;
  }
  return target;
}

}  // namespace bocage::mechanism::allocate
