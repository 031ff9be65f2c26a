#include "mechanism/choose/fill.h"

#include <algorithm>
#include <numeric>

#include "mechanism/choose/funding.h"
#include "territory/benefit.h"

namespace bocage::mechanism::choose {
namespace {

using territory::Millionths;
using territory::OpenProject;
using territory::SharedProject;
using territory::Territory;

constexpr Int128 kOne = 1'000'000;

class Filling {
 public:
  Filling(const Territory& territory, const Program& program, const std::vector<bool>& answers)
      : all_(territory), program_(program), answers_(answers) {
    result_.columns.assign(program.columns.size(), 0);
  }

  std::optional<Filled> run() {
    for (std::size_t column = 0; column < answers_.size(); ++column) {
      if (program_.columns[column].asks != kAsksNothing && answers_[column]) {
        result_.columns[column] = 1;
      }
    }
    for (std::size_t project = 0; project < all_.projects.size(); ++project) {
      if (answers_[program_.open[project]] && !open(project)) {
        return std::nullopt;
      }
    }
    if (!pay()) {
      return std::nullopt;
    }
    cover();
    return std::move(result_);
  }

 private:
  bool open(std::size_t place) {
    const SharedProject& project = all_.projects[place];
    OpenProject opened;
    opened.project = place;
    Int128 cost = kOne * project.cost.count();
    if (project.quantity && !make(place, opened)) {
      return false;
    }
    Int128 price = 0;
    for (const territory::MadeQuantity& made : opened.makes) {
      auto const member = std::find_if(
          project.members.begin(), project.members.end(),
          [&](const territory::ProjectMember& one) { return one.stakeholder == made.member; });
      cost += Int128{member->cost.count()} * made.quantity.count();
    }
    if (project.quantity && project.price) {
      price = Int128{project.price->count()} * project.quantity->count();
    }
    result_.choice.cost += cost;
    result_.choice.benefit += territory::benefit_of(all_, project).count();
    if (must_pay(all_, project)) {
      ask(place, cost - price - kOne * project.own_funds.count());
    } else {
      asking_.emplace_back();
    }
    result_.choice.open.push_back(std::move(opened));
    return true;
  }

  // Everybody who takes part makes at least its batch; then the cheapest make more, those of one
  // price up to the same quantity.
  bool make(std::size_t place, OpenProject& opened) {
    const SharedProject& project = all_.projects[place];
    std::vector<std::size_t> taking;
    std::vector<Int128> made(project.members.size(), 0);
    Int128 left = project.quantity->count();
    for (std::size_t member = 0; member < project.members.size(); ++member) {
      if (answers_[program_.takes_part[place][member]]) {
        taking.push_back(member);
        made[member] = project.members[member].minimum.count();
        left -= made[member];
        if (made[member] > most_made(project, project.members[member]).count()) {
          return false;
        }
      }
    }
    std::stable_sort(taking.begin(), taking.end(), [&](std::size_t a, std::size_t b) {
      return project.members[a].cost < project.members[b].cost;
    });
    for (std::size_t first = 0; first < taking.size() && left > 0;) {
      std::size_t end = first;
      while (end < taking.size() &&
             project.members[taking[end]].cost == project.members[taking[first]].cost) {
        ++end;
      }
      raise(project,
            {taking.begin() + static_cast<std::ptrdiff_t>(first),
             taking.begin() + static_cast<std::ptrdiff_t>(end)},
            program_.quantity_step[place], made, left);
      first = end;
    }
    if (left != 0) {
      return false;
    }
    for (std::size_t member = 0; member < made.size(); ++member) {
      if (made[member] > 0) {
        opened.makes.push_back({project.members[member].stakeholder, to_millionths(made[member])});
        result_.columns[program_.makes[place][member]] =
            made[member] / program_.quantity_step[place];
      }
    }
    return true;
  }

