#pragma once

#include <string>
#include <vector>

#include "agree/answer.h"
#include "agree/cycle.h"
#include "exchange/read_territory.h"

// A group small enough to try everything: the giver a, who has 10, and receivers b, c, ….
namespace bocage::agree::testing {

inline territory::Territory group_territory(int members) {
  std::map<std::string, std::string> files;
  files["territory.toml"] = "format = 1\nname = \"Group\"\nrule = \"need\"\n";
  files["resources.csv"] = "id,name,unit,quantum\nr,R,h,1\n";
  files["stakeholders.csv"] = "id,name\n";
  files["needs.csv"] = "id,stakeholder,resource,quantity\n";
  for (int i = 0; i < members; ++i) {
    std::string const id(1, static_cast<char>('a' + i));
    files["stakeholders.csv"].append(id).append(",").append(id).append("\n");
    if (i > 0) {
      files["needs.csv"].append("n").append(id).append(",").append(id).append(",r,20\n");
    }
  }
  files["contributions.csv"] = "id,stakeholder,resource,quantity\nca,a,r,20\n";
  return exchange::read_territory_folder(files).territory;
}

inline Lines lines_giving(const std::vector<std::int64_t>& quantities) {
  constexpr std::int64_t kUnit = 1'000'000;
  Lines lines;
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    std::string const id(1, static_cast<char>('b' + i));
    Line line;
    line.name = {"ca", "n" + id};
    line.giver = "a";
    line.receiver = id;
    line.quantity = territory::Millionths(quantities[i] * kUnit);
    line.step = territory::Millionths(kUnit);
    lines.push_back(line);
  }
  return lines;
}

inline territory::Step step(territory::StepKind kind, int plan = 0, std::int64_t at = 0) {
  territory::Step step;
  step.cycle = "w1";
  step.kind = kind;
  step.plan = plan;
  step.at = base::Moment{at};
  return step;
}

inline territory::StatedPosition says(const std::string& who, territory::PositionAnswer answer,
                                      int plan = 1) {
  territory::StatedPosition position;
  position.cycle = "w1";
  position.plan = plan;
  position.stakeholder = who;
  position.answer = answer;
  if (answer == territory::PositionAnswer::kObjection) {
    position.kind = territory::ObjectionKind::kLimits;
    position.argument = "we cannot";
  }
  return position;
}

}  // namespace bocage::agree::testing
