#include "exchange/map/map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "exchange/map/svg.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/report_words.h"

namespace bocage::exchange {
namespace {

using territory::Language;

constexpr std::size_t kFieldColours = 7;

// Units of the drawing, of the file with a legend.
constexpr double kLegendRow = 34;
constexpr double kLegendText = 17;
constexpr double kLegendMargin = 18;

// FNV-1a: the colour of a field says nothing, and is always the same.
std::size_t colour_of(std::string_view code) {
  std::uint32_t hash = 2166136261U;
  for (char const letter : code) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  }
  return (hash >> 8U) % kFieldColours;
}

// Hedges as wide as the fields bear, in units of the drawing.
std::string hedge_width(const Fabric& fabric) {
  double const area = fabric.frame.width() * fabric.frame.height() /
                      static_cast<double>(fabric.inside.size() + fabric.outside.size() + 1);
  return svg::number(std::clamp(std::sqrt(area) / 34, 1.0, 2.4));
}

std::string fields(const Fabric& fabric) {
  std::string outside;
  for (const VoronoiCell& cell : fabric.outside) {
    outside += svg::outline(fabric.frame, cell);
  }
  std::string inside[kFieldColours];
  for (const VoronoiCell& cell : fabric.inside) {
    inside[colour_of(all_communes()[cell.seed].code)] += svg::outline(fabric.frame, cell);
  }
  std::string drawn =
      fmt::format("<g stroke-width=\"{}\">\n<path class=\"map-outside\" d=\"{}\"/>\n",
                  hedge_width(fabric), outside);
  for (std::size_t i = 0; i < kFieldColours; ++i) {
    drawn += fmt::format(R"(<path class="map-field map-field-{}" d="{}"/>)", i, inside[i]);
    drawn += '\n';
  }
  return drawn + "</g>\n";
}

// The hedges between the territory and what lies around it.
std::string boundary(const Fabric& fabric) {
  std::vector<std::size_t> seeds;
  for (const VoronoiCell& cell : fabric.inside) {
    seeds.push_back(cell.seed);
  }
  std::string path;
  for (const VoronoiCell& cell : fabric.inside) {
    for (std::size_t i = 0; i < cell.corners.size(); ++i) {
      auto const beyond = cell.beyond[i];
      if (beyond && std::binary_search(seeds.begin(), seeds.end(), *beyond)) {
        continue;
      }
      Point const from = fabric.frame.units(cell.corners[i]);
      Point const to = fabric.frame.units(cell.corners[(i + 1) % cell.corners.size()]);
      path += fmt::format("M{} {}L{} {}", svg::number(from.x), svg::number(from.y),
                          svg::number(to.x), svg::number(to.y));
    }
  }
  return fmt::format("<path class=\"map-boundary\" d=\"{}\"/>\n", path);
}

std::string place_name(const Cluster& cluster, Language language) {
  return cluster.commune == nullptr ? phrase(Word::kSomewhere, language)
                                    : std::string(cluster.commune->name);
}

// From the symbol's middle, under the symbol, to the nearest part of the name.
std::string leader(const Label& label) {
  Point const end = nearest_in(label.box, label.of);
  return fmt::format(R"(<path class="map-leader" d="M{} {}L{} {}"/>)", svg::number(label.of.x),
                     svg::number(label.of.y), svg::number(end.x), svg::number(end.y));
}

std::string leaders(const MapLayer& layer) {
  std::string drawn;
  for (const Label& label : layer.labels) {
    drawn += label.is_led ? leader(label) + '\n' : "";
  }
  return drawn;
}

std::string symbols(const MapLayer& layer, Language language) {
  std::string drawn = "<g class=\"map-flows\">\n";
  for (const Curve& curve : layer.symbols.curves) {
    drawn += svg::curve(curve) + '\n';
  }
  drawn += "</g>\n" + leaders(layer);
  for (const Disc& disc : layer.symbols.discs) {
    std::string const name = place_name(layer.symbols.clusters[disc.cluster], language);
    std::string const title =
        phrase(disc.needs == 1 ? Word::kTipNeed : Word::kTipNeeds, language,
               {name, std::to_string(disc.needs),
                percent_in_words(territory::Millionths(std::llround(disc.fill * 1e6)), language)});
    drawn += svg::disc(disc.at, disc.radius, disc.fill, title) + '\n';
  }
  for (const Square& square : layer.symbols.squares) {
    std::string const name = place_name(layer.symbols.clusters[square.cluster], language);
    std::string const title =
        phrase(square.contributions == 1 ? Word::kTipContribution : Word::kTipContributions,
               language, {name, std::to_string(square.contributions)});
    drawn += svg::square(square.at, square.side, title) + '\n';
  }
  return drawn;
}

std::string scale_bar(const ScaleBar& bar, Language language) {
  auto const metres = territory::Metres(std::llround(bar.kilometres * 1000));
  std::string const length = distance_in_words(metres, language);
  std::string drawn =
      fmt::format(R"(<path class="map-scale" d="M{0} {1}v-6M{0} {1}h{2}v-6"/>)",
                  svg::number(bar.start.x), svg::number(bar.start.y), svg::number(bar.length));
  return drawn + svg::text({bar.start.x, bar.start.y - 10}, "map-label map-quiet", length) + '\n';
}

std::string labels(const MapLayer& layer) {
  std::string drawn;
  for (const Label& label : layer.labels) {
    if (label.is_town) {
      drawn += fmt::format(R"(<circle class="map-town" cx="{}" cy="{}" r="2.5"/>)",
                           svg::number(label.of.x), svg::number(label.of.y));
    }
    drawn += svg::text(label.start, label.is_town ? "map-label map-quiet" : "map-label", label.text,
                       label.anchor);
    drawn += '\n';
  }
  return drawn;
}

std::string overlay(const MapLayer& layer, std::string_view style, Language language) {
  return fmt::format("<g class=\"{}\" font-size=\"{}\">\n{}{}{}</g>\n", style,
                     svg::number(layer.size.text), symbols(layer, language),
                     scale_bar(layer.scale_bar, language), labels(layer));
}

// `size` is what a file of its own states; a page sizes its map by its style.
std::string opening(const MapDrawing& drawing, const territory::Territory& territory, double height,
                    std::string_view size, Language language) {
  const Symbols& all = drawing.wide.symbols;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\"{} viewBox=\"0 0 {} {}\" "
      "role=\"img\" "
      "aria-labelledby=\"map-title map-description\" lang=\"{}\">\n"
      "<title id=\"map-title\">{}</title>\n<desc id=\"map-description\">{}</desc>\n",
      size, svg::number(drawing.fabric.frame.width()), svg::number(height),
      language == Language::kFrench ? "fr" : "en",
      svg::escaped(phrase(Word::kMapTitle, language, {territory.settings.name})),
      svg::escaped(phrase(Word::kMapDescription, language,
                          {std::to_string(all.discs.size()), std::to_string(all.squares.size()),
                           std::to_string(all.curves.size())})));
}