  // All to the same quantity, as far as each has room, in whole steps; what is over goes a step
  // each to the first.
  static void raise(const SharedProject& project, const std::vector<std::size_t>& members,
                    Int128 step, std::vector<Int128>& made, Int128& left) {
    auto const up_to = [&](std::size_t member, Int128 level) {
      Int128 const most = most_made(project, project.members[member]).count();
      return std::max(made[member], std::min(most, level * step));
    };
    auto const takes = [&](Int128 level) {
      Int128 sum = 0;
      for (std::size_t const member : members) {
        sum += up_to(member, level) - made[member];
      }
      return sum;
    };
    Int128 low = 0;
    Int128 high = Int128{project.quantity->count()} / step + 1;
    if (takes(high) <= left) {
      low = high;
    }
    while (high - low > 1) {
      Int128 const middle = low + (high - low) / 2;
      (takes(middle) <= left ? low : high) = middle;
    }
    for (std::size_t const member : members) {
      Int128 const before = made[member];
      made[member] = up_to(member, low);
      left -= made[member] - before;
    }
    for (std::size_t const member : members) {
      if (left >= step && up_to(member, low + 1) == made[member] + step) {
        made[member] += step;
        left -= step;
      }
    }
  }

  void ask(std::size_t place, Int128 needed) {
    const SharedProject& project = all_.projects[place];
    Asking asking;
    Int128 const step = program_.money_step;
    asking.needed = std::max(Int128{0}, -base::floor_divide(-needed, kOne * step) * step);
    if (auto const most = public_most(project)) {
      asking.public_most = most->count();
    }
    for (std::size_t inner = 0; inner < project.funders.size(); ++inner) {
      const territory::Funder& funder = all_.funders[project.funders[inner]];
      Asking::From from{project.funders[inner], 0, 0, funder.is_public};
      if (answers_[program_.pays[place][inner]]) {
        from.least = least_funded(project, funder).count();
        from.most = std::max(Int128{most_funded(project, funder).count()}, from.least);
        limits_broken_ = limits_broken_ || from.least > most_funded(project, funder).count();
      }
      asking.from.push_back(from);
    }
    asking_.push_back(std::move(asking));
  }

  bool pay() {
    std::vector<Int128> budgets;
    budgets.reserve(all_.funders.size());
    for (const territory::Funder& funder : all_.funders) {
      budgets.push_back(funder.budget.count());
    }
    auto const amounts =
        limits_broken_ ? std::nullopt : fund(asking_, budgets, program_.money_step);
    if (!amounts) {
      return false;
    }
    for (std::size_t place = 0; place < asking_.size(); ++place) {
      OpenProject& opened = result_.choice.open[place];
      for (std::size_t inner = 0; inner < (*amounts)[place].size(); ++inner) {
        Int128 const amount = (*amounts)[place][inner];
        std::uint32_t const column = program_.funds[opened.project][inner];
        const SharedProject& project = all_.projects[opened.project];
        std::size_t const funder = project.funders[inner];
        if (amount > 0) {
          opened.funding.push_back({funder, to_millionths(amount)});
          result_.columns[column] = program_.columns[column].high * amount /
                                    most_funded(project, all_.funders[funder]).count();
        }
      }
    }
    return true;
  }

  void cover() {
    std::vector<bool> in(all_.stakeholders.size(), false);
    for (std::size_t project = 0; project < all_.projects.size(); ++project) {
      for (std::size_t member = 0; member < program_.takes_part[project].size(); ++member) {
        if (answers_[program_.takes_part[project][member]]) {
          in[all_.projects[project].members[member].stakeholder.position()] = true;
        }
      }
    }
    for (auto const& [stakeholder, column] : program_.covered) {
      if (in[stakeholder.position()]) {
        result_.columns[column] = 1;
      } else {
        result_.choice.left_out.push_back(stakeholder);
      }
    }
  }

  const Territory& all_;
  const Program& program_;
  const std::vector<bool>& answers_;
  Filled result_;
  std::vector<Asking> asking_;  // by open project
  bool limits_broken_ = false;
};

}  // namespace

std::optional<Filled> fill(const Territory& territory, const Program& program,
                           const std::vector<bool>& answers) {
  return Filling(territory, program, answers).run();
}

}  // namespace bocage::mechanism::choose
