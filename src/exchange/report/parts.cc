#include <fmt/format.h>

#include "exchange/map/map.h"
#include "exchange/map/svg.h"
#include "exchange/map/voronoi.h"
#include "exchange/report/sections.h"

namespace bocage::exchange {
namespace {

// Units of the strip.
constexpr int kBandColumns = 44;
constexpr int kBandRows = 3;
constexpr double kField = 24;
constexpr double kBandWidth = 1000;
constexpr double kBandHeight = 30;

// A fixed scatter: the strip is the same on every page of every report.
double scatter(int number) {
  auto const mixed = static_cast<std::uint32_t>(number) * 2654435761U;
  return static_cast<double>(mixed >> 16U) / 65536 - 0.5;
}

}  // namespace

std::string band_definition() {
  std::vector<Point> points;
  std::vector<std::size_t> all;
  for (int row = 0; row < kBandRows; ++row) {
    for (int column = 0; column < kBandColumns; ++column) {
      int const number = row * kBandColumns + column;
      all.push_back(points.size());
      points.push_back({(column - 0.5 + 0.8 * scatter(2 * number + 1)) * kField,
                        (row - 0.4 + 0.8 * scatter(2 * number + 2)) * kField * 0.9});
    }
  }
  Frame const frame{{0, 0, kBandWidth, kBandHeight}, 1};
  std::string drawn;
  for (const VoronoiCell& cell : voronoi_cells(PointGrid(points, kField), all, 2 * kField)) {
    drawn += fmt::format("<path class=\"map-field map-field-{}\" d=\"{}\"/>", cell.seed * 5 % 7,
                         svg::outline(frame, cell));
  }
  return fmt::format(
      "<svg class=\"map\" width=\"0\" height=\"0\" aria-hidden=\"true\"><symbol id=\"band\" "
      "viewBox=\"0 0 {} {}\" preserveAspectRatio=\"xMidYMid slice\">{}</symbol></svg>\n",
      svg::number(kBandWidth), svg::number(kBandHeight), drawn);
}

std::string band() {
  return "<svg class=\"map band\" aria-hidden=\"true\"><use href=\"#band\"/></svg>\n";
}

void write_head(Html& page, const std::vector<HtmlColumn>& columns) {
  page.open("thead");
  page.open("tr");
  for (const HtmlColumn& column : columns) {
    page.element("th", column.name,
                 column.number ? "scope=\"col\" class=\"number\"" : "scope=\"col\"");
  }
  page.close();
  page.close();
}

void write_number(Html& page, std::string_view text) {
  page.element("td", text, "class=\"number\"");
}

void write_labelled(Html& page, std::string_view label, std::string_view text) {
  page.element("td", text, fmt::format("class=\"number\" data-label=\"{}\"", svg::escaped(label)));
}

void write_labelled_text(Html& page, std::string_view label, std::string_view text) {
  page.element("td", text, fmt::format("data-label=\"{}\"", svg::escaped(label)));
}

void write_share(Html& page, const ReportFacts& facts, territory::NeedIndex need) {
  page.open("td", fmt::format("class=\"number\" data-label=\"{}\"",
                              svg::escaped(facts.say(Word::kShare))));
  page.text(facts.share(need));
  page.raw(small_disc(facts.fill(need)));
  page.close();
}

std::string sheet_anchor(territory::StakeholderIndex stakeholder) {
  return "sheet-" + std::to_string(stakeholder.position() + 1);
}

}  // namespace bocage::exchange
