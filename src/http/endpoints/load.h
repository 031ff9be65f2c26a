#pragma once

#include "http/answers.h"
#include "service/meeting.h"

namespace bocage::http {

// The meeting as it lies in the folder now, and for whom it is told; the failure is the answer.
struct Loaded {
  service::Meeting meeting;
  Reader reader;
};
[[nodiscard]] base::Result<Loaded, Response> load(const std::string& folder,
                                                  const Request& request);

}  // namespace bocage::http
