#pragma once

#include <map>
#include <string>

#include "exchange/import/intake.h"

namespace bocage::exchange::importing {

struct ImportedResource {
  std::string id;
  std::string name;
  std::string unit;
  std::string proposed_quantum;  // all quantities are multiples of it
};

// "Carottes" and "carotte" are one resource.
[[nodiscard]] std::string resource_key(std::string_view name);

// Gives every resource one unit, turns the quantities of the drafts into it, and blocks the rows
// where that cannot be done.
void settle_units(Intake& intake);

// The resources of the drafts that are good, by key.
[[nodiscard]] std::map<std::string, ImportedResource> collect_resources(Intake& intake);

}  // namespace bocage::exchange::importing
