#include "check/small_territory.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string numbered(const char* letter, std::size_t number) {
  return letter + std::to_string(number);
}

// Some 11 km a step along the parallel, in the Drôme.
Position somewhere(Bytes& bytes) {
  return {static_cast<std::int32_t>(49'000'000 + 1'370'000 * bytes.upto(6)),
          static_cast<std::int32_t>(447'000'000 + 1'000'000 * bytes.upto(2))};
}

std::vector<Criterion> some_order(Bytes& bytes) {
  std::vector<Criterion> order;
  if (!bytes.one_in(3)) {
    order.push_back(Criterion::kMinimum);
  }
  std::int64_t const lead = bytes.upto(7);
  order.push_back(lead == 6 ? Criterion::kTotal : lead == 7 ? Criterion::kValue : Criterion::kFair);
  for (Criterion const criterion : {Criterion::kStability, Criterion::kDistance, Criterion::kCost,
                                    Criterion::kValue, Criterion::kTotal}) {
    bool const wanted = bytes.one_in(criterion == Criterion::kDistance ? 2 : 4);
    if (wanted && std::find(order.begin(), order.end(), criterion) == order.end()) {
      order.push_back(criterion);
    }
  }
  return order;
}

void add_settings(Bytes& bytes, Territory& territory) {
  territory.settings.name = "Small";
  territory.settings.rule = bytes.one_in(2) ? Rule::kPeople : Rule::kNeed;
  territory.settings.order = some_order(bytes);
  territory.settings.detour = Millionths(bytes.one_in(2) ? 1'300'000 : 1'000'000);
  territory.settings.memory = static_cast<int>(bytes.upto(2));
  territory.settings.lot = static_cast<std::uint64_t>(bytes.upto(200));
  territory.settings.below_minimum =
      bytes.one_in(4) ? BelowMinimum::kShare : BelowMinimum::kSetAside;
}

void add_stakeholders(Bytes& bytes, Territory& territory) {
  std::size_t const count = 2 + static_cast<std::size_t>(bytes.upto(4));
  for (std::size_t s = 0; s < count; ++s) {
    Stakeholder stakeholder;
    stakeholder.id = numbered("s", s);
    stakeholder.name = numbered("Stakeholder ", s);
    std::int64_t const where = bytes.upto(5);
    if (where > 1) {
      stakeholder.position = somewhere(bytes);
    } else if (where == 1) {
      stakeholder.commune = "26289";  // Saillans, as data/communes.csv places it
      stakeholder.commune_centre = Position{51'909'300, 446'947'900};
    }
    territory.stakeholders.push_back(stakeholder);
  }
}

