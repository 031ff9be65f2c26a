#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/session.h"
#include "mechanism/allocate/plan_territory.h"
#include "territory/verdict.h"

namespace bocage::cli {

// A plan of a territory, and how it was made.
struct Planned {
  territory::Plan plan;
  mechanism::allocate::PlanOptions options;
  std::unique_ptr<territory::Plan> previous;  // what the options point to
  bool is_given = false;                      // by whoever asks, not planned here
};

// The plan in `plan`, made with `previous` where one is named; planned now where `plan` is empty.
// An independent check bears it out. None: what was wrong is reported, and `status` says how it
// ends.
[[nodiscard]] std::optional<Planned> planned_for(const territory::Territory& territory,
                                                 const std::string& plan,
                                                 const std::string& previous, Session& session,
                                                 int& status);

// In two steps, for long work that need not wait for the check: nothing of it may be told before
// the verdict.
[[nodiscard]] std::optional<Planned> planned_unchecked(const territory::Territory& territory,
                                                       const std::string& plan,
                                                       const std::string& previous,
                                                       Session& session);
[[nodiscard]] territory::Verdict verdict_on(const territory::Territory& territory,
                                            const Planned& planned);
[[nodiscard]] int refuse_plan(const Planned& planned, const territory::Verdict& verdict,
                              Session& session);

}  // namespace bocage::cli
