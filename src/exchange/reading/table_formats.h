#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// The tables of a territory and their columns; docs/formats/territory.md explains them.
namespace bocage::exchange {

struct Column {
  std::string_view name;
  bool required = false;
  bool list = false;  // may hold several ids
};

struct TableFormat {
  std::string_view name;
  bool required = false;
  std::span<const Column> columns;
};

struct StakeholderColumn {
  enum : std::size_t { kId, kName, kKind, kLongitude, kLatitude, kCommune, kPeople, kSiret };
};
inline constexpr std::array<Column, 8> kStakeholderColumns{{{"id"},
                                                            {"name", true},
                                                            {"kind"},
                                                            {"longitude"},
                                                            {"latitude"},
                                                            {"commune"},
                                                            {"people"},
                                                            {"siret"}}};

struct ResourceColumn {
  enum : std::size_t { kId, kName, kUnit, kBroader, kQuantum, kWorkHours, kWorkSkill };
};
inline constexpr std::array<Column, 7> kResourceColumns{{{"id"},
                                                         {"name", true},
                                                         {"unit", true},
                                                         {"broader"},
                                                         {"quantum"},
                                                         {"work_hours"},
                                                         {"work_skill"}}};

struct NeedColumn {
  enum : std::size_t {
    kId,
    kStakeholder,
    kResource,
    kQuantity,
    kMinimum,
    kPeople,
    kFrom,
    kUntil,
    kLongitude,
    kLatitude,
    kReach,
    kPrice,
    kIntensity,
    kProblem,
    kLotSize,
    kSmallestDelivery,
    kDependsOn
  };
};
inline constexpr std::array<Column, 17> kNeedColumns{{{"id"},
                                                      {"stakeholder", true},
                                                      {"resource", true, true},
                                                      {"quantity", true},
                                                      {"minimum"},
                                                      {"people"},
                                                      {"from"},
                                                      {"until"},
                                                      {"longitude"},
                                                      {"latitude"},
                                                      {"reach_km"},
                                                      {"price"},
                                                      {"intensity"},
                                                      {"problem"},
                                                      {"lot_size"},
                                                      {"smallest_delivery"},
                                                      {"depends_on", false, true}}};

struct ContributionColumn {
  enum : std::size_t {
    kId,
    kStakeholder,
    kResource,
    kQuantity,
    kFrom,
    kUntil,
    kLongitude,
    kLatitude,
    kReach,
    kCost,
    kProblem,
    kLotSize,
    kSmallestDelivery,
    kDependsOn
  };
};
inline constexpr std::array<Column, 14> kContributionColumns{{{"id"},
                                                              {"stakeholder", true},
                                                              {"resource", true, true},
                                                              {"quantity", true},
                                                              {"from"},
                                                              {"until"},
                                                              {"longitude"},
                                                              {"latitude"},
                                                              {"reach_km"},
                                                              {"cost"},
                                                              {"problem"},
                                                              {"lot_size"},
                                                              {"smallest_delivery"},
                                                              {"depends_on", false, true}}};

struct RecipeColumn {
  enum : std::size_t { kRecipe, kResource, kTakes, kMakes, kLoss };
};
inline constexpr std::array<Column, 5> kRecipeColumns{
    {{"recipe", true}, {"resource", true}, {"takes"}, {"makes"}, {"loss"}}};

struct ActivityColumn {
  enum : std::size_t {
    kId,
    kStakeholder,
    kRecipe,
    kCapacity,
    kBatch,
    kFrom,
    kUntil,
    kLongitude,
    kLatitude,
    kReach,
    kDependsOn
  };
};
inline constexpr std::array<Column, 11> kActivityColumns{{{"id"},
                                                          {"stakeholder", true},
                                                          {"recipe", true},
                                                          {"capacity", true},
                                                          {"batch"},
                                                          {"from"},
                                                          {"until"},
                                                          {"longitude"},
                                                          {"latitude"},
                                                          {"reach_km"},
                                                          {"depends_on", false, true}}};

struct LinkColumn {
  enum : std::size_t { kContribution, kNeed, kDistance, kValue };
};
inline constexpr std::array<Column, 4> kLinkColumns{
    {{"contribution", true}, {"need", true}, {"km"}, {"value"}}};

struct BanColumn {
  enum : std::size_t { kFrom, kTo, kReason };
};
inline constexpr std::array<Column, 3> kBanColumns{{{"from", true}, {"to", true}, {"reason"}}};

struct ArrangedColumn {
  enum : std::size_t { kContribution, kNeed, kQuantity, kKind };
};
inline constexpr std::array<Column, 4> kArrangedColumns{
    {{"contribution", true}, {"need", true}, {"quantity", true}, {"kind", true}}};

struct ReceivedColumn {
  enum : std::size_t { kStakeholder, kResource, kCycle, kNeeded, kQuantity, kSetAside };
};
inline constexpr std::array<Column, 6> kReceivedColumns{{{"stakeholder", true},
                                                         {"resource", true},
                                                         {"cycle", true},
                                                         {"needed", true},
                                                         {"quantity", true},
                                                         {"set_aside"}}};

struct SharedProblemColumn {
  enum : std::size_t { kId, kTitle, kTheme, kPlace, kRaisedBy, kSharedBy };
};
inline constexpr std::array<Column, 6> kSharedProblemColumns{
    {{"id"}, {"title", true}, {"theme"}, {"place"}, {"raised_by"}, {"shared_by", false, true}}};

struct SharedCostColumn {
  enum : std::size_t { kId, kName, kCost, kMethod, kFixed, kPerUse, kCapacity };
};
inline constexpr std::array<Column, 7> kSharedCostColumns{{{"id"},
                                                           {"name", true},
                                                           {"cost", true},
                                                           {"method"},
                                                           {"coalition_fixed"},
                                                           {"coalition_per_use"},
                                                           {"coalition_capacity"}}};

struct CostMemberColumn {
  enum : std::size_t { kSharedCost, kStakeholder, kUse, kHeads, kAlone };
};
inline constexpr std::array<Column, 5> kCostMemberColumns{
    {{"shared_cost", true}, {"stakeholder", true}, {"use"}, {"heads"}, {"alone"}}};

struct CoalitionCostColumn {
  enum : std::size_t { kSharedCost, kMembers, kCost };
};
inline constexpr std::array<Column, 3> kCoalitionCostColumns{
    {{"shared_cost", true}, {"members", true, true}, {"cost", true}}};

struct ProjectColumn {
  enum : std::size_t {
    kId,
    kName,
    kBearer,
    kCost,
    kOwnFunds,
    kBenefit,
    kBenefitUnit,
    kFunders,
    kPublicCeiling,
    kQuantity,
    kUnit,
    kPrice,
    kMostShare,
    kFewestMembers
  };
};
inline constexpr std::array<Column, 14> kProjectColumns{{{"id"},
                                                         {"name", true},
                                                         {"bearer"},
                                                         {"cost"},
                                                         {"own_funds"},
                                                         {"benefit"},
                                                         {"benefit_unit"},
                                                         {"funders", false, true},
                                                         {"public_ceiling"},
                                                         {"quantity"},
                                                         {"unit"},
                                                         {"price"},
                                                         {"most_share"},
                                                         {"fewest_members"}}};

struct ProjectMemberColumn {
  enum : std::size_t { kProject, kStakeholder, kCapacity, kMinimum, kCost };
};
inline constexpr std::array<Column, 5> kProjectMemberColumns{
    {{"project", true}, {"stakeholder", true}, {"capacity"}, {"minimum"}, {"cost"}}};

struct ProjectLimitColumn {
  enum : std::size_t { kId, kName, kUnit, kQuantity };
};
inline constexpr std::array<Column, 4> kProjectLimitColumns{
    {{"id"}, {"name", true}, {"unit"}, {"quantity", true}}};

struct ProjectUseColumn {
  enum : std::size_t { kProject, kLimit, kQuantity };
};
inline constexpr std::array<Column, 3> kProjectUseColumns{
    {{"project", true}, {"limit", true}, {"quantity", true}}};

struct FunderColumn {
  enum : std::size_t { kStakeholder, kBudget, kLeastShare, kMostShare, kLeastAmount, kPublic };
};
inline constexpr std::array<Column, 6> kFunderColumns{{{"stakeholder", true},
                                                       {"budget", true},
                                                       {"least_share"},
                                                       {"most_share"},
                                                       {"least_amount"},
                                                       {"public"}}};

struct ProjectVoteColumn {
  enum : std::size_t { kProject, kStakeholder };
};
inline constexpr std::array<Column, 2> kProjectVoteColumns{
    {{"project", true}, {"stakeholder", true}}};

struct CollegeColumn {
  enum : std::size_t { kId, kName, kWeight, kMembers };
};
inline constexpr std::array<Column, 4> kCollegeColumns{
    {{"id"}, {"name", true}, {"weight"}, {"members"}}};

struct AssociateColumn {
  enum : std::size_t { kId, kName, kStakeholder, kCategory, kCollege, kPublic, kEntered, kLeft };
};
inline constexpr std::array<Column, 8> kAssociateColumns{{{"id"},
                                                          {"name", true},
                                                          {"stakeholder"},
                                                          {"category"},
                                                          {"college"},
                                                          {"public"},
                                                          {"entered"},
                                                          {"left"}}};

struct ShareColumn {
  enum : std::size_t { kAssociate, kDate, kShares, kAsked };
};
inline constexpr std::array<Column, 4> kShareColumns{
    {{"associate", true}, {"date", true}, {"shares", true}, {"asked"}}};

struct ResolutionColumn {
  enum : std::size_t { kId, kTitle, kDate, kMajority, kQuorum };
};
inline constexpr std::array<Column, 5> kResolutionColumns{
    {{"id"}, {"title", true}, {"date"}, {"majority"}, {"quorum"}}};

struct BallotColumn {
  enum : std::size_t { kResolution, kAssociate, kVote, kProxy };
};
inline constexpr std::array<Column, 4> kBallotColumns{
    {{"resolution", true}, {"associate", true}, {"vote", true}, {"proxy"}}};

struct HandsColumn {
  enum : std::size_t { kResolution, kCollege, kPresent, kYes, kNo, kAbstained };
};
inline constexpr std::array<Column, 6> kHandsColumns{
    {{"resolution", true}, {"college"}, {"present"}, {"yes", true}, {"no", true}, {"abstained"}}};

struct SurplusColumn {
  enum : std::size_t { kYear, kSurplus, kLegalReserve, kOtherReserve, kInterest };
};
inline constexpr std::array<Column, 5> kSurplusColumns{
    {{"year", true}, {"surplus", true}, {"legal_reserve"}, {"other_reserve"}, {"interest"}}};

enum class Table : std::size_t {
  kStakeholders,
  kResources,
  kNeeds,
  kContributions,
  kLinks,
  kBans,
  kArranged,
  kReceived,
  kSharedProblems,
  kSharedCosts,
  kCostMembers,
  kCoalitionCosts,
  kProjects,
  kProjectMembers,
  kProjectLimits,
  kProjectUses,
  kFunders,
  kProjectVotes,
  kColleges,
  kAssociates,
  kShares,
  kResolutions,
  kBallots,
  kHands,
  kSurpluses,
  kRecipes,
  kActivities
};
inline constexpr std::array<TableFormat, 27> kTables{
    {{"stakeholders", true, kStakeholderColumns},
     {"resources", true, kResourceColumns},
     {"needs", true, kNeedColumns},
     {"contributions", true, kContributionColumns},
     {"links", false, kLinkColumns},
     {"bans", false, kBanColumns},
     {"arranged", false, kArrangedColumns},
     {"received", false, kReceivedColumns},
     {"problems", false, kSharedProblemColumns},
     {"shared_costs", false, kSharedCostColumns},
     {"shared_cost_members", false, kCostMemberColumns},
     {"coalition_costs", false, kCoalitionCostColumns},
     {"projects", false, kProjectColumns},
     {"project_members", false, kProjectMemberColumns},
     {"project_limits", false, kProjectLimitColumns},
     {"project_uses", false, kProjectUseColumns},
     {"funders", false, kFunderColumns},
     {"project_votes", false, kProjectVoteColumns},
     {"colleges", false, kCollegeColumns},
     {"associates", false, kAssociateColumns},
     {"shares", false, kShareColumns},
     {"resolutions", false, kResolutionColumns},
     {"ballots", false, kBallotColumns},
     {"hands", false, kHandsColumns},
     {"surpluses", false, kSurplusColumns},
     {"recipes", false, kRecipeColumns},
     {"activities", false, kActivityColumns}}};

inline constexpr std::string_view kSettingsFile = "territory.toml";
[[nodiscard]] inline std::string file_of(const TableFormat& table) {
  return std::string(table.name) + ".csv";
}

}  // namespace bocage::exchange
