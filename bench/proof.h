#pragma once

#include "bench/generate.h"
#include "check/certificate.h"
#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/fair.h"
#include "territory/possible_links.h"

namespace bocage::bench {

[[nodiscard]] territory::PossibleLinks possible_links(const Generated& generated);

// What the checker is given of a plan made here: its fair shares, whole lines and least distance.
// `links` must outlive it.
[[nodiscard]] check::Certificate certificate_of(const Generated& generated,
                                                const mechanism::allocate::CertifiedPlan& fair,
                                                const mechanism::allocate::BestLines& lines,
                                                const territory::PossibleLinks& links);

}  // namespace bocage::bench
