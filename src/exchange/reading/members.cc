#include <algorithm>
#include <map>
#include <tuple>

#include "exchange/reading/kinds.h"
#include "exchange/reading/named_rows.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::size_t kMostColleges = 16;  // their groups are counted one by one

class MemberTables {
 public:
  explicit MemberTables(Reading& reading)
      : reading_(reading), assembly_(reading.territory.assembly) {}

  void read() {
    read_colleges();
    read_associates();
    read_shares();
    read_surpluses();
  }

 private:
  void read_colleges() {
    auto drafts = named_rows<College>(
        reading_, {Table::kColleges, reading_.college_ids, reading_.colleges}, &College::name,
        college_in, [](const College& one) { return std::tie(one.name, one.weight, one.members); });
    if (drafts.size() > kMostColleges) {
      reading_.report.error(ProblemCode::kCollegesTooMany,
                            reading_.table(Table::kColleges).place(kMostColleges), "",
                            {std::to_string(kMostColleges)});
    }
    bool const weighs = std::any_of(drafts.begin(), drafts.end(), [](const Draft<College>& draft) {
      return draft.value.weight.has_value();
    });
    for (Draft<College>& draft : drafts) {
      if (weighs && !draft.value.weight) {
        Row(reading_, Table::kColleges, draft.row)
            .error(ProblemCode::kWeightHalf, CollegeColumn::kWeight, {draft.value.name});
      }
      assembly_.colleges.push_back(std::move(draft.value));
    }
  }

  static College college_in(Row& row) {
    using Columns = CollegeColumn;
    College college;
    college.name = row.required_text(Columns::kName);
    if (row.has(Columns::kWeight)) {
      college.weight = Millionths(row.quantity(Columns::kWeight).value_or(1));
    }
    college.members = row.count(Columns::kMembers);
    return college;
  }

  void read_associates() {
    for (Draft<Associate>& draft : named_rows<Associate>(
             reading_, {Table::kAssociates, reading_.associate_ids, reading_.associates},
             &Associate::name, [this](Row& row) { return associate_in(row); },
             [](const Associate& one) {
               return std::tie(one.name, one.category, one.college, one.membership, one.is_public);
             })) {
      assembly_.associates.push_back(std::move(draft.value));
    }
  }

  Associate associate_in(Row& row) {
    using Columns = AssociateColumn;
    Associate associate;
    associate.name = row.required_text(Columns::kName);
    associate.category = row.text(Columns::kCategory);
    if (row.has(Columns::kStakeholder)) {
      auto const who = row.reference(Columns::kStakeholder, reading_.stakeholders,
                                     ProblemCode::kStakeholderUnknown);
      associate.stakeholder = who ? std::optional(StakeholderIndex(*who)) : std::nullopt;
    }
    if (row.has(Columns::kCollege)) {
      associate.college =
          row.reference(Columns::kCollege, reading_.colleges, ProblemCode::kCollegeUnknown);
    }
    bool const stated = row.yes(Columns::kPublic);
    associate.is_public =
        row.has(Columns::kPublic)
            ? stated
            : associate.stakeholder &&
                  reading_.territory.stakeholders[associate.stakeholder->position()].kind ==
                      kPublicKind;
    associate.membership = row.window(Columns::kEntered, Columns::kLeft);
    return associate;
  }

  // Two moves of one member on one day are both made: what is asked comes after what is done.
  void read_shares() {
    using Columns = ShareColumn;
    const RawTable& table = reading_.table(Table::kShares);
    if (!table.readable()) {
      return;
    }
    std::vector<std::pair<ShareMove, std::size_t>> moves;
    for (std::size_t position = 0; position < table.size(); ++position) {
      Row row(reading_, Table::kShares, position);
      auto const who =
          row.reference(Columns::kAssociate, reading_.associates, ProblemCode::kAssociateUnknown);
      row.required_text(Columns::kDate);
      auto const day = row.day(Columns::kDate);
      auto const shares = row.shares(Columns::kShares);
      bool const is_asked = row.yes(Columns::kAsked);
      if (who && day && shares) {
        moves.push_back({{*day, *who, *shares, is_asked}, position});
      }
    }
    std::sort(moves.begin(), moves.end(), [](const auto& a, const auto& b) {
      auto const key = [](const ShareMove& move) {
        return std::tuple(move.day, move.is_asked, move.associate, -move.shares);
      };
      return key(a.first) != key(b.first) ? key(a.first) < key(b.first) : a.second < b.second;
    });
    std::map<std::size_t, std::int64_t> held;
    for (auto const& [move, position] : moves) {
      std::int64_t& holding = held[move.associate];
      if (!move.is_asked && holding + move.shares < 0) {
        Row(reading_, Table::kShares, position)
            .error(ProblemCode::kSharesBelowNothing, Columns::kShares,
                   {assembly_.associates[move.associate].name, std::to_string(holding),
                    base::format_day(move.day)});
      } else if (!move.is_asked) {
        holding += move.shares;
      }
      assembly_.moves.push_back(move);
    }
  }

  void read_surpluses() {
    using Columns = SurplusColumn;
    const RawTable& table = reading_.table(Table::kSurpluses);
    if (!table.readable()) {
      return;
    }
    std::map<std::string, std::pair<Surplus, int>> found;
    for (std::size_t position = 0; position < table.size(); ++position) {
      Row row(reading_, Table::kSurpluses, position);
      Surplus surplus;
      surplus.year = row.required_text(Columns::kYear);
      row.required_text(Columns::kSurplus);
      surplus.surplus = row.sum_of_money(Columns::kSurplus).value_or(Millionths(0));
      surplus.legal_reserve = row.sum_of_money(Columns::kLegalReserve);
      surplus.other_reserve = row.sum_of_money(Columns::kOtherReserve);
      surplus.interest = row.sum_of_money(Columns::kInterest);
      auto const [stood, is_new] = found.try_emplace(surplus.year, std::pair(surplus, row.line()));
      if (!is_new) {
        row.error(ProblemCode::kAssemblyRowRepeated, Columns::kYear,
                  {std::to_string(stood->second.second)});
      }
    }
    for (auto const& [year, surplus] : found) {
      assembly_.surpluses.push_back(surplus.first);
    }
  }

  Reading& reading_;
  Assembly& assembly_;
};

}  // namespace

void read_members(Reading& reading) { MemberTables(reading).read(); }

}  // namespace bocage::exchange
