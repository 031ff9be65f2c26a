#include "mechanism/random_territory.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace bocage::oracle {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

namespace {

constexpr std::int64_t kUnit = 1'000'000;

class Generator {
 public:
  Generator(Dice& dice, const TerritoryKind& kind) : dice_(dice), kind_(kind) {}

  Territory run() {
    made_.settings.name = "Chance";
    made_.settings.rule = kind_.rule;
    made_.settings.order = kind_.order;
    made_.settings.lot = static_cast<std::uint64_t>(dice_.between(0, 1'000'000));
    add_resources();
    add_stakeholders();
    add_needs();
    add_contributions();
    add_links();
    add_bans();
    add_arranged();
    add_received();
    return std::move(made_);
  }

 private:
  void add_resources() {
    std::int64_t const families = kind_.categories ? dice_.between(1, 3) : 1;
    for (std::int64_t family = 0; family < families; ++family) {
      std::int64_t const quanta[] = {kUnit, kUnit / 2, 5 * kUnit, 1000};
      made_.families.push_back({"unit" + std::to_string(dice_.between(1, 2)),
                                Millionths(quanta[dice_.place(4)]), false, Millionths(0)});
      std::size_t const first = made_.resources.size();
      std::int64_t const count = kind_.categories ? dice_.between(1, 4) : 1;
      for (std::int64_t member = 0; member < count; ++member) {
        std::size_t const place = made_.resources.size();
        Resource resource{fmt::format("r{:02}", place), fmt::format("Resource {}", place),
                          made_.families.back().unit, std::nullopt,
                          FamilyIndex(static_cast<std::size_t>(family))};
        if (place > first && dice_.percent(75)) {
          resource.broader = ResourceIndex(first + dice_.place(place - first));
        }
        made_.resources.push_back(resource);
      }
    }
  }

  Position position() {
    return {static_cast<std::int32_t>(dice_.between(48'000'000, 53'000'000)),
            static_cast<std::int32_t>(dice_.between(443'000'000, 448'000'000))};
  }

  void add_stakeholders() {
    std::int64_t const count = dice_.between(2, 7);
    const char* const kinds[] = {"sse_enterprise", "association", "company", "person", "residents"};
    for (std::int64_t place = 0; place < count; ++place) {
      Stakeholder row;
      row.id = fmt::format("s{:02}", place);
      row.name = fmt::format("Stakeholder {}", place);
      row.kind = kinds[dice_.place(5)];
      if (kind_.places && dice_.percent(60)) {
        row.position = position();
      } else if (kind_.places && dice_.percent(70)) {
        row.commune = "26001";
        row.commune_centre = position();
      }
      made_.stakeholders.push_back(row);
    }
  }

  StakeholderIndex someone() { return StakeholderIndex(dice_.place(made_.stakeholders.size())); }

  // One or two resources of one family.
  template <class Row>
  void set_resources(Row& row) {
    std::size_t const one = dice_.place(made_.resources.size());
    std::size_t const two = dice_.place(made_.resources.size());
    row.family = made_.resources[one].family;
    row.resources = {ResourceIndex(one)};
    if (two != one && made_.resources[two].family == row.family && dice_.percent(40)) {
      row.resources.push_back(ResourceIndex(two));
      std::sort(row.resources.begin(), row.resources.end());
    }
  }

  template <class Row>
  void set_place_and_time(Row& row) {
    if (kind_.places && dice_.percent(30)) {
      row.position = position();
    }
    if (kind_.places && dice_.percent(40)) {
      row.reach = Metres(dice_.between(5'000, 60'000));
    }
    if (kind_.dates && dice_.percent(50)) {
      row.window.first = base::Day{static_cast<std::int32_t>(dice_.between(20'800, 20'830))};
    }
    if (kind_.dates && dice_.percent(50)) {
      std::int32_t const earliest =
          row.window.is_open_start() ? 20'800 : row.window.first.since_epoch;
      row.window.last =
          base::Day{static_cast<std::int32_t>(dice_.between(earliest, earliest + 12))};
    }
  }

