#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "base/decimal.h"
#include "exchange/reading/kinds.h"
#include "exchange/reading/named_rows.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using base::Int128;

class ProjectTables {
 public:
  explicit ProjectTables(Reading& reading) : reading_(reading) {}

  void read() {
    read_funders();
    read_limits();
    read_projects();
    read_members();
    read_uses();
    read_votes();
    for (std::size_t place = 0; place < projects().size(); ++place) {
      finish(place);
    }
  }

 private:
  std::vector<SharedProject>& projects() { return reading_.territory.projects; }
  std::vector<Funder>& funders() { return reading_.territory.funders; }

  [[nodiscard]] const std::string& id(StakeholderIndex stakeholder) const {
    return reading_.territory.stakeholders[stakeholder.position()].id;
  }

  // Whether the table can be read, and stands beside the one that names what its rows are about.
  [[nodiscard]] bool can_read(Table which, Table main) {
    const RawTable& table = reading_.table(which);
    if (!table.present() || !table.readable()) {
      return false;
    }
    if (!reading_.table(main).present() && table.size() > 0) {
      reading_.report.error(ProblemCode::kRowsOfNoTable,
                            {file_of(kTables[static_cast<std::size_t>(main)])}, "",
                            {file_of(kTables[static_cast<std::size_t>(which)])});
      return false;
    }
    return true;
  }

  void read_funders() {
    using Columns = FunderColumn;
    if (!can_read(Table::kFunders, Table::kProjects)) {
      return;
    }
    std::map<StakeholderIndex, std::pair<Funder, int>> found;
    for (std::size_t position = 0; position < reading_.table(Table::kFunders).size(); ++position) {
      Row row(reading_, Table::kFunders, position);
      auto const who = row.reference(Columns::kStakeholder, reading_.stakeholders,
                                     ProblemCode::kStakeholderUnknown);
      row.required_text(Columns::kBudget);
      Funder funder;
      funder.budget = row.sum_of_money(Columns::kBudget).value_or(Millionths(0));
      funder.least_share = row.ratio(Columns::kLeastShare);
      funder.most_share = row.ratio(Columns::kMostShare);
      funder.least_amount = row.sum_of_money(Columns::kLeastAmount);
      bool const stated_public = row.yes(Columns::kPublic);
      if (!who) {
        continue;
      }
      funder.stakeholder = StakeholderIndex(*who);
      funder.is_public = row.has(Columns::kPublic)
                             ? stated_public
                             : reading_.territory.stakeholders[*who].kind == kPublicKind;
      if (funder.least_share && funder.most_share && *funder.least_share > *funder.most_share) {
        row.error(ProblemCode::kFunderSharesCrossed, Columns::kLeastShare,
                  {id(funder.stakeholder), base::format_decimal(funder.least_share->count(), 6),
                   base::format_decimal(funder.most_share->count(), 6)});
      }
      auto const [stood, is_new] =
          found.try_emplace(funder.stakeholder, std::pair(funder, row.line()));
      if (!is_new) {
        row.error(ProblemCode::kFunderRepeated, Columns::kStakeholder,
                  {"", std::to_string(stood->second.second)});
      }
    }
    for (auto const& [stakeholder, funder] : found) {
      funders().push_back(funder.first);
    }
  }

  void read_limits() {
    const RawTable& table = reading_.table(Table::kProjectLimits);
    reading_.limits.whole = table.readable();
    if (!can_read(Table::kProjectLimits, Table::kProjects)) {
      return;
    }
    for (Draft<ProjectLimit>& draft : named_rows<ProjectLimit>(
             reading_, {Table::kProjectLimits, reading_.limit_ids, reading_.limits},
             &ProjectLimit::name, limit_in,
             [](const ProjectLimit& one) { return std::tie(one.name, one.quantity, one.unit); })) {
      reading_.territory.limits.push_back(std::move(draft.value));
    }
  }

  static ProjectLimit limit_in(Row& row) {
    using Columns = ProjectLimitColumn;
    ProjectLimit limit;
    limit.name = row.required_text(Columns::kName);
    limit.unit = row.text(Columns::kUnit);
    row.required_text(Columns::kQuantity);
    limit.quantity = Millionths(row.quantity_or_none(Columns::kQuantity).value_or(0));
    return limit;
  }

  void read_projects() {
    const RawTable& table = reading_.table(Table::kProjects);
    reading_.projects.whole = table.readable();
    if (!table.present() || !table.readable()) {
      return;
    }
    for (Draft<SharedProject>& draft : named_rows<SharedProject>(
             reading_, {Table::kProjects, reading_.project_ids, reading_.projects},
             &SharedProject::name, [this](Row& row) { return project_in(row); },
             [](const SharedProject& one) {
               return std::tie(one.name, one.cost, one.benefit, one.own_funds);
             })) {
      rows_.push_back(draft.row);
      projects().push_back(std::move(draft.value));
    }
  }

