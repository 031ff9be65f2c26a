#include "exchange/map/labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>

namespace bocage::exchange {
namespace {

// Parts of the font size.
constexpr double kAscent = 0.95;
constexpr double kDescent = 0.25;
constexpr double kGap = 0.2;
constexpr double kHalo = 0.12;

// What a name's place costs, in flows under it.
constexpr double kHiddenCost = 12;  // a symbol under the line to it
constexpr double kOffCost = 2.5;    // as far as the text is high

// How far from its symbols a name may stand, in units of the drawing, and in how many directions.
constexpr double kFarthest = 190;
constexpr double kStep = 13;
constexpr int kDirections = 24;
constexpr double kTurn = 2 * 3.14159265358979323846 / kDirections;

// Names that found no place come first in the next attempt.
constexpr int kAttempts = 12;

// Letters by width, in thousandths of the font size; an accented letter is as wide as a plain one
// at most.
double letter_width(char letter) {
  constexpr std::string_view kNarrow = "iljI'.,:|";
  constexpr std::string_view kHalf = "tfrJ -()";
  constexpr std::string_view kWide = "mwMW";
  if (kNarrow.find(letter) != std::string_view::npos) {
    return 0.32;
  }
  if (kHalf.find(letter) != std::string_view::npos) {
    return 0.42;
  }
  if (kWide.find(letter) != std::string_view::npos) {
    return 0.99;
  }
  return letter >= 'A' && letter <= 'Z' ? 0.79 : 0.64;
}

std::vector<Point> samples(const std::vector<Curve>& curves) {
  constexpr int kSamples = 24;
  std::vector<Point> points;
  for (const Curve& curve : curves) {
    for (int i = 1; i < kSamples; ++i) {
      points.push_back(point_on(curve, static_cast<double>(i) / kSamples));
    }
  }
  return points;
}

struct Segment {
  Point from;
  Point to;
};

// Whether the line meets the box: it is cut to the box, side by side.
bool meets(const Segment& line, const Box& box) {
  double first = 0;
  double last = 1;
  auto const cut = [&](double from, double step, double low, double high) {
    if (step == 0) {
      return from >= low && from <= high;
    }
    double const one = (low - from) / step;
    double const other = (high - from) / step;
    first = std::max(first, std::min(one, other));
    last = std::min(last, std::max(one, other));
    return first <= last;
  };
  return cut(line.from.x, line.to.x - line.from.x, box.left, box.right) &&
         cut(line.from.y, line.to.y - line.from.y, box.top, box.bottom);
}

bool cross(const Segment& a, const Segment& b) {
  auto const side = [](const Segment& line, Point point) {
    return (line.to.x - line.from.x) * (point.y - line.from.y) -
           (line.to.y - line.from.y) * (point.x - line.from.x);
  };
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

struct Candidate {
  Box box;
  Anchor anchor;
  double off = 0;  // units away from its symbols; 0: beside them

  [[nodiscard]] bool is_led() const { return off > 0; }
};

Segment leader_of(const Named& named, const Candidate& candidate) {
  return {named.at, nearest_in(candidate.box, named.at)};
}

// Right, left, above, below, then the corners: the order in which a map's reader expects a name.
std::vector<Candidate> beside(const Named& named, double font_size) {
  double const width = text_width(named.text, font_size);
  double const height = (kAscent + kDescent) * font_size;
  double const gap = kGap * font_size;
  Box const& around = named.around;
  double const right = around.right + gap;
  double const left = around.left - gap - width;
  double const above = around.top - gap / 2 - height;
  double const below = around.bottom + gap / 2;
  double const middle = named.at.y - height / 2;
  double const centred = named.at.x - width / 2;
  std::vector<Candidate> all;
  auto const add = [&](double x, double y, Anchor anchor) {
    all.push_back({{x, y, x + width, y + height}, anchor});
  };
  add(right, middle, Anchor::kStart);
  add(left, middle, Anchor::kEnd);
  add(centred, above, Anchor::kMiddle);
  add(centred, below, Anchor::kMiddle);
  add(named.at.x, above, Anchor::kStart);
  add(named.at.x, below, Anchor::kStart);
  add(named.at.x - width, above, Anchor::kEnd);
  add(named.at.x - width, below, Anchor::kEnd);
  return all;
}

// All around, nearer places first, with a line to what they name.
std::vector<Candidate> standing_off(const Named& named, double font_size) {
  double const width = text_width(named.text, font_size);
  double const height = (kAscent + kDescent) * font_size;
  double const extent = std::max({named.around.right - named.at.x, named.at.x - named.around.left,
                                  named.around.bottom - named.at.y, named.at.y - named.around.top});
  std::vector<Candidate> all;
  for (int ring = 1; ring * kStep <= kFarthest; ++ring) {
    double const off = ring * kStep;
    for (int direction = 0; direction < kDirections; ++direction) {
      double const x = std::cos(direction * kTurn);
      double const y = std::sin(direction * kTurn);
      // The name turns its nearest side or corner to its symbol.
      double const side = std::clamp(1.4 * x, -1.0, 1.0);
      double const end = std::clamp(1.4 * y, -1.0, 1.0);
      Point const centre{named.at.x + (extent + off) * x + side * width / 2,
                         named.at.y + (extent + off) * y + end * height / 2};
      Anchor const anchor = side > 0.5    ? Anchor::kStart
                            : side < -0.5 ? Anchor::kEnd
                                          : Anchor::kMiddle;
      Box const box{centre.x - width / 2, centre.y - height / 2, centre.x + width / 2,
                    centre.y + height / 2};
      all.push_back({box, anchor, off});
    }
  }
  return all;
}

Label label_of(const Named& named, const Candidate& candidate, double font_size) {
  Label label;
  label.text = named.text;
  label.box = candidate.box;
  label.anchor = candidate.anchor;
  label.is_town = named.is_town;
  label.of = named.at;
  label.is_led = candidate.is_led();
  double const x = candidate.anchor == Anchor::kStart    ? candidate.box.left
                   : candidate.anchor == Anchor::kMiddle ? candidate.box.centre().x
                                                         : candidate.box.right;
  label.start = {x, candidate.box.top + kAscent * font_size};
  return label;
}

// The names placed so far, and what they leave free.
class Placing {
 public:
  Placing(const std::vector<Box>& symbols, const std::vector<Point>& flows, const Box& frame,
          const MapSize& size)
      : symbols_(symbols), flows_(flows), frame_(frame), size_(size) {}

  [[nodiscard]] const std::vector<Label>& labels() const { return labels_; }

  // Whether there was room.
  bool place(const Named& named, bool may_stand_off) {
    // A town that a symbol hides would lend its name to that symbol.
    bool const is_hidden = named.is_town && is_taken(named.around);
    if (is_hidden || static_cast<int>(labels_.size()) >= size_.most_labels) {
      return false;
    }
    std::optional<Candidate> chosen = cheapest(named, beside(named, size_.text));
    if (!chosen && may_stand_off) {
      chosen = cheapest(named, standing_off(named, size_.text));
    }
    if (!chosen) {
      return false;
    }
    labels_.push_back(label_of(named, *chosen, size_.text));
    named_.push_back(chosen->box.grown_by(kHalo * size_.text));
    if (chosen->is_led()) {
      leaders_.push_back(leader_of(named, *chosen));
    }
    if (named.is_town) {
      named_.push_back(named.around);
    }
    return true;
  }

 private:
  [[nodiscard]] bool is_taken(const Box& box) const {
    auto const overlaps = [&](const Box& other) { return other.overlaps(box); };
    return std::any_of(symbols_.begin(), symbols_.end(), overlaps) ||
           std::any_of(named_.begin(), named_.end(), overlaps);
  }

  // Nothing under the name, nothing but its own symbols' neighbours under its line.
  [[nodiscard]] bool is_free(const Named& named, const Candidate& candidate) const {
    Box const with_halo = candidate.box.grown_by(kHalo * size_.text);
    if (!frame_.contains(with_halo) || is_taken(with_halo) ||
        std::any_of(leaders_.begin(), leaders_.end(),
                    [&](const Segment& leader) { return meets(leader, with_halo); })) {
      return false;
    }
    if (!candidate.is_led()) {
      return true;
    }
    Segment const own = leader_of(named, candidate);
    return std::none_of(named_.begin(), named_.end(),
                        [&](const Box& name) { return meets(own, name); }) &&
           std::none_of(leaders_.begin(), leaders_.end(),
                        [&](const Segment& other) { return cross(own, other); });
  }

  [[nodiscard]] double cost_of(const Named& named, const Candidate& candidate) const {
    auto cost = static_cast<double>(std::count_if(
        flows_.begin(), flows_.end(), [&](Point point) { return candidate.box.contains(point); }));
    if (candidate.is_led()) {
      Segment const leader = leader_of(named, candidate);
      auto const hidden = std::count_if(symbols_.begin(), symbols_.end(), [&](const Box& symbol) {
        return !symbol.overlaps(named.around) && meets(leader, symbol);
      });
      cost += kHiddenCost * static_cast<double>(hidden) + kOffCost * candidate.off / kStep;
    }
    return cost;
  }

  [[nodiscard]] std::optional<Candidate> cheapest(const Named& named,
                                                  const std::vector<Candidate>& candidates) const {
    std::optional<Candidate> best;
    double least = 0;
    for (const Candidate& candidate : candidates) {
      if (!is_free(named, candidate)) {
        continue;
      }
      double const cost = cost_of(named, candidate);
      if (!best || cost < least) {
        best = candidate;
        least = cost;
      }
    }
    return best;
  }

  const std::vector<Box>& symbols_;
  const std::vector<Point>& flows_;
  Box frame_;
  MapSize size_;
  std::vector<Label> labels_;
  std::vector<Box> named_;  // what names cover, and the dots of towns
  std::vector<Segment> leaders_;
};

}  // namespace

double text_width(std::string_view text, double font_size) {
  double width = 0;
  for (char const letter : text) {
    bool const continues = (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U;
    bool const starts_longer = static_cast<unsigned char>(letter) >= 0xC0U;
    width += continues ? 0 : starts_longer ? 0.79 : letter_width(letter);
  }
  return width * font_size;
}

std::vector<Label> place_labels(const std::vector<Named>& names, const std::vector<Box>& obstacles,
                                const std::vector<Curve>& curves, const Box& frame,
                                const MapSize& size) {
  std::vector<Point> const flows = samples(curves);
  std::vector<std::size_t> order(names.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::size_t const expected =
      std::min({names.size(), kMayStandOff, static_cast<std::size_t>(size.most_labels)});
  std::vector<Label> best;
  std::size_t fewest = expected + 1;
  for (int attempt = 0; attempt < kAttempts && fewest > 0; ++attempt) {
    Placing placing(obstacles, flows, frame, size);
    std::vector<std::size_t> missing;
    for (std::size_t const i : order) {
      if (!placing.place(names[i], i < kMayStandOff) && i < expected) {
        missing.push_back(i);
      }
    }
    if (missing.size() < fewest) {
      fewest = missing.size();
      best = placing.labels();
    }
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
      return std::find(missing.begin(), missing.end(), i) != missing.end();
    });
  }
  return best;
}

}  // namespace bocage::exchange
