#pragma once

#include <string>

#include "mechanism/dice.h"
#include "territory/territory.h"

// Assemblies drawn by chance: colleges with and without weights, members in none, proxies, shows of
// hands, silent colleges, every statute.
namespace bocage::oracle {

inline void add_ballots(Dice& dice, territory::Assembly& assembly, std::size_t resolution) {
  std::optional<std::size_t> carrier;
  for (std::size_t who = 0; who < assembly.associates.size(); ++who) {
    bool const may_vote = assembly.colleges.empty() || assembly.associates[who].college;
    if (!may_vote || !dice.percent(75)) {
      continue;
    }
    auto const vote = static_cast<territory::VoteCast>(dice.percent(80) ? dice.between(0, 1)
                                                                        : dice.between(2, 4));
    bool const is_carried = carrier && dice.percent(20);
    assembly.ballots.push_back({resolution, who, vote, is_carried ? carrier : std::nullopt});
    carrier = carrier ? carrier : std::optional(who);
  }
}

inline void add_hands(Dice& dice, territory::Assembly& assembly, std::size_t resolution) {
  auto const show = [&](std::optional<std::size_t> college) {
    territory::ShowOfHands hands;
    hands.resolution = resolution;
    hands.college = college;
    hands.yes = dice.percent(20) ? 0 : dice.between(0, 9);
    hands.no = dice.percent(20) ? 0 : dice.between(0, 9);
    hands.abstained = dice.between(0, 2);
    if (dice.percent(50)) {
      hands.present = hands.yes + hands.no + hands.abstained + dice.between(0, 2);
    }
    assembly.shows.push_back(hands);
  };
  for (std::size_t college = 0; college < assembly.colleges.size(); ++college) {
    show(college);
  }
  if (assembly.colleges.empty()) {
    show(std::nullopt);
  }
}

inline territory::Territory random_assembly(Dice& dice) {
  territory::Territory territory;
  territory.settings.name = "drawn";
  territory::Assembly& assembly = territory.assembly;
  auto const colleges = static_cast<std::size_t>(dice.percent(20) ? 0 : dice.between(1, 5));
  bool const weighs = dice.percent(70);
  bool const counted = dice.percent(50);  // members are a number, not a list
  for (std::size_t c = 0; c < colleges; ++c) {
    territory::College college;
    college.id = college.name = std::string(1, static_cast<char>('a' + c));
    if (weighs) {
      college.weight = territory::Millionths(dice.between(1, 40) * 500'000);
    }
    if (counted) {
      college.members = 24;
    }
    assembly.colleges.push_back(college);
  }
  for (std::int64_t who = dice.between(0, 14); who > 0; --who) {
    territory::Associate associate;
    associate.id = associate.name = "m" + std::to_string(100 - who);
    if (colleges > 0 && dice.percent(90)) {
      associate.college = dice.place(colleges);
    }
    assembly.associates.push_back(associate);
  }
  territory::Statutes& statutes = assembly.statutes;
  statutes.empty_college = static_cast<territory::EmptyCollege>(dice.between(0, 2));
  statutes.abstention = static_cast<territory::Abstention>(dice.between(0, 1));
  statutes.tie = static_cast<territory::Tie>(dice.between(0, 1));
  statutes.quorum = base::Fraction(dice.percent(60) ? 0 : dice.between(1, 3), 4);
  if (dice.percent(20)) {
    statutes.voting = territory::VotingUnit::kHeads;
  }
  const territory::Majority majorities[] = {{base::Fraction(1, 2), true},
                                            {base::Fraction(2, 3), false},
                                            {base::Fraction(1, 1), false},
                                            {base::Fraction(3, 5), false}};
  for (std::size_t r = 0; r < 3; ++r) {
    territory::Resolution resolution;
    resolution.id = resolution.title = "r" + std::to_string(r);
    resolution.majority = majorities[dice.percent(50) ? 0 : dice.place(4)];
    assembly.resolutions.push_back(resolution);
    if (dice.percent(10)) {
      continue;  // not voted
    }
    if (dice.percent(50)) {
      add_ballots(dice, assembly, r);
    } else {
      add_hands(dice, assembly, r);
    }
  }
  return territory;
}

}  // namespace bocage::oracle
