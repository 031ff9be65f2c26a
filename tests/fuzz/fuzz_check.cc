#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "check/check_plan.h"
#include "check/small_territory.h"
#include "exchange/canonical.h"
#include "mechanism/allocate/plan_territory.h"

// Whatever small territory the bytes spell, what the engine plans for it must hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace allocate = bocage::mechanism::allocate;
  bocage::check_tests::Bytes bytes(std::string_view(reinterpret_cast<const char*>(data), size));
  bocage::territory::Territory const territory = bocage::check_tests::small_territory(bytes);
  allocate::PlanOptions planning;
  planning.input_sha256 = bocage::exchange::input_sha256(territory);
  auto const outcome = allocate::plan_territory(territory, planning);
  if (!outcome) {
    return 0;
  }
  bocage::check::CheckOptions checking;
  checking.input_sha256 = planning.input_sha256;
  if (!bocage::check::check_plan(territory, outcome->plan, checking).holds) {
    std::abort();
  }
  return 0;
}