  SharedProject project_in(Row& row) {
    using Columns = ProjectColumn;
    SharedProject project;
    project.name = row.required_text(Columns::kName);
    if (row.has(Columns::kBearer)) {
      auto const bearer =
          row.reference(Columns::kBearer, reading_.stakeholders, ProblemCode::kStakeholderUnknown);
      project.bearer = bearer ? std::optional(StakeholderIndex(*bearer)) : std::nullopt;
    }
    project.cost = row.sum_of_money(Columns::kCost).value_or(Millionths(0));
    project.own_funds = row.sum_of_money(Columns::kOwnFunds).value_or(Millionths(0));
    if (row.has(Columns::kOwnFunds) && !row.has(Columns::kCost)) {
      row.error(ProblemCode::kOwnFundsWithoutCost, Columns::kOwnFunds, {project.name});
    }
    project.benefit = row.sum_of_money(Columns::kBenefit);
    read_benefit_unit(row, project.name);
    read_competent(row, project);
    project.public_ceiling = row.ratio(Columns::kPublicCeiling);
    if (row.has(Columns::kQuantity)) {
      auto const quantity = row.quantity(Columns::kQuantity);
      project.quantity = Millionths(std::min(quantity.value_or(1), kLargestSum));
    }
    project.unit = row.text(Columns::kUnit);
    project.price = row.money(Columns::kPrice);
    project.most_share = row.ratio(Columns::kMostShare);
    for (std::size_t const column : {Columns::kUnit, Columns::kPrice, Columns::kMostShare}) {
      if (row.has(column) && !project.quantity) {
        row.error(ProblemCode::kProjectQuantityMissing, column,
                  {project.name, std::string(kProjectColumns[column].name)});
      }
    }
    project.fewest_members = row.people(Columns::kFewestMembers).value_or(0);
    return project;
  }

  void read_benefit_unit(Row& row, const std::string& project) {
    std::string const unit(row.text(ProjectColumn::kBenefitUnit));
    std::string& known = reading_.territory.benefit_unit;
    if (!unit.empty() && !known.empty() && unit != known) {
      row.error(ProblemCode::kBenefitUnitsDiffer, ProjectColumn::kBenefitUnit, {project, known});
    }
    known = known.empty() ? unit : known;
  }

  // Who may fund it; whoever has a budget, where nobody is named.
  void read_competent(Row& row, SharedProject& project) {
    if (!row.has(ProjectColumn::kFunders)) {
      project.funders.resize(funders().size());
      std::iota(project.funders.begin(), project.funders.end(), std::size_t{0});
      return;
    }
    for (std::size_t const who : row.references(ProjectColumn::kFunders, reading_.stakeholders,
                                                ProblemCode::kStakeholderUnknown)) {
      auto const found = std::find_if(
          funders().begin(), funders().end(),
          [&](const Funder& funder) { return funder.stakeholder == StakeholderIndex(who); });
      if (found != funders().end()) {
        project.funders.push_back(
            static_cast<std::size_t>(std::distance(funders().begin(), found)));
      } else if (reading_.table(Table::kFunders).readable()) {
        row.error(ProblemCode::kFunderUnknown, ProjectColumn::kFunders,
                  {project.name, id(StakeholderIndex(who))});
      }
    }
  }

  void read_members() {
    using Columns = ProjectMemberColumn;
    if (!can_read(Table::kProjectMembers, Table::kProjects)) {
      return;
    }
    std::map<std::pair<std::size_t, StakeholderIndex>, std::pair<ProjectMember, int>> found;
    for (std::size_t position = 0; position < reading_.table(Table::kProjectMembers).size();
         ++position) {
      Row row(reading_, Table::kProjectMembers, position);
      auto const project =
          row.reference(Columns::kProject, reading_.projects, ProblemCode::kProjectUnknown);
      auto const who = row.reference(Columns::kStakeholder, reading_.stakeholders,
                                     ProblemCode::kStakeholderUnknown);
      ProjectMember member;
      if (row.has(Columns::kCapacity)) {
        auto const capacity = row.quantity(Columns::kCapacity);
        member.capacity = Millionths(std::min(capacity.value_or(1), kLargestSum));
      }
      if (row.has(Columns::kMinimum)) {
        member.minimum =
            Millionths(std::min(row.quantity(Columns::kMinimum).value_or(1), kLargestSum));
      }
      member.cost = row.money(Columns::kCost).value_or(Millionths(0));
      if (!project || !who) {
        continue;
      }
      member.stakeholder = StakeholderIndex(*who);
      check_member(row, projects()[*project], member);
      auto const [stood, is_new] =
          found.try_emplace(std::pair(*project, member.stakeholder), std::pair(member, row.line()));
      if (!is_new) {
        row.error(ProblemCode::kProjectRowRepeated, Columns::kStakeholder,
                  {projects()[*project].name, std::to_string(stood->second.second)});
      }
    }
    for (auto const& [key, member] : found) {
      projects()[key.first].members.push_back(member.first);
    }
  }

