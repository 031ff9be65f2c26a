#include "exchange/wording/shortage.h"

#include <algorithm>

#include "base/decimal.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/report_words.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::Millionths;
using territory::Plan;
using territory::PlanBlock;
using territory::Rule;
using territory::Territory;

// A level with so many decimals that it does not vanish.
Millionths rounded(const base::Fraction& level) {
  std::string const thousandths = base::format_rounded(level, 3);
  return Millionths(
      base::parse_decimal(thousandths == "0" ? base::format_rounded(level, 6) : thousandths, 6)
          .value());
}

}  // namespace

std::string level_in_words(const Plan& plan, const base::Fraction& level, std::string_view unit,
                           Language language) {
  if (level.is_infinite()) {
    return say(language, "all it asked", "tout ce qui est demandé");
  }
  if (plan.rule == Rule::kNeed) {
    return percent_in_words(
        Millionths(base::parse_decimal(base::format_rounded(level, 6), 6).value()), language);
  }
  return say(language, "{0} per person", "{0} par personne",
             quantity_in_words(rounded(level), unit, language));
}

std::string shortage_sentence(const Territory& territory, const Plan& plan, const PlanBlock& block,
                              std::string_view of, std::string_view unit, Language language) {
  std::string const level = level_in_words(plan, block.level, unit, language);
  std::string const memory = territory.settings.memory > 0 ? say(language, ", counting past cycles",
                                                                 ", cycles passés compris")
                                                           : "";
  std::string const short_of = of.empty() ? "" : say(language, " of {0}", " ({0})", of);
  if (block.needs == 1) {
    return say(language, "All that is within its reach{0} brings it to {1}{2}.",
               "Tout ce qui est à sa portée{0} le porte à {1}{2}.",
               of.empty() ? "" : say(language, ", {0},", " ({0})", of), level, memory);
  }
  if (block.level == base::Fraction()) {
    return say(language, "These {0} share one shortage{1}; each gets no more than its minimum.",
               "Ces {0} partagent une même pénurie{1}\u00A0; chacun ne reçoit que son minimum.",
               small_number(block.needs, language), short_of);
  }
  bool const minima =
      std::any_of(plan.needs.begin(), plan.needs.end(), [&](const territory::PlanNeed& need) {
        return need.block == block.id && need.reason == territory::Reason::kAtMinimum;
      });
  std::string const or_minimum = minima ? say(language, ", or its minimum where that is more",
                                              ", ou son minimum s’il est plus grand")
                                        : "";
  return say(language, "These {0} share one shortage{1}; each gets {2}{3}{4}.",
             "Ces {0} partagent une même pénurie{1}\u00A0; chacun reçoit {2}{3}{4}.",
             small_number(block.needs, language), short_of, level, or_minimum, memory);
}

const PlanBlock* find_block(const Plan& plan, std::optional<int> block) {
  if (!block || *block < 1 || static_cast<std::size_t>(*block) > plan.blocks.size()) {
    return nullptr;
  }
  return &plan.blocks[static_cast<std::size_t>(*block) - 1];
}

territory::Millionths left_of(const Plan& plan, const std::string& contribution) {
  auto const found = std::lower_bound(
      plan.contributions.begin(), plan.contributions.end(), contribution,
      [](const territory::PlanContribution& row, const std::string& id) { return row.id < id; });
  bool const there = found != plan.contributions.end() && found->id == contribution;
  return there ? found->left : Millionths(0);
}

}  // namespace bocage::exchange
