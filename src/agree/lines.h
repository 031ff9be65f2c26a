#pragma once

#include <string>
#include <vector>

#include "territory/agreement.h"
#include "territory/cycle.h"
#include "territory/plan.h"
#include "territory/territory.h"

// What a plan asks of people, line by line, and what another plan would change of it.
namespace bocage::agree {

struct Line {
  territory::LineName name;  // an empty contribution: the need gets nothing
  std::string giver;         // stakeholder ids; empty where nobody gives
  std::string receiver;
  territory::Millionths quantity;
  territory::Millionths step;  // the quantum of its resource, in units
  friend bool operator==(const Line&, const Line&) = default;
};

// Sorted by name.
using Lines = std::vector<Line>;

// The transfers, and a line for every need that gets nothing. A plan that names what the territory
// does not have is not of it: such lines are left out.
[[nodiscard]] Lines lines_of(const territory::Territory& territory, const territory::Plan& plan);

[[nodiscard]] bool is_side_of(const Line& line, const std::string& stakeholder);
[[nodiscard]] const Line* find_line(const Lines& lines, const territory::LineName& name);

// Whoever has a line: sorted, each once.
[[nodiscard]] std::vector<std::string> stakeholders_of(const Lines& lines);

struct LineChange {
  territory::LineName name;
  std::string giver;
  std::string receiver;
  territory::Millionths from;  // 0: a new line
  territory::Millionths to;    // 0: a line that is gone
  bool told_only = false;      // within the tolerance: told, not asked again
  friend bool operator==(const LineChange&, const LineChange&) = default;
};

// By how much at most a line may change without being asked again: the agreement's share of what it
// was, and one step in any case. A line that appears or goes is always asked.
[[nodiscard]] bool within_tolerance(const territory::Agreement& agreement,
                                    territory::Millionths from, territory::Millionths to,
                                    territory::Millionths step);

// The lines that differ, sorted by name. Lines of nothing are not changes by themselves: what went
// or came says it.
[[nodiscard]] std::vector<LineChange> changes_between(const territory::Agreement& agreement,
                                                      const Lines& before, const Lines& after);

// Whether any line of the stakeholder changed beyond the tolerance.
[[nodiscard]] bool asks_again(const std::vector<LineChange>& changes,
                              const std::string& stakeholder);

// The changes of one stakeholder's lines, whichever side of them it is.
struct StakeholderChange {
  std::string stakeholder;
  std::vector<LineChange> lines;
};
[[nodiscard]] std::vector<StakeholderChange> by_stakeholder(const std::vector<LineChange>& changes);

}  // namespace bocage::agree