  void check_member(Row& row, const SharedProject& project, const ProjectMember& member) {
    using Columns = ProjectMemberColumn;
    if (project.quantity && !row.has(Columns::kMinimum)) {
      row.error(ProblemCode::kBatchMissing, Columns::kMinimum,
                {project.name, id(member.stakeholder)});
    }
    for (std::size_t const column : {Columns::kCapacity, Columns::kMinimum, Columns::kCost}) {
      if (!project.quantity && row.has(column)) {
        row.error(ProblemCode::kProjectQuantityMissing, column,
                  {project.name, std::string(kProjectMemberColumns[column].name)});
      }
    }
  }

  void read_uses() {
    using Columns = ProjectUseColumn;
    if (!can_read(Table::kProjectUses, Table::kProjects)) {
      return;
    }
    std::map<std::pair<std::size_t, std::size_t>, std::pair<Millionths, int>> found;
    for (std::size_t position = 0; position < reading_.table(Table::kProjectUses).size();
         ++position) {
      Row row(reading_, Table::kProjectUses, position);
      auto const project =
          row.reference(Columns::kProject, reading_.projects, ProblemCode::kProjectUnknown);
      auto const limit =
          row.reference(Columns::kLimit, reading_.limits, ProblemCode::kProjectLimitUnknown);
      auto const quantity = row.quantity(Columns::kQuantity);
      if (!project || !limit || !quantity) {
        continue;
      }
      auto const [stood, is_new] = found.try_emplace(std::pair(*project, *limit),
                                                     std::pair(Millionths(*quantity), row.line()));
      if (!is_new) {
        row.error(ProblemCode::kProjectRowRepeated, Columns::kLimit,
                  {projects()[*project].name, std::to_string(stood->second.second)});
      }
    }
    for (auto const& [key, quantity] : found) {
      projects()[key.first].uses.push_back({key.second, quantity.first});
    }
  }

  void read_votes() {
    using Columns = ProjectVoteColumn;
    if (!can_read(Table::kProjectVotes, Table::kProjects)) {
      return;
    }
    std::map<std::pair<StakeholderIndex, std::size_t>, int> found;
    for (std::size_t position = 0; position < reading_.table(Table::kProjectVotes).size();
         ++position) {
      Row row(reading_, Table::kProjectVotes, position);
      auto const project =
          row.reference(Columns::kProject, reading_.projects, ProblemCode::kProjectUnknown);
      auto const who = row.reference(Columns::kStakeholder, reading_.stakeholders,
                                     ProblemCode::kStakeholderUnknown);
      if (!project || !who) {
        continue;
      }
      auto const [stood, is_new] =
          found.try_emplace(std::pair(StakeholderIndex(*who), *project), row.line());
      if (!is_new) {
        row.error(ProblemCode::kProjectRowRepeated, Columns::kStakeholder,
                  {projects()[*project].name, std::to_string(stood->second)});
      }
    }
    for (auto const& [key, line] : found) {
      reading_.territory.votes.push_back({key.first, key.second});
    }
  }

  // What its members would ask together must stay within what sums of money hold.
  void finish(std::size_t place) {
    SharedProject const& project = projects()[place];
    Int128 sum = 0;
    for (const ProjectMember& member : project.members) {
      Int128 const most =
          member.capacity.value_or(project.quantity.value_or(Millionths(0))).count();
      sum += most * member.cost.count();
    }
    Int128 const earned = Int128{project.quantity.value_or(Millionths(0)).count()} *
                          project.price.value_or(Millionths(0)).count();
    if (std::max(sum, earned) / 1'000'000 > kLargestSum) {
      reading_.report.error(
          ProblemCode::kNumberTooLarge,
          reading_.table(Table::kProjects).place(rows_[place], ProjectColumn::kQuantity),
          std::string(
              reading_.table(Table::kProjects).cell(rows_[place], ProjectColumn::kQuantity)),
          {std::to_string(kLargestSum / 1'000'000)});
    }
  }

  Reading& reading_;
  std::vector<std::size_t> rows_;  // of projects, as written
};

}  // namespace

void read_projects(Reading& reading) { ProjectTables(reading).read(); }

}  // namespace bocage::exchange
