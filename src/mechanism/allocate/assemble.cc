#include "mechanism/allocate/assemble.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/decimal.h"
#include "mechanism/allocate/assemble_parts.h"
#include "mechanism/allocate/assumptions.h"
#include "mechanism/allocate/flow.h"
#include "mechanism/allocate/summarise.h"

#ifndef BOCAGE_VERSION
#error "the build names the version"
#endif

namespace bocage::mechanism::allocate {
namespace {

using base::Fraction;
using base::Int128;
using territory::Criterion;
using territory::Metres;
using territory::Millionths;
using territory::PlanNeed;
using territory::Reason;
using territory::Territory;

constexpr std::int64_t kMillion = 1'000'000;

// Half to even, as fills are written.
Millionths ratio_in_millionths(std::int64_t part, std::int64_t whole) {
  Int128 const scaled = Int128{part} * kMillion;
  Int128 const quotient = scaled / whole;
  Int128 const twice_rest = 2 * (scaled - quotient * whole);
  bool const up = twice_rest > whole || (twice_rest == whole && quotient % 2 != 0);
  return Millionths{static_cast<std::int64_t>(up ? quotient + 1 : quotient)};
}

// A potential in the unit the plan states it in: kilometres, the currency, one.
Millionths potential_in_units(Criterion criterion, Int128 potential) {
  bool const metres = criterion == Criterion::kDistance;
  bool const ones = criterion == Criterion::kTotal || criterion == Criterion::kStability;
  return Millionths{static_cast<std::int64_t>(potential * (metres ? 1000 : ones ? kMillion : 1))};
}

// Fractions of quanta in units, without leaving 128 bits: the common factors go first.
Fraction in_units(Int128 quanta, Int128 denominator, std::int64_t quantum_millionths) {
  Fraction const share(quanta, denominator);
  Fraction const quantum(quantum_millionths, kMillion);
  Fraction const a(share.numerator() == 0 ? 0 : share.numerator(), quantum.denominator());
  Fraction const b(quantum.numerator(), share.denominator());
  return Fraction(a.numerator() * b.numerator(), a.denominator() * b.denominator());
}

class Assembler {
 public:
  Assembler(const Territory& territory, const PlanOptions& options, const Prepared& prepared,
            const Solved& solved)
      : territory_(territory), options_(options), prepared_(prepared), solved_(solved) {}

  territory::Plan run() {
    plan_.engine = BOCAGE_VERSION;
    plan_.territory = territory_.settings.name;
    plan_.input_sha256 = options_.input_sha256;
    plan_.previous_sha256 = options_.previous_sha256;
    plan_.rule = prepared_.rule;
    plan_.order = prepared_.order;
    plan_.answer = options_.answer;
    number_blocks();
    add_transfers();
    add_needs();
    add_contributions();
    add_proof();
    add_minima();
    plan_.programs = programs_of(territory_, prepared_, solved_.parts);
    plan_.activities = activities_of(territory_, given_);
    plan_.assumptions = assumptions_of(territory_, prepared_.order);
    plan_.summary = summary_of(territory_, prepared_, plan_);
    return std::move(plan_);
  }

 private:
  std::int64_t quantum(territory::FamilyIndex family) const {
    return territory_.families[family.position()].quantum.count();
  }
  std::int64_t need_quantum(std::size_t need) const {
    return quantum(territory_.needs[need].family);
  }

