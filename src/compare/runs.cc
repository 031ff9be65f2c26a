#include "compare/runs.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "compare/draw.h"
#include "mechanism/allocate/parallel.h"

namespace bocage::compare {
namespace {

using territory::Better;
using territory::Figures;
using territory::Measure;
using territory::Method;
using territory::MethodFigures;
using territory::Millionths;
using territory::NotCompared;
using territory::RunFigures;

// By the spread, both ways; at least one quantum and what is held.
std::int64_t moved(std::int64_t amount, std::int64_t least, std::int64_t spread,
                   std::int64_t draw) {
  constexpr std::int64_t kWhole = 1'000'000;
  base::Int128 const factor =
      base::Int128{kWhole} * (kWhole - spread) + base::Int128{2} * spread * draw;
  base::Int128 const scale = base::Int128{kWhole} * kWhole;
  return std::max(least, static_cast<std::int64_t>((factor * amount + scale / 2) / scale));
}

bool is_better(Better better, Millionths a, Millionths b) {
  return better == Better::kHigher ? a > b : better == Better::kLower && a < b;
}

// Of one measure: who has a figure, and who does best, in one run.
void count_best(const RunTable& run, std::size_t measure,
                std::array<std::int64_t, territory::kMethods>& best) {
  Better const better = territory::better_of(static_cast<Measure>(measure));
  std::optional<Millionths> top;
  for (const Figures& figures : run) {
    if (figures[measure] && (!top || is_better(better, *figures[measure], *top))) {
      top = figures[measure];
    }
  }
  for (std::size_t m = 0; m < run.size(); ++m) {
    best[m] += top && run[m][measure] == top ? 1 : 0;
  }
}

// A run in which a measure has no figure (nobody served, say) does not count for it.
std::optional<RunFigures> over_runs(const std::vector<RunTable>& runs,
                                    const std::vector<std::uint64_t>& seeds, std::size_t method,
                                    std::size_t measure) {
  Better const better = territory::better_of(static_cast<Measure>(measure));
  base::Int128 sum = 0;
  std::int64_t count = 0;
  RunFigures figures;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    auto const& value = runs[r][method][measure];
    if (!value) {
      continue;
    }
    if (count == 0 || is_better(better, figures.worst, *value)) {
      figures.worst = *value;
      figures.worst_seed = seeds[r];
    }
    sum += value->count();
    ++count;
  }
  if (count == 0) {
    return std::nullopt;
  }
  figures.mean = Millionths(static_cast<std::int64_t>(sum / count));
  return figures;
}

}  // namespace

std::vector<MethodFigures> methods_that_can(const World& world) {
  auto const lacking = static_cast<int>(
      std::count(world.amounts.price.begin(), world.amounts.price.end(), kNoAmount));
  bool const values_listed =
      !world.candidates.value.empty() && std::size_t(lacking) == world.amounts.price.size();
  std::vector<MethodFigures> methods;
  for (Method const method : territory::kAllMethods) {
    MethodFigures& figures = methods.emplace_back();
    figures.method = method;
    bool const trades_on_values = method == Method::kEquilibrium && values_listed;
    if (rests_on_bids(method) && world.needs() < std::size_t{territory::kFewestTold}) {
      figures.why_not = NotCompared::kTooFew;
    } else if (rests_on_bids(method) && lacking > 0 && !trades_on_values) {
      figures.why_not = NotCompared::kNoPrice;
      figures.lacking = lacking;
    } else if (method == Method::kPriorityList && world.settings->priority.empty()) {
      figures.why_not = NotCompared::kNoPriorityList;
    } else if (method == Method::kToday && world.today.empty()) {
      figures.why_not = NotCompared::kNoToday;
    }
  }
  return methods;
}

Played play(Method method, const World& world, const Amounts& amounts, const Knowledge& knowledge,
            std::uint64_t seed, const std::optional<base::Int128>& most_money) {
  Played played;
  played.knowledge = knowledge;
  View const view = view_of(world, amounts, knowledge);
  played.settlement = settle(method, world, amounts, view, seed);
  played.outcome = outcome_of(method, world, amounts, knowledge, played.settlement);
  played.figures = figures_of(method, world, amounts, knowledge, played.outcome, most_money);
  return played;
}

