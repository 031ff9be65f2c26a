#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "exchange/read_territory.h"
#include "exchange/wording/problems.h"

// A folder in one input: parts end with a line "=", in the order of the file names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::map<std::string, std::string> folder{
      {"territory.toml", "format = 1\nname = \"x\"\nrule = \"people\"\n"}};
  for (const char* name :
       {"stakeholders.csv", "resources.csv", "needs.csv", "contributions.csv", "links.csv",
        "bans.csv", "arranged.csv", "received.csv", "problems.csv"}) {
    std::size_t const end = rest.find("\n=\n");
    folder[name] = rest.substr(0, end);
    if (end == std::string_view::npos) {
      break;
    }
    rest.remove_prefix(end + 3);
  }
  auto const reading = bocage::exchange::read_territory_folder(folder);
  for (auto const& problem : reading.problems.list) {
    (void)bocage::exchange::sentence(problem, reading.territory.settings.language);
  }
  return 0;
}
