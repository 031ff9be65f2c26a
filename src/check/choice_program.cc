#include "check/choice_program.h"

#include <algorithm>

namespace bocage::check {
namespace {

using territory::Funder;
using territory::Millionths;
using territory::ProjectMember;
using territory::SharedProject;
using territory::Territory;

constexpr Int128 kMillion = 1'000'000;

Int128 share_of(Millionths whole, std::optional<Millionths> share, Int128 otherwise) {
  return share ? base::floor_divide(Int128{whole.count()} * share->count(), kMillion) : otherwise;
}

class Writing {
 public:
  explicit Writing(const Territory& territory) : all_(territory) {}

  ChoiceProgram run() {
    money_ = money_step();
    for (const SharedProject& project : all_.projects) {
      write(project);
    }
    for (const territory::ProjectLimit& limit : all_.limits) {
      rows_["limit " + limit.id].most = limit.quantity.count();
    }
    for (const Funder& funder : all_.funders) {
      rows_["budget " + who(funder.stakeholder)].most = funder.budget.count();
    }
    for (auto& [name, row] : rows_) {
      add(name, std::move(row));
    }
    return std::move(program_);
  }

 private:
  [[nodiscard]] const std::string& who(territory::StakeholderIndex stakeholder) const {
    return all_.stakeholders[stakeholder.position()].id;
  }

  [[nodiscard]] Int128 money_step() const {
    Int128 step = 0;
    auto const hold = [&](Int128 number) { step = base::greatest_common_divisor(step, number); };
    for (const Funder& funder : all_.funders) {
      hold(funder.budget.count());
    }
    for (const SharedProject& project : all_.projects) {
      hold(project.cost.count());
      hold(project.own_funds.count());
      if (project.quantity && (project.price || !all_.funders.empty())) {
        hold(kMillion / 100);
      }
      if (project.public_ceiling) {
        hold(share_of(project.cost, project.public_ceiling, 0));
      }
      for (std::size_t const place : project.funders) {
        hold(most_a_funder_pays(project, all_.funders[place]));
        hold(least_a_funder_pays(project, all_.funders[place]));
      }
    }
    return step == 0 ? 1 : step;
  }

  void column(const std::string& name, Int128 high, bool is_question) {
    program_.high[name] = high;
    program_.is_question[name] = is_question;
  }

  void add(const std::string& name, ProgramRow row) {
    if (auto lowest = in_lowest_terms(std::move(row))) {
      program_.rows[name] = std::move(*lowest);
    }
  }

  void write(const SharedProject& project) {
    std::string const open = "open " + project.id;
    column(open, 1, true);
    program_.benefit[open] = benefit_counted(all_, project);
    program_.cost[open] = -kMillion * project.cost.count();
    for (const territory::ProjectUse& use : project.uses) {
      rows_["limit " + all_.limits[use.limit].id].factors[open] = use.quantity.count();
    }
    ProgramRow threshold;
    threshold.factors[open] = project.fewest_members;
    ProgramRow money;
    money.factors[open] = kMillion * (Int128{project.cost.count()} - project.own_funds.count());
    write_members(project, threshold, money);
    if (project.fewest_members > 0) {
      rows_["members " + project.id] = std::move(threshold);
    }
    write_funders(project, money);
    if (project.price || !all_.funders.empty()) {
      rows_["money " + project.id] = std::move(money);
    }
  }

