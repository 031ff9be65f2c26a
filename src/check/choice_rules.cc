#include "check/choice_rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/decimal.h"
#include "check/choice_program.h"

namespace bocage::check {
namespace {

using territory::Choice;
using territory::Funder;
using territory::Millionths;
using territory::NotOpen;
using territory::OpenProject;
using territory::ProjectMember;
using territory::SharedProject;
using territory::StakeholderIndex;
using territory::Territory;
using territory::WhyNotOpen;
using territory::Wrong;
using territory::WrongKind;

constexpr Int128 kMillion = 1'000'000;

std::string decimal(Int128 millionths) { return base::format_decimal(millionths, 6); }

Wrong wrong(WrongKind kind, std::string of, std::string found, std::string expected) {
  Wrong result;
  result.kind = kind;
  result.of = std::move(of);
  result.found = std::move(found);
  result.expected = std::move(expected);
  return result;
}

class Rules {
 public:
  Rules(const Territory& territory, const Choice& choice, std::string name)
      : all_(territory), choice_(choice), name_(std::move(name)) {}

  std::optional<Wrong> run() {
    for (std::size_t place = 0; place < choice_.open.size() && !fault_; ++place) {
      if (place > 0 && choice_.open[place - 1].project >= choice_.open[place].project) {
        figure("order of projects", id(choice_.open[place]), "ascending");
      } else {
        open(choice_.open[place]);
      }
    }
    check_limits();
    check_budgets();
    check_sums();
    return fault_;
  }

 private:
  [[nodiscard]] const SharedProject& project_of(const OpenProject& open) const {
    return all_.projects[open.project];
  }
  [[nodiscard]] const std::string& id(const OpenProject& open) const { return project_of(open).id; }
  [[nodiscard]] const std::string& who(StakeholderIndex stakeholder) const {
    return all_.stakeholders[stakeholder.position()].id;
  }

  void figure(const std::string& what, std::string found, std::string expected) {
    if (!fault_) {
      fault_ = wrong(WrongKind::kChoiceFigureDiffers, name_ + ", " + what, std::move(found),
                     std::move(expected));
    }
  }
  // `found` may not exceed `most`.
  void at_most(const std::string& rule, Int128 found, Int128 most) {
    if (!fault_ && found > most) {
      fault_ =
          wrong(WrongKind::kChoiceBreaksRule, name_ + ", " + rule, decimal(found), decimal(most));
    }
  }

  void open(const OpenProject& open) {
    const SharedProject& project = project_of(open);
    benefit_ += benefit_counted(all_, project);
    std::set<StakeholderIndex> taking;
    Int128 asked = kMillion * project.cost.count();
    if (project.quantity) {
      asked += quantities(open, taking);
    } else {
      for (const ProjectMember& member : project.members) {
        taking.insert(member.stakeholder);
      }
      at_most("quantity made by " + project.id, static_cast<Int128>(open.makes.size()), 0);
    }
    at_most("fewest members of " + project.id, kMillion * project.fewest_members,
            kMillion * static_cast<Int128>(taking.size()));
    covered_.insert(taking.begin(), taking.end());
    for (const territory::ProjectUse& use : project.uses) {
      used_[use.limit] += use.quantity.count();
    }
    cost_ += asked;
    Int128 const brought = money(open);
    if (project.price || !all_.funders.empty()) {
      Int128 earned = kMillion * (Int128{project.own_funds.count()} + brought);
      earned += Int128{project.price.value_or(Millionths(0)).count()} *
                project.quantity.value_or(Millionths(0)).count();
      at_most("money of " + project.id, -base::floor_divide(-asked, kMillion),
              base::floor_divide(earned, kMillion));
    }
  }

