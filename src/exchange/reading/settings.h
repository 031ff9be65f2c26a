#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json.h"
#include "exchange/reading/report.h"
#include "territory/territory.h"

namespace bocage::exchange {

enum class SettingKind { kText, kNumber, kList, kOther };

// A setting before its value is understood: TOML and JSON look the same from here on.
struct RawSetting {
  std::string key;
  SettingKind kind = SettingKind::kOther;
  std::string text;                // as written; of a number, its digits
  std::vector<std::string> items;  // of a list of texts
  territory::Place place;
};
using RawSettings = std::vector<RawSetting>;

// Nothing where the text is no TOML, which is reported.
[[nodiscard]] std::optional<RawSettings> settings_from_toml(std::string_view bytes,
                                                            const std::string& file,
                                                            Report& report);
[[nodiscard]] std::optional<RawSettings> settings_from_json(const JsonValue& object,
                                                            const std::string& file,
                                                            Report& report);

// A name that the tables must bear out once they are read.
enum class NameKind { kPriority, kResource, kUnit };
struct PendingName {
  std::string name;
  NameKind kind = NameKind::kResource;
  territory::Place place;
};

struct SettingsReading {
  territory::Settings settings;
  territory::ComparisonSettings comparison;
  territory::Statutes statutes;
  std::vector<PendingName> names;
  bool rule_is_known = false;
};

// `place` is where settings as a whole are.
[[nodiscard]] SettingsReading read_settings(const RawSettings& raw, const territory::Place& place,
                                            Report& report);

}  // namespace bocage::exchange
