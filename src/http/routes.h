#pragma once

#include "http/house.h"
#include "http/message.h"

namespace bocage::http {

// The answer to one request: guard, then route, then the headers every answer carries.
[[nodiscard]] Response answer(House& house, const Request& request);

}  // namespace bocage::http
