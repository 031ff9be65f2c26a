#include "check/certificate.h"

#include <utility>

#include "check/exact_flow.h"
#include "check/sweep.h"

namespace bocage::check {

Finding check_certificate(const Certificate& certificate, Standing* standing) {
  CarriedByNeed const carried(certificate);
  if (!certificate.fair_leads) {
    return certificate.criteria.empty() ? Finding{} : sweep_links(certificate, carried, nullptr);
  }
  ExactFlow exact;
  Finding finding = check_exact_flow(certificate, carried, exact);
  if (finding.fault == Fault::kNone) {
    finding = sweep_links(certificate, carried, &exact);
  }
  if (finding.fault == Fault::kNone && standing != nullptr) {
    *standing = std::move(exact.standing);
  }
  return finding;
}

}  // namespace bocage::check
