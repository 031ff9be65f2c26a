#pragma once

#include <string>

#include "service/meeting.h"

namespace bocage::service {

// The commitments of one stakeholder that have a date, as an iCalendar file.
[[nodiscard]] std::string calendar_of(const Meeting& meeting, const std::string& stakeholder,
                                      territory::Language language);

}  // namespace bocage::service
