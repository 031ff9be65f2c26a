#include "mechanism/choose/program.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "territory/benefit.h"

namespace bocage::mechanism::choose {
namespace {

using territory::Funder;
using territory::Millionths;
using territory::ProjectMember;
using territory::SharedProject;
using territory::StakeholderIndex;
using territory::Territory;

constexpr Int128 kOne = 1'000'000;
constexpr Int128 kCent = 10'000;

Int128 part_of(Millionths whole, std::optional<Millionths> ratio) {
  return ratio ? base::floor_divide(Int128{whole.count()} * ratio->count(), kOne) : whole.count();
}

// The largest step that every amount is whole in, so that columns count small numbers.
class Step {
 public:
  void hold(Int128 number) { step_ = base::greatest_common_divisor(step_, number); }
  [[nodiscard]] Int128 size() const { return step_ == 0 ? 1 : step_; }

 private:
  Int128 step_ = 0;
};

class Building {
 public:
  explicit Building(const Territory& territory) : all_(territory) {}

  Program run() {
    find_money_step();
    program_.money_step = money_.size();
    for (const SharedProject& project : all_.projects) {
      add_columns(project);
    }
    for (std::size_t project = 0; project < all_.projects.size(); ++project) {
      add_rows_of_money(project);
      add_rows_of_quantity(project);
    }
    add_limits();
    add_budgets();
    add_coverage();
    return std::move(program_);
  }

 private:
  using Entries = program::Entries;

  void find_money_step() {
    for (const Funder& funder : all_.funders) {
      money_.hold(funder.budget.count());
    }
    for (const SharedProject& project : all_.projects) {
      money_.hold(project.cost.count());
      money_.hold(project.own_funds.count());
      if (project.quantity && must_pay(all_, project)) {
        money_.hold(kCent);  // what is needed depends on who makes how much
      }
      if (auto const most = public_most(project)) {
        money_.hold(most->count());
      }
      for (std::size_t const funder : project.funders) {
        money_.hold(most_funded(project, all_.funders[funder]).count());
        money_.hold(least_funded(project, all_.funders[funder]).count());
      }
    }
  }

  std::uint32_t add_column(std::string name, Int128 high, int asks) {
    return program::add_column(program_, std::move(name), high, asks);
  }
  void add_row(std::string name, const Entries& entries, Int128 most) {
    program::add_row(program_, std::move(name), entries, most);
  }

  [[nodiscard]] const std::string& id(StakeholderIndex stakeholder) const {
    return all_.stakeholders[stakeholder.position()].id;
  }
  [[nodiscard]] const std::string& funder_id(std::size_t funder) const {
    return id(all_.funders[funder].stakeholder);
  }

  void add_columns(const SharedProject& project) {
    std::uint32_t const open = add_column("open " + project.id, 1, kAsksWhatOpens);
    program_.open.push_back(open);
    std::vector<std::uint32_t> takes_part(project.members.size(), open);
    std::vector<std::uint32_t> makes;
    Step step;
    if (project.quantity) {
      step.hold(project.quantity->count());
      for (const ProjectMember& member : project.members) {
        step.hold(member.minimum.count());
        step.hold(most_made(project, member).count());
      }
      for (std::size_t place = 0; place < project.members.size(); ++place) {
        const ProjectMember& member = project.members[place];
        std::string const who = project.id + " " + id(member.stakeholder);
        takes_part[place] = add_column("takes " + who, 1, kAsksWhoTakesPart);
        makes.push_back(add_column("makes " + who, most_made(project, member).count() / step.size(),
                                   kAsksNothing));
      }
    }
    program_.quantity_step.push_back(step.size());
    program_.takes_part.push_back(std::move(takes_part));
    program_.makes.push_back(std::move(makes));
    std::vector<std::uint32_t> pays;
    std::vector<std::uint32_t> funds;
    for (std::size_t const place : project.funders) {
      const Funder& funder = all_.funders[place];
      std::string const who = project.id + " " + funder_id(place);
      pays.push_back(least_funded(project, funder) > Millionths(0)
                         ? add_column("pays " + who, 1, kAsksWhoTakesPart)
                         : open);
      funds.push_back(add_column(
          "funds " + who, most_funded(project, funder).count() / money_.size(), kAsksNothing));
    }
    program_.pays.push_back(std::move(pays));
    program_.funds.push_back(std::move(funds));
  }

  void add_rows_of_money(std::size_t place) {
    const SharedProject& project = all_.projects[place];
    std::uint32_t const open = program_.open[place];
    Entries money;
    money[open] = (Int128{project.cost.count()} - project.own_funds.count()) * kOne;
    if (project.quantity) {
      money[open] -=
          Int128{project.price.value_or(Millionths(0)).count()} * project.quantity->count();
      for (std::size_t member = 0; member < project.members.size(); ++member) {
        money[program_.makes[place][member]] =
            Int128{project.members[member].cost.count()} * program_.quantity_step[place];
      }
    }
    Entries from_public;
    for (std::size_t inner = 0; inner < project.funders.size(); ++inner) {
      const Funder& funder = all_.funders[project.funders[inner]];
      std::uint32_t const pays = program_.pays[place][inner];
      std::uint32_t const funds = program_.funds[place][inner];
      std::string const who = project.id + " " + funder_id(project.funders[inner]);
      money[funds] = -money_.size() * kOne;
      from_public[funds] = funder.is_public ? money_.size() : 0;
      add_row("most " + who,
              {{funds, money_.size()}, {pays, -most_funded(project, funder).count()}}, 0);
      if (pays != open) {
        add_row("least " + who,
                {{funds, -money_.size()}, {pays, least_funded(project, funder).count()}}, 0);
        add_row("pays " + who, {{pays, 1}, {open, -1}}, 0);
      }
    }
    if (must_pay(all_, project)) {
      add_row("money " + project.id, money, 0);
    }
    if (auto const most = public_most(project)) {
      from_public[open] = -most->count();
      add_row("public " + project.id, from_public, 0);
    }
  }

