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

  void add(const std::string& name, ChoiceRow row) {
    Int128 divisor = 0;
    for (auto entry = row.factors.begin(); entry != row.factors.end();) {
      divisor = base::greatest_common_divisor(divisor, entry->second);
      entry = entry->second == 0 ? row.factors.erase(entry) : std::next(entry);
    }
    if (divisor == 0) {
      return;
    }
    for (auto& [column, factor] : row.factors) {
      factor /= divisor;
    }
    row.most = base::floor_divide(row.most, divisor);
    program_.rows[name] = std::move(row);
  }

  void write(const SharedProject& project) {
    std::string const open = "open " + project.id;
    column(open, 1, true);
    program_.benefit[open] = benefit_counted(all_, project);
    program_.cost[open] = -kMillion * project.cost.count();
    for (const territory::ProjectUse& use : project.uses) {
      rows_["limit " + all_.limits[use.limit].id].factors[open] = use.quantity.count();
    }
    ChoiceRow threshold;
    threshold.factors[open] = project.fewest_members;
    ChoiceRow money;
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

  void write_members(const SharedProject& project, ChoiceRow& threshold, ChoiceRow& money) {
    std::string const open = "open " + project.id;
    Int128 step = project.quantity ? Int128{project.quantity->count()} : 0;
    for (const ProjectMember& member : project.members) {
      if (project.quantity) {
        step = base::greatest_common_divisor(step, member.minimum.count());
        step = base::greatest_common_divisor(step, most_a_member_makes(project, member));
      }
    }
    ChoiceRow made;
    ChoiceRow whole;
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

  void write_funders(const SharedProject& project, ChoiceRow& money) {
    std::string const open = "open " + project.id;
    ChoiceRow from_public;
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
  std::map<std::string, ChoiceRow> rows_;  // before they are in lowest terms
  Int128 money_ = 1;
};

// Walks a proof: what is answered on the way, and the worst leaf.
class Walk {
 public:
  Walk(const ChoiceProgram& program, const std::map<std::string, Int128>& objective,
       const std::vector<territory::ProofStep>& proof, Int128 reached)
      : program_(program), objective_(objective), proof_(proof), worst_(reached) {
    for (auto const& [column, factor] : objective) {
      step_ = base::greatest_common_divisor(step_, factor);
    }
    step_ = step_ == 0 ? 1 : step_;
  }

  std::optional<Int128> run() {
    // Depth first, by a stack of what is still to be walked: a proof may be deep, and is not ours.
    struct Turn {
      std::string question;
      int next = 0;
    };
    std::vector<Turn> turns;
    for (const territory::ProofStep& step : proof_) {
      if (!turns.empty()) {
        Turn& turn = turns.back();
        answered_[turn.question] = turn.next;
        turn.next += 1;
      } else if (&step != &proof_.front()) {
        return std::nullopt;
      }
      if (!step.question.empty()) {
        auto const known = program_.is_question.find(step.question);
        if (known == program_.is_question.end() || !known->second ||
            answered_.count(step.question) != 0) {
          return std::nullopt;
        }
        turns.push_back({step.question, 0});
        continue;
      }
      if (!leaf(step)) {
        return std::nullopt;
      }
      while (!turns.empty() && turns.back().next == 2) {
        answered_.erase(turns.back().question);
        turns.pop_back();
      }
    }
    return !proof_.empty() && turns.empty() ? std::optional(worst_) : std::nullopt;
  }

 private:
  static bool add_product(Int128& sum, Int128 a, Int128 b) {
    Int128 product = 0;
    return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(sum, product, &sum);
  }

  // By weights of 2^-scale: what the rows allow, plus the best each column can still add.
  bool leaf(const territory::ProofStep& step) {
    Int128 const one = Int128{1} << step.scale;
    std::map<std::string, Int128> rest;
    if (!step.nothing_left) {
      for (auto const& [column, factor] : objective_) {
        if (!add_product(rest[column], factor / step_, one)) {
          return false;
        }
      }
    }
    Int128 sum = 0;
    for (const territory::WeightedRow& weighted : step.weights) {
      auto const row = program_.rows.find(weighted.row);
      if (row == program_.rows.end() || weighted.weight < 0 ||
          !add_product(sum, weighted.weight, row->second.most)) {
        return false;
      }
      for (auto const& [column, factor] : row->second.factors) {
        if (!add_product(rest[column], -Int128{weighted.weight}, factor)) {
          return false;
        }
      }
    }
    for (auto const& [column, factor] : rest) {
      auto const answer = answered_.find(column);
      Int128 const at = answer != answered_.end() ? answer->second
                        : factor > 0              ? program_.high.at(column)
                                                  : 0;
      if (!add_product(sum, factor, at)) {
        return false;
      }
    }
    if (step.nothing_left) {
      return sum < 0;
    }
    Int128 most = 0;
    if (__builtin_mul_overflow(base::floor_divide(sum, one), step_, &most)) {
      return false;
    }
    worst_ = std::max(worst_, most);
    return true;
  }

  const ChoiceProgram& program_;
  const std::map<std::string, Int128>& objective_;
  const std::vector<territory::ProofStep>& proof_;
  std::map<std::string, Int128> answered_;
  Int128 step_ = 0;  // the objective is whole in it
  Int128 worst_;
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

ChoiceRow at_least(const std::map<std::string, Int128>& objective, Int128 least) {
  ChoiceRow row;
  Int128 divisor = 0;
  for (auto const& [column, factor] : objective) {
    divisor = base::greatest_common_divisor(divisor, factor);
  }
  divisor = divisor == 0 ? 1 : divisor;
  for (auto const& [column, factor] : objective) {
    if (factor != 0) {
      row.factors[column] = -factor / divisor;
    }
  }
  row.most = base::floor_divide(-least, divisor);
  return row;
}

std::optional<Int128> shown_by(const ChoiceProgram& program,
                               const std::map<std::string, Int128>& objective,
                               const std::vector<territory::ProofStep>& proof, Int128 reached) {
  return Walk(program, objective, proof, reached).run();
}

}  // namespace bocage::check
