#include <fmt/format.h>
#include <toml++/toml.h>

#include "exchange/reading/settings.h"
#include "exchange/text_file.h"

namespace bocage::exchange {
namespace {

using territory::Place;
using territory::ProblemCode;

Place place_of(const toml::source_region& source, const std::string& file) {
  return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column), ""};
}

std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) {
    return text->get();
  }
  if (const auto* whole = node.as_integer()) {
    return std::to_string(whole->get());
  }
  if (const auto* number = node.as_floating_point()) {
    return fmt::format("{}", number->get());  // the shortest text that means the same number
  }
  if (const auto* truth = node.as_boolean()) {
    return truth->get() ? "true" : "false";
  }
  return "";
}

RawSetting setting_of(std::string_view key, const toml::node& node, const std::string& file) {
  RawSetting setting;
  setting.key = key;
  setting.place = place_of(node.source(), file);
  setting.place.header = key;
  setting.text = text_of(node);
  if (node.is_string()) {
    setting.kind = SettingKind::kText;
  } else if (node.is_number()) {
    setting.kind = SettingKind::kNumber;
  } else if (const auto* list = node.as_array()) {
    setting.kind = SettingKind::kList;
    for (const toml::node& item : *list) {
      setting.items.push_back(text_of(item));
      setting.text += (setting.text.empty() ? "" : ", ") + setting.items.back();
    }
  }
  return setting;
}

// A table inside is told by its keys behind a dot: "compare.weights.served".
void add_settings(const toml::table& table, const std::string& prefix, const std::string& file,
                  RawSettings& settings) {
  for (auto const& [key, node] : table) {
    std::string const name = prefix + std::string(key.str());
    if (const auto* inner = node.as_table()) {
      add_settings(*inner, name + ".", file, settings);
    } else {
      settings.push_back(setting_of(name, node, file));
    }
  }
}

}  // namespace

std::optional<RawSettings> settings_from_toml(std::string_view bytes, const std::string& file,
                                              Report& report) {
  base::Result<std::string, territory::Problem> const text = decode_text(bytes, file);
  if (!text) {
    report.add(text.failure());
    return std::nullopt;
  }
  try {
    toml::table const table = toml::parse(std::string_view(*text), std::string_view(file));
    RawSettings settings;
    add_settings(table, "", file, settings);
    return settings;
  } catch (const toml::parse_error& error) {
    report.error(ProblemCode::kTomlSyntax, place_of(error.source(), file));
    return std::nullopt;
  }
}

}  // namespace bocage::exchange
