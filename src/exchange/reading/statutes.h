#pragma once

#include <optional>
#include <string_view>

#include "base/fraction.h"
#include "exchange/reading/settings.h"

// The `[statutes]` table of territory.toml: docs/formats/assembly.md.
namespace bocage::exchange {

[[nodiscard]] bool is_of_statutes(std::string_view key);

void read_statute(const RawSetting& raw, territory::Statutes& statutes, Report& report);

// "2/3" or "0.25", from 0 to 1. A decimal comma does, too.
[[nodiscard]] std::optional<base::Fraction> read_part(std::string_view text);

}  // namespace bocage::exchange
