#pragma once

#include <string_view>
#include <vector>

#include "territory/territory.h"

namespace bocage::cli {

struct StarterFile {
  std::string_view name;
  std::string_view bytes;
};

// The files of a small territory that plans as it stands, in the language of whoever will fill it.
[[nodiscard]] const std::vector<StarterFile>& starter_files(territory::Language language);

}  // namespace bocage::cli
