#include "base/decimal.h"
#include "check/matter.h"

// What the plan says about minima that cannot all be met together.
namespace bocage::check {
namespace {

using territory::Wrong;
using territory::WrongKind;

Wrong differs(const char* figure, const std::string& found, const std::string& expected) {
  return {.kind = WrongKind::kMinimaDiffer, .of = figure, .found = found, .expected = expected};
}

std::size_t count(const std::vector<char>& marks) {
  std::size_t marked = 0;
  for (char const mark : marks) {
    marked += mark != 0 ? 1U : 0U;
  }
  return marked;
}

}  // namespace

MaybeWrong check_minima(const Matter& matter) {
  const std::optional<territory::MinimaShortage>& minima = matter.plan.minima;
  std::size_t const set_aside = count(matter.set_aside);
  if (!minima) {
    return set_aside == 0 ? std::nullopt
                          : MaybeWrong(differs("set_aside", "", std::to_string(set_aside)));
  }
  if (!matter.minima_count) {
    return differs("minima", "", "null");
  }
  if (minima->set_aside.size() != set_aside) {
    return differs("set_aside", std::to_string(minima->set_aside.size()),
                   std::to_string(set_aside));
  }
  if (minima->lot != matter.territory.settings.lot) {
    return differs("lot", std::to_string(minima->lot),
                   std::to_string(matter.territory.settings.lot));
  }
  auto row = minima->set_aside.begin();
  int keep_a_minimum = 0;
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    keep_a_minimum += matter.need_in_play[need] != 0 && matter.open_minimum_of(need) > 0 ? 1 : 0;
    if (matter.set_aside[need] == 0) {
      continue;
    }
    if (row->need != matter.territory.needs[need].id) {
      return differs("set_aside", row->need, matter.territory.needs[need].id);
    }
    std::string const expected = quantity_text(matter, need, matter.minimum_of(need));
    if (millionths_text(row->minimum) != expected) {
      return differs("minimum", millionths_text(row->minimum), expected);
    }
    if (row->returns_with && row->returns_with->count() <= 0) {
      return differs("returns_with", millionths_text(*row->returns_with), "> 0");
    }
    ++row;
  }
  if (minima->kept > keep_a_minimum) {
    return differs("kept", std::to_string(minima->kept), std::to_string(keep_a_minimum));
  }
  if (minima->bound < minima->kept) {
    return differs("bound", std::to_string(minima->bound), std::to_string(minima->kept));
  }
  for (const territory::UnitSummary& unit : minima->by_unit) {
    if (unit.served >= unit.needed) {
      return differs("met", millionths_text(unit.served), millionths_text(unit.needed));
    }
  }
  return std::nullopt;
}

}  // namespace bocage::check
