#pragma once

#include <vector>

#include "mechanism/allocate/prepare.h"
#include "territory/missing.h"

namespace bocage::compare {

// The smallest set of new activities that reaches everybody, for each connected part whose needs
// are all of persons and lack something: each activity is of one resource, wherever it is needed.
// The fewest resources first, among those the least quantity in all, then the most needs that could
// use them, then by id; by trying all sets of `kMostResources` resources or fewer.
inline constexpr std::size_t kMostResources = 14;
[[nodiscard]] std::vector<territory::NewActivities> activities_for_all(
    const territory::Territory& territory, const mechanism::allocate::Prepared& prepared);

}  // namespace bocage::compare
