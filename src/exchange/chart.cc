#include "exchange/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/fraction.h"
#include "exchange/map/svg.h"

namespace bocage::exchange {
namespace {

constexpr int kWidth = 320;
constexpr int kBarWidth = 319;  // of the longest
constexpr int kRow = 36;
constexpr int kTop = 8;

using svg::escaped;

}  // namespace

std::string bar_chart(const std::string& id, const std::string& title,
                      const std::vector<Bar>& bars) {
  std::int64_t most = 1;
  std::string told = escaped(title) + ".";
  for (const Bar& bar : bars) {
    most = std::max(most, bar.value.count());
    told += " " + escaped(bar.label) + " " + escaped(bar.text) + ".";
  }
  int const height = kTop + kRow * static_cast<int>(bars.size());
  std::string out = fmt::format(
      R"svg(<svg class="chart" role="img" aria-label="{1}" viewBox="0 0 {2} {3}" xmlns="http://www.w3.org/2000/svg">)svg"
      R"svg(<defs><pattern id="{0}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">)svg"
      R"svg(<line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" stroke-width="2.5"/></pattern></defs>)svg",
      id, told, kWidth, height);
  int y = kTop;
  for (const Bar& bar : bars) {
    auto const length = static_cast<int>(base::Int128{kBarWidth} *
                                         std::max<std::int64_t>(0, bar.value.count()) / most);
    out += fmt::format(R"svg(<text x="0" y="{}" font-size="12" fill="currentColor"{}>{}</text>)svg",
                       y + 9, bar.is_strong ? R"( font-weight="bold")" : "", escaped(bar.label));
    out += fmt::format(
        R"svg(<rect x="0.5" y="{}" width="{}" height="13" fill="{}" stroke="currentColor"/>)svg",
        y + 14, length, bar.is_strong ? "currentColor" : "url(#" + id + "-hatch)");
    out += fmt::format(
        R"svg(<text x="{}" y="{}" font-size="12" fill="currentColor" text-anchor="end">{}</text>)svg",
        kWidth, y + 9, escaped(bar.text));
    y += kRow;
  }
  return out + "</svg>";
}

}  // namespace bocage::exchange
