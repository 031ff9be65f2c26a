#include "check/worlds.h"

#include "exchange/canonical.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::int64_t kHour = 1'000'000;  // millionths

Need van_need(std::size_t stakeholder, const std::string& id, std::int64_t quantity,
              std::int64_t minimum) {
  Need need;
  need.id = id;
  need.stakeholder = StakeholderIndex(stakeholder);
  need.resources = {ResourceIndex(0)};
  need.family = FamilyIndex(0);
  need.quantity = Quanta(quantity * 1000);
  need.minimum = Quanta(minimum * 1000);
  return need;
}

Territory van_territory() {
  Territory territory;
  territory.settings.name = "One van";
  territory.settings.rule = Rule::kNeed;
  territory.settings.order = {Criterion::kMinimum, Criterion::kFair, Criterion::kDistance};
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) {
    Stakeholder stakeholder;
    stakeholder.id = id;
    stakeholder.name = "Stakeholder " + stakeholder.id;
    territory.stakeholders.push_back(stakeholder);
  }
  territory.families.push_back({"h", Millionths(1000)});
  territory.resources.push_back({"van_hours", "Van, hours", "h", std::nullopt, FamilyIndex(0)});
  territory.needs = {van_need(1, "n1", 12, 6), van_need(2, "n2", 16, 8),  van_need(3, "n3", 10, 5),
                     van_need(4, "n4", 6, 6),  van_need(5, "n5", 14, 10), van_need(6, "n6", 8, 4)};
  Contribution van;
  van.id = "c1";
  van.stakeholder = StakeholderIndex(0);
  van.resources = {ResourceIndex(0)};
  van.family = FamilyIndex(0);
  van.quantity = Quanta(40'000);
  territory.contributions = {van};
  return territory;
}

// n4 and n5 stand at their minimum, 16 h together; the other 24 h are shared by needs of 46 h.
Plan van_plan(const Territory& territory) {
  Plan plan;
  plan.engine = "0.1.0";
  plan.territory = territory.settings.name;
  plan.input_sha256 = exchange::input_sha256(territory);
  plan.rule = Rule::kNeed;
  plan.order = territory.settings.order;
  std::vector<std::int64_t> const served = {6261, 8348, 5217, 6000, 10'000, 4174};
  std::vector<std::int64_t> const fills = {521'750, 521'750, 521'700, 1'000'000, 714'286, 521'750};
  for (std::size_t i = 0; i < served.size(); ++i) {
    const std::string& id = territory.needs[i].id;
    Reason const reason = i == 3   ? Reason::kMet
                          : i == 4 ? Reason::kAtMinimum
                                   : Reason::kSharedShortage;
    plan.transfers.push_back({"c1", id, Millionths(served[i] * 1000), Metres(0)});
    plan.needs.push_back(
        {id, Millionths(served[i] * 1000), Millionths(fills[i]), 1, reason, {Millionths(0)}, {}});
  }
  plan.contributions = {{"c1", Millionths(40 * kHour), Millionths(0), 1, {Millionths(0)}}};
  plan.blocks = {{1, base::Fraction(12, 23), 6, 1}};
  plan.proof = {{"c1", "n1", base::Fraction(144, 23)},
                {"c1", "n2", base::Fraction(192, 23)},
                {"c1", "n3", base::Fraction(120, 23)},
                {"c1", "n6", base::Fraction(96, 23)}};
  for (const char* id : {"c1", "n1", "n2", "n3", "n4", "n5", "n6"}) {
    plan.assumptions.push_back({AssumptionCode::kNoPosition, id});
  }
  plan.summary = {6,
                  6,
                  0,
                  0,
                  Millionths(521'700),
                  {{"h", Millionths(66 * kHour), Millionths(40 * kHour), Millionths(0)}},
                  6,
                  Metres(0)};
  return plan;
}

}  // namespace

World one_van() {
  World world{"one van", van_territory(), {}};
  world.plan = van_plan(world.territory);
  return world;
}

}  // namespace bocage::check_tests
