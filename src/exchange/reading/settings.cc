#include "exchange/reading/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/codes.h"
#include "exchange/criteria_order.h"
#include "exchange/reading/comparison_settings.h"
#include "exchange/reading/number_text.h"
#include "exchange/reading/spelling.h"
#include "exchange/reading/statutes.h"

namespace bocage::exchange {
namespace {

using territory::BelowMinimum;
using territory::Criterion;
using territory::Language;
using territory::Millionths;
using territory::Place;
using territory::ProblemCode;
using territory::Rule;

// What one setting needs to be read.
struct Target {
  const RawSetting& raw;
  Report& report;
  SettingsReading& reading;

  void refuse(ProblemCode code) const { report.error(code, raw.place, raw.text); }
};

template <class Number>
std::optional<Number> whole_number(const RawSetting& raw) {
  Number number = 0;
  const char* const end = raw.text.data() + raw.text.size();
  auto const read = std::from_chars(raw.text.data(), end, number);
  bool const whole = read.ec == std::errc() && read.ptr == end;
  return raw.kind == SettingKind::kNumber && whole ? std::optional(number) : std::nullopt;
}

// The word of a setting that takes one of a few.
template <class Value>
void read_word(const Target& target, ProblemCode unknown, Value& value) {
  auto const known = target.raw.kind == SettingKind::kText
                         ? value_of<Value>(base::trim(target.raw.text))
                         : std::nullopt;
  if (!known) {
    target.refuse(unknown);
  }
  value = known.value_or(value);
}

void read_text(const Target& target, std::string& text) {
  if (target.raw.kind != SettingKind::kText || base::trim(target.raw.text).empty() ||
      base::has_control_character(base::trim(target.raw.text))) {
    target.refuse(ProblemCode::kSettingNotText);
  }
  text = base::trim(target.raw.text);
}

void read_format(const Target& target) {
  if (whole_number<int>(target.raw) != 1) {
    target.refuse(ProblemCode::kFormatUnknown);
  }
}

void read_name(const Target& target) { read_text(target, target.reading.settings.name); }

void read_currency(const Target& target) { read_text(target, target.reading.settings.currency); }

void read_language(const Target& target) {
  read_word(target, ProblemCode::kLanguageUnknown, target.reading.settings.language);
}

void read_rule(const Target& target) {
  read_word(target, ProblemCode::kRuleUnknown, target.reading.settings.rule);
  target.reading.rule_is_known = value_of<Rule>(base::trim(target.raw.text)).has_value();
}

void read_order(const Target& target) {
  auto order = target.raw.kind == SettingKind::kText   ? order_from_text(target.raw.text)
               : target.raw.kind == SettingKind::kList ? order_from_words(target.raw.items)
                                                       : std::nullopt;
  if (!order) {
    target.refuse(ProblemCode::kOrderWrong);
    return;
  }
  target.reading.settings.order = *std::move(order);
}

void read_detour(const Target& target) {
  constexpr std::int64_t kLeast = 1'000'000;  // no road is shorter than the great circle
  constexpr std::int64_t kMost = 100'000'000;
  auto const detour = base::parse_decimal(target.raw.text, 6);
  if (target.raw.kind != SettingKind::kNumber || !detour || *detour < kLeast || *detour > kMost) {
    target.refuse(ProblemCode::kDetourWrong);
    return;
  }
  target.reading.settings.detour = Millionths(*detour);
}

void read_memory(const Target& target) {
  constexpr int kMost = 1000;
  auto const memory = whole_number<int>(target.raw);
  if (!memory || *memory < 0 || *memory > kMost) {
    target.refuse(ProblemCode::kMemoryWrong);
    return;
  }
  target.reading.settings.memory = *memory;
}

void read_lot(const Target& target) {
  auto const lot = whole_number<std::uint64_t>(target.raw);
  if (!lot) {
    target.refuse(ProblemCode::kLotWrong);
  }
  target.reading.settings.lot = lot.value_or(0);
}

void read_below_minimum(const Target& target) {
  read_word(target, ProblemCode::kBelowMinimumUnknown, target.reading.settings.below_minimum);
}

struct Setting {
  std::string_view key;
  void (*read)(const Target&);
};
constexpr std::array<Setting, 10> kSettings{{{"format", read_format},
                                             {"name", read_name},
                                             {"language", read_language},
                                             {"currency", read_currency},
                                             {"rule", read_rule},
                                             {"order", read_order},
                                             {"detour", read_detour},
                                             {"memory", read_memory},
                                             {"lot", read_lot},
                                             {"below_minimum", read_below_minimum}}};

bool states(const RawSettings& raw, std::string_view key) {
  return std::any_of(raw.begin(), raw.end(),
                     [&](const RawSetting& setting) { return setting.key == key; });
}

std::string nearest_setting(const std::string& key) {
  NearestSpelling search(key);
  for (const Setting& setting : kSettings) {
    search.consider(setting.key, setting.key);
  }
  return search.nearest();
}

RawSetting setting_of(const std::string& key, const JsonValue& value, const std::string& file) {
  RawSetting setting;
  setting.key = key;
  setting.place = {file, 0, 0, setting.key, "territory." + setting.key};
  setting.text = value.text;
  if (value.kind == JsonKind::kString) {
    setting.kind = SettingKind::kText;
  } else if (value.kind == JsonKind::kNumber) {
    setting.kind = SettingKind::kNumber;
    setting.text = without_exponent(value.text);
  } else if (value.kind == JsonKind::kArray) {
    setting.kind = SettingKind::kList;
    for (const JsonValue& item : value.items) {
      setting.items.push_back(item.text);
      setting.text += (setting.text.empty() ? "" : ", ") + item.text;
    }
  }
  return setting;
}

// An object inside is told by its keys behind a dot: "compare.weights.served".
void add_settings(const JsonValue& object, const std::string& prefix, const std::string& file,
                  RawSettings& settings) {
  for (std::size_t i = 0; i < object.keys.size(); ++i) {
    std::string const key = prefix + object.keys[i];
    if (object.items[i].kind == JsonKind::kObject) {
      add_settings(object.items[i], key + ".", file, settings);
    } else {
      settings.push_back(setting_of(key, object.items[i], file));
    }
  }
}

}  // namespace

std::optional<RawSettings> settings_from_json(const JsonValue& object, const std::string& file,
                                              Report& report) {
  if (object.kind != JsonKind::kObject) {
    report.error(ProblemCode::kJsonNotATerritory, {file, 0, 0, "", "territory"});
    return std::nullopt;
  }
  RawSettings settings;
  add_settings(object, "", file, settings);
  return settings;
}

SettingsReading read_settings(const RawSettings& raw, const Place& place, Report& report) {
  SettingsReading reading;
  reading.settings.order = {Criterion::kMinimum, Criterion::kFair, Criterion::kDistance};
  for (const RawSetting& setting : raw) {
    auto const known = std::find_if(kSettings.begin(), kSettings.end(),
                                    [&](const Setting& one) { return one.key == setting.key; });
    if (is_of_comparison(setting.key)) {
      read_comparison_setting(setting, reading, report);
    } else if (is_of_statutes(setting.key)) {
      read_statute(setting, reading.statutes, report);
    } else if (known == kSettings.end()) {
      report.warning(ProblemCode::kSettingUnknown, setting.place, setting.key,
                     {nearest_setting(setting.key)});
    } else {
      known->read({setting, report, reading});
    }
  }
  if (!states(raw, "rule")) {
    report.error(ProblemCode::kRuleMissing, place);
  }
  if (!states(raw, "format")) {
    report.warning(ProblemCode::kFormatMissing, place);
  }
  if (!states(raw, "name")) {
    report.warning(ProblemCode::kNameMissing, place);
  }
  return reading;
}

}  // namespace bocage::exchange
