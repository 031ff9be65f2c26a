#include "check/certificate.h"

#include <utility>

#include "check/exact_flow.h"
#include "check/potentials.h"
#include "check/thresholds.h"

namespace bocage::check {

Finding check_certificate(const Certificate& certificate, Standing* standing) {
  CarriedByNeed const carried(certificate);
  if (certificate.fair_leads) {
    ExactFlow exact;
    if (Finding const finding = check_exact_flow(certificate, carried, exact);
        finding.fault != Fault::kNone) {
      return finding;
    }
    if (Finding const finding = check_thresholds(certificate, carried, exact);
        finding.fault != Fault::kNone) {
      return finding;
    }
    if (standing != nullptr) {
      *standing = std::move(exact.standing);
    }
  }
  return check_potentials(certificate, carried);
}

}  // namespace bocage::check
