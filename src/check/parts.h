#pragma once

#include <cstdint>
#include <vector>

#include "territory/possible_links.h"

namespace bocage::check {

// Which connected part each need is in: needs joined through the contributions they could share get
// the same number. Links of needs that do not count join nobody.
[[nodiscard]] std::vector<std::uint32_t> parts_of_needs(const territory::PossibleLinks& links,
                                                        const std::vector<char>& counts,
                                                        std::size_t contributions);

}  // namespace bocage::check
