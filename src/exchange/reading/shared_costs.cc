#include <algorithm>
#include <map>
#include <tuple>

#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/reading/derive.h"
#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else
using base::Int128;

constexpr std::size_t kMostMembers = 1000;

// Where something was stated first.
struct Stated {
  Place place;
  Millionths cost;
};

// A shared cost whose other tables are being read.
struct Gathering {
  Place place;       // its row
  Place formula;     // its cell of what a coalition pays
  std::string rate;  // as written there
  std::map<StakeholderIndex, std::pair<CostMember, Place>> members;
  std::map<std::vector<StakeholderIndex>, Stated> coalitions;
};

std::string line_of(const Place& place, const Place& seen_from) {
  if (place.line == 0) {
    return place.path;
  }
  std::string const line = std::to_string(place.line);
  return place.file == seen_from.file ? line : place.file + ":" + line;
}

class SharedCostTables {
 public:
  explicit SharedCostTables(Reading& reading) : reading_(reading) {}

  void read() {
    read_costs();
    read_members();
    read_coalitions();
    for (std::size_t cost = 0; cost < gathered_.size(); ++cost) {
      finish(costs()[cost], gathered_[cost]);
    }
  }

 private:
  std::vector<SharedCost>& costs() { return reading_.territory.shared_costs; }

  [[nodiscard]] bool can_read(Table which) {
    const RawTable& table = reading_.table(which);
    if (!table.present() || !table.readable()) {
      return false;
    }
    if (!reading_.table(Table::kSharedCosts).present() && table.size() > 0) {
      reading_.report.error(ProblemCode::kRowsOfNoTable,
                            {file_of(kTables[static_cast<std::size_t>(Table::kSharedCosts)])}, "",
                            {file_of(kTables[static_cast<std::size_t>(which)])});
      return false;
    }
    return true;
  }

  std::optional<SplitMethod> method_of(Row& row) {
    std::string_view const written = row.text(SharedCostColumn::kMethod);
    auto const method = value_of<SplitMethod>(written);
    if (!method && !written.empty()) {
      row.error(ProblemCode::kWordUnknown, SharedCostColumn::kMethod, {all_codes<SplitMethod>()});
    }
    return method;
  }

  static std::optional<CoalitionFormula> formula_of(Row& row) {
    using Columns = SharedCostColumn;
    auto const fixed = row.sum_of_money(Columns::kFixed);
    auto const per_use = row.money(Columns::kPerUse);
    std::optional<Millionths> capacity;
    if (row.has(Columns::kCapacity)) {
      auto const read = row.quantity(Columns::kCapacity);
      capacity = read ? std::optional(Millionths(*read)) : std::nullopt;
      if (!row.has(Columns::kFixed)) {
        row.error(ProblemCode::kCostFormulaHalf, Columns::kCapacity,
                  {std::string(row.text(Columns::kName)), "coalition_fixed"});
      }
    }
    if (!row.has(Columns::kFixed) && !row.has(Columns::kPerUse)) {
      return std::nullopt;
    }
    return CoalitionFormula{fixed.value_or(Millionths(0)), per_use.value_or(Millionths(0)),
                            capacity};
  }

  void read_costs() {
    using Columns = SharedCostColumn;
    const RawTable& table = reading_.table(Table::kSharedCosts);
    reading_.shared_costs.whole = table.readable();
    if (!table.present() || !table.readable()) {
      return;
    }
    reading_.shared_cost_ids.claim(table, Columns::kId, reading_.report);
    std::vector<Draft<SharedCost>> drafts;
    for (std::size_t position = 0; position < table.size(); ++position) {
      Row row(reading_, Table::kSharedCosts, position);
      SharedCost cost;
      cost.id = row.text(Columns::kId);
      cost.name = row.required_text(Columns::kName);
      row.required_text(Columns::kCost);
      cost.cost = row.sum_of_money(Columns::kCost).value_or(Millionths(0));
      cost.method = method_of(row);
      cost.formula = formula_of(row);
      std::string name = cost.name;
      drafts.push_back({std::move(cost), position, std::move(name)});
    }
    derive_ids(reading_, reading_.shared_cost_ids, Table::kSharedCosts, drafts,
               [](const Draft<SharedCost>& draft) {
                 return std::tie(draft.value.name, draft.value.cost, draft.value.method);
               });
    sort_by_id(drafts);
    for (Draft<SharedCost>& draft : drafts) {
      reading_.shared_costs.add(draft.value.id, draft.value.name);
      std::size_t const rate =
          table.cell(draft.row, Columns::kFixed).empty() ? Columns::kPerUse : Columns::kFixed;
      Gathering gathering;
      gathering.place = table.place(draft.row, Columns::kId);
      gathering.formula = table.place(draft.row, rate);
      gathering.rate = table.cell(draft.row, rate);
      gathered_.push_back(std::move(gathering));
      costs().push_back(std::move(draft.value));
    }
  }

  void read_members() {
    using Columns = CostMemberColumn;
    if (!can_read(Table::kCostMembers)) {
      return;
    }
    for (std::size_t position = 0; position < reading_.table(Table::kCostMembers).size();
         ++position) {
      Row row(reading_, Table::kCostMembers, position);
      auto const cost = row.reference(Columns::kSharedCost, reading_.shared_costs,
                                      ProblemCode::kSharedCostUnknown);
      auto const who = row.reference(Columns::kStakeholder, reading_.stakeholders,
                                     ProblemCode::kStakeholderUnknown);
      CostMember member;
      auto const use = row.quantity_or_none(Columns::kUse);
      member.use = use ? std::optional(Millionths(*use)) : std::nullopt;
      member.heads = row.people(Columns::kHeads);
      auto const alone = row.sum_of_money(Columns::kAlone);
      if (!cost || !who) {
        continue;
      }
      member.stakeholder = StakeholderIndex(*who);
      Gathering& gathering = gathered_[*cost];
      Place const place = row.place(Columns::kStakeholder);
      auto const [stood, is_new] =
          gathering.members.try_emplace(member.stakeholder, std::pair(member, place));
      if (!is_new) {
        row.error(ProblemCode::kCostMemberRepeated, Columns::kStakeholder,
                  {costs()[*cost].name, line_of(stood->second.second, place)});
      } else if (alone) {
        state(row, Columns::kAlone, *cost, {member.stakeholder}, *alone);
      }
    }
  }

