#include "compare/rank.h"

#include <algorithm>
#include <numeric>

#include "base/fraction.h"
#include "compare/draw.h"

namespace bocage::compare {
namespace {

using territory::Better;
using territory::Measure;
using territory::MethodFigures;
using territory::Millionths;
using territory::NotCompared;

constexpr int kDraws = 10'000;
constexpr std::int64_t kWhole = 1'000'000;

// Even over all weights that add up to a whole: the gaps between sorted cuts (exact integers).
std::vector<std::int64_t> weights_of_draw(std::uint64_t seed, std::uint64_t draw_number,
                                          std::size_t count) {
  std::vector<std::int64_t> cuts{0, kWhole};
  for (std::size_t i = 0; i + 1 < count; ++i) {
    cuts.push_back(static_cast<std::int64_t>(draw(seed, Purpose::kWeight, draw_number * 1'000 + i) %
                                             (kWhole + 1)));
  }
  std::sort(cuts.begin(), cuts.end());
  std::vector<std::int64_t> weights;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    weights.push_back(cuts[i + 1] - cuts[i]);
  }
  return weights;
}

// Twice the number of others beaten, and one for each tie.
std::int64_t points(const std::vector<MethodFigures>& methods, std::size_t method,
                    Measure measure) {
  auto const value = [&](std::size_t m) {
    return methods[m].in_runs[static_cast<std::size_t>(measure)]->mean;
  };
  std::int64_t sum = 0;
  for (std::size_t other = 0; other < methods.size(); ++other) {
    if (other == method || methods[other].why_not != NotCompared::kNone) {
      continue;
    }
    bool const better = territory::better_of(measure) == Better::kHigher
                            ? value(method) > value(other)
                            : value(method) < value(other);
    sum += better ? 2 : value(method) == value(other) ? 1 : 0;
  }
  return sum;
}

}  // namespace

std::vector<Measure> criteria_that_count(const territory::ComparisonSettings& settings,
                                         const std::vector<MethodFigures>& methods) {
  std::vector<Measure> criteria;
  for (std::size_t k = 0; k < territory::kMeasures; ++k) {
    auto const measure = static_cast<Measure>(k);
    bool const complete = std::all_of(methods.begin(), methods.end(), [&](const auto& figures) {
      return figures.why_not != NotCompared::kNone || figures.in_runs[k].has_value();
    });
    if (settings.weight[k].count() > 0 && complete &&
        territory::better_of(measure) != Better::kNeither) {
      criteria.push_back(measure);
    }
  }
  return criteria;
}

void rank(const territory::ComparisonSettings& settings, std::uint64_t seed,
          std::vector<MethodFigures>& methods) {
  std::vector<Measure> const criteria = criteria_that_count(settings, methods);
  if (criteria.empty()) {
    return;
  }
  std::vector<std::size_t> compared;
  std::vector<std::vector<std::int64_t>> table;
  for (std::size_t m = 0; m < methods.size(); ++m) {
    if (methods[m].why_not == NotCompared::kNone) {
      compared.push_back(m);
      std::vector<std::int64_t>& row = table.emplace_back();
      for (Measure const measure : criteria) {
        row.push_back(points(methods, m, measure));
      }
    }
  }
  std::vector<std::int64_t> first(compared.size(), 0);
  for (int number = 0; number < kDraws; ++number) {
    std::vector<std::int64_t> const drawn =
        weights_of_draw(seed, static_cast<std::uint64_t>(number), criteria.size());
    std::vector<base::Int128> score(compared.size(), 0);
    for (std::size_t i = 0; i < compared.size(); ++i) {
      for (std::size_t k = 0; k < criteria.size(); ++k) {
        score[i] += base::Int128{drawn[k]} * table[i][k] *
                    settings.weight[static_cast<std::size_t>(criteria[k])].count();
      }
    }
    base::Int128 const best = *std::max_element(score.begin(), score.end());
    auto const together = std::count(score.begin(), score.end(), best);
    for (std::size_t i = 0; i < compared.size(); ++i) {
      first[i] += score[i] == best ? kWhole / together : 0;
    }
  }
  for (std::size_t i = 0; i < compared.size(); ++i) {
    methods[compared[i]].rank_acceptability = Millionths(first[i] / kDraws);
  }
}

}  // namespace bocage::compare
