#pragma once

#include <vector>

#include "mechanism/territory_model.h"
#include "territory/explanation.h"

// What more of something would change for one need, by trying every quantity from 1 on, each
// planned from the definition of the fair plan (design section 3). Nothing here comes from the
// engine. Where `fair` leads; for small territories only.
namespace bocage::oracle {

[[nodiscard]] std::vector<territory::Unlock> unlocks_by_trying(
    const territory::Territory& territory, std::size_t asking);

}  // namespace bocage::oracle
