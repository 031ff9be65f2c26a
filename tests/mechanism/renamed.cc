#include "mechanism/renamed.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace bocage::oracle {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

namespace {

using Places = std::vector<std::size_t>;  // new place of an old one

Places shuffled(std::size_t count, Dice& dice) {
  Places places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  dice.shuffle(places);
  return places;
}

template <class Index>
void move_index(Index& index, const Places& places) {
  index = Index(places[index.position()]);
}

template <class Index>
void move_index(std::optional<Index>& index, const Places& places) {
  if (index) {
    move_index(*index, places);
  }
}

template <class Row>
std::vector<Row> moved(const std::vector<Row>& rows, const Places& places, const char* prefix) {
  std::vector<Row> result(rows.size());
  for (std::size_t place = 0; place < rows.size(); ++place) {
    result[places[place]] = rows[place];
    result[places[place]].id = fmt::format("{}{:02}", prefix, places[place]);
  }
  return result;
}

template <class Row>
void move_owner_and_resources(std::vector<Row>& rows, const Places& people,
                              const Places& resources) {
  for (Row& row : rows) {
    move_index(row.stakeholder, people);
    for (ResourceIndex& resource : row.resources) {
      move_index(resource, resources);
    }
    std::sort(row.resources.begin(), row.resources.end());
  }
}

template <class Row, class Key>
void sort_by(std::vector<Row>& rows, Key key) {
  std::sort(rows.begin(), rows.end(),
            [&](const Row& one, const Row& other) { return key(one) < key(other); });
}

}  // namespace

Renamed renamed(const Territory& territory, Dice& dice) {
  Places const people = shuffled(territory.stakeholders.size(), dice);
  Places const resources = shuffled(territory.resources.size(), dice);
  Places const needs = shuffled(territory.needs.size(), dice);
  Places const givers = shuffled(territory.contributions.size(), dice);
  Territory made = territory;
  made.stakeholders = moved(territory.stakeholders, people, "x");
  const char* const kinds[] = {"network", "local_authority", "person", "something else"};
  for (Stakeholder& row : made.stakeholders) {
    row.name = "Other " + row.id;
    row.kind = kinds[dice.place(4)];
  }
  made.resources = moved(territory.resources, resources, "y");
  for (Resource& row : made.resources) {
    move_index(row.broader, resources);
  }
  made.needs = moved(territory.needs, needs, "a");
  made.contributions = moved(territory.contributions, givers, "z");
  move_owner_and_resources(made.needs, people, resources);
  move_owner_and_resources(made.contributions, people, resources);
  for (ListedLink& row : made.links) {
    move_index(row.contribution, givers);
    move_index(row.need, needs);
  }
  for (Ban& row : made.bans) {
    move_index(row.from_stakeholder, people);
    move_index(row.from_contribution, givers);
    move_index(row.to_stakeholder, people);
    move_index(row.to_need, needs);
  }
  for (ArrangedLine& row : made.arranged) {
    move_index(row.contribution, givers);
    move_index(row.need, needs);
  }
  for (ReceivedRow& row : made.received) {
    move_index(row.stakeholder, people);
    move_index(row.resource, resources);
  }
  sort_by(made.links, [](const ListedLink& row) { return std::pair(row.contribution, row.need); });
  sort_by(made.arranged,
          [](const ArrangedLine& row) { return std::tuple(row.contribution, row.need, row.kind); });
  sort_by(made.received, [](const ReceivedRow& row) {
    return std::tuple(row.stakeholder, row.resource, row.cycle);
  });
  return {made, needs};
}

}  // namespace bocage::oracle