  // Numbered by threshold in units, then by the smallest id.
  void number_blocks() {
    if (!solved_.fair) {
      return;
    }
    const Blocks& blocks = solved_.fair->blocks;
    struct Entry {
      Fraction level;
      std::string smallest;
      std::uint32_t block = 0;
      int needs = 0;
      int contributions = 0;
    };
    std::vector<Entry> entries(blocks.threshold.size());
    auto const join = [&](std::uint32_t block, const std::string& id, territory::FamilyIndex family,
                          bool is_need) {
      if (block == kNoBlock) {
        return;
      }
      Entry& entry = entries[block];
      entry.block = block;
      if (entry.needs + entry.contributions == 0) {
        entry.level = level_in_units(blocks.threshold[block], family);
        entry.smallest = id;
      }
      entry.smallest = std::min(entry.smallest, id);
      (is_need ? entry.needs : entry.contributions) += 1;
    };
    for (std::size_t n = 0; n < territory_.needs.size(); ++n) {
      join(blocks.block_of_need[n], territory_.needs[n].id, territory_.needs[n].family, true);
    }
    for (std::size_t c = 0; c < territory_.contributions.size(); ++c) {
      join(blocks.block_of_contribution[c], territory_.contributions[c].id,
           territory_.contributions[c].family, false);
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      std::strong_ordering const order = a.level <=> b.level;
      return order != 0 ? order < 0 : a.smallest < b.smallest;
    });
    number_.resize(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      int const id = static_cast<int>(i) + 1;
      number_[entries[i].block] = id;
      plan_.blocks.push_back({id, entries[i].level, entries[i].needs, entries[i].contributions});
    }
  }

  Fraction level_in_units(const Fraction& threshold, territory::FamilyIndex family) const {
    if (threshold.is_infinite() || prepared_.rule == territory::Rule::kNeed) {
      return threshold;
    }
    return in_units(threshold.numerator(), threshold.denominator(), quantum(family));
  }

  void add_transfers() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::int64_t, Metres>> lines;
    for (const Line& line : prepared_.arranged.held) {
      lines[{line.contribution, line.need}] = {
          line.quantity,
          distance_between(territory_, territory::ContributionIndex(line.contribution),
                           territory::NeedIndex(line.need))};
    }
    for (std::uint32_t n = 0; n < territory_.needs.size(); ++n) {
      for (std::uint32_t k = prepared_.links.first[n]; k < prepared_.links.first[n + 1]; ++k) {
        if (solved_.lines.flow[k] > 0) {
          auto& line = lines[{prepared_.links.contribution[k], n}];
          line.first += solved_.lines.flow[k];
          line.second = Metres{prepared_.links.metres[k]};
        }
      }
    }
    served_ = prepared_.held_by_need;
    given_ = prepared_.held_by_contribution;
    for (std::uint32_t n = 0; n < territory_.needs.size(); ++n) {
      for (std::uint32_t k = prepared_.links.first[n]; k < prepared_.links.first[n + 1]; ++k) {
        served_[n] += solved_.lines.flow[k];
        given_[prepared_.links.contribution[k]] += solved_.lines.flow[k];
      }
    }
    for (const Line& line : lines_of(prepared_, solved_.parts)) {
      auto& total = lines[{line.contribution, line.need}];
      total.first += line.quantity;
      total.second =
          Metres{prepared_.all_links
                     .metres[*find_link(prepared_.all_links, line.contribution, line.need)]};
      served_[line.need] += line.quantity;
      given_[line.contribution] += line.quantity;
    }
    // Tables are sorted by id, so the pairs of places are in the order of the pairs of ids.
    for (const auto& [pair, line] : lines) {
      plan_.transfers.push_back({territory_.contributions[pair.first].id,
                                 territory_.needs[pair.second].id,
                                 Millionths{line.first * need_quantum(pair.second)}, line.second});
    }
  }

  void add_needs() {
    for (std::uint32_t n = 0; n < territory_.needs.size(); ++n) {
      const territory::Need& need = territory_.needs[n];
      PlanNeed entry;
      entry.id = need.id;
      entry.served = Millionths{served_[n] * need_quantum(n)};
      entry.fill = ratio_in_millionths(served_[n], need.quantity.count());
      bool const linked = prepared_.links.first[n] < prepared_.links.first[n + 1];
      if (linked) {
        entry.block = block_number(solved_.fair ? solved_.fair->blocks.block_of_need[n] : kNoBlock);
        entry.potential = potentials(solved_.lines.need_potential, n);
      }
      give_reason(n, entry);
      plan_.needs.push_back(std::move(entry));
    }
  }

  std::optional<int> block_number(std::uint32_t block) const {
    return block == kNoBlock ? std::nullopt : std::optional<int>(number_[block]);
  }

