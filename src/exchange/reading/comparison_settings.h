#pragma once

#include <string_view>

#include "exchange/reading/settings.h"

// The `[compare]` table of territory.toml: docs/formats/comparison.md.
namespace bocage::exchange {

[[nodiscard]] bool is_of_comparison(std::string_view key);

void read_comparison_setting(const RawSetting& raw, SettingsReading& reading, Report& report);

}  // namespace bocage::exchange
