#pragma once

#include "territory/tally.h"

namespace bocage::territory {
struct Territory;
}

namespace bocage::mechanism::tally {

// Counts every resolution by the statutes, in exact fractions, and tells what each college could
// stop. Without colleges, one member is one vote. `input_sha256` is left to whoever knows the
// bytes.
[[nodiscard]] territory::TallyReport tally(const territory::Territory& territory);

}  // namespace bocage::mechanism::tally
