#include "exchange/map/svg.h"

#include <fmt/format.h>

namespace bocage::exchange::svg {
namespace {

constexpr double kPi = 3.14159265358979323846;

long tenths(double value) { return std::lround(value * 10); }

std::string from_tenths(long value) {
  long const whole = std::labs(value) / 10;
  long const rest = std::labs(value) % 10;
  std::string text = value < 0 ? "-" : "";
  text += std::to_string(whole);
  if (rest != 0) {
    text += '.';
    text += static_cast<char>('0' + rest);
  }
  return text;
}

// A minus sign separates as well as a space.
void append_step(std::string& path, long value) {
  if (value >= 0 && path.back() != 'l') {
    path += ' ';
  }
  path += from_tenths(value);
}

// Of a character that turns the direction of the text after it, whoever's text that is: the bytes
// it has; 0 for any other.
std::size_t turning(std::string_view text) {
  constexpr std::size_t kBytes = 3;
  std::string_view const character = text.substr(0, kBytes);
  bool const is_embedding = character >= "\u202a" && character <= "\u202e";
  bool const is_isolate = character >= "\u2066" && character <= "\u2069";
  return is_embedding || is_isolate ? kBytes : 0;
}

std::string titled(std::string_view element, std::string_view title, std::string_view name) {
  if (title.empty()) {
    return fmt::format("{}/>", element);
  }
  return fmt::format("{}><title>{}</title></{}>", element, escaped(title), name);
}

}  // namespace

std::string number(double value) { return from_tenths(tenths(value)); }

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const letter = text[i];
    if (std::size_t const bytes = turning(text.substr(i)); bytes > 0) {
      i += bytes - 1;
      continue;
    }
    switch (letter) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        // Control characters have no place in XML, not even escaped.
        safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
  }
  return safe;
}

std::string outline(const Frame& frame, const VoronoiCell& cell) {
  std::string path = "M";
  long x = 0;
  long y = 0;
  for (std::size_t i = 0; i < cell.corners.size(); ++i) {
    Point const corner = frame.units(cell.corners[i]);
    long const next_x = tenths(corner.x);
    long const next_y = tenths(corner.y);
    if (i == 0) {
      path += from_tenths(next_x) + ' ' + from_tenths(next_y) + 'l';
    } else if (next_x != x || next_y != y) {
      append_step(path, next_x - x);
      append_step(path, next_y - y);
    }
    x = next_x;
    y = next_y;
  }
  if (path.back() == 'l') {
    path += "0 0";
  }
  return path + 'z';
}

std::string disc(Point at, double radius, double fill, std::string_view title) {
  std::string const circle = fmt::format(R"(<circle class="map-disc" cx="{}" cy="{}" r="{}")",
                                         number(at.x), number(at.y), number(radius));
  std::string drawn = titled(circle, title, "circle");
  double const inner = radius;
  if (fill >= 0.9995) {
    drawn += fmt::format(R"(<circle class="map-fill" cx="{}" cy="{}" r="{}"/>)", number(at.x),
                         number(at.y), number(inner));
  } else if (fill > 0.0005) {
    double const angle = 2 * kPi * fill;
    drawn +=
        fmt::format(R"(<path class="map-fill" d="M{} {}v{}A{} {} 0 {} 1 {} {}z"/>)", number(at.x),
                    number(at.y), number(-inner), number(inner), number(inner), fill > 0.5 ? 1 : 0,
                    number(at.x + inner * std::sin(angle)), number(at.y - inner * std::cos(angle)));
  }
  return drawn;
}

std::string square(Point at, double side, std::string_view title) {
  return titled(
      fmt::format(R"(<rect class="map-square" x="{}" y="{}" width="{}" height="{}" rx="{}")",
                  number(at.x - side / 2), number(at.y - side / 2), number(side), number(side),
                  number(side / 5)),
      title, "rect");
}

std::string curve(const Curve& curve) {
  return fmt::format(R"(<path d="M{} {}Q{} {} {} {}" stroke-width="{}"/>)", number(curve.from.x),
                     number(curve.from.y), number(curve.bend.x), number(curve.bend.y),
                     number(curve.to.x), number(curve.to.y), number(curve.width));
}

std::string text(Point start, std::string_view style, std::string_view text, Anchor anchor) {
  std::string_view const at = anchor == Anchor::kStart    ? ""
                              : anchor == Anchor::kMiddle ? " text-anchor=\"middle\""
                                                          : " text-anchor=\"end\"";
  return fmt::format(R"(<text class="{}" x="{}" y="{}"{}>{}</text>)", style, number(start.x),
                     number(start.y), at, escaped(text));
}

}  // namespace bocage::exchange::svg
