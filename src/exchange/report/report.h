#pragma once

#include <optional>
#include <string>
#include <vector>

#include "territory/explanation.h"
#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

struct ReportLearning;

enum class ReportPart { kWhole, kSheets };

struct ReportInput {
  const territory::Territory& territory;
  const territory::Plan& plan;
  // What would change it, for each stakeholder; one that is missing has its sheet without that
  // part.
  const std::vector<territory::StakeholderExplanation>& explanations;
  territory::Language language = territory::Language::kEnglish;
  bool checked = false;  // the independent check of this plan passed
  ReportPart part = ReportPart::kWhole;
  std::optional<territory::StakeholderIndex> sheet_of{};  // of the sheets, this one alone
  const ReportLearning* learning = nullptr;               // left out where it is null
};

// One page that needs nothing else: no script, no request to anyone. A stakeholder of kind `person`
// is a number in it, never a name or a place. The same input gives the same bytes.
[[nodiscard]] std::string report_html(const ReportInput& input);

}  // namespace bocage::exchange