  std::vector<Millionths> potentials(const std::vector<std::vector<Int128>>& of,
                                     std::size_t place) const {
    std::vector<Millionths> tuple;
    for (std::size_t k = 0; k < prepared_.costs.criteria.size(); ++k) {
      tuple.push_back(potential_in_units(prepared_.costs.criteria[k], of[k][place]));
    }
    return tuple;
  }

  void give_reason(std::uint32_t n, PlanNeed& entry) const {
    const territory::Need& need = territory_.needs[n];
    if (served_[n] == need.quantity.count()) {
      entry.reason = Reason::kMet;
    } else if (prepared_.is_decided_by_program(n)) {
      give_program_reason(territory_, n, {served_, given_}, prepared_.held_by_need[n], entry);
    } else if (prepared_.minima.set_aside[n]) {
      entry.reason = Reason::kSetAside;
      entry.facts.minimum = Millionths{need.minimum.count() * need_quantum(n)};
      entry.facts.reachable = Millionths{reachable(n) * need_quantum(n)};
    } else if (prepared_.linked.missing[n]) {
      entry.reason = reason_of(prepared_.linked.missing[n]->why);
      entry.facts = prepared_.linked.missing[n]->facts;
    } else if (!prepared_.fair_leads) {
      bool const at_minimum =
          prepared_.instance.minimum[n] > 0 && served_[n] == need.minimum.count();
      entry.reason = at_minimum ? Reason::kAtMinimum : Reason::kOrder;
    } else {
      entry.reason = reason_of_share(n);
    }
  }

  // Below its quantity in a fair plan: at the level it shares, or above it by its minimum or by
  // what it received before.
  Reason reason_of_share(std::uint32_t n) const {
    const FairPlan& plan = solved_.fair->plan;
    const Instance& instance = prepared_.instance;
    Int128 const denominator = plan.denominator[plan.part_of_need[n]];
    Fraction const level(instance.received[n] * denominator + plan.share[n],
                         instance.weight[n] * denominator);
    if (level == solved_.fair->blocks.threshold[solved_.fair->blocks.block_of_need[n]]) {
      return Reason::kSharedShortage;
    }
    return instance.minimum[n] > 0 ? Reason::kAtMinimum : Reason::kServedBefore;
  }

  static Reason reason_of(territory::NoLink why) {
    switch (why) {
      case territory::NoLink::kNoSuchResource:
        return Reason::kNoSuchResource;
      case territory::NoLink::kOwnMeansOnly:
        return Reason::kOwnMeansOnly;
      case territory::NoLink::kNotListed:
        return Reason::kNotListed;
      case territory::NoLink::kDatesNeverMeet:
        return Reason::kDatesNeverMeet;
      case territory::NoLink::kOutOfReach:
        return Reason::kOutOfReach;
      case territory::NoLink::kNoPosition:
        return Reason::kNoPosition;
      case territory::NoLink::kBanned:
        break;
    }
    return Reason::kBanned;
  }

  std::int64_t reachable(std::uint32_t n) const {
    const territory::PossibleLinks& all = prepared_.linked.links;
    std::int64_t sum = 0;
    for (std::uint32_t k = all.first[n]; k < all.first[n + 1]; ++k) {
      sum += prepared_.instance.supply[all.contribution[k]];
    }
    return sum;
  }

  void add_contributions() {
    std::vector<bool> linked(territory_.contributions.size(), false);
    for (std::uint32_t const contribution : prepared_.links.contribution) {
      linked[contribution] = true;
    }
    for (std::size_t c = 0; c < territory_.contributions.size(); ++c) {
      const territory::Contribution& contribution = territory_.contributions[c];
      std::int64_t const step = quantum(contribution.family);
      territory::PlanContribution entry;
      entry.id = contribution.id;
      entry.given = Millionths{given_[c] * step};
      entry.left = Millionths{(contribution.quantity.count() - given_[c]) * step};
      if (linked[c]) {
        entry.block =
            block_number(solved_.fair ? solved_.fair->blocks.block_of_contribution[c] : kNoBlock);
        entry.potential = potentials(solved_.lines.contribution_potential, c);
      }
      plan_.contributions.push_back(std::move(entry));
    }
  }

