#pragma once

#include <optional>
#include <string>

#include "cli/session.h"
#include "territory/split.h"
#include "territory/verdict.h"

namespace bocage::cli {

// A division of shared costs in a file, read against its territory and verified.
struct Division {
  territory::SplitReport report;
  territory::Verdict verdict;
};

// What is wrong with its shape is reported.
[[nodiscard]] std::optional<Division> load_division(const territory::Territory& territory,
                                                    const std::string& bytes,
                                                    const std::string& file, Session& session);

}  // namespace bocage::cli