std::string paper(double width, double height) {
  return fmt::format("<rect class=\"map-paper\" width=\"{}\" height=\"{}\"/>\n", svg::number(width),
                     svg::number(height));
}

// Two rows below the map, on paper of their own.
std::string legend(const MapDrawing& drawing, Language language) {
  double const width = drawing.fabric.frame.width();
  double const top = drawing.fabric.frame.height();
  double const first = top + kLegendMargin + kLegendRow / 2;
  double const second = first + kLegendRow;
  double const text = 58;
  double const middle = 34;
  auto const words = [&](double row, const std::string& sentence) {
    return svg::text({text, row + 6}, "map-label", sentence) + '\n';
  };
  std::string const needs = phrase(Word::kLegendNeed, language);
  std::string drawn = fmt::format(
      "<g font-size=\"{}\">\n<rect class=\"map-paper\" x=\"0\" y=\"{}\" width=\"{}\" "
      "height=\"{}\"/>\n",
      svg::number(kLegendText), svg::number(top), svg::number(width),
      svg::number(2 * kLegendMargin + 2 * kLegendRow));
  drawn += svg::disc({middle, first}, 11, 0.62, "") + words(first, needs);
  drawn += svg::square({middle, second}, 16, "") +
           words(second, phrase(Word::kLegendContribution, language));
  double const flow =
      text + text_width(phrase(Word::kLegendContribution, language), kLegendText) + 40;
  Curve const sample{{flow, second + 6}, {flow + 28, second - 18}, {flow + 56, second + 6}, 5};
  drawn += "<g class=\"map-flows\">" + svg::curve(sample) + "</g>" +
           svg::text({flow + 70, second + 6}, "map-label", phrase(Word::kLegendFlow, language));
  return drawn + "\n</g>\n";
}

}  // namespace