  void add_rows_of_quantity(std::size_t place) {
    const SharedProject& project = all_.projects[place];
    std::uint32_t const open = program_.open[place];
    Entries threshold{{open, project.fewest_members}};
    Entries made;
    Entries whole;
    for (std::size_t member = 0; member < project.members.size(); ++member) {
      std::uint32_t const takes = program_.takes_part[place][member];
      threshold[takes] -= 1;
      if (!project.quantity) {
        continue;
      }
      std::uint32_t const makes = program_.makes[place][member];
      std::string const who = project.id + " " + id(project.members[member].stakeholder);
      made[makes] = program_.quantity_step[place];
      whole[makes] = -program_.quantity_step[place];
      add_row("batch " + who,
              {{makes, -program_.quantity_step[place]},
               {takes, project.members[member].minimum.count()}},
              0);
      add_row("room " + who,
              {{makes, program_.quantity_step[place]},
               {takes, -most_made(project, project.members[member]).count()}},
              0);
      add_row("takes " + who, {{takes, 1}, {open, -1}}, 0);
    }
    if (project.quantity) {
      made[open] = -project.quantity->count();
      whole[open] = project.quantity->count();
      add_row("made " + project.id, made, 0);
      add_row("whole " + project.id, whole, 0);
    }
    if (project.fewest_members > 0) {
      add_row("members " + project.id, threshold, 0);
    }
  }

  void add_limits() {
    for (std::size_t limit = 0; limit < all_.limits.size(); ++limit) {
      Entries entries;
      for (std::size_t project = 0; project < all_.projects.size(); ++project) {
        for (const territory::ProjectUse& use : all_.projects[project].uses) {
          if (use.limit == limit) {
            entries[program_.open[project]] = use.quantity.count();
          }
        }
      }
      add_row("limit " + all_.limits[limit].id, entries, all_.limits[limit].quantity.count());
    }
  }

  void add_budgets() {
    for (std::size_t funder = 0; funder < all_.funders.size(); ++funder) {
      Entries entries;
      for (std::size_t project = 0; project < all_.projects.size(); ++project) {
        const auto& funders = all_.projects[project].funders;
        for (std::size_t place = 0; place < funders.size(); ++place) {
          if (funders[place] == funder) {
            entries[program_.funds[project][place]] = money_.size();
          }
        }
      }
      add_row("budget " + funder_id(funder), entries, all_.funders[funder].budget.count());
    }
  }

  void add_coverage() {
    std::map<StakeholderIndex, Entries> where;
    for (std::size_t project = 0; project < all_.projects.size(); ++project) {
      for (std::size_t member = 0; member < all_.projects[project].members.size(); ++member) {
        where[all_.projects[project].members[member].stakeholder]
             [program_.takes_part[project][member]] = -1;
      }
    }
    for (auto& [stakeholder, entries] : where) {
      std::uint32_t const covered = add_column("covered " + id(stakeholder), 1, kAsksNothing);
      program_.covered.emplace_back(stakeholder, covered);
      entries[covered] = 1;
      add_row("covered " + id(stakeholder), entries, 0);
    }
  }

  const Territory& all_;
  Program program_;
  Step money_;
};

}  // namespace

Millionths most_made(const SharedProject& project, const ProjectMember& member) {
  if (!project.quantity) {
    return Millionths(0);
  }
  Int128 const share = part_of(*project.quantity, project.most_share);
  return to_millionths(
      std::min(share, Int128{member.capacity.value_or(*project.quantity).count()}));
}

Millionths most_funded(const SharedProject& project, const Funder& funder) {
  return to_millionths(
      std::min(part_of(project.cost, funder.most_share), Int128{funder.budget.count()}));
}

Millionths least_funded(const SharedProject& project, const Funder& funder) {
  Int128 const share = funder.least_share ? part_of(project.cost, funder.least_share) : 0;
  return to_millionths(
      std::max(share, Int128{funder.least_amount.value_or(Millionths(0)).count()}));
}

std::optional<Millionths> public_most(const SharedProject& project) {
  return project.public_ceiling
             ? std::optional(to_millionths(part_of(project.cost, project.public_ceiling)))
             : std::nullopt;
}

bool must_pay(const Territory& territory, const SharedProject& project) {
  return project.price.has_value() || !territory.funders.empty();
}

Program program_of(const Territory& territory) { return Building(territory).run(); }

Objective objective_of(const Territory& territory, const Program& program,
                       territory::ChoiceObjective which) {
  using territory::ChoiceObjective;
  Objective objective(program.columns.size(), 0);
  if (which == ChoiceObjective::kCoverage) {
    for (auto const& [stakeholder, column] : program.covered) {
      objective[column] = 1;
    }
    return objective;
  }
  for (std::size_t place = 0; place < territory.projects.size(); ++place) {
    const SharedProject& project = territory.projects[place];
    if (which == ChoiceObjective::kBenefit) {
      objective[program.open[place]] = territory::benefit_of(territory, project).count();
      continue;
    }
    objective[program.open[place]] = -kOne * project.cost.count();
    for (std::size_t member = 0; member < program.makes[place].size(); ++member) {
      objective[program.makes[place][member]] =
          -program.quantity_step[place] * project.members[member].cost.count();
    }
  }
  return objective;
}

}  // namespace bocage::mechanism::choose
