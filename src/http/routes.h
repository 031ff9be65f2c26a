#pragma once

#include <functional>
#include <string>

#include "http/endpoints/endpoints.h"
#include "http/guard.h"
#include "http/message.h"

namespace bocage::http {

// What the endpoints are given.
struct House {
  std::string folder;
  Guard guard;
  PlanBoard board;
  Runner runner;
  std::function<void()> changed;  // tells every page that the folder changed
  Learnt learnt = {};
};

// The answer to one request: guard, then route, then the headers every answer carries.
[[nodiscard]] Response answer(House& house, const Request& request);

}  // namespace bocage::http
