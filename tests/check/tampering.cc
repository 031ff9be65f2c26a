#include "check/tampering.h"

#include <algorithm>
#include <set>

#include "territory/distance.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using Maybe = std::optional<Plan>;

Millionths quantum_of(const World& world, const std::string& need) {
  for (const Need& row : world.territory.needs) {
    if (row.id == need) {
      return world.territory.families[row.family.position()].quantum;
    }
  }
  return Millionths(1);
}

Millionths times(Millionths quantum, std::int64_t count) {
  return Millionths(quantum.count() * count);
}

bool fair_leads(const Plan& plan) {
  return std::find(plan.order.begin(), plan.order.end(), Criterion::kFair) != plan.order.end();
}

template <class Rows>
auto* find_row(Rows& rows, const std::string& id) {
  auto const found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

Millionths fill_of(const World& world, const PlanNeed& need) {
  for (const Need& row : world.territory.needs) {
    if (row.id == need.id) {
      base::Int128 const whole = base::Int128{row.quantity.count()} *
                                 world.territory.families[row.family.position()].quantum.count();
      base::Int128 const scaled = base::Int128{need.served.count()} * 1'000'000;
      base::Int128 const floor = scaled / whole;
      base::Int128 const rest = scaled % whole * 2;
      bool const up = rest > whole || (rest == whole && floor % 2 != 0);
      return Millionths(static_cast<std::int64_t>(floor + (up ? 1 : 0)));
    }
  }
  return {};
}

// Makes every figure that can be added up agree with the transfers, so that only the cheat itself
// is left to be found.
void tidy(const World& world, Plan& plan) {
  std::erase_if(plan.transfers,
                [](const PlanTransfer& line) { return line.quantity.count() == 0; });
  plan.summary.served = 0;
  plan.summary.lines = static_cast<int>(plan.transfers.size());
  plan.summary.lines_distance = {};
  for (PlanNeed& need : plan.needs) {
    need.served = {};
    for (const PlanTransfer& line : plan.transfers) {
      need.served += line.need == need.id ? line.quantity : Millionths(0);
    }
    need.fill = fill_of(world, need);
    plan.summary.served += need.served.count() > 0 ? 1 : 0;
  }
  for (PlanContribution& contribution : plan.contributions) {
    Millionths given;
    for (const PlanTransfer& line : plan.transfers) {
      given += line.contribution == contribution.id ? line.quantity : Millionths(0);
    }
    contribution.left = contribution.left + contribution.given - given;
    contribution.given = given;
  }
  for (const PlanTransfer& line : plan.transfers) {
    plan.summary.lines_distance += line.distance;
  }
  for (const PlanNeed& need : plan.needs) {
    plan.summary.lowest_fill = std::min(plan.summary.lowest_fill.value_or(need.fill), need.fill);
  }
}

// Two lines of one contribution; the first gives 2 quanta of the second's.
Maybe move_between_needs(const World& world, bool tidily) {
  Plan plan = world.plan;
  for (PlanTransfer& from : plan.transfers) {
    for (PlanTransfer& to : plan.transfers) {
      Millionths const two = times(quantum_of(world, from.need), 2);
      bool const same = from.contribution == to.contribution && from.need != to.need;
      const PlanNeed* const taker = find_row(plan.needs, to.need);
      if (same && fair_leads(plan) && from.quantity > two && taker->reason != Reason::kMet) {
        from.quantity -= two;
        to.quantity += two;
        if (tidily) {
          tidy(world, plan);
        }
        return plan;
      }
    }
  }
  return std::nullopt;
}

Maybe with_first_transfer(const World& world, const std::function<void(PlanTransfer&)>& change) {
  Plan plan = world.plan;
  if (plan.transfers.empty()) {
    return std::nullopt;
  }
  change(plan.transfers.front());
  return plan;
}

Maybe with_first_need(const World& world, const std::function<void(PlanNeed&)>& change) {
  Plan plan = world.plan;
  if (plan.needs.empty()) {
    return std::nullopt;
  }
  change(plan.needs.front());
  return plan;
}

Maybe with_summary(const World& world, const std::function<void(PlanSummary&)>& change) {
  Plan plan = world.plan;
  change(plan.summary);
  return plan;
}

Maybe drop_a_unit_tidily(const World& world) {
  Plan plan = world.plan;
  for (PlanTransfer& line : plan.transfers) {
    Millionths const two = times(quantum_of(world, line.need), 2);
    const PlanNeed* const need = find_row(plan.needs, line.need);
    if (line.quantity > two && fair_leads(plan) && need->block) {
      line.quantity -= two;
      tidy(world, plan);
      return plan;
    }
  }
  return std::nullopt;
}

// A served need set aside by hand, everything else made to agree.
Maybe set_aside_a_need(const World& world) {
  Plan plan = world.plan;
  for (PlanNeed& need : plan.needs) {
    if (need.served.count() > 0 && need.reason != Reason::kSetAside) {
      need.reason = Reason::kSetAside;
      need.block.reset();
      need.potential.clear();
      ++plan.summary.set_aside;
      return plan;
    }
  }
  return std::nullopt;
}

Maybe serve_one_set_aside(const World& world) {
  Plan plan = world.plan;
  for (const PlanNeed& need : plan.needs) {
    if (need.reason == Reason::kSetAside && !plan.contributions.empty()) {
      for (PlanTransfer& line : plan.transfers) {
        Millionths const one = quantum_of(world, line.need);
        PlanTransfer moved{line.contribution, need.id, one, line.distance};
        line.quantity -= one;
        plan.transfers.push_back(moved);
        std::sort(plan.transfers.begin(), plan.transfers.end(), [](const auto& a, const auto& b) {
          return std::tie(a.contribution, a.need) < std::tie(b.contribution, b.need);
        });
        tidy(world, plan);
        return plan;
      }
    }
  }
  return std::nullopt;
}

Maybe change_a_level(const World& world) {
  Plan plan = world.plan;
  for (PlanBlock& block : plan.blocks) {
    if (!block.level.is_infinite()) {
      block.level =
          base::Fraction(block.level.numerator() * 1000 + 1, block.level.denominator() * 1000);
      return plan;
    }
  }
  return std::nullopt;
}

Maybe raise_all_levels(const World& world) {
  Plan plan = world.plan;
  bool changed = false;
  for (PlanBlock& block : plan.blocks) {
    changed = changed || !block.level.is_infinite();
    block.level = base::Fraction::infinity();
  }
  return changed ? Maybe(plan) : std::nullopt;
}

Maybe split_a_block(const World& world) {
  Plan plan = world.plan;
  for (PlanNeed& need : plan.needs) {
    if (need.block && plan.blocks[static_cast<std::size_t>(*need.block - 1)].needs > 1) {
      PlanBlock& from = plan.blocks[static_cast<std::size_t>(*need.block - 1)];
      --from.needs;
      base::Fraction const level = plan.blocks.back().level;
      plan.blocks.push_back({static_cast<int>(plan.blocks.size()) + 1, level, 1, 0});
      need.block = plan.blocks.back().id;
      return plan;
    }
  }
  return std::nullopt;
}

Maybe with_first_proof(const World& world, const std::function<void(PlanProof&)>& change) {
  Plan plan = world.plan;
  if (plan.proof.empty()) {
    return std::nullopt;
  }
  change(plan.proof.front());
  return plan;
}

// A potential of somebody whose lines carry something: others may have several right ones.
Maybe shift_need_potential(const World& world, std::int64_t shift) {
  Plan plan = world.plan;
  for (PlanNeed& need : plan.needs) {
    // What stands already proves nothing about the rest.
    bool const stands = std::any_of(
        world.territory.arranged.begin(), world.territory.arranged.end(), [&](const auto& line) {
          return world.territory.needs[line.need.position()].id == need.id;
        });
    bool const carries =
        std::any_of(plan.transfers.begin(), plan.transfers.end(),
                    [&](const PlanTransfer& line) { return line.need == need.id; });
    if (carries && !stands && !need.potential.empty()) {
      need.potential.back() += Millionths(shift);
      return plan;
    }
  }
  return std::nullopt;
}

Maybe negative_contribution_potential(const World& world) {
  Plan plan = world.plan;
  for (PlanContribution& contribution : plan.contributions) {
    if (!contribution.potential.empty()) {
      contribution.potential.front() = Millionths(-1'000'000);
      return plan;
    }
  }
  return std::nullopt;
}

// A line between a contribution and a need that have no possible link: of one stakeholder, of
// unlike things, or out of reach. Only pairs without a stated line come into question.
Maybe impossible_line(const World& world) {
  Plan plan = world.plan;
  const Territory& territory = world.territory;
  for (const Contribution& contribution : territory.contributions) {
    for (const Need& need : territory.needs) {
      bool const unlike = !serves(territory, contribution, need);
      auto const from = place_of(territory, contribution).position;
      auto const to = place_of(territory, need).position;
      bool const far = from && to && need.reach && !territory.has_links &&
                       road_distance(*from, *to, territory.settings.detour) > *need.reach;
      bool const own = contribution.stakeholder == need.stakeholder && !territory.has_links;
      bool const arranged = !territory.arranged.empty();
      if ((unlike || far || own) && !arranged) {
        Metres const km =
            from && to ? road_distance(*from, *to, territory.settings.detour) : Metres(0);
        plan.transfers.push_back(
            {contribution.id, need.id, territory.families[need.family.position()].quantum, km});
        std::sort(plan.transfers.begin(), plan.transfers.end(), [](const auto& a, const auto& b) {
          return std::tie(a.contribution, a.need) < std::tie(b.contribution, b.need);
        });
        tidy(world, plan);
        return plan;
      }
    }
  }
  return std::nullopt;
}

Maybe swap_rows(const World& world, int which) {
  Plan plan = world.plan;
  auto const swap_first = [](auto& rows) {
    if (rows.size() < 2) {
      return false;
    }
    std::swap(rows[0], rows[1]);
    return true;
  };
  bool const done = which == 0   ? swap_first(plan.transfers)
                    : which == 1 ? swap_first(plan.needs)
                    : which == 2 ? swap_first(plan.contributions)
                    : which == 3 ? swap_first(plan.blocks)
                    : which == 4 ? swap_first(plan.proof)
                                 : swap_first(plan.assumptions);
  return done ? Maybe(plan) : std::nullopt;
}

// What comes first decides; a plan may well hold under another order of what comes after.
Maybe swap_criteria(const World& world) {
  Plan plan = world.plan;
  if (plan.order.size() < 2 || !fair_leads(plan)) {
    return std::nullopt;
  }
  std::swap(plan.order[0], plan.order[1]);
  return plan;
}

Maybe repeat_criterion(const World& world) {
  Plan plan = world.plan;
  plan.order.push_back(plan.order.back());
  return plan;
}

// Levels are counted otherwise under the other rule; those of two blocks are hardly right under
// both.
Maybe other_rule(const World& world) {
  Plan plan = world.plan;
  plan.rule = plan.rule == Rule::kNeed ? Rule::kPeople : Rule::kNeed;
  auto const short_blocks =
      std::count_if(plan.blocks.begin(), plan.blocks.end(), [](const PlanBlock& block) {
        return !block.level.is_infinite() && block.level != base::Fraction();
      });
  return short_blocks > (world.territory.needs.front().people ? 1 : 0) ? Maybe(plan) : std::nullopt;
}

Maybe drop_minimum_from_order(const World& world) {
  Plan plan = world.plan;
  bool const counts = std::any_of(plan.needs.begin(), plan.needs.end(), [](const auto& need) {
    return need.reason == Reason::kAtMinimum || need.reason == Reason::kSetAside;
  });
  if (plan.order.front() != Criterion::kMinimum || !counts) {
    return std::nullopt;
  }
  plan.order.erase(plan.order.begin());
  return plan;
}

Maybe other_reason(const World& world, Reason reason) {
  Plan plan = world.plan;
  for (PlanNeed& need : plan.needs) {
    if (need.reason != reason) {
      need.reason = reason;
      return plan;
    }
  }
  return std::nullopt;
}

Maybe with_minima(const World& world, const std::function<void(MinimaShortage&)>& change) {
  Plan plan = world.plan;
  if (!plan.minima) {
    return std::nullopt;
  }
  change(*plan.minima);
  return plan;
}

Maybe with_set_aside(const World& world,
                     const std::function<void(std::vector<SetAside>&)>& change) {
  Plan plan = world.plan;
  if (!plan.minima || plan.minima->set_aside.empty()) {
    return std::nullopt;
  }
  change(plan.minima->set_aside);
  return plan;
}

Maybe with_unit(const World& world, const std::function<void(UnitSummary&)>& change) {
  Plan plan = world.plan;
  if (plan.summary.by_unit.empty()) {
    return std::nullopt;
  }
  change(plan.summary.by_unit.front());
  return plan;
}

Maybe drop_last(const World& world, int which) {
  Plan plan = world.plan;
  auto const drop = [](auto& rows) {
    if (rows.empty()) {
      return false;
    }
    rows.pop_back();
    return true;
  };
  bool const done = which == 0   ? drop(plan.transfers)
                    : which == 1 ? drop(plan.needs)
                    : which == 2 ? drop(plan.contributions)
                    : which == 3 ? drop(plan.blocks)
                    : which == 4 ? drop(plan.proof)
                                 : drop(plan.assumptions);
  return done ? Maybe(plan) : std::nullopt;
}

}  // namespace

