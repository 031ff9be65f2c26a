// Plans a territory folder, and prints the plan as JSON: plan_a_folder DIR
#include <iostream>

#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "mechanism/allocate/plan_territory.h"

namespace exchange = bocage::exchange;
namespace allocate = bocage::mechanism::allocate;

int main(int count, char** arguments) {
  auto const reading = exchange::read_territory(count > 1 ? arguments[1] : ".");
  if (reading.problems.has_errors()) {
    return 2;
  }
  allocate::PlanOptions options;
  options.input_sha256 = exchange::input_sha256(reading.territory);
  auto const outcome = allocate::plan_territory(reading.territory, options);
  if (!outcome) {
    return 2;
  }
  std::cout << exchange::write_plan(outcome->plan);
}
