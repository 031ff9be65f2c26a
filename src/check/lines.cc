#include <algorithm>

#include "check/links.h"
#include "check/matter.h"

// The lines one by one, and their sums.
namespace bocage::check {
namespace {

using territory::Millionths;
using territory::Reason;
using territory::Wrong;
using territory::WrongKind;

std::int64_t standing_of(const Matter& matter, const Line& line) {
  Line const first{line.contribution, line.need, 0};
  auto const found = std::lower_bound(matter.standing.begin(), matter.standing.end(), first);
  bool const stands = found != matter.standing.end() && found->contribution == line.contribution &&
                      found->need == line.need;
  return stands ? found->quantity : 0;
}

MaybeWrong check_each_line(Matter& matter, const LinkRule& rule) {
  for (std::size_t place = 0; place < matter.lines.size(); ++place) {
    const Line& line = matter.lines[place];
    const territory::PlanTransfer& transfer = matter.plan.transfers[place];
    Wrong wrong{.contribution = transfer.contribution, .need = transfer.need};
    bool const beyond_what_stands = line.quantity > standing_of(matter, line);
    if (beyond_what_stands && !find_link(matter.links, line.contribution, line.need)) {
      wrong.kind = WrongKind::kLineNotPossible;
      wrong.found = word_of(reason_of(rule.first_failure(line.contribution, line.need)));
      return wrong;
    }
    territory::Metres const distance = rule.distance(line.contribution, line.need);
    if (transfer.distance != distance) {
      wrong.kind = WrongKind::kDistanceDiffers;
      wrong.found = kilometres_text(transfer.distance);
      wrong.expected = kilometres_text(distance);
      return wrong;
    }
    std::int64_t const has = matter.territory.contributions[line.contribution].quantity.count();
    if (line.quantity > has) {
      wrong.kind = WrongKind::kGivenAboveQuantity;
      wrong.found = quantity_text(matter, line.need, line.quantity);
      wrong.expected = quantity_text(matter, line.need, has);
      return wrong;
    }
    matter.served[line.need] += line.quantity;
    matter.given[line.contribution] += line.quantity;
  }
  return std::nullopt;
}

MaybeWrong check_standing(const Matter& matter) {
  for (const Line& stands : matter.standing) {
    auto const line = std::lower_bound(matter.lines.begin(), matter.lines.end(),
                                       Line{stands.contribution, stands.need, 0});
    bool const found = line != matter.lines.end() && line->contribution == stands.contribution &&
                       line->need == stands.need;
    std::int64_t const quantity = found ? line->quantity : 0;
    if (quantity < stands.quantity) {
      return Wrong{.kind = WrongKind::kStandingLineCut,
                   .contribution = matter.territory.contributions[stands.contribution].id,
                   .need = matter.territory.needs[stands.need].id,
                   .found = quantity_text(matter, stands.need, quantity),
                   .expected = quantity_text(matter, stands.need, stands.quantity)};
    }
  }
  return std::nullopt;
}

// Millionths of a ratio, ties to even.
std::int64_t fill_of(std::int64_t served, std::int64_t quantity) {
  base::Int128 const scaled = base::Int128{served} * 1'000'000;
  base::Int128 const floor = scaled / quantity;
  base::Int128 const twice_rest = (scaled % quantity) * 2;
  bool const up = twice_rest > quantity || (twice_rest == quantity && floor % 2 != 0);
  return static_cast<std::int64_t>(floor + (up ? 1 : 0));
}

MaybeWrong check_need(const Matter& matter, std::uint32_t need) {
  const territory::PlanNeed& row = matter.plan.needs[need];
  std::int64_t const served = matter.served[need];
  std::int64_t const quantity = matter.territory.needs[need].quantity.count();
  Wrong wrong{.need = row.id, .found = millionths_text(row.served)};
  if (base::Int128{row.served.count()} != base::Int128{served} * matter.quantum_of(need)) {
    wrong.kind = WrongKind::kServedDiffers;
    wrong.expected = quantity_text(matter, need, served);
    return wrong;
  }
  if (served > quantity) {
    wrong.kind = WrongKind::kServedAboveQuantity;
    wrong.expected = quantity_text(matter, need, quantity);
    return wrong;
  }
  std::int64_t const fill = fill_of(served, quantity);
  if (row.fill.count() != fill) {
    return Wrong{.kind = WrongKind::kFillDiffers,
                 .need = row.id,
                 .found = millionths_text(row.fill),
                 .expected = millionths_text(Millionths(fill))};
  }
  if (matter.set_aside[need] != 0 && served > matter.need_standing[need]) {
    wrong.kind = WrongKind::kSetAsideServed;
    return wrong;
  }
  // Where the territory shares below minima, the certificate decides part by part.
  bool const may_be_below =
      matter.territory.settings.below_minimum == territory::BelowMinimum::kShare;
  if (matter.need_in_play[need] != 0 && served < matter.minimum_of(need) && !may_be_below) {
    wrong.kind = WrongKind::kServedBelowMinimum;
    wrong.expected = quantity_text(matter, need, matter.minimum_of(need));
    return wrong;
  }
  return std::nullopt;
}

MaybeWrong check_contribution(const Matter& matter, std::uint32_t contribution) {
  const territory::PlanContribution& row = matter.plan.contributions[contribution];
  const territory::Contribution& stated = matter.territory.contributions[contribution];
  std::int64_t const quantum = matter.territory.families[stated.family.position()].quantum.count();
  auto const differs = [&](WrongKind kind, Millionths found, std::int64_t expected) {
    return Wrong{.kind = kind,
                 .contribution = row.id,
                 .found = millionths_text(found),
                 .expected = millionths_text(Millionths(expected * quantum))};
  };
  std::int64_t const given = matter.given[contribution];
  if (given > stated.quantity.count()) {
    return differs(WrongKind::kGivenAboveQuantity, row.given, stated.quantity.count());
  }
  if (row.given.count() != given * quantum) {
    return differs(WrongKind::kGivenDiffers, row.given, given);
  }
  std::int64_t const left = stated.quantity.count() - given;
  if (row.left.count() != left * quantum) {
    return differs(WrongKind::kLeftDiffers, row.left, left);
  }
  return std::nullopt;
}

// Who has a possible link to a need that is in play. Only a need with a minimum to lose can be set
// aside.
MaybeWrong find_who_is_in_play(Matter& matter) {
  matter.set_aside.assign(matter.needs(), 0);
  matter.need_in_play.assign(matter.needs(), 0);
  matter.contribution_in_play.assign(matter.contributions(), 0);
  bool const may_set_aside =
      matter.territory.settings.below_minimum == territory::BelowMinimum::kSetAside;
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    bool const has_link = matter.links.first[need] < matter.links.first[need + 1];
    if (matter.plan.needs[need].reason == Reason::kSetAside) {
      if (!may_set_aside || !has_link || matter.is_touched[need] != 0 ||
          matter.open_minimum_of(need) == 0) {
        return Wrong{.kind = WrongKind::kSetAsideNotAllowed, .need = matter.plan.needs[need].id};
      }
      matter.set_aside[need] = 1;
      continue;
    }
    if (matter.is_touched[need] != 0) {
      continue;
    }
    matter.need_in_play[need] = has_link ? 1 : 0;
    for (std::uint32_t k = matter.links.first[need]; k < matter.links.first[need + 1]; ++k) {
      matter.contribution_in_play[matter.links.contribution[k]] = 1;
    }
  }
  return std::nullopt;
}

}  // namespace

