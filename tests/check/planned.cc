#include "check/planned.h"

#include "check/small_territory.h"
#include "exchange/canonical.h"

namespace bocage::check_tests {

std::string some_bytes(std::mt19937_64& random) {
  std::string bytes(400, '\0');
  for (char& byte : bytes) {
    byte = static_cast<char>(random() & 0xFFU);
  }
  return bytes;
}

std::optional<Planned> plan_of(const std::string& bytes) {
  Bytes drawn(bytes);
  Planned planned{{"small", small_territory(drawn), {}}, {}};
  planned.options.input_sha256 = exchange::input_sha256(planned.world.territory);
  auto outcome = mechanism::allocate::plan_territory(planned.world.territory, planned.options);
  if (!outcome) {
    return std::nullopt;
  }
  planned.world.plan = std::move(outcome).value().plan;
  return planned;
}

}  // namespace bocage::check_tests
