#pragma once

#include <functional>

#include "compare/measure.h"

namespace bocage::compare {

// Which methods the data can support, in the order of `territory::kAllMethods`.
[[nodiscard]] std::vector<territory::MethodFigures> methods_that_can(const World& world);

// One method in one situation.
struct Played {
  Knowledge knowledge;
  Settlement settlement;
  Outcome outcome;
  territory::Figures figures;
};
[[nodiscard]] Played play(territory::Method method, const World& world, const Amounts& amounts,
                          const Knowledge& knowledge, std::uint64_t seed,
                          const std::optional<base::Int128>& most_money);

// Quantities, offers and prices moved by up to the settings' spread, both ways, each by its own
// draw.
[[nodiscard]] Amounts perturbed(const World& world, std::uint64_t seed);

// The seeds of the runs, from the one of the settings.
[[nodiscard]] std::vector<std::uint64_t> seeds_of(const World& world);

// The figures of every method in one run; a method that is not compared has none.
using RunTable = std::array<territory::Figures, territory::kMethods>;
[[nodiscard]] RunTable run_of(const World& world,
                              const std::vector<territory::MethodFigures>& methods,
                              std::uint64_t seed);

// Share of the work done, from 0 to 1; may be called from several threads, one at a time.
using Tell = std::function<void(double)>;
[[nodiscard]] std::vector<RunTable> all_runs(const World& world,
                                             const std::vector<territory::MethodFigures>& methods,
                                             const std::vector<std::uint64_t>& seeds,
                                             const Tell& tell);

// Means, worst cases and how often nobody does better, written into `methods`.
void summarise_runs(const std::vector<RunTable>& runs, const std::vector<std::uint64_t>& seeds,
                    std::vector<territory::MethodFigures>& methods);

}  // namespace bocage::compare
