#include "exchange/map/labels.h"

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
constexpr double kHiddenCost = 12;
constexpr double kOffCost = 3;   // a step away
constexpr double kOffUnit = 17;  // units of the drawing

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

struct Candidate {
  Box box;
  Anchor anchor;
  bool is_led = false;
};

// Right, left, above, below, then the corners: the order in which a map's reader expects a name.
// `off` font sizes away from the symbols.
std::vector<Candidate> candidates(const Named& named, double font_size, double off) {
  double const width = text_width(named.text, font_size);
  double const height = (kAscent + kDescent) * font_size;
  double const gap = (kGap + off) * font_size;
  Box const& around = named.around;
  double const right = around.right + gap;
  double const left = around.left - gap - width;
  double const above = around.top - gap + kGap / 2 * font_size - height;
  double const below = around.bottom + gap - kGap / 2 * font_size;
  double const beside = named.at.y - height / 2;
  double const centred = named.at.x - width / 2;
  double const aside = off * font_size;
  std::vector<Candidate> all;
  auto const add = [&](double x, double y, Anchor anchor) {
    all.push_back({{x, y, x + width, y + height}, anchor, off > 0});
  };
  add(right, beside, Anchor::kStart);
  add(left, beside, Anchor::kEnd);
  add(centred, above, Anchor::kMiddle);
  add(centred, below, Anchor::kMiddle);
  add(named.at.x + aside, above, Anchor::kStart);
  add(named.at.x + aside, below, Anchor::kStart);
  add(named.at.x - aside - width, above, Anchor::kEnd);
  add(named.at.x - aside - width, below, Anchor::kEnd);
  return all;
}

std::ptrdiff_t crossing(const std::vector<Point>& flows, const Box& box) {
  return std::count_if(flows.begin(), flows.end(),
                       [&](Point point) { return box.contains(point); });
}

// How many other things the line from a name that stands off to its symbol would cross.
int hidden_by_leader(const Named& named, const Candidate& candidate,
                     const std::vector<Box>& taken) {
  constexpr int kSamples = 16;
  int hidden = 0;
  Point const end = nearest_in(candidate.box, named.at);
  for (const Box& other : taken) {
    bool const own = other.overlaps(named.around);
    for (int i = 1; candidate.is_led && !own && i < kSamples; ++i) {
      double const along = static_cast<double>(i) / kSamples;
      Point const point{named.at.x + along * (end.x - named.at.x),
                        named.at.y + along * (end.y - named.at.y)};
      if (other.contains(point)) {
        ++hidden;
        break;
      }
    }
  }
  return hidden;
}

Label label_of(const Named& named, const Candidate& candidate, double font_size) {
  Label label;
  label.text = named.text;
  label.box = candidate.box;
  label.anchor = candidate.anchor;
  label.is_town = named.is_town;
  label.of = named.at;
  label.is_led = candidate.is_led;
  double const x = candidate.anchor == Anchor::kStart    ? candidate.box.left
                   : candidate.anchor == Anchor::kMiddle ? candidate.box.centre().x
                                                         : candidate.box.right;
  label.start = {x, candidate.box.top + kAscent * font_size};
  return label;
}

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
  std::vector<Label> labels;
  std::vector<Box> taken = obstacles;
  std::vector<Point> const flows = samples(curves);
  auto const is_taken = [&taken](const Box& box) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](const Box& other) { return other.overlaps(box); });
  };
  for (const Named& named : names) {
    // A town that a symbol hides would lend its name to that symbol.
    if (named.is_town && is_taken(named.around)) {
      continue;
    }
    std::optional<Candidate> best;
    double least = 0;
    bool const may_stand_off = !named.is_town && &named < names.data() + kMayStandOff;
    for (double const off : {0.0, 0.7, 1.4, 2.2, 3.2, 4.4}) {
      if (off > 0 && (!may_stand_off || (best && !best->is_led))) {
        break;
      }
      for (const Candidate& candidate : candidates(named, size.text, off * kOffUnit / size.text)) {
        Box const with_halo = candidate.box.grown_by(kHalo * size.text);
        if (!frame.contains(with_halo) || is_taken(with_halo)) {
          continue;
        }
        double const cost = static_cast<double>(crossing(flows, candidate.box)) +
                            kHiddenCost * hidden_by_leader(named, candidate, taken) +
                            kOffCost * off;
        if (!best || cost < least) {
          best = candidate;
          least = cost;
        }
      }
    }
    if (best && static_cast<int>(labels.size()) < size.most_labels) {
      labels.push_back(label_of(named, *best, size.text));
      taken.push_back(best->box);
      taken.push_back(named.around);
    }
  }
  return labels;
}

}  // namespace bocage::exchange
