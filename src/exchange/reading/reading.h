#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/read_territory.h"
#include "exchange/reading/ids.h"
#include "exchange/reading/lookup.h"
#include "exchange/reading/raw_table.h"
#include "exchange/reading/report.h"
#include "exchange/reading/settings.h"
#include "territory/territory.h"

namespace bocage::exchange {

// A quantity in units, to become quanta once the family of its resource is known.
struct PendingQuantity {
  territory::ResourceIndex resource;
  std::int64_t millionths = 0;
  Table table = Table::kNeeds;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  territory::Quanta* quanta = nullptr;  // where it goes; the tables no longer move
};

// What the tables' readers share, from the raw tables to the territory.
struct Reading {
  RawTables tables;
  Report report;
  territory::Territory territory;
  bool rule_is_known = false;
  IdSpace actor_ids;  // stakeholders, needs and contributions
  IdSpace resource_ids;
  IdSpace shared_problem_ids;
  IdSpace shared_cost_ids;
  IdSpace project_ids;
  IdSpace limit_ids;
  IdSpace college_ids;
  IdSpace associate_ids;
  IdSpace resolution_ids;
  IdSpace recipe_ids;
  Lookup stakeholders;
  Lookup resources;
  Lookup needs;
  Lookup contributions;
  Lookup shared_problems;
  Lookup shared_costs;
  Lookup projects;
  Lookup limits;
  Lookup colleges;
  Lookup associates;
  Lookup resolutions;
  Lookup recipes;
  Lookup offers;  // needs, then contributions
  // As stated, in millionths, by resource.
  std::vector<std::optional<std::int64_t>> quanta_stated;
  // The raw rows of what is sorted in the territory.
  std::vector<std::size_t> stakeholder_rows;
  std::vector<std::size_t> resource_rows;
  std::vector<std::size_t> arranged_rows;
  std::vector<std::size_t> activity_rows;
  std::vector<std::size_t> need_rows;  // kNoRow for what an activity takes
  std::vector<std::size_t> contribution_rows;
  // What activities take and make, before it is sorted among needs and contributions.
  std::vector<territory::Need> taken;
  std::vector<territory::Contribution> made;
  // Pairs of resources that share a family.
  std::vector<std::pair<territory::ResourceIndex, territory::ResourceIndex>> joined;
  std::vector<PendingQuantity> pending;
  std::vector<PendingName> names;  // of the settings
  std::vector<DerivedId> derived_ids;

  static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

  [[nodiscard]] const RawTable& table(Table which) const {
    return tables[static_cast<std::size_t>(which)];
  }
};

// A reader a table, in the order they must run.
void read_stakeholders(Reading& reading);
void read_resources(Reading& reading);
void read_shared_problems(Reading& reading);
void read_recipes(Reading& reading);
void read_activities(Reading& reading);
void read_needs(Reading& reading);
void read_contributions(Reading& reading);
void read_conditions(Reading& reading);  // what needs, contributions and activities depend on
void read_links(Reading& reading);
void read_bans(Reading& reading);
void read_arranged(Reading& reading);
void read_received(Reading& reading);
void read_shared_costs(Reading& reading);
void read_projects(Reading& reading);
void read_members(Reading& reading);  // of the assembly, and what they hold
void read_ballots(Reading& reading);  // and resolutions, and shows of hands
// Families of resources, then all quantities in quanta, then what could only be checked in quanta.
void build_families(Reading& reading);
void settle_quantities(Reading& reading);
void settle_activities(Reading& reading);
void check_fixed_lines(Reading& reading);
// Kinds, resources and units that the settings of comparisons name.
void check_names(Reading& reading);

}  // namespace bocage::exchange