std::string_view map_style() {
  return R"(.map{--map-paper:#f7f5ee;--map-land:#f3f1e8;--map-outer:#e3e0d2;--map-hedge:#7d9a5c;--map-strong:#5c7a3f;--map-ink:#2b2f26;--map-quiet:#5d6356;--map-empty:#fffdf6;--map-need:#274c5e;--map-give:#b4552d;
--map-0:#eef2dc;--map-1:#e6edcf;--map-2:#dde8c3;--map-3:#e9e6c6;--map-4:#f0ecd2;--map-5:#d6e3bd;--map-6:#e2e9d2;
font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif}
.map-paper{fill:var(--map-paper)}.map-outside{fill:var(--map-land);stroke:var(--map-outer);stroke-width:1.2}
.map-field{stroke:var(--map-hedge);stroke-linejoin:round}
.map-field-0{fill:var(--map-0)}.map-field-1{fill:var(--map-1)}.map-field-2{fill:var(--map-2)}.map-field-3{fill:var(--map-3)}.map-field-4{fill:var(--map-4)}.map-field-5{fill:var(--map-5)}.map-field-6{fill:var(--map-6)}
.map-boundary{fill:none;stroke:var(--map-strong);stroke-width:2.4;stroke-linecap:round}
.map-flows{fill:none;stroke:var(--map-give);stroke-opacity:.55;stroke-linecap:round}
.map-disc{fill:var(--map-empty);stroke:var(--map-need);stroke-width:2.4}
.map-fill{fill:var(--map-need);pointer-events:none}
.map-square{fill:var(--map-give);stroke:var(--map-empty);stroke-width:1.6}
.map-label{fill:var(--map-ink);stroke:var(--map-paper);stroke-width:.24em;stroke-linejoin:round;paint-order:stroke;stroke-opacity:.85}
.map-quiet{fill:var(--map-quiet)}.map-town{fill:var(--map-quiet)}
.map-scale{fill:none;stroke:var(--map-quiet);stroke-width:2}
.map-leader{fill:none;stroke:var(--map-ink);stroke-width:.07em}
.map-narrow{display:none}
@media screen and (max-width:640px){.map-narrow{display:inline}.map-wide{display:none}}
@media screen and (prefers-color-scheme:dark){.map{--map-paper:#171a14;--map-land:#1b1f17;--map-outer:#272c22;--map-hedge:#536b3c;--map-strong:#7d9a5c;--map-ink:#eceee4;--map-quiet:#b3b9a8;--map-empty:#171a14;--map-need:#8fc1d6;--map-give:#e0875c;
--map-0:#2a3320;--map-1:#2d3722;--map-2:#303c22;--map-3:#353520;--map-4:#32321f;--map-5:#334026;--map-6:#2b3524}}
)";
}

std::optional<std::string> map_svg(const territory::Territory& territory,
                                   const territory::Plan& plan, Language language) {
  std::optional<MapDrawing> const drawing = draw_map(territory, plan);
  if (!drawing) {
    return std::nullopt;
  }
  const Frame& frame = drawing->fabric.frame;
  double const height = frame.height() + 2 * kLegendMargin + 2 * kLegendRow;
  std::string const size =
      fmt::format(" width=\"{}\" height=\"{}\"", svg::number(frame.width()), svg::number(height));
  std::string drawn = opening(*drawing, territory, height, size, language);
  drawn += fmt::format("<style>{}.map-wide{{display:inline}}</style>\n", map_style());
  drawn += paper(frame.width(), height) + fields(drawing->fabric) + boundary(drawing->fabric);
  drawn += overlay(drawing->wide, "map-wide", language);
  return drawn + legend(*drawing, language) + "</svg>\n";
}

std::string inline_map(const MapDrawing& drawing, const territory::Territory& territory,
                       Language language) {
  const Frame& frame = drawing.fabric.frame;
  std::string drawn = opening(drawing, territory, frame.height(), "", language);
  drawn += paper(frame.width(), frame.height()) + fields(drawing.fabric) + boundary(drawing.fabric);
  drawn += overlay(drawing.wide, "map-wide", language);
  return drawn + overlay(drawing.narrow, "map-narrow", language) + "</svg>\n";
}

std::string legend_symbol(LegendSymbol symbol) {
  std::string drawn;
  switch (symbol) {
    case LegendSymbol::kNeed:
      drawn = svg::disc({14, 14}, 11, 0.62, "");
      break;
    case LegendSymbol::kContribution:
      drawn = svg::square({14, 14}, 16, "");
      break;
    case LegendSymbol::kFlow:
      drawn = "<g class=\"map-flows\">" + svg::curve({{2, 20}, {14, 2}, {26, 20}, 5}) + "</g>";
      break;
  }
  return "<svg class=\"map key\" viewBox=\"0 0 28 28\" aria-hidden=\"true\">" + drawn + "</svg>";
}

std::string small_disc(double fill) {
  return "<svg class=\"map key\" viewBox=\"0 0 28 28\" aria-hidden=\"true\">" +
         svg::disc({14, 14}, 11, fill, "") + "</svg>";
}

}  // namespace bocage::exchange