  void write_members(const SharedProject& project, ProgramRow& threshold, ProgramRow& money) {
    std::string const open = "open " + project.id;
    Int128 step = project.quantity ? Int128{project.quantity->count()} : 0;
    for (const ProjectMember& member : project.members) {
      if (project.quantity) {
        step = base::greatest_common_divisor(step, member.minimum.count());
        step = base::greatest_common_divisor(step, most_a_member_makes(project, member));
      }
    }
    ProgramRow made;
    ProgramRow whole;
    for (const ProjectMember& member : project.members) {
      std::string const& id = who(member.stakeholder);
      std::string const takes = project.quantity ? "takes " + project.id + " " + id : open;
      cover(id, takes);
      threshold.factors[takes] -= 1;
      if (!project.quantity) {
        continue;
      }
      std::string const suffix = " " + project.id + " " + id;
      std::string const makes = "makes" + suffix;
      Int128 const most = most_a_member_makes(project, member);
      column(takes, 1, true);
      column(makes, most / step, false);
      rows_["batch" + suffix].factors = {{makes, -step}, {takes, member.minimum.count()}};
      rows_["room" + suffix].factors = {{makes, step}, {takes, -most}};
      rows_["takes" + suffix].factors = {{takes, 1}, {open, -1}};
      made.factors[makes] = step;
      whole.factors[makes] = -step;
      money.factors[makes] = step * member.cost.count();
      program_.cost[makes] = most == 0 ? 0 : -step * member.cost.count();
    }
    if (project.quantity) {
      made.factors[open] = -project.quantity->count();
      whole.factors[open] = project.quantity->count();
      rows_["made " + project.id] = std::move(made);
      rows_["whole " + project.id] = std::move(whole);
      money.factors[open] -=
          Int128{project.quantity->count()} * project.price.value_or(Millionths(0)).count();
    }
  }

  void write_funders(const SharedProject& project, ProgramRow& money) {
    std::string const open = "open " + project.id;
    ProgramRow from_public;
    for (std::size_t const place : project.funders) {
      const Funder& funder = all_.funders[place];
      std::string const suffix = " " + project.id + " " + who(funder.stakeholder);
      Int128 const most = most_a_funder_pays(project, funder);
      Int128 const least = least_a_funder_pays(project, funder);
      std::string const pays = least > 0 ? "pays" + suffix : open;
      std::string const funds = "funds" + suffix;
      column(funds, most / money_, false);
      money.factors[funds] = -money_ * kMillion;
      rows_["budget " + who(funder.stakeholder)].factors[funds] = money_;
      rows_["most" + suffix].factors = {{funds, money_}, {pays, -most}};
      if (least > 0) {
        column(pays, 1, true);
        rows_["least" + suffix].factors = {{funds, -money_}, {pays, least}};
        rows_["pays" + suffix].factors = {{pays, 1}, {open, -1}};
      }
      if (funder.is_public) {
        from_public.factors[funds] = money_;
      }
    }
    if (project.public_ceiling) {
      from_public.factors[open] = -share_of(project.cost, project.public_ceiling, 0);
      rows_["public " + project.id] = std::move(from_public);
    }
  }

  void cover(const std::string& id, const std::string& takes) {
    std::string const covered = "covered " + id;
    column(covered, 1, false);
    program_.coverage[covered] = 1;
    rows_[covered].factors[covered] = 1;
    rows_[covered].factors[takes] = -1;
  }

  const Territory& all_;
  ChoiceProgram program_;
  std::map<std::string, ProgramRow> rows_;  // before they are in lowest terms
  Int128 money_ = 1;
};

}  // namespace

Int128 most_a_member_makes(const SharedProject& project, const ProjectMember& member) {
  Int128 const whole = project.quantity.value_or(Millionths(0)).count();
  return std::min(share_of(Millionths(static_cast<std::int64_t>(whole)), project.most_share, whole),
                  member.capacity && project.quantity ? Int128{member.capacity->count()} : whole);
}

Int128 most_a_funder_pays(const SharedProject& project, const Funder& funder) {
  return std::min(Int128{funder.budget.count()},
                  share_of(project.cost, funder.most_share, project.cost.count()));
}

Int128 least_a_funder_pays(const SharedProject& project, const Funder& funder) {
  return std::max(share_of(project.cost, funder.least_share, 0),
                  funder.least_amount ? Int128{funder.least_amount->count()} : 0);
}

Int128 benefit_counted(const Territory& territory, const SharedProject& project) {
  if (project.benefit) {
    return project.benefit->count();
  }
  return std::none_of(territory.projects.begin(), territory.projects.end(),
                      [](const SharedProject& one) { return one.benefit.has_value(); })
             ? kMillion
             : 0;
}

ChoiceProgram choice_program(const Territory& territory) { return Writing(territory).run(); }

}  // namespace bocage::check