  // What its members ask for what they make, in 10^-12 of the currency.
  Int128 quantities(const OpenProject& open, std::set<StakeholderIndex>& taking) {
    const SharedProject& project = project_of(open);
    Int128 asked = 0;
    Int128 sum = 0;
    for (const territory::MadeQuantity& made : open.makes) {
      auto const member =
          std::find_if(project.members.begin(), project.members.end(),
                       [&](const ProjectMember& one) { return one.stakeholder == made.member; });
      std::string const name = project.id + ", " + who(made.member);
      if (member == project.members.end() || !taking.insert(made.member).second) {
        figure("who makes it, " + name, "once more, or no member", "each member once");
        return 0;
      }
      at_most("smallest batch of " + name, std::max<Int128>(member->minimum.count(), 1),
              made.quantity.count());
      at_most("capacity and share of " + name, made.quantity.count(),
              most_a_member_makes(project, *member));
      sum += made.quantity.count();
      asked += Int128{member->cost.count()} * made.quantity.count();
    }
    if (sum != project.quantity->count()) {
      figure("quantity of " + project.id, decimal(sum), decimal(project.quantity->count()));
    }
    return asked;
  }

  Int128 money(const OpenProject& open) {
    const SharedProject& project = project_of(open);
    Int128 sum = 0;
    Int128 from_public = 0;
    std::set<std::size_t> paying;
    for (const territory::FundedAmount& funded : open.funding) {
      const Funder& funder = all_.funders[funded.funder];
      std::string const name = project.id + ", " + who(funder.stakeholder);
      if (!std::binary_search(project.funders.begin(), project.funders.end(), funded.funder) ||
          !paying.insert(funded.funder).second || funded.amount <= Millionths(0)) {
        figure("who funds it, " + name, decimal(funded.amount.count()),
               "more than nothing, once, from a funder named for it");
        return 0;
      }
      at_most("least share or amount of " + name, least_a_funder_pays(project, funder),
              funded.amount.count());
      at_most("most share of " + name, funded.amount.count(), most_a_funder_pays(project, funder));
      sum += funded.amount.count();
      from_public += funder.is_public ? funded.amount.count() : 0;
      spent_[funded.funder] += funded.amount.count();
    }
    if (project.public_ceiling) {
      at_most("public ceiling of " + project.id, from_public,
              base::floor_divide(Int128{project.cost.count()} * project.public_ceiling->count(),
                                 kMillion));
    }
    return sum;
  }

  void check_limits() {
    for (auto const& [limit, used] : used_) {
      at_most("limit " + all_.limits[limit].id, used, all_.limits[limit].quantity.count());
    }
  }
  void check_budgets() {
    for (auto const& [funder, spent] : spent_) {
      at_most("budget of " + who(all_.funders[funder].stakeholder), spent,
              all_.funders[funder].budget.count());
    }
  }

  void check_sums() {
    std::set<StakeholderIndex> members;
    for (const SharedProject& project : all_.projects) {
      for (const ProjectMember& member : project.members) {
        members.insert(member.stakeholder);
      }
    }
    std::vector<StakeholderIndex> left_out;
    std::set_difference(members.begin(), members.end(), covered_.begin(), covered_.end(),
                        std::back_inserter(left_out));
    if (choice_.left_out != left_out) {
      figure("left out", std::to_string(choice_.left_out.size()), std::to_string(left_out.size()));
    }
    if (choice_.benefit != benefit_) {
      figure("benefit", decimal(choice_.benefit), decimal(benefit_));
    }
    if (choice_.cost != cost_) {
      figure("cost", base::format_decimal(choice_.cost, 12), base::format_decimal(cost_, 12));
    }
  }

  const Territory& all_;
  const Choice& choice_;
  std::string name_;
  std::optional<Wrong> fault_;
  Int128 benefit_ = 0;
  Int128 cost_ = 0;
  std::set<StakeholderIndex> covered_;
  std::map<std::size_t, Int128> used_;   // by limit
  std::map<std::size_t, Int128> spent_;  // by funder
};

// What a project alone could lack, by the reason that would be said for it.
class Alone {
 public:
  Alone(const Territory& territory, const SharedProject& project)
      : all_(territory), project_(project) {}

