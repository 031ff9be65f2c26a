#include "places.h"

namespace bocage::tests {

std::filesystem::path source_folder() { return BOCAGE_SOURCE_DIR; }

std::string program() { return BOCAGE_BINARY; }

}  // namespace bocage::tests