  void add_needs() {
    std::int64_t const count = dice_.between(1, static_cast<std::int64_t>(kind_.most_needs));
    for (std::int64_t place = 0; place < count; ++place) {
      Need need;
      need.id = fmt::format("n{:02}", place);
      need.stakeholder = someone();
      set_resources(need);
      set_place_and_time(need);
      need.quantity = Quanta(dice_.between(1, kind_.most_quantity));
      if (kind_.minima && dice_.percent(60)) {
        need.minimum = Quanta(dice_.between(1, need.quantity.count()));
      }
      if (kind_.rule == Rule::kPeople) {
        need.people = dice_.between(1, 5);
      }
      made_.needs.push_back(need);
    }
  }

  void add_contributions() {
    std::int64_t const count =
        dice_.between(1, static_cast<std::int64_t>(kind_.most_contributions));
    for (std::int64_t place = 0; place < count; ++place) {
      Contribution contribution;
      contribution.id = fmt::format("c{:02}", place);
      contribution.stakeholder = someone();
      set_resources(contribution);
      set_place_and_time(contribution);
      contribution.quantity = Quanta(dice_.between(1, kind_.most_quantity));
      if (dice_.percent(60)) {
        contribution.cost = Millionths(dice_.between(0, 9) * kUnit);
      }
      made_.contributions.push_back(contribution);
    }
  }

