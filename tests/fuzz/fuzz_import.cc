#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "exchange/import/import.h"
#include "exchange/read_territory.h"
#include "exchange/wording/import_words.h"

using namespace bocage;  // NOLINT(google-build-using-namespace): its main

// Whatever the sheet: the words can be said in both languages, and what is good in it makes a
// folder that can be read back without a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  exchange::importing::ImportOptions options;
  options.accept_fixes = (data[0] & 1U) != 0;
  options.territory_name = "Fuzz";
  std::string const bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  auto const import = exchange::importing::import_sheets({{"besoins.csv", bytes}}, options);
  for (auto const language : {territory::Language::kEnglish, territory::Language::kFrench}) {
    if (exchange::import_summary(import, language).empty() && import.has_anything()) {
      std::abort();
    }
    static_cast<void>(exchange::import_json(import, false, language));
  }
  auto files = import.files;
  files["territory.toml"] += "rule = \"need\"\n";
  static_cast<void>(exchange::read_territory_folder(files));
  return 0;
}
