#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "territory/activity.h"
#include "territory/assembly.h"
#include "territory/comparison_settings.h"
#include "territory/shared_cost.h"
#include "territory/shared_project.h"
#include "territory/units.h"

// What exists, as plain values. Every table is sorted by id, bytewise (tables without an id by
// their first columns), so that nothing computed from it can depend on the order of the rows people
// wrote.
namespace bocage::territory {

enum class Language { kEnglish, kFrench };
enum class Rule { kPeople, kNeed };
enum class Criterion { kMinimum, kFair, kTotal, kValue, kStability, kDistance, kCost };
enum class BelowMinimum { kSetAside, kShare };
enum class ArrangedKind { kToday, kAgreed, kFixed };

// WGS 84, in 10^-7 degrees.
struct Position {
  std::int32_t longitude = 0;
  std::int32_t latitude = 0;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

struct Settings {
  std::string name;
  Language language = Language::kEnglish;
  std::string currency = "EUR";
  Rule rule = Rule::kPeople;
  std::vector<Criterion> order;
  Millionths detour{1'300'000};  // road kilometres per great-circle kilometre
  int memory = 0;                // how many past cycles count
  std::uint64_t lot = 0;
  BelowMinimum below_minimum = BelowMinimum::kSetAside;
  friend bool operator==(const Settings&, const Settings&) = default;
};

struct Stakeholder {
  std::string id;
  std::string name;
  std::string kind;  // the known word where it is one ("sse_enterprise", "person"), else as written
  std::optional<Position> position;        // its own, as written
  std::string commune;                     // INSEE code, empty where none
  std::optional<Position> commune_centre;  // looked up from `commune`
  std::optional<std::int64_t> people;
  std::string siret;
  friend bool operator==(const Stakeholder&, const Stakeholder&) = default;
};

struct Resource {
  std::string id;
  std::string name;
  std::string unit;
  std::optional<ResourceIndex> broader;
  FamilyIndex family;
  std::optional<Millionths> work_hours;     // hours of work that a unit of it takes
  std::optional<ResourceIndex> work_skill;  // what these hours are of
  friend bool operator==(const Resource&, const Resource&) = default;
};

// Resources that stand for one another somewhere (joined by `broader`, or listed together): one
// unit, one quantum.
struct Family {
  std::string unit;
  Millionths quantum;  // of the unit
  bool quantum_is_assumed = false;
  Millionths proposed_quantum{0};  // where assumed: the largest step that fits the data
  friend bool operator==(const Family&, const Family&) = default;
};

struct Need {
  std::string id;
  StakeholderIndex stakeholder;
  std::vector<ResourceIndex> resources;  // any of them serves; sorted
  FamilyIndex family;
  Quanta quantity;
  Quanta minimum;
  std::optional<std::int64_t> people;  // its own, as written
  base::DayRange window;
  std::optional<Position> position;  // its own, as written
  std::optional<Metres> reach;
  std::optional<Millionths> price;  // of the currency, per unit
  std::optional<int> intensity;     // 1 to 3
  std::string problem;
  std::optional<Quanta> lot_size;           // every line is a whole number of lots
  std::optional<Quanta> smallest_delivery;  // no line is smaller
  std::vector<Condition> depends_on;        // sorted
  std::optional<std::size_t> activity;      // that takes it: place in Territory::activities
  friend bool operator==(const Need&, const Need&) = default;
};

struct Contribution {
  std::string id;
  StakeholderIndex stakeholder;
  std::vector<ResourceIndex> resources;  // sorted
  FamilyIndex family;
  Quanta quantity;
  base::DayRange window;
  std::optional<Position> position;
  std::optional<Metres> reach;
  std::optional<Millionths> cost;  // of the currency, per unit
  std::string problem;
  std::optional<Quanta> lot_size;
  std::optional<Quanta> smallest_delivery;
  std::vector<Condition> depends_on;
  std::optional<std::size_t> activity;  // that makes it
  friend bool operator==(const Contribution&, const Contribution&) = default;
};

// A pair of links.csv.
struct ListedLink {
  ContributionIndex contribution;
  NeedIndex need;
  std::optional<Metres> distance;
  std::optional<Millionths> value;  // per unit
  int line = 0;                     // in links.csv, for warnings; 0 where unknown
  friend bool operator==(const ListedLink&, const ListedLink&) = default;
};

// `from` does not supply `to`. A side is everybody where no index is set.
struct Ban {
  std::optional<StakeholderIndex> from_stakeholder;
  std::optional<ContributionIndex> from_contribution;
  std::optional<StakeholderIndex> to_stakeholder;
  std::optional<NeedIndex> to_need;
  std::string reason;
  friend bool operator==(const Ban&, const Ban&) = default;
};

struct ArrangedLine {
  ContributionIndex contribution;
  NeedIndex need;
  Quanta quantity;
  ArrangedKind kind = ArrangedKind::kToday;
  friend bool operator==(const ArrangedLine&, const ArrangedLine&) = default;
};

// What a stakeholder needed and received of a resource in a past cycle.
struct ReceivedRow {
  StakeholderIndex stakeholder;
  ResourceIndex resource;
  std::string cycle;
  Quanta needed;
  Quanta quantity;
  bool set_aside = false;
  friend bool operator==(const ReceivedRow&, const ReceivedRow&) = default;
};

struct SharedProblem {
  std::string id;
  std::string title;
  std::string theme;
  std::string place;
  std::optional<StakeholderIndex> raised_by;
  std::vector<StakeholderIndex> shared_by;
  friend bool operator==(const SharedProblem&, const SharedProblem&) = default;
};

struct Territory {
  Settings settings;
  std::vector<Stakeholder> stakeholders;
  std::vector<Resource> resources;
  std::vector<Family> families;
  std::vector<Need> needs;
  std::vector<Contribution> contributions;
  bool has_links = false;  // links.csv is present: only its pairs are possible
  std::vector<ListedLink> links;
  std::vector<Ban> bans;
  std::vector<ArrangedLine> arranged;
  std::vector<ReceivedRow> received;
  std::vector<SharedProblem> problems;
  std::vector<Recipe> recipes;
  std::vector<Activity> activities;
  std::vector<SharedCost> shared_costs;
  std::vector<SharedProject> projects;
  std::string benefit_unit;  // of the projects; empty: they are counted
  std::vector<ProjectLimit> limits;
  std::vector<Funder> funders;
  std::vector<ProjectVote> votes;  // by voter, then project
  Assembly assembly;
  ComparisonSettings comparison;
  friend bool operator==(const Territory&, const Territory&) = default;
};

// The place of a need or contribution: its own, else its stakeholder's, else the centre of the
// stakeholder's commune.
enum class PositionSource { kOwn, kStakeholder, kCommune, kNone };
struct Placed {
  std::optional<Position> position;
  PositionSource source = PositionSource::kNone;
};
[[nodiscard]] Placed place_of(const Territory& territory, const Need& need);
[[nodiscard]] Placed place_of(const Territory& territory, const Contribution& contribution);

// The people a need stands for under rule `people`: its own figure, else its stakeholder's.
[[nodiscard]] std::optional<std::int64_t> people_of(const Territory& territory, const Need& need);

// Whether some resource of the contribution equals, or lies under, some resource of the need.
[[nodiscard]] bool serves(const Territory& territory, const Contribution& contribution,
                          const Need& need);

// What past cycles left with a need: the rows of the last `settings.memory` cycles (in natural
// order of their names) of its stakeholder, for resources that would serve it. Where several needs
// of a stakeholder could claim a row, it is divided in proportion to their quantities, in whole
// quanta, largest remainder first, then by id.
struct Memory {
  Quanta needed;
  Quanta received;
  bool set_aside = false;
};
[[nodiscard]] std::vector<Memory> memory_of_needs(const Territory& territory);

}  // namespace bocage::territory