Reason reason_of(Test failed) {
  switch (failed) {
    case Test::kOwnMeans:
      return Reason::kOwnMeansOnly;
    case Test::kListed:
      return Reason::kNotListed;
    case Test::kDates:
      return Reason::kDatesNeverMeet;
    case Test::kReach:
      return Reason::kOutOfReach;
    case Test::kPosition:
      return Reason::kNoPosition;
    case Test::kBans:
      return Reason::kBanned;
    default:
      return Reason::kNoSuchResource;
  }
}

MaybeWrong check_lines(Matter& matter, const LinkRule& rule) {
  matter.served.assign(matter.needs(), 0);
  matter.given.assign(matter.contributions(), 0);
  if (MaybeWrong wrong = check_each_line(matter, rule)) {
    return wrong;
  }
  if (MaybeWrong wrong = check_standing(matter)) {
    return wrong;
  }
  if (MaybeWrong wrong = find_who_is_in_play(matter)) {
    return wrong;
  }
  for (std::uint32_t contribution = 0; contribution < matter.contributions(); ++contribution) {
    if (MaybeWrong wrong = check_contribution(matter, contribution)) {
      return wrong;
    }
  }
  for (std::uint32_t need = 0; need < matter.needs(); ++need) {
    if (MaybeWrong wrong = check_need(matter, need)) {
      return wrong;
    }
  }
  return std::nullopt;
}

}  // namespace bocage::check
