#include "agree/lines.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/fraction.h"
#include "territory/find.h"

namespace bocage::agree {

using territory::LineName;
using territory::Millionths;

Lines lines_of(const territory::Territory& territory, const territory::Plan& plan) {
  Lines lines;
  std::set<std::string> served;
  auto const add = [&](const std::string& contribution, const std::string& need,
                       Millionths quantity) {
    auto const to = territory::find_need(territory, need);
    auto const from = territory::find_contribution(territory, contribution);
    if (!to || (!from && !contribution.empty())) {
      return;
    }
    const territory::Need& row = territory.needs[to->position()];
    auto const name_of = [&](territory::StakeholderIndex stakeholder) {
      return territory.stakeholders[stakeholder.position()].id;
    };
    Line line;
    line.name = {contribution, need};
    line.receiver = name_of(row.stakeholder);
    if (from) {
      line.giver = name_of(territory.contributions[from->position()].stakeholder);
    }
    line.quantity = quantity;
    line.step = territory.families[row.family.position()].quantum;
    lines.push_back(std::move(line));
  };
  for (const territory::PlanTransfer& transfer : plan.transfers) {
    add(transfer.contribution, transfer.need, transfer.quantity);
    served.insert(transfer.need);
  }
  for (const territory::PlanNeed& need : plan.needs) {
    if (served.count(need.id) == 0) {
      add({}, need.id, Millionths(0));
    }
  }
  std::sort(lines.begin(), lines.end(),
            [](const Line& a, const Line& b) { return a.name < b.name; });
  return lines;
}

bool is_side_of(const Line& line, const std::string& stakeholder) {
  return line.giver == stakeholder || line.receiver == stakeholder;
}

const Line* find_line(const Lines& lines, const LineName& name) {
  auto const place =
      std::lower_bound(lines.begin(), lines.end(), name,
                       [](const Line& line, const LineName& wanted) { return line.name < wanted; });
  return place != lines.end() && place->name == name ? &*place : nullptr;
}

std::vector<std::string> stakeholders_of(const Lines& lines) {
  std::set<std::string> all;
  for (const Line& line : lines) {
    all.insert(line.receiver);
    if (!line.giver.empty()) {
      all.insert(line.giver);
    }
  }
  return {all.begin(), all.end()};
}

bool within_tolerance(const territory::Agreement& agreement, Millionths from, Millionths to,
                      Millionths step) {
  if (from.count() == 0 || to.count() == 0) {
    return from == to;
  }
  constexpr std::int64_t kOne = 1'000'000;
  std::int64_t const change = from < to ? to.count() - from.count() : from.count() - to.count();
  return change <= step.count() ||
         base::Int128{change} * kOne <= base::Int128{from.count()} * agreement.tolerance.count();
}

std::vector<LineChange> changes_between(const territory::Agreement& agreement, const Lines& before,
                                        const Lines& after) {
  std::map<LineName, LineChange> changes;
  auto const entry = [&](const Line& line) -> LineChange& {
    LineChange& change = changes[line.name];
    change.name = line.name;
    change.giver = line.giver;
    change.receiver = line.receiver;
    return change;
  };
  for (const Line& line : before) {
    entry(line).from = line.quantity;
  }
  for (const Line& line : after) {
    LineChange& change = entry(line);
    change.to = line.quantity;
    change.told_only = within_tolerance(agreement, change.from, change.to, line.step);
  }
  std::vector<LineChange> list;
  for (auto const& [name, change] : changes) {
    if (change.from != change.to) {
      list.push_back(change);
    }
  }
  return list;
}

bool asks_again(const std::vector<LineChange>& changes, const std::string& stakeholder) {
  return std::any_of(changes.begin(), changes.end(), [&](const LineChange& change) {
    return !change.told_only && (change.giver == stakeholder || change.receiver == stakeholder);
  });
}

std::vector<StakeholderChange> by_stakeholder(const std::vector<LineChange>& changes) {
  std::map<std::string, std::vector<LineChange>> lists;
  for (const LineChange& change : changes) {
    lists[change.receiver].push_back(change);
    if (!change.giver.empty() && change.giver != change.receiver) {
      lists[change.giver].push_back(change);
    }
  }
  std::vector<StakeholderChange> result;
  result.reserve(lists.size());
  for (auto& [stakeholder, lines] : lists) {
    result.push_back({stakeholder, std::move(lines)});
  }
  return result;
}

}  // namespace bocage::agree