// "food" with "milk" and "roots" under it, in quanta of a half or a thousandth; "hours" apart.
void add_resources(Bytes& bytes, Territory& territory) {
  bool const assumed = bytes.one_in(4);
  Family food{"kg", Millionths(assumed ? 1000 : 500'000), assumed, {}};
  Family const hours{"h", Millionths(1'000'000)};
  territory.families = {food, hours};
  FamilyIndex const of_food(0);
  territory.resources = {{"food", "Food", "kg", std::nullopt, of_food},
                         {"hours", "Hours", "h", std::nullopt, FamilyIndex(1)},
                         {"milk", "Milk", "kg", ResourceIndex(0), of_food},
                         {"roots", "Roots", "kg", ResourceIndex(0), of_food}};
}

std::vector<ResourceIndex> some_resources(Bytes& bytes) {
  switch (bytes.upto(7)) {
    case 0:
    case 1:
      return {ResourceIndex(1)};
    case 2:
      return {ResourceIndex(2)};
    case 3:
      return {ResourceIndex(3)};
    case 4:
      return {ResourceIndex(2), ResourceIndex(3)};
    default:
      return {ResourceIndex(0)};
  }
}

template <class Row>
void add_where_and_when(Bytes& bytes, Row& row) {
  if (bytes.one_in(4)) {
    row.position = somewhere(bytes);
  }
  if (bytes.one_in(2)) {
    row.reach = Metres(5000 + 10'000 * bytes.upto(4));
  }
  if (bytes.one_in(4)) {
    row.window.first = base::Day{static_cast<std::int32_t>(20'800 + bytes.upto(4))};
    row.window.last = base::Day{row.window.first.since_epoch + static_cast<int>(bytes.upto(3))};
  }
}

template <class Row>
void add_what(Bytes& bytes, const Territory& territory, Row& row) {
  row.stakeholder =
      StakeholderIndex(static_cast<std::size_t>(bytes.upto(200)) % territory.stakeholders.size());
  row.resources = some_resources(bytes);
  row.family = territory.resources[row.resources.front().position()].family;
  row.quantity = Quanta(1 + bytes.upto(11));
}

void add_rows(Bytes& bytes, Territory& territory) {
  std::size_t const needs = 1 + static_cast<std::size_t>(bytes.upto(6));
  for (std::size_t n = 0; n < needs; ++n) {
    Need need;
    need.id = numbered("n", n);
    add_what(bytes, territory, need);
    if (bytes.one_in(3)) {
      need.minimum = Quanta(bytes.upto(need.quantity.count()));
    }
    need.people = 1 + bytes.upto(6);
    add_where_and_when(bytes, need);
    territory.needs.push_back(need);
  }
  std::size_t const contributions = static_cast<std::size_t>(bytes.upto(6));
  for (std::size_t c = 0; c < contributions; ++c) {
    Contribution contribution;
    contribution.id = numbered("c", c);
    add_what(bytes, territory, contribution);
    if (bytes.one_in(2)) {
      contribution.cost = Millionths(bytes.upto(5) * 500'000);
    }
    add_where_and_when(bytes, contribution);
    territory.contributions.push_back(contribution);
  }
}

void add_links(Bytes& bytes, Territory& territory) {
  territory.has_links = bytes.one_in(3);
  for (std::size_t c = 0; c < territory.contributions.size() && territory.has_links; ++c) {
    for (std::size_t n = 0; n < territory.needs.size(); ++n) {
      if (bytes.one_in(3)) {
        continue;
      }
      ListedLink link{ContributionIndex(c), NeedIndex(n), std::nullopt, std::nullopt, 0};
      if (bytes.one_in(2)) {
        link.distance = Metres(bytes.upto(20) * 500);
      }
      if (bytes.one_in(2)) {
        link.value = Millionths((bytes.upto(8) - 2) * 1'000'000);
      }
      territory.links.push_back(link);
    }
  }
}

void add_bans(Bytes& bytes, Territory& territory) {
  for (std::int64_t bans = bytes.upto(3); bans > 0 && !territory.contributions.empty(); --bans) {
    Ban ban;
    ban.reason = numbered("reason ", static_cast<std::size_t>(bans));
    auto const any = static_cast<std::size_t>(bytes.upto(200));
    switch (bytes.upto(3)) {
      case 0:
        ban.from_stakeholder = StakeholderIndex(any % territory.stakeholders.size());
        break;
      default:
        ban.from_contribution = ContributionIndex(any % territory.contributions.size());
    }
    auto const other = static_cast<std::size_t>(bytes.upto(200));
    switch (bytes.upto(3)) {
      case 0:
        ban.to_stakeholder = StakeholderIndex(other % territory.stakeholders.size());
        break;
      default:
        ban.to_need = NeedIndex(other % territory.needs.size());
    }
    territory.bans.push_back(ban);
  }
}

// Fixed lines within what there is and what is asked; agreed ones anyhow.
void add_arranged(Bytes& bytes, Territory& territory) {
  std::vector<std::int64_t> left;
  std::vector<std::int64_t> open;
  for (const Contribution& contribution : territory.contributions) {
    left.push_back(contribution.quantity.count());
  }
  for (const Need& need : territory.needs) {
    open.push_back(need.quantity.count());
  }
  for (std::int64_t lines = bytes.upto(4); lines > 0 && !left.empty(); --lines) {
    auto const c = static_cast<std::size_t>(bytes.upto(200)) % left.size();
    auto const n = static_cast<std::size_t>(bytes.upto(200)) % open.size();
    std::int64_t const quantity = 1 + bytes.upto(4);
    std::int64_t const kind = bytes.upto(3);
    if (territory.contributions[c].family != territory.needs[n].family) {
      continue;
    }
    ArrangedLine line{ContributionIndex(c), NeedIndex(n), Quanta(quantity), ArrangedKind::kToday};
    if (kind == 1 && quantity <= left[c] && quantity <= open[n]) {
      line.kind = ArrangedKind::kFixed;
      left[c] -= quantity;
      open[n] -= quantity;
    } else if (kind > 1) {
      line.kind = ArrangedKind::kAgreed;
    }
    territory.arranged.push_back(line);
  }
}

void add_received(Bytes& bytes, Territory& territory) {
  for (std::int64_t rows = bytes.upto(5); rows > 0; --rows) {
    ReceivedRow row;
    row.stakeholder =
        StakeholderIndex(static_cast<std::size_t>(bytes.upto(200)) % territory.stakeholders.size());
    row.resource = ResourceIndex(static_cast<std::size_t>(bytes.upto(3)));
    row.cycle = bytes.one_in(2) ? "cycle 9" : "cycle 10";
    row.needed = Quanta(1 + bytes.upto(9));
    row.quantity = Quanta(bytes.upto(row.needed.count()));
    row.set_aside = bytes.one_in(4);
    territory.received.push_back(row);
  }
}

}  // namespace

Territory small_territory(Bytes& bytes) {
  Territory territory;
  add_settings(bytes, territory);
  add_stakeholders(bytes, territory);
  add_resources(bytes, territory);
  add_rows(bytes, territory);
  add_links(bytes, territory);
  add_bans(bytes, territory);
  add_arranged(bytes, territory);
  add_received(bytes, territory);
  return territory;
}

}  // namespace bocage::check_tests
