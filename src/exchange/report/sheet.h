#pragma once

#include <vector>

#include "exchange/report/facts.h"
#include "exchange/report/html.h"

// The parts of one stakeholder's sheet.
namespace bocage::exchange {

// What a stakeholder's sheet tells, gathered once: how long it gets decides how densely it is set.
struct StakeholderSheet {
  territory::StakeholderIndex stakeholder;
  std::vector<territory::NeedIndex> needs;
  std::vector<territory::ContributionIndex> contributions;
};

// A line of the plan as one of its two sides reads it.
struct Line {
  const territory::PlanTransfer* transfer = nullptr;
  territory::ContributionIndex from;
  territory::NeedIndex to;
};

// An addition that would bring a need more than it gets.
struct Change {
  territory::NeedIndex need;
  const territory::Unlock* unlock = nullptr;
};

[[nodiscard]] std::vector<Line> lines_given(const ReportFacts& facts,
                                            const StakeholderSheet& sheet);
[[nodiscard]] std::vector<Line> lines_received(const ReportFacts& facts,
                                               const StakeholderSheet& sheet);
[[nodiscard]] std::vector<Change> changes_of(const ReportFacts& facts,
                                             const StakeholderSheet& sheet);

// `lines` is not empty.
void write_lines(Html& page, const ReportFacts& facts, const std::vector<Line>& lines, bool giving);
void write_why(Html& page, const ReportFacts& facts, const StakeholderSheet& sheet);
void write_changes(Html& page, const ReportFacts& facts, const StakeholderSheet& sheet);

}  // namespace bocage::exchange
