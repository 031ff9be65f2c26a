#pragma once

#include <vector>

#include "service/meeting.h"

namespace bocage::service {

// The steps that may be taken now. Before its first round a plan need not be there yet: asking for
// answers makes one.
[[nodiscard]] std::vector<territory::StepKind> possible_steps(const Meeting& meeting,
                                                              base::Moment now);

}  // namespace bocage::service
