#include "exchange/reading/statutes.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "exchange/codes.h"
#include "exchange/reading/number_text.h"
#include "exchange/reading/spelling.h"

namespace bocage::exchange {
namespace {

using territory::Millionths;
using territory::ProblemCode;
using territory::Statutes;

constexpr std::string_view kPrefix = "statutes.";

struct Target {
  const RawSetting& raw;
  Statutes& statutes;
  Report& report;

  void refuse(std::string expected) const {
    report.error(ProblemCode::kStatuteWrong, raw.place, raw.text, {std::move(expected)});
  }
};

template <class Value>
std::optional<Value> word_of(const Target& target) {
  auto const known = target.raw.kind == SettingKind::kText
                         ? value_of<Value>(base::trim(target.raw.text))
                         : std::nullopt;
  if (!known) {
    target.refuse(all_codes<Value>());
  }
  return known;
}

void read_forms(const Target& target) {
  std::vector<std::string> forms = target.raw.items;
  if (target.raw.kind == SettingKind::kText) {
    forms.push_back(target.raw.text);
  }
  for (std::string& form : forms) {
    form = base::fold(base::trim(form));
  }
  if (forms.empty() || std::find(forms.begin(), forms.end(), "") != forms.end()) {
    target.refuse(R"("scic", ["scic", "ptce"])");
    return;
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  target.statutes.forms = std::move(forms);
}

void read_voting(const Target& target) {
  target.statutes.voting = word_of<territory::VotingUnit>(target);
}
void read_quorum(const Target& target) {
  auto const part = read_part(target.raw.text);
  if (!part || target.raw.kind == SettingKind::kList) {
    target.refuse(R"(0.2, "1/3")");
  }
  target.statutes.quorum = part.value_or(base::Fraction());
}
void read_empty_college(const Target& target) {
  target.statutes.empty_college =
      word_of<territory::EmptyCollege>(target).value_or(target.statutes.empty_college);
}
void read_abstention(const Target& target) {
  target.statutes.abstention =
      word_of<territory::Abstention>(target).value_or(target.statutes.abstention);
}
void read_tie(const Target& target) {
  target.statutes.tie = word_of<territory::Tie>(target).value_or(target.statutes.tie);
}
void read_most_proxies(const Target& target) {
  constexpr std::int64_t kMost = 1000;
  auto const count = read_number(target.raw.text, 0);
  if (target.raw.kind != SettingKind::kNumber || !count || *count < 0 || *count > kMost) {
    target.refuse("0, 1, 2…");
    return;
  }
  target.statutes.most_proxies = *count;
}
void read_share_value(const Target& target) {
  constexpr int kDecimals = 6;
  auto const value = read_number(target.raw.text, kDecimals);
  if (target.raw.kind != SettingKind::kNumber || !value || *value <= 0 ||
      *value > territory::kLargestPrice) {
    target.refuse("20, 15.25…");
    return;
  }
  target.statutes.share_value = Millionths(*value);
}

struct Setting {
  std::string_view key;
  void (*read)(const Target&);
};
constexpr std::array<Setting, 8> kSettings{{{"forms", read_forms},
                                            {"voting", read_voting},
                                            {"quorum", read_quorum},
                                            {"empty_college", read_empty_college},
                                            {"abstention", read_abstention},
                                            {"tie", read_tie},
                                            {"most_proxies", read_most_proxies},
                                            {"share_value", read_share_value}}};

}  // namespace

std::optional<base::Fraction> read_part(std::string_view text) {
  text = base::trim(text);
  std::size_t const slash = text.find('/');
  if (slash != std::string_view::npos) {
    auto const whole = [](std::string_view digits) {
      std::int64_t number = 0;
      constexpr std::int64_t kMost = 1'000'000;
      auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
      bool const is_whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
      return is_whole && number >= 0 && number <= kMost ? std::optional(number) : std::nullopt;
    };
    auto const above = whole(base::trim(text.substr(0, slash)));
    auto const below = whole(base::trim(text.substr(slash + 1)));
    bool const is_part = above && below && *below > 0 && *above <= *below;
    return is_part ? std::optional(base::Fraction(*above, *below)) : std::nullopt;
  }
  constexpr int kDecimals = 6;
  constexpr std::int64_t kWhole = 1'000'000;
  auto const number = read_number(text, kDecimals);
  return number && *number >= 0 && *number <= kWhole
             ? std::optional(base::Fraction(*number, kWhole))
             : std::nullopt;
}

bool is_of_statutes(std::string_view key) { return key.substr(0, kPrefix.size()) == kPrefix; }

void read_statute(const RawSetting& raw, Statutes& statutes, Report& report) {
  std::string_view const key = std::string_view(raw.key).substr(kPrefix.size());
  auto const* const known = std::find_if(kSettings.begin(), kSettings.end(),
                                         [&](const Setting& one) { return one.key == key; });
  if (known != kSettings.end()) {
    known->read({raw, statutes, report});
    return;
  }
  NearestSpelling near(key);
  for (const Setting& setting : kSettings) {
    near.consider(setting.key, std::string(kPrefix) + std::string(setting.key));
  }
  report.warning(ProblemCode::kSettingUnknown, raw.place, raw.key, {near.nearest()});
}

}  // namespace bocage::exchange
