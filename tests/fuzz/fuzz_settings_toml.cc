#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "exchange/read_territory.h"
#include "exchange/wording/problems.h"

// Settings of any bytes, with the other tables empty.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::map<std::string, std::string> const folder{
      {"territory.toml", std::string(reinterpret_cast<const char*>(data), size)},
      {"stakeholders.csv", "name\n"},
      {"resources.csv", "name,unit\n"},
      {"needs.csv", "stakeholder,resource,quantity\n"},
      {"contributions.csv", "stakeholder,resource,quantity\n"}};
  auto const reading = bocage::exchange::read_territory_folder(folder);
  for (auto const& problem : reading.problems.list) {
    (void)bocage::exchange::sentence(problem, reading.territory.settings.language);
  }
  return 0;
}