  [[nodiscard]] Int128 lacks(const NotOpen& said) const {
    switch (said.why) {
      case WhyNotOpen::kNotChosen:
        return 0;
      case WhyNotOpen::kLimit:
        return over_limit(said.limit);
      case WhyNotOpen::kMembersShort:
        return kMillion * (project_.fewest_members - able());
      case WhyNotOpen::kQuantityShort:
        return project_.quantity ? project_.quantity->count() - possible() : 0;
      case WhyNotOpen::kNoFunder:
        return project_.funders.empty() ? needed() : 0;
      case WhyNotOpen::kFundersShort:
      case WhyNotOpen::kPriceShort:
        return needed() - from(true) - from(false);
      case WhyNotOpen::kPublicCeiling:
        return project_.public_ceiling
                   ? needed() - from(false) -
                         base::floor_divide(
                             Int128{project_.cost.count()} * project_.public_ceiling->count(),
                             kMillion)
                   : 0;
    }
    return 0;
  }

 private:
  [[nodiscard]] Int128 over_limit(std::optional<std::size_t> limit) const {
    for (const territory::ProjectUse& use : project_.uses) {
      if (use.limit == limit) {
        return Int128{use.quantity.count()} - all_.limits[use.limit].quantity.count();
      }
    }
    return 0;
  }
  [[nodiscard]] bool is_able(const ProjectMember& member) const {
    return !project_.quantity || most_a_member_makes(project_, member) >= member.minimum.count();
  }
  [[nodiscard]] Int128 able() const {
    return std::count_if(project_.members.begin(), project_.members.end(),
                         [&](const ProjectMember& member) { return is_able(member); });
  }
  [[nodiscard]] Int128 possible() const {
    Int128 sum = 0;
    for (const ProjectMember& member : project_.members) {
      sum += is_able(member) ? most_a_member_makes(project_, member) : 0;
    }
    return sum;
  }
  // The least money it must find, batches apart; in millionths, rounded up.
  [[nodiscard]] Int128 needed() const {
    if (!project_.price && all_.funders.empty()) {
      return 0;
    }
    std::multimap<Int128, Int128> offers;  // price: quantity
    for (const ProjectMember& member : project_.members) {
      offers.emplace(member.cost.count(), most_a_member_makes(project_, member));
    }
    Int128 left = project_.quantity.value_or(Millionths(0)).count();
    Int128 exact = kMillion * (Int128{project_.cost.count()} - project_.own_funds.count()) -
                   left * project_.price.value_or(Millionths(0)).count();
    for (auto const& [price, quantity] : offers) {
      exact += price * std::min(left, quantity);
      left -= std::min(left, quantity);
    }
    return -base::floor_divide(-exact, kMillion);
  }
  [[nodiscard]] Int128 from(bool is_public) const {
    Int128 sum = 0;
    for (std::size_t const place : project_.funders) {
      const Funder& funder = all_.funders[place];
      Int128 const most = most_a_funder_pays(project_, funder);
      sum +=
          funder.is_public == is_public && most >= least_a_funder_pays(project_, funder) ? most : 0;
    }
    return sum;
  }

  const Territory& all_;
  const SharedProject& project_;
};

}  // namespace

std::optional<Wrong> broken_rule(const Territory& territory, const Choice& choice,
                                 const std::string& name) {
  return Rules(territory, choice, name).run();
}

std::optional<Wrong> unfounded(const Territory& territory, const NotOpen& said) {
  const SharedProject& project = territory.projects[said.project];
  Int128 const lacks = Alone(territory, project).lacks(said);
  bool const is_reason = said.why == WhyNotOpen::kNotChosen || lacks > 0;
  if (is_reason && said.lacks.count() == lacks) {
    return std::nullopt;
  }
  return wrong(WrongKind::kChoiceFigureDiffers, "not open, " + project.id + ", lacks",
               decimal(said.lacks.count()), decimal(lacks));
}

}  // namespace bocage::check