  void add_links() {
    made_.has_links = kind_.listed && dice_.percent(40);
    for (std::size_t giver = 0; made_.has_links && giver < made_.contributions.size(); ++giver) {
      for (std::size_t need = 0; need < made_.needs.size(); ++need) {
        if (dice_.percent(60)) {
          ListedLink link{ContributionIndex(giver), NeedIndex(need), std::nullopt, std::nullopt, 0};
          if (dice_.percent(70)) {
            link.distance = Metres(dice_.between(0, 40'000));
          }
          if (dice_.percent(70)) {
            link.value = Millionths(dice_.between(0, 9) * kUnit);
          }
          made_.links.push_back(link);
        }
      }
    }
  }

  void add_bans() {
    std::int64_t const count = kind_.bans ? dice_.between(0, 3) : 0;
    for (std::int64_t place = 0; place < count; ++place) {
      Ban ban;
      ban.reason = "no";
      if (dice_.percent(50)) {
        ban.from_stakeholder = someone();
      } else {
        ban.from_contribution = ContributionIndex(dice_.place(made_.contributions.size()));
      }
      if (dice_.percent(50)) {
        ban.to_need = NeedIndex(dice_.place(made_.needs.size()));
      } else if (dice_.percent(80)) {
        ban.to_stakeholder = someone();
      }
      made_.bans.push_back(ban);
    }
  }

  void add_arranged() {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<ArrangedLine>> rows;
    std::vector<std::int64_t> given(made_.contributions.size());
    std::vector<std::int64_t> got(made_.needs.size());
    std::int64_t const count = dice_.between(0, 3);
    for (std::int64_t round = 0; round < count; ++round) {
      std::size_t const giver = dice_.place(made_.contributions.size());
      std::size_t const need = dice_.place(made_.needs.size());
      if (made_.contributions[giver].family != made_.needs[need].family ||
          rows.count({giver, need}) == 1) {
        continue;
      }
      auto& row = rows[{giver, need}];
      if (kind_.agreed && dice_.percent(60)) {
        row.push_back({ContributionIndex(giver), NeedIndex(need),
                       Quanta(dice_.between(1, kind_.most_quantity)), ArrangedKind::kAgreed});
      }
      std::int64_t const room = std::min(made_.contributions[giver].quantity.count() - given[giver],
                                         made_.needs[need].quantity.count() - got[need]);
      if (kind_.fixed && room > 0) {
        std::int64_t const fixed = dice_.between(1, room);
        given[giver] += fixed;
        got[need] += fixed;
        row.push_back(
            {ContributionIndex(giver), NeedIndex(need), Quanta(fixed), ArrangedKind::kFixed});
      }
    }
    for (const auto& [pair, lines] : rows) {
      made_.arranged.insert(made_.arranged.end(), lines.begin(), lines.end());
    }
  }

  void add_received() {
    if (!kind_.memory) {
      return;
    }
    made_.settings.memory = static_cast<int>(dice_.between(0, 3));
    for (std::size_t person = 0; person < made_.stakeholders.size(); ++person) {
      for (std::size_t resource = 0; resource < made_.resources.size(); ++resource) {
        for (const char* cycle : {"10", "11", "8", "9"}) {
          if (dice_.percent(30)) {
            std::int64_t const needed = dice_.between(1, kind_.most_quantity);
            made_.received.push_back({StakeholderIndex(person), ResourceIndex(resource), cycle,
                                      Quanta(needed), Quanta(dice_.between(0, needed)),
                                      kind_.minima && dice_.percent(30)});
          }
        }
      }
    }
  }

  Dice& dice_;
  const TerritoryKind& kind_;
  Territory made_;
};

std::string list_of(const std::vector<ResourceIndex>& resources) {
  std::string text;
  for (ResourceIndex const resource : resources) {
    text += fmt::format(" r{:02}", resource.position());
  }
  return text;
}

template <class Row>
std::string where_and_when(const Territory& territory, const Row& row) {
  std::string text;
  if (auto const position = place_of(territory, row).position) {
    text += fmt::format(" at {} {}", position->longitude, position->latitude);
  }
  if (row.reach) {
    text += fmt::format(" reach {} m", row.reach->count());
  }
  if (!row.window.is_open_start()) {
    text += fmt::format(" from {}", base::format_day(row.window.first));
  }
  if (!row.window.is_open_end()) {
    text += fmt::format(" until {}", base::format_day(row.window.last));
  }
  return text;
}

const char* name_of(Criterion criterion) {
  const char* const names[] = {"minimum",   "fair",     "total", "value",
                               "stability", "distance", "cost"};
  return names[static_cast<std::size_t>(criterion)];
}

std::string describe_tables(const Territory& territory) {
  std::string text;
  for (const ListedLink& link : territory.links) {
    text += fmt::format("link c{:02} n{:02} metres {} value {}\n", link.contribution.position(),
                        link.need.position(), link.distance ? link.distance->count() : -1,
                        link.value ? link.value->count() : -1);
  }
  for (const Ban& ban : territory.bans) {
    text += fmt::format(
        "ban from {}{} to {}{}\n",
        ban.from_stakeholder ? fmt::format("s{:02}", ban.from_stakeholder->position()) : "",
        ban.from_contribution ? fmt::format("c{:02}", ban.from_contribution->position()) : "",
        ban.to_stakeholder ? fmt::format("s{:02}", ban.to_stakeholder->position()) : "",
        ban.to_need ? fmt::format("n{:02}", ban.to_need->position()) : "");
  }
  for (const ArrangedLine& line : territory.arranged) {
    const char* const kinds[] = {"today", "agreed", "fixed"};
    text += fmt::format("{} c{:02} n{:02} {}\n", kinds[static_cast<std::size_t>(line.kind)],
                        line.contribution.position(), line.need.position(), line.quantity.count());
  }
  for (const ReceivedRow& row : territory.received) {
    text +=
        fmt::format("received s{:02} r{:02} cycle {} needed {} quantity {}{}\n",
                    row.stakeholder.position(), row.resource.position(), row.cycle,
                    row.needed.count(), row.quantity.count(), row.set_aside ? " set aside" : "");
  }
  return text;
}

}  // namespace

TerritoryKind full_kind(Rule rule) {
  TerritoryKind kind;
  kind.rule = rule;
  kind.minima = kind.memory = kind.fixed = kind.agreed = true;
  kind.categories = kind.places = kind.dates = kind.bans = kind.listed = true;
  return kind;
}

Territory random_territory(Dice& dice, const TerritoryKind& kind) {
  return Generator(dice, kind).run();
}

Territory territory_of(const Sketch& sketch) {
  Territory made;
  made.settings.name = "Sketch";
  made.settings.order = {Criterion::kMinimum, Criterion::kFair, Criterion::kDistance};
  made.families.push_back({"kg", Millionths(kUnit), false, Millionths(0)});
  made.resources.push_back({"r00", "Resource", "kg", std::nullopt, FamilyIndex(0)});
  auto const add_stakeholder = [&](const std::string& id) {
    Stakeholder row;
    row.id = id;
    row.name = id;
    made.stakeholders.push_back(row);
    return StakeholderIndex(made.stakeholders.size() - 1);
  };
  for (std::size_t giver = 0; giver < sketch.supply.size(); ++giver) {
    Contribution row;
    row.id = fmt::format("c{:02}", giver);
    row.stakeholder = add_stakeholder(fmt::format("giver{:02}", giver));
    row.resources = {ResourceIndex(0)};
    row.family = FamilyIndex(0);
    row.quantity = Quanta(sketch.supply[giver]);
    made.contributions.push_back(row);
  }
  for (std::size_t need = 0; need < sketch.cap.size(); ++need) {
    Need row;
    row.id = fmt::format("n{:02}", need);
    row.stakeholder = add_stakeholder(fmt::format("taker{:02}", need));
    row.resources = {ResourceIndex(0)};
    row.family = FamilyIndex(0);
    row.quantity = Quanta(sketch.cap[need]);
    row.minimum = Quanta(sketch.minimum[need]);
    row.people = sketch.weight[need];
    made.needs.push_back(row);
    if (sketch.received[need] > 0) {
      made.settings.memory = 1;
      made.received.push_back({row.stakeholder, ResourceIndex(0), "1",
                               Quanta(sketch.received[need]), Quanta(sketch.received[need]),
                               false});
    }
  }
  made.has_links = true;
  for (std::size_t giver = 0; giver < sketch.supply.size(); ++giver) {
    for (std::size_t need = 0; need < sketch.cap.size(); ++need) {
      if (sketch.linked[need][giver]) {
        made.links.push_back(
            {ContributionIndex(giver), NeedIndex(need), Metres(0), std::nullopt, 0});
      }
    }
  }
  return made;
}

std::string describe(const Territory& territory) {
  std::string text = fmt::format("rule {} memory {} lot {} order",
                                 territory.settings.rule == Rule::kPeople ? "people" : "need",
                                 territory.settings.memory, territory.settings.lot);
  for (Criterion const criterion : territory.settings.order) {
    text += fmt::format(" {}", name_of(criterion));
  }
  text += territory.has_links ? ", only listed links\n" : "\n";
  for (const Resource& resource : territory.resources) {
    text += fmt::format(
        "{} of family {} quantum {}{}\n", resource.id, resource.family.position(),
        territory.families[resource.family.position()].quantum.count(),
        resource.broader ? fmt::format(" under r{:02}", resource.broader->position()) : "");
  }
  for (const Need& need : territory.needs) {
    text +=
        fmt::format("{} of s{:02} asks{} {} at least {} people {}{}\n", need.id,
                    need.stakeholder.position(), list_of(need.resources), need.quantity.count(),
                    need.minimum.count(), need.people.value_or(0), where_and_when(territory, need));
  }
  for (const Contribution& row : territory.contributions) {
    text += fmt::format("{} of s{:02} gives{} {} cost {}{}\n", row.id, row.stakeholder.position(),
                        list_of(row.resources), row.quantity.count(),
                        row.cost ? row.cost->count() : -1, where_and_when(territory, row));
  }
  return text + describe_tables(territory);
}

}  // namespace bocage::oracle
