#include "exchange/reading/comparison_settings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/codes.h"
#include "exchange/reading/kinds.h"
#include "exchange/reading/reading.h"
#include "exchange/reading/spelling.h"

namespace bocage::exchange {
namespace {

using territory::BehaviourKey;
using territory::ComparisonSettings;
using territory::Measure;
using territory::Method;
using territory::Millionths;
using territory::ProblemCode;

constexpr std::string_view kPrefix = "compare.";
constexpr std::int64_t kWhole = 1'000'000;
constexpr std::int64_t kMostHours = 10'000 * kWhole;
constexpr std::int64_t kMostWeight = 1'000 * kWhole;
constexpr std::int64_t kMostCycles = 366;
constexpr std::int64_t kMostHoursAYear = 8'784;

struct Target {
  const RawSetting& raw;
  std::string_view key;  // behind "compare."
  SettingsReading& reading;
  Report& report;

  [[nodiscard]] ComparisonSettings& settings() const { return reading.comparison; }
  void refuse(ProblemCode code, std::vector<std::string> facts = {}) const {
    report.error(code, raw.place, raw.text, std::move(facts));
  }
};

std::optional<Millionths> number_up_to(const Target& target, std::int64_t most, ProblemCode fault) {
  auto const number = base::parse_decimal(target.raw.text, 6);
  if (target.raw.kind != SettingKind::kNumber || !number || *number < 0 || *number > most) {
    target.refuse(fault);
    return std::nullopt;
  }
  return Millionths(*number);
}

template <class Number>
void read_count(const Target& target, Number least, Number most, Number& value) {
  Number number = 0;
  const char* const end = target.raw.text.data() + target.raw.text.size();
  auto const read = std::from_chars(target.raw.text.data(), end, number);
  if (target.raw.kind != SettingKind::kNumber || read.ec != std::errc() || read.ptr != end ||
      number < least || number > most) {
    target.refuse(ProblemCode::kSettingNotCount, {std::to_string(least), std::to_string(most)});
    return;
  }
  value = number;
}

void read_texts(const Target& target, NameKind kind, std::vector<std::string>& texts) {
  if (target.raw.kind != SettingKind::kList) {
    target.refuse(ProblemCode::kCompareNotTexts);
    return;
  }
  for (const std::string& item : target.raw.items) {
    std::string text(base::trim(item));
    if (kind == NameKind::kPriority) {
      text = known_kind(text);
    }
    target.reading.names.push_back({text, kind, target.raw.place});
    texts.push_back(std::move(text));
  }
}

void read_runs(const Target& target) {
  read_count(target, territory::kLeastRuns, territory::kMostRuns, target.settings().runs);
}
void read_seed(const Target& target) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 53U;  // a double of JSON holds it
  read_count<std::uint64_t>(target, 1, kMost, target.settings().seed);
}
void read_spread(const Target& target) {
  if (auto const spread = number_up_to(target, kWhole, ProblemCode::kNotRatio)) {
    target.settings().spread = *spread;
  }
}
void read_priority(const Target& target) {
  read_texts(target, NameKind::kPriority, target.settings().priority);
}
void read_hour_value(const Target& target) {
  if (auto const value =
          number_up_to(target, territory::kLargestPrice, ProblemCode::kCompareNotAmount)) {
    target.settings().hour_value = *value;
    target.settings().hour_value_is_stated = true;
  }
}
void read_paid_hours(const Target& target) {
  read_texts(target, NameKind::kResource, target.settings().paid_hours);
}
void read_cycles(const Target& target) {
  read_count<std::int64_t>(target, 1, kMostCycles, target.settings().cycles_a_year);
}
void read_hours_a_year(const Target& target) {
  read_count<std::int64_t>(target, 1, kMostHoursAYear, target.settings().hours_a_year);
}

struct Setting {
  std::string_view key;
  void (*read)(const Target&);
};
constexpr std::array<Setting, 8> kSettings{{{"runs", read_runs},
                                            {"seed", read_seed},
                                            {"spread", read_spread},
                                            {"priority", read_priority},
                                            {"hour_value", read_hour_value},
                                            {"paid_hours", read_paid_hours},
                                            {"cycles_a_year", read_cycles},
                                            {"hours_a_year", read_hours_a_year}}};

void warn_unknown(const Target& target) {
  NearestSpelling near(target.key);
  for (const Setting& setting : kSettings) {
    near.consider(setting.key, std::string(kPrefix) + std::string(setting.key));
  }
  for (Method const method : territory::kAllMethods) {
    for (std::size_t k = 0; k < territory::kBehaviourKeys; ++k) {
      std::string const name =
          std::string(code_of(method)) + "." + std::string(code_of(static_cast<BehaviourKey>(k)));
      near.consider(name, std::string(kPrefix) + name);
    }
  }
  for (std::size_t k = 0; k < territory::kMeasures; ++k) {
    auto const measure = static_cast<Measure>(k);
    if (territory::better_of(measure) != territory::Better::kNeither) {
      std::string const name = "weights." + std::string(code_of(measure));
      near.consider(name, std::string(kPrefix) + name);
    }
  }
  target.report.warning(ProblemCode::kSettingUnknown, target.raw.place, target.raw.key,
                        {near.nearest()});
}

// "weights.served", "transport.kg", "entry.bread", "cooperation.reached".
bool read_inner(const Target& target, std::string_view table, std::string_view key) {
  ComparisonSettings& settings = target.settings();
  if (table == "weights") {
    auto const measure = value_of<Measure>(key);
    if (!measure || territory::better_of(*measure) == territory::Better::kNeither) {
      return false;
    }
    if (!settings.weights_are_stated) {
      settings.weight.fill(Millionths(0));
      settings.weights_are_stated = true;
    }
    settings.weight[static_cast<std::size_t>(*measure)] =
        number_up_to(target, kMostWeight, ProblemCode::kCompareNotAmount).value_or(Millionths(0));
    return true;
  }
  if (table == "transport" || table == "entry") {
    bool const is_unit = table == "transport";
    auto const amount =
        number_up_to(target, territory::kLargestPrice, ProblemCode::kCompareNotAmount);
    (is_unit ? settings.transport : settings.entry)
        .push_back({std::string(key), amount.value_or(Millionths(0))});
    target.reading.names.push_back(
        {std::string(key), is_unit ? NameKind::kUnit : NameKind::kResource, target.raw.place});
    return true;
  }
  if (table == "payments") {
    constexpr std::array<std::string_view, 3> kRounds{"spent", "respent_here",
                                                      "respent_again_here"};
    const auto* const round = std::find(kRounds.begin(), kRounds.end(), key);
    if (round == kRounds.end()) {
      return false;
    }
    settings.payments[static_cast<std::size_t>(round - kRounds.begin())] =
        number_up_to(target, territory::kLargestMillionths, ProblemCode::kCompareNotAmount);
    return true;
  }
  auto const method = value_of<Method>(table);
  auto const behaviour = value_of<BehaviourKey>(key);
  if (!method || !behaviour) {
    return false;
  }
  bool const is_hours = *behaviour == BehaviourKey::kHours;
  auto const value = is_hours ? number_up_to(target, kMostHours, ProblemCode::kCompareNotAmount)
                              : number_up_to(target, kWhole, ProblemCode::kNotRatio);
  auto const place = static_cast<std::size_t>(*method);
  territory::value_of(settings.behaviour[place], *behaviour) = value.value_or(Millionths(0));
  settings.stated[place][static_cast<std::size_t>(*behaviour)] = true;
  return true;
}

bool names_something(const territory::Territory& all, const PendingName& name) {
  auto const is_id = [&](const auto& row) { return row.id == name.name; };
  auto const is_unit = [&](const auto& resource) { return resource.unit == name.name; };
  auto const is_known = [&](const auto& row) {
    return row.id == name.name || row.kind == name.name;
  };
  switch (name.kind) {
    case NameKind::kResource:
      return std::any_of(all.resources.begin(), all.resources.end(), is_id);
    case NameKind::kUnit:
      return std::any_of(all.resources.begin(), all.resources.end(), is_unit);
    case NameKind::kPriority:
      break;
  }
  return std::any_of(all.stakeholders.begin(), all.stakeholders.end(), is_known) ||
         std::any_of(all.needs.begin(), all.needs.end(), is_id);
}

std::string_view word_of(NameKind kind) {
  switch (kind) {
    case NameKind::kResource:
      return "resource";
    case NameKind::kUnit:
      return "unit";
    case NameKind::kPriority:
      break;
  }
  return "kind";
}

}  // namespace

bool is_of_comparison(std::string_view key) { return key.substr(0, kPrefix.size()) == kPrefix; }

void read_comparison_setting(const RawSetting& raw, SettingsReading& reading, Report& report) {
  std::string_view const key = std::string_view(raw.key).substr(kPrefix.size());
  Target const target{raw, key, reading, report};
  const auto* const known = std::find_if(kSettings.begin(), kSettings.end(),
                                         [&](const Setting& one) { return one.key == key; });
  if (known != kSettings.end()) {
    known->read(target);
    return;
  }
  std::size_t const dot = key.find('.');
  if (dot == std::string_view::npos ||
      !read_inner(target, key.substr(0, dot), key.substr(dot + 1))) {
    warn_unknown(target);
  }
}

void check_names(Reading& reading) {
  for (const PendingName& name : reading.names) {
    if (!names_something(reading.territory, name)) {
      reading.report.warning(ProblemCode::kCompareNameUnknown, name.place, name.name,
                             {std::string(word_of(name.kind))});
    }
  }
}

}  // namespace bocage::exchange