Amounts perturbed(const World& world, std::uint64_t seed) {
  Amounts amounts = world.amounts;
  std::int64_t const spread = world.settings->spread.count();
  for (std::size_t n = 0; n < world.needs(); ++n) {
    std::int64_t const by = draw_millionths(seed, Purpose::kNeedQuantity, world.need_key[n]);
    amounts.quantity[n] =
        moved(amounts.quantity[n], std::max<std::int64_t>(1, world.held_by_need[n]), spread, by);
    amounts.minimum[n] = std::min(amounts.minimum[n], amounts.quantity[n]);
    if (amounts.price[n] != kNoAmount) {
      amounts.price[n] = moved(amounts.price[n], 0, spread,
                               draw_millionths(seed, Purpose::kPrice, world.need_key[n]));
    }
  }
  for (std::size_t c = 0; c < world.contributions(); ++c) {
    amounts.offered[c] =
        moved(amounts.offered[c], std::max<std::int64_t>(1, world.held_by_contribution[c]), spread,
              draw_millionths(seed, Purpose::kOfferQuantity, world.contribution_key[c]));
  }
  return amounts;
}

std::vector<std::uint64_t> seeds_of(const World& world) {
  constexpr std::uint64_t kExactInJson = std::uint64_t{1} << 53U;  // a double holds it
  std::uint64_t const first =
      world.settings->seed != 0 ? world.settings->seed : world.territory->settings.lot;
  std::vector<std::uint64_t> seeds;
  seeds.reserve(static_cast<std::size_t>(world.settings->runs));
  for (int run = 0; run < world.settings->runs; ++run) {
    seeds.push_back(draw(first, Purpose::kRun, static_cast<std::uint64_t>(run)) % kExactInJson);
  }
  return seeds;
}

RunTable run_of(const World& world, const std::vector<MethodFigures>& methods, std::uint64_t seed) {
  RunTable table;
  Amounts const amounts = perturbed(world, seed);
  auto const most = most_money(world, amounts);
  for (std::size_t m = 0; m < methods.size(); ++m) {
    if (methods[m].why_not == NotCompared::kNone) {
      Knowledge const knowledge = drawn_knowledge(world, world.settings->behaviour[m], seed);
      table[m] = play(methods[m].method, world, amounts, knowledge, seed, most).figures;
    }
  }
  return table;
}

std::vector<RunTable> all_runs(const World& world, const std::vector<MethodFigures>& methods,
                               const std::vector<std::uint64_t>& seeds, const Tell& tell) {
  std::vector<RunTable> runs(seeds.size());
  std::mutex telling;
  std::size_t done = 0;
  mechanism::allocate::for_each_below(
      seeds.size(), mechanism::allocate::all_workers(), [&](std::size_t r) {
        runs[r] = run_of(world, methods, seeds[r]);
        std::scoped_lock const lock(telling);
        ++done;
        if (tell) {
          tell(static_cast<double>(done) / static_cast<double>(seeds.size()));
        }
      });
  return runs;
}

void summarise_runs(const std::vector<RunTable>& runs, const std::vector<std::uint64_t>& seeds,
                    std::vector<MethodFigures>& methods) {
  for (std::size_t measure = 0; measure < territory::kMeasures; ++measure) {
    std::array<std::int64_t, territory::kMethods> best{};
    for (const RunTable& run : runs) {
      count_best(run, measure, best);
    }
    for (std::size_t m = 0; m < methods.size(); ++m) {
      methods[m].in_runs[measure] = over_runs(runs, seeds, m, measure);
      if (methods[m].in_runs[measure]) {
        methods[m].in_runs[measure]->best_or_tied =
            Millionths(best[m] * 1'000'000 / static_cast<std::int64_t>(runs.size()));
      }
    }
  }
}

}  // namespace bocage::compare
