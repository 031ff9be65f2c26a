#pragma once

#include <optional>
#include <random>
#include <string>

#include "check/worlds.h"
#include "mechanism/allocate/plan_territory.h"

namespace bocage::check_tests {

std::string some_bytes(std::mt19937_64& random);

struct Planned {
  World world;
  mechanism::allocate::PlanOptions options;
};

// The small territory of these bytes with the engine's plan; none where the engine refuses it.
std::optional<Planned> plan_of(const std::string& bytes);

}  // namespace bocage::check_tests