  // Where every exact share of a block is whole, the transfers are an exact flow themselves.
  void add_proof() {
    if (!solved_.fair) {
      return;
    }
    const FairPlan& plan = solved_.fair->plan;
    const Blocks& blocks = solved_.fair->blocks;
    std::vector<bool> fractional(blocks.threshold.size(), false);
    for (std::size_t n = 0; n < territory_.needs.size(); ++n) {
      Int128 const denominator = plan.denominator[plan.part_of_need[n]];
      if (blocks.block_of_need[n] != kNoBlock && plan.share[n] % denominator != 0) {
        fractional[blocks.block_of_need[n]] = true;
      }
    }
    for (std::uint32_t n = 0; n < territory_.needs.size(); ++n) {
      if (blocks.block_of_need[n] == kNoBlock || !fractional[blocks.block_of_need[n]]) {
        continue;
      }
      Int128 const denominator = plan.denominator[plan.part_of_need[n]];
      for (std::uint32_t k = prepared_.links.first[n]; k < prepared_.links.first[n + 1]; ++k) {
        if (plan.flow[k] != solved_.lines.flow[k] * denominator) {
          std::uint32_t const contribution = prepared_.links.contribution[k];
          Int128 const total = plan.flow[k] + held_on(contribution, n) * denominator;
          plan_.proof.push_back({territory_.contributions[contribution].id, territory_.needs[n].id,
                                 in_units(total, denominator, need_quantum(n))});
        }
      }
    }
    std::sort(plan_.proof.begin(), plan_.proof.end(), [](const auto& a, const auto& b) {
      return std::tie(a.contribution, a.need) < std::tie(b.contribution, b.need);
    });
  }

  Int128 held_on(std::uint32_t contribution, std::uint32_t need) const {
    auto const found =
        std::lower_bound(prepared_.arranged.held.begin(), prepared_.arranged.held.end(),
                         std::pair{contribution, need}, [](const Line& line, const auto& pair) {
                           return std::pair{line.contribution, line.need} < pair;
                         });
    bool const is_held = found != prepared_.arranged.held.end() &&
                         found->contribution == contribution && found->need == need;
    return is_held ? found->quantity : 0;
  }

  void add_minima() {
    const MinimaAnswer& answer = prepared_.minima;
    if (!answer.short_anywhere) {
      return;
    }
    territory::MinimaShortage shortage;
    shortage.kept = answer.kept;
    shortage.bound = answer.bound;
    shortage.drawn = answer.drawn;
    shortage.lot = territory_.settings.lot;
    std::map<std::string, territory::UnitSummary> by_unit;
    for (std::size_t n = 0; n < territory_.needs.size(); ++n) {
      if (!answer.in_short_part[n]) {
        continue;
      }
      const territory::Need& need = territory_.needs[n];
      territory::UnitSummary& unit = by_unit[territory_.families[need.family.position()].unit];
      unit.unit = territory_.families[need.family.position()].unit;
      Millionths const minimum{
          std::max<std::int64_t>(0, need.minimum.count() - prepared_.held_by_need[n]) *
          need_quantum(n)};
      unit.needed += minimum;
      unit.served += minimum - Millionths{answer.lacking[n] * need_quantum(n)};
      if (answer.set_aside[n]) {
        shortage.set_aside.push_back({need.id, Millionths{need.minimum.count() * need_quantum(n)},
                                      Millionths{answer.returns_with[n] * need_quantum(n)}});
      }
    }
    for (auto& [name, unit] : by_unit) {
      shortage.by_unit.push_back(std::move(unit));
    }
    plan_.minima = std::move(shortage);
  }

  const Territory& territory_;
  const PlanOptions& options_;
  const Prepared& prepared_;
  const Solved& solved_;
  territory::Plan plan_;
  std::vector<int> number_;  // of a block in the plan
  std::vector<std::int64_t> served_;
  std::vector<std::int64_t> given_;
};

}  // namespace

territory::Plan assemble(const Territory& territory, const PlanOptions& options,
                         const Prepared& prepared, const Solved& solved) {
  return Assembler(territory, options, prepared, solved).run();
}

}  // namespace bocage::mechanism::allocate
