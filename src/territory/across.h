#pragma once

#include <optional>
#include <string>
#include <vector>

#include "territory/plan.h"
#include "territory/territory.h"

// Several cooperations of one territory, side by side: docs/formats/cooperations.md. Nothing is
// planned across them; what somebody gives in one is its own affair in another.
namespace bocage::territory {

// What is done together in one folder.
struct Cooperation {
  std::string folder;  // "." for the territory's own tables
  Territory territory;
  std::optional<Plan> plan;  // where there are needs
  friend bool operator==(const Cooperation&, const Cooperation&) = default;
};

// What a stakeholder gives and gets in all cooperations; unlike units are never added.
struct TakingPart {
  std::string stakeholder;
  std::vector<std::string> cooperations;  // folders, in which a table names it
  std::vector<UnitSummary> gets;          // needed: what it needs; served: what it gets
  std::vector<UnitSummary> gives;         // needed: what it offers; served: what it gives
  friend bool operator==(const TakingPart&, const TakingPart&) = default;
};

// What the view tells of a cooperation that plans.
struct PlannedFigures {
  std::string input_sha256;
  std::string plan_sha256;  // of the bytes of its plan
  int needs = 0;
  int served = 0;
  int set_aside = 0;
  friend bool operator==(const PlannedFigures&, const PlannedFigures&) = default;
};

struct CooperationFigures {
  std::string folder;
  std::string name;
  std::optional<PlannedFigures> planned;
  friend bool operator==(const CooperationFigures&, const CooperationFigures&) = default;
};

// The view across, as a document tells it.
struct AcrossReport {
  std::string territory;
  std::vector<CooperationFigures> cooperations;
  std::vector<TakingPart> stakeholders;
  friend bool operator==(const AcrossReport&, const AcrossReport&) = default;
};

// Everybody of the territory, by id, also who takes part in nothing.
[[nodiscard]] std::vector<TakingPart> taking_part(const std::vector<Stakeholder>& stakeholders,
                                                  const std::vector<Cooperation>& cooperations);

}  // namespace bocage::territory