  void read_coalitions() {
    using Columns = CoalitionCostColumn;
    if (!can_read(Table::kCoalitionCosts)) {
      return;
    }
    for (std::size_t position = 0; position < reading_.table(Table::kCoalitionCosts).size();
         ++position) {
      Row row(reading_, Table::kCoalitionCosts, position);
      auto const cost = row.reference(Columns::kSharedCost, reading_.shared_costs,
                                      ProblemCode::kSharedCostUnknown);
      row.required_text(Columns::kCost);
      auto const money = row.sum_of_money(Columns::kCost);
      if (row.required_text(Columns::kMembers).empty()) {
        continue;
      }
      std::vector<StakeholderIndex> members;
      for (std::size_t const who : row.references(Columns::kMembers, reading_.stakeholders,
                                                  ProblemCode::kStakeholderUnknown)) {
        members.emplace_back(who);
      }
      if (cost && money && !members.empty() && all_take_part(row, *cost, members)) {
        state(row, Columns::kMembers, *cost, members, *money);
      }
    }
  }

  bool all_take_part(Row& row, std::size_t cost, const std::vector<StakeholderIndex>& members) {
    bool all = true;
    for (StakeholderIndex const member : members) {
      if (gathered_[cost].members.count(member) == 0) {
        row.error(ProblemCode::kCoalitionNotOfMembers, CoalitionCostColumn::kMembers,
                  {costs()[cost].name, id(member)});
        all = false;
      }
    }
    return all;
  }

  void state(Row& row, std::size_t column, std::size_t cost,
             const std::vector<StakeholderIndex>& members, Millionths money) {
    Place const place = row.place(column);
    auto const [stood, is_new] =
        gathered_[cost].coalitions.try_emplace(members, Stated{place, money});
    if (!is_new) {
      row.error(ProblemCode::kCoalitionRepeated, column,
                {costs()[cost].name, line_of(stood->second.place, place)});
    }
  }

  [[nodiscard]] const std::string& id(StakeholderIndex stakeholder) const {
    return reading_.territory.stakeholders[stakeholder.position()].id;
  }

  // What can only be said once all three tables are read.
  void finish(SharedCost& cost, const Gathering& gathering) {
    bool const members_known = reading_.table(Table::kCostMembers).readable();
    if (gathering.members.empty() && members_known) {
      tell(ProblemCode::kCostWithoutMembers, gathering.place, cost);
    }
    if (gathering.members.size() > kMostMembers) {
      tell(ProblemCode::kCostMembersTooMany, gathering.place, cost, std::to_string(kMostMembers));
    }
    for (auto const& [stakeholder, member] : gathering.members) {
      cost.members.push_back(member.first);
    }
    check_use(cost, gathering);
    for (auto const& [members, stated] : gathering.coalitions) {
      if (members.size() == cost.members.size() && stated.cost != cost.cost) {
        reading_.report.error(ProblemCode::kCostOfAllDiffers, stated.place,
                              base::format_decimal(stated.cost.count(), 6),
                              {cost.name, base::format_decimal(cost.cost.count(), 6)});
      }
      CoalitionCost one;
      one.cost = stated.cost;
      for (StakeholderIndex const member : members) {
        auto const found = gathering.members.find(member);
        one.members.push_back(
            static_cast<std::size_t>(std::distance(gathering.members.begin(), found)));
      }
      cost.coalitions.push_back(std::move(one));
    }
  }

  void check_use(const SharedCost& cost, const Gathering& gathering) {
    if (!cost.formula && cost.method != SplitMethod::kByUse) {
      return;
    }
    std::vector<std::string> without{cost.name};
    Int128 all = 0;
    for (const CostMember& member : cost.members) {
      all += member.use.value_or(Millionths(0)).count();
      if (!member.use) {
        without.push_back(id(member.stakeholder));
      }
    }
    if (without.size() > 1) {
      reading_.report.error(ProblemCode::kCostUseMissing, gathering.place, "", without);
    } else if (all == 0 && !cost.members.empty() && cost.method == SplitMethod::kByUse) {
      tell(ProblemCode::kCostUseNothing, gathering.place, cost);
    }
    if (cost.formula && cost_by_formula(*cost.formula, all) > kLargestMillionths) {
      reading_.report.error(ProblemCode::kNumberTooLarge, gathering.formula, gathering.rate,
                            {std::to_string(kLargestMillionths / 1'000'000)});
    }
  }

  // Of all use: no coalition pays more by more than one capacity begun.
  static Int128 cost_by_formula(const CoalitionFormula& formula, Int128 use) {
    Int128 const begun = formula.capacity ? use / formula.capacity->count() + 1 : 1;
    return begun * formula.fixed.count() + use * formula.per_use.count() / 1'000'000;
  }

  void tell(ProblemCode code, const Place& place, const SharedCost& cost, std::string fact = {}) {
    reading_.report.error(code, place, "", {cost.name, std::move(fact)});
  }

  Reading& reading_;
  std::vector<Gathering> gathered_;  // by shared cost
};

}  // namespace

void read_shared_costs(Reading& reading) { SharedCostTables(reading).read(); }

}  // namespace bocage::exchange
