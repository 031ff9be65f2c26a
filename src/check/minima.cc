#include <algorithm>
#include <map>

#include "base/decimal.h"
#include "check/matter.h"
#include "check/parts.h"

// What the plan says about minima that cannot all be met together.
namespace bocage::check {
namespace {

using territory::Wrong;
using territory::WrongKind;

Wrong differs(const char* figure, const std::string& found, const std::string& expected) {
  return {.kind = WrongKind::kMinimaDiffer, .of = figure, .found = found, .expected = expected};
}

// What the plan says of the parts where minima are short, found again. A part is short where
// somebody is set aside, or where the certificate had to take all minima for 0.
class Minima {
 public:
  Minima(const Matter& matter, const territory::MinimaShortage& said)
      : matter_(matter), said_(said) {
    std::vector<char> const all(matter.needs(), 1);
    std::vector<std::uint32_t> const part =
        parts_of_needs(matter.links, all, matter.contributions());
    std::vector<char> is_short(part.size(), 0);
    for (std::uint32_t need = 0; need < part.size(); ++need) {
      if (is_set_aside(need) || is_relaxed(need)) {
        is_short[part[need]] = 1;
      }
    }
    for (std::uint32_t need = 0; need < part.size(); ++need) {
      if (is_short[part[need]] != 0) {
        add(need);
      }
    }
  }

  MaybeWrong check() const {
    if (said_.lot != matter_.territory.settings.lot) {
      return differs("lot", std::to_string(said_.lot),
                     std::to_string(matter_.territory.settings.lot));
    }
    if (MaybeWrong wrong = check_set_aside()) {
      return wrong;
    }
    if (may_set_aside() && said_.kept != kept_) {
      return differs("kept", std::to_string(said_.kept), std::to_string(kept_));
    }
    if (said_.bound < said_.kept || said_.bound > with_minimum_) {
      return differs("bound", std::to_string(said_.bound), std::to_string(with_minimum_));
    }
    return check_units();
  }

 private:
  struct Unit {
    base::Int128 needed = 0;  // millionths
    base::Int128 kept = 0;
  };

  bool may_set_aside() const {
    return matter_.territory.settings.below_minimum == territory::BelowMinimum::kSetAside;
  }
  bool is_set_aside(std::uint32_t need) const { return matter_.set_aside[need] != 0; }
  bool is_relaxed(std::uint32_t need) const {
    return matter_.need_in_play[need] != 0 &&
           matter_.open_minimum[need] < matter_.open_minimum_of(need);
  }

  void add(std::uint32_t need) {
    const territory::Need& stated = matter_.territory.needs[need];
    Unit& unit = units_[matter_.territory.families[stated.family.position()].unit];
    std::int64_t const minimum = matter_.open_minimum_of(need);
    bool const keeps = minimum > 0 && !is_set_aside(need) && may_set_aside();
    unit.needed += base::Int128{minimum} * matter_.quantum_of(need);
    unit.kept += keeps ? base::Int128{minimum} * matter_.quantum_of(need) : 0;
    with_minimum_ += minimum > 0 ? 1 : 0;
    kept_ += keeps ? 1 : 0;
  }

  MaybeWrong check_set_aside() const {
    auto row = said_.set_aside.begin();
    for (std::uint32_t need = 0; need < matter_.needs(); ++need) {
      if (!is_set_aside(need)) {
        continue;
      }
      const std::string& id = matter_.territory.needs[need].id;
      if (row == said_.set_aside.end() || row->need != id) {
        return differs("set_aside", row == said_.set_aside.end() ? "" : row->need, id);
      }
      std::string const expected = quantity_text(matter_, need, matter_.minimum_of(need));
      if (millionths_text(row->minimum) != expected) {
        return differs("minimum", millionths_text(row->minimum), expected);
      }
      if (row->returns_with && row->returns_with->count() <= 0) {
        return differs("returns_with", millionths_text(*row->returns_with), "> 0");
      }
      ++row;
    }
    return row == said_.set_aside.end() ? std::nullopt
                                        : MaybeWrong(differs("set_aside", row->need, ""));
  }

  // All minima that are kept can be met, and not all minima can.
  MaybeWrong check_units() const {
    if (said_.by_unit.size() != units_.size()) {
      return differs("by_unit", std::to_string(said_.by_unit.size()),
                     std::to_string(units_.size()));
    }
    auto row = said_.by_unit.begin();
    for (auto const& [name, unit] : units_) {
      if (row->unit != name) {
        return differs("by_unit", row->unit, name);
      }
      if (row->needed.count() != unit.needed) {
        return differs("needed", millionths_text(row->needed),
                       base::format_decimal(unit.needed, 6));
      }
      if (row->served.count() < unit.kept || row->served >= row->needed) {
        return differs("met", millionths_text(row->served), base::format_decimal(unit.kept, 6));
      }
      ++row;
    }
    return std::nullopt;
  }

  const Matter& matter_;
  const territory::MinimaShortage& said_;
  std::map<std::string, Unit> units_;
  int with_minimum_ = 0;
  int kept_ = 0;
};

bool some_are_relaxed(const Matter& matter) {
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    if (matter.need_in_play[need] != 0 &&
        matter.open_minimum[need] < matter.open_minimum_of(need)) {
      return true;
    }
  }
  return false;
}

}  // namespace

MaybeWrong check_minima(const Matter& matter) {
  auto const set_aside = std::count(matter.set_aside.begin(), matter.set_aside.end(), 1);
  bool const are_short = set_aside > 0 || some_are_relaxed(matter);
  const std::optional<territory::MinimaShortage>& said = matter.plan.minima;
  if (are_short && !said) {
    return differs("set_aside", "", std::to_string(set_aside));
  }
  if (!are_short && said) {
    return differs("minima", "", "null");
  }
  return said ? Minima(matter, *said).check() : std::nullopt;
}

}  // namespace bocage::check