// The list: names in the order of the plan's keys.
const std::vector<Tampering>& all_tamperings() {
  Millionths const one(1'000'000);
  static const std::vector<Tampering> kAll = {
      {"another territory's hash",
       [](const World& w) {
         Plan plan = w.plan;
         plan.input_sha256.front() = plan.input_sha256.front() == '0' ? '1' : '0';
         return Maybe(plan);
       }},
      {"another name",
       [](const World& w) {
         Plan plan = w.plan;
         plan.territory += " (2)";
         return Maybe(plan);
       }},
      {"an earlier plan that is not there",
       [](const World& w) {
         Plan plan = w.plan;
         plan.previous_sha256 = std::string(64, 'a');
         return Maybe(plan);
       }},
      {"the other rule", other_rule},
      {"the first two criteria swapped", swap_criteria},
      {"a criterion twice", repeat_criterion},
      {"minimum taken out of the order", drop_minimum_from_order},
      {"needs counted wrong",
       [](const World& w) { return with_summary(w, [](auto& s) { ++s.needs; }); }},
      {"served counted wrong",
       [](const World& w) { return with_summary(w, [](auto& s) { ++s.served; }); }},
      {"set aside counted wrong",
       [](const World& w) { return with_summary(w, [](auto& s) { ++s.set_aside; }); }},
      {"unserved counted wrong",
       [](const World& w) { return with_summary(w, [](auto& s) { ++s.reachable_unserved; }); }},
      {"a better lowest fill",
       [](const World& w) {
         return with_summary(w, [](auto& s) {
           s.lowest_fill = s.lowest_fill.value_or(Millionths(0)) + Millionths(1);
         });
       }},
      {"lines counted wrong",
       [](const World& w) { return with_summary(w, [](auto& s) { --s.lines; }); }},
      {"fewer kilometres",
       [](const World& w) {
         return with_summary(w, [](auto& s) { s.lines_distance += Metres(1); });
       }},
      {"a unit's need changed",
       [one](const World& w) { return with_unit(w, [one](auto& u) { u.needed += one; }); }},
      {"a unit's service changed",
       [one](const World& w) { return with_unit(w, [one](auto& u) { u.served += one; }); }},
      {"a unit's kilometres changed",
       [one](const World& w) { return with_unit(w, [one](auto& u) { u.unit_km += one; }); }},
      {"a unit renamed",
       [](const World& w) { return with_unit(w, [](auto& u) { u.unit += "x"; }); }},
      {"a need kept too many",
       [](const World& w) {
         return with_minima(w, [](auto& m) {
           m.kept += 1000;
           m.bound += 1000;
         });
       }},
      {"a bound below what is kept",
       [](const World& w) { return with_minima(w, [](auto& m) { m.bound = m.kept - 1; }); }},
      {"another lot", [](const World& w) { return with_minima(w, [](auto& m) { ++m.lot; }); }},
      {"a set-aside need hidden",
       [](const World& w) { return with_set_aside(w, [](auto& rows) { rows.pop_back(); }); }},
      {"a set-aside minimum changed",
       [one](const World& w) {
         return with_set_aside(w, [one](auto& rows) { rows.front().minimum += one; });
       }},
      {"two quanta moved between needs",
       [](const World& w) { return move_between_needs(w, false); }},
      {"two quanta moved, all sums made to agree",
       [](const World& w) { return move_between_needs(w, true); }},
      {"two quanta dropped, all sums made to agree", drop_a_unit_tidily},
      {"a unit added to a line",
       [one](const World& w) {
         return with_first_transfer(w, [one](auto& t) { t.quantity += one; });
       }},
      {"a unit taken from a line",
       [one](const World& w) {
         return with_first_transfer(w, [one](auto& t) { t.quantity -= one; });
       }},
      {"a part of a quantum",
       [](const World& w) {
         return with_first_transfer(w, [](auto& t) { t.quantity += Millionths(1); });
       }},
      {"a negative quantity",
       [](const World& w) {
         return with_first_transfer(w,
                                    [](auto& t) { t.quantity = Millionths(-t.quantity.count()); });
       }},
      {"a line of nothing",
       [](const World& w) {
         return with_first_transfer(w, [](auto& t) { t.quantity = Millionths(0); });
       }},
      {"kilometres of a line changed",
       [](const World& w) {
         return with_first_transfer(w, [](auto& t) { t.distance += Metres(1); });
       }},
      {"an unknown contribution",
       [](const World& w) {
         return with_first_transfer(w, [](auto& t) { t.contribution = "!nobody"; });
       }},
      {"an unknown need",
       [](const World& w) { return with_first_transfer(w, [](auto& t) { t.need = "!nobody"; }); }},
      {"a line twice",
       [](const World& w) {
         Plan plan = w.plan;
         if (plan.transfers.empty()) {
           return Maybe();
         }
         plan.transfers.insert(plan.transfers.begin(), plan.transfers.front());
         return Maybe(plan);
       }},
      {"a line between those who cannot", impossible_line},
      {"lines out of order", [](const World& w) { return swap_rows(w, 0); }},
      {"a line dropped", [](const World& w) { return drop_last(w, 0); }},
      {"served changed",
       [one](const World& w) { return with_first_need(w, [one](auto& n) { n.served += one; }); }},
      {"fill changed",
       [](const World& w) { return with_first_need(w, [](auto& n) { n.fill += Millionths(1); }); }},
      {"a need's block changed",
       [](const World& w) {
         return with_first_need(w, [](auto& n) { n.block = n.block ? *n.block + 1 : 1; });
       }},
      {"a need's block hidden",
       [](const World& w) {
         return w.plan.needs.empty() || !w.plan.needs.front().block
                    ? Maybe()
                    : with_first_need(w, [](auto& n) { n.block.reset(); });
       }},
      {"everything met", [](const World& w) { return other_reason(w, Reason::kMet); }},
      {"everything short", [](const World& w) { return other_reason(w, Reason::kSharedShortage); }},
      {"a need said to be banned", [](const World& w) { return other_reason(w, Reason::kBanned); }},
      {"a served need called set aside", set_aside_a_need},
      {"a need set aside served", serve_one_set_aside},
      {"a fact invented",
       [](const World& w) {
         return with_first_need(w, [](auto& n) { n.facts.days = n.facts.days.value_or(3) + 1; });
       }},
      {"a potential too many",
       [](const World& w) {
         return with_first_need(w, [](auto& n) { n.potential.push_back(Millionths(0)); });
       }},
      {"a need's potential raised", [](const World& w) { return shift_need_potential(w, 7); }},
      {"a need's potential lowered", [](const World& w) { return shift_need_potential(w, -7); }},
      {"a contribution's potential negative", negative_contribution_potential},
      {"needs out of order", [](const World& w) { return swap_rows(w, 1); }},
      {"a need left out", [](const World& w) { return drop_last(w, 1); }},
      {"a need invented",
       [](const World& w) {
         Plan plan = w.plan;
         PlanNeed need;
         need.id = "~nobody";
         plan.needs.push_back(need);
         return Maybe(plan);
       }},
      {"given changed",
       [one](const World& w) {
         Plan plan = w.plan;
         plan.contributions.front().given += one;
         return Maybe(plan);
       }},
      {"left changed",
       [one](const World& w) {
         Plan plan = w.plan;
         plan.contributions.front().left += one;
         return Maybe(plan);
       }},
      {"a contribution's block changed",
       [](const World& w) {
         Plan plan = w.plan;
         auto& block = plan.contributions.front().block;
         block = block ? *block + 1 : 1;
         return Maybe(plan);
       }},
      {"contributions out of order", [](const World& w) { return swap_rows(w, 2); }},
      {"a contribution left out", [](const World& w) { return drop_last(w, 2); }},
      {"a block's level changed", change_a_level},
      {"every block said to have plenty", raise_all_levels},
      {"a block split", split_a_block},
      {"a block's needs counted wrong",
       [](const World& w) {
         Plan plan = w.plan;
         if (plan.blocks.empty()) {
           return Maybe();
         }
         ++plan.blocks.front().needs;
         return Maybe(plan);
       }},
      {"a block's contributions counted wrong",
       [](const World& w) {
         Plan plan = w.plan;
         if (plan.blocks.empty()) {
           return Maybe();
         }
         --plan.blocks.front().contributions;
         return Maybe(plan);
       }},
      {"a block numbered otherwise",
       [](const World& w) {
         Plan plan = w.plan;
         if (plan.blocks.empty()) {
           return Maybe();
         }
         plan.blocks.front().id += 7;
         return Maybe(plan);
       }},
      {"blocks out of order", [](const World& w) { return swap_rows(w, 3); }},
      {"a block dropped", [](const World& w) { return drop_last(w, 3); }},
      {"a proof fraction changed",
       [](const World& w) {
         return with_first_proof(w, [](auto& p) {
           p.quantity =
               base::Fraction(p.quantity.numerator() * 1000 + 1, p.quantity.denominator() * 1000);
         });
       }},
      {"the proof dropped",
       [](const World& w) {
         Plan plan = w.plan;
         bool const had = !plan.proof.empty();
         plan.proof.clear();
         return had ? Maybe(plan) : Maybe();
       }},
      {"a proof of a line that needs none",
       [](const World& w) {
         Plan plan = w.plan;
         if (plan.transfers.empty()) {
           return Maybe();
         }
         const PlanTransfer& line = plan.transfers.front();
         base::Fraction const same(line.quantity.count(), 1'000'000);
         std::erase_if(plan.proof, [&](const PlanProof& p) {
           return p.contribution == line.contribution && p.need == line.need;
         });
         plan.proof.insert(plan.proof.begin(), {line.contribution, line.need, same});
         return Maybe(plan);
       }},
      {"a part of the proof dropped", [](const World& w) { return drop_last(w, 4); }},
      {"the proof out of order", [](const World& w) { return swap_rows(w, 4); }},
      {"an assumption dropped", [](const World& w) { return drop_last(w, 5); }},
      {"an assumption invented",
       [](const World& w) {
         Plan plan = w.plan;
         plan.assumptions.push_back({AssumptionCode::kNoCost, "~nobody"});
         return Maybe(plan);
       }},
      {"a proposal changed",
       [one](const World& w) {
         Plan plan = w.plan;
         if (plan.assumptions.empty()) {
           return Maybe();
         }
         plan.assumptions.front().proposal += one;
         return Maybe(plan);
       }},
      {"assumptions out of order", [](const World& w) { return swap_rows(w, 5); }},
  };
  return kAll;
}

}  // namespace bocage::check_tests
