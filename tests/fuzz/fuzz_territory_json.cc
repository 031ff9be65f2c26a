#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/read_territory.h"
#include "exchange/wording/problems.h"

using bocage::exchange::read_territory_json;
using bocage::exchange::sentence;
using bocage::territory::Language;

// A whole territory, or nothing of it and problems that can be told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<const char*>(data), size);
  auto const reading = read_territory_json(bytes);
  for (auto const& problem : reading.problems.list) {
    if (sentence(problem, Language::kEnglish).empty() ||
        sentence(problem, Language::kFrench).empty()) {
      std::abort();
    }
  }
  if (reading.problems.has_errors() && !reading.territory.stakeholders.empty()) {
    std::abort();
  }
  for (auto const& need : reading.territory.needs) {
    bool const sound = need.quantity.count() > 0 && need.minimum <= need.quantity &&
                       !need.resources.empty() && !need.id.empty() &&
                       need.stakeholder.position() < reading.territory.stakeholders.size() &&
                       need.family.position() < reading.territory.families.size();
    if (!sound) {
      std::abort();
    }
  }
  return 0;
}
