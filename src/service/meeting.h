#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agree/cycle.h"
#include "agree/decision.h"
#include "agree/follow.h"
#include "exchange/read_territory.h"
#include "service/folder.h"
#include "service/trouble.h"

namespace bocage::service {

// A plan of the cycle as it lies in the folder.
struct KeptPlan {
  std::string file;
  std::string bytes;
  territory::Plan plan;
};

// Everything a folder says about a cooperation and its present cycle.
struct Meeting {
  Files files;
  exchange::TerritoryReading reading;
  territory::Proceedings proceedings;
  std::string input_sha256;
  std::vector<KeptPlan> plans;  // of the cycle; version v is plans[v - 1]
  agree::Matter matter;         // of the cycle that was opened last; no name where none was
  territory::Problems warnings;

  [[nodiscard]] const territory::Territory& territory() const { return reading.territory; }
  [[nodiscard]] territory::Language language() const { return reading.territory.settings.language; }
};

[[nodiscard]] base::Result<Meeting, Trouble> read_meeting(Files files);

[[nodiscard]] std::string plan_file(const std::string& cycle, int plan);

// What is true now of the meeting, for the machine of the cycle.
[[nodiscard]] agree::Circumstances circumstances_of(const Meeting& meeting, base::Moment now);

// The commitments of the adopted plan, with what became of them; into the meeting.
[[nodiscard]] std::vector<agree::Followed> followed(const Meeting& meeting);

// Who an adopted decision excluded.
[[nodiscard]] std::set<std::string> excluded(const Meeting& meeting);

// A decision besides plans, by its id; the excluded have no voice in it.
[[nodiscard]] agree::DecisionMatter decision_matter(const Meeting& meeting,
                                                    const std::string& decision);
[[nodiscard]] std::vector<std::string> decision_ids(const Meeting& meeting);

}  // namespace bocage::service
