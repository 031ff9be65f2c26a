#pragma once

#include <string>
#include <string_view>

#include "exchange/map/drawing.h"

// The pieces of an SVG drawing. Numbers have one decimal at most, so that the same input gives the
// same bytes everywhere.
namespace bocage::exchange::svg {

[[nodiscard]] std::string number(double value);

// The text of a document or an attribute; also for HTML.
[[nodiscard]] std::string escaped(std::string_view text);

// A closed outline, by steps from corner to corner.
[[nodiscard]] std::string outline(const Frame& frame, const VoronoiCell& cell);

// The disc and the part of it that is met, clockwise from the top.
[[nodiscard]] std::string disc(Point at, double radius, double fill, std::string_view title);
[[nodiscard]] std::string square(Point at, double side, std::string_view title);
[[nodiscard]] std::string curve(const Curve& curve);
[[nodiscard]] std::string text(Point start, std::string_view style, std::string_view text,
                               Anchor anchor = Anchor::kStart);

}  // namespace bocage::exchange::svg
