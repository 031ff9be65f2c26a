#pragma once

#include <string>

#include "mechanism/dice.h"
#include "territory/territory.h"

namespace bocage::oracle {

inline constexpr std::int64_t kUnit = 1'000'000;

// Few projects, members and funders, in whole units, so that everything can be tried. Costs are
// even: half of one is whole.
struct ProjectSizes {
  std::size_t projects = 4;
  std::size_t members = 4;
  std::size_t funders = 2;
};

class RandomProjects {
 public:
  RandomProjects(Dice& dice, const ProjectSizes& sizes) : dice_(dice), sizes_(sizes) {}

  territory::Territory run() {
    for (std::size_t place = 0; place < sizes_.members + sizes_.funders; ++place) {
      territory::Stakeholder one;
      one.id = std::string(place < sizes_.members ? "m" : "z") + std::to_string(place);
      one.name = one.id;
      all_.stakeholders.push_back(one);
    }
    add_funders();
    all_.limits.push_back({"days", "Days", "day", units(3, 9)});
    bool const benefits = dice_.percent(80);
    auto const projects =
        static_cast<std::size_t>(dice_.between(1, static_cast<std::int64_t>(sizes_.projects)));
    for (std::size_t place = 0; place < projects; ++place) {
      add_project(place, benefits);
    }
    all_.settings.lot = static_cast<std::uint64_t>(dice_.between(1, 1000));
    return std::move(all_);
  }

 private:
  territory::Millionths units(std::int64_t low, std::int64_t high) {
    return territory::Millionths(dice_.between(low, high) * kUnit);
  }

  void add_funders() {
    if (dice_.percent(25)) {
      return;
    }
    for (std::size_t place = 0; place < sizes_.funders; ++place) {
      territory::Funder funder;
      funder.stakeholder = territory::StakeholderIndex(sizes_.members + place);
      funder.budget = units(1, 7);
      if (dice_.percent(25)) {
        funder.most_share = territory::Millionths(kUnit / 2);
      }
      if (dice_.percent(25)) {
        funder.least_amount = units(1, 2);
      }
      funder.is_public = dice_.percent(60);
      all_.funders.push_back(funder);
    }
  }

  void add_project(std::size_t place, bool benefits) {
    territory::SharedProject project;
    project.id = "p" + std::to_string(place);
    project.name = project.id;
    project.cost = territory::Millionths(2 * dice_.between(0, 3) * kUnit);
    project.own_funds =
        territory::Millionths(std::min(project.cost.count(), dice_.between(0, 2) * kUnit));
    if (benefits) {
      project.benefit = units(0, 5);
    }
    for (std::size_t funder = 0; funder < all_.funders.size(); ++funder) {
      if (dice_.percent(75)) {
        project.funders.push_back(funder);
      }
    }
    if (dice_.percent(25)) {
      project.public_ceiling = territory::Millionths(kUnit / 2);
    }
    if (dice_.percent(35)) {
      project.quantity = units(1, 4);
      if (dice_.percent(40)) {
        project.price = units(0, 3);
      }
      if (dice_.percent(30)) {  // of an even quantity: half of it is whole
        project.quantity = territory::Millionths(2 * dice_.between(1, 2) * kUnit);
        project.most_share = territory::Millionths(kUnit / 2);
      }
    }
    project.fewest_members = dice_.percent(40) ? dice_.between(1, 3) : 0;
    add_members(project);
    if (dice_.percent(60)) {
      project.uses.push_back({0, units(1, 4)});
    }
    all_.projects.push_back(std::move(project));
  }

  void add_members(territory::SharedProject& project) {
    for (std::size_t member = 0; member < sizes_.members; ++member) {
      if (!dice_.percent(55)) {
        continue;
      }
      territory::ProjectMember one;
      one.stakeholder = territory::StakeholderIndex(member);
      if (project.quantity) {
        one.minimum = units(1, 2);
        one.cost = units(0, 3);
        if (dice_.percent(50)) {
          one.capacity = units(1, 4);
        }
      }
      project.members.push_back(one);
    }
  }

  Dice& dice_;
  ProjectSizes sizes_;
  territory::Territory all_;
};

inline territory::Territory random_projects(Dice& dice, const ProjectSizes& sizes = {}) {
  return RandomProjects(dice, sizes).run();
}

}  // namespace bocage::oracle
