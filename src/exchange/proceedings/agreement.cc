#include "exchange/proceedings/agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/codes.h"
#include "exchange/reading/settings.h"
#include "exchange/reading/spelling.h"
#include "exchange/toml_text.h"

namespace bocage::exchange {
namespace {

using territory::Agreement;
using territory::ProblemCode;
using territory::VoteShare;

constexpr int kPercentDecimals = 4;  // a millionth is a ten-thousandth of a percent
constexpr int kMostCount = 1000;

struct Target {
  const RawSetting& raw;
  Report& report;
  Agreement& agreement;

  void refuse(ProblemCode code, std::vector<std::string> facts = {}) const {
    report.error(code, raw.place, raw.text, std::move(facts));
  }
};

void read_count(const Target& target, int least, int most, int& count) {
  int number = 0;
  const char* const end = target.raw.text.data() + target.raw.text.size();
  auto const read = std::from_chars(target.raw.text.data(), end, number);
  bool const whole =
      target.raw.kind == SettingKind::kNumber && read.ec == std::errc() && read.ptr == end;
  if (!whole || number < least || number > most) {
    target.refuse(ProblemCode::kSettingNotCount, {std::to_string(least), std::to_string(most)});
    return;
  }
  count = number;
}

template <class Value>
void read_word(const Target& target, Value& value) {
  auto const known = target.raw.kind == SettingKind::kText
                         ? value_of<Value>(base::trim(target.raw.text))
                         : std::nullopt;
  if (!known) {
    target.refuse(ProblemCode::kWordUnknown, {all_codes<Value>()});
  }
  value = known.value_or(value);
}

void read_share(const Target& target, VoteShare& share) {
  std::string_view const text = target.raw.text;
  std::size_t const slash = text.find('/');
  VoteShare read;
  auto const whole = [](std::string_view digits, std::int64_t& number) {
    auto const result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  };
  bool const good = target.raw.kind == SettingKind::kText && slash != std::string_view::npos &&
                    whole(text.substr(0, slash), read.numerator) &&
                    whole(text.substr(slash + 1), read.denominator) && read.numerator > 0 &&
                    read.numerator <= read.denominator && read.denominator <= kMostCount;
  if (!good) {
    target.refuse(ProblemCode::kSettingNotShare);
    return;
  }
  share = read;
}

void read_tolerance(const Target& target) {
  constexpr std::int64_t kAll = 1'000'000;
  auto const percent = base::parse_decimal(target.raw.text, kPercentDecimals);
  if (target.raw.kind != SettingKind::kNumber || !percent || *percent < 0 || *percent > kAll) {
    target.refuse(ProblemCode::kSettingNotPercent);
    return;
  }
  target.agreement.tolerance = territory::Millionths(*percent);
}

void read_facilitator(const Target& target) {
  std::string_view const name = base::trim(target.raw.text);
  if (target.raw.kind != SettingKind::kText || base::has_control_character(name)) {
    target.refuse(ProblemCode::kSettingNotText);
    return;
  }
  target.agreement.facilitator = name;
}

struct Setting {
  std::string_view key;
  void (*read)(const Target&);
  std::string_view comment;
};

constexpr std::array kSettings{
    Setting{"format",
            [](const Target& target) {
              if (target.raw.text != "1") {
                target.refuse(ProblemCode::kFormatUnknown);
              }
            },
            ""},
    Setting{"facilitator", read_facilitator, "as everyone calls her; \"\": anybody notes"},
    Setting{"withdrawn_by",
            [](const Target& target) {
              read_count(target, 1, kMostCount, target.agreement.withdrawn_by);
            },
            "so many stakeholders withdraw the facilitator"},
    Setting{"adds", [](const Target& target) { read_word(target, target.agreement.adds); },
            "who adds needs, contributions and problems: any, facilitator"},
    Setting{"invites", [](const Target& target) { read_word(target, target.agreement.invites); },
            "who invites new stakeholders: any, facilitator"},
    Setting{"leads_cycles",
            [](const Target& target) { read_word(target, target.agreement.leads_cycles); },
            "who opens and closes cycles and rounds: any, facilitator"},
    Setting{"notes_answers",
            [](const Target& target) { read_word(target, target.agreement.notes_answers); },
            "who notes what others said: any, facilitator"},
    Setting{"default_answer",
            [](const Target& target) { read_word(target, target.agreement.default_answer); },
            "after an objection or a failure: keep, share"},
    Setting{"tolerance_percent", read_tolerance, "a smaller change is told, not asked again"},
    Setting{"silence_days",
            [](const Target& target) {
              read_count(target, 0, kMostCount, target.agreement.silence_days);
            },
            "after so many days"},
    Setting{
        "notices",
        [](const Target& target) { read_count(target, 1, kMostCount, target.agreement.notices); },
        "and so many notices, silence stands aside"},
    Setting{
        "rounds",
        [](const Target& target) { read_count(target, 1, kMostCount, target.agreement.rounds); },
        "of objections, before the fallback"},
    Setting{"fallback", [](const Target& target) { read_share(target, target.agreement.fallback); },
            "of the stakeholders, where objections remain"},
    Setting{"fallback_counts",
            [](const Target& target) { read_word(target, target.agreement.fallback_counts); },
            "among: stakeholders, statutes (the members of the assembly, by its colleges)"},
    Setting{"exclusion",
            [](const Target& target) { read_share(target, target.agreement.exclusion); },
            "of the other stakeholders, after a hearing"},
};

std::string share_text(const VoteShare& share) {
  return fmt::format("\"{}/{}\"", share.numerator, share.denominator);
}

std::string value_text(const Agreement& agreement, std::string_view key) {
  const std::array<std::pair<std::string_view, std::string>, kSettings.size()> values{
      {{"format", "1"},
       {"facilitator", toml_text(agreement.facilitator)},
       {"withdrawn_by", std::to_string(agreement.withdrawn_by)},
       {"adds", toml_text(code_of(agreement.adds))},
       {"invites", toml_text(code_of(agreement.invites))},
       {"leads_cycles", toml_text(code_of(agreement.leads_cycles))},
       {"notes_answers", toml_text(code_of(agreement.notes_answers))},
       {"default_answer", toml_text(code_of(agreement.default_answer))},
       {"tolerance_percent", base::format_decimal(agreement.tolerance.count(), kPercentDecimals)},
       {"silence_days", std::to_string(agreement.silence_days)},
       {"notices", std::to_string(agreement.notices)},
       {"rounds", std::to_string(agreement.rounds)},
       {"fallback", share_text(agreement.fallback)},
       {"fallback_counts", toml_text(code_of(agreement.fallback_counts))},
       {"exclusion", share_text(agreement.exclusion)}}};
  auto const* const found = std::find_if(values.begin(), values.end(),
                                         [&](auto const& value) { return value.first == key; });
  return found->second;
}

}  // namespace

AgreementReading read_agreement(std::string_view bytes) {
  AgreementReading reading;
  Report report;
  if (auto const raw = settings_from_toml(bytes, std::string(kAgreementFile), report)) {
    for (const RawSetting& setting : *raw) {
      auto const* const known =
          std::find_if(kSettings.begin(), kSettings.end(),
                       [&](const Setting& one) { return one.key == setting.key; });
      if (known == kSettings.end()) {
        NearestSpelling spelling(setting.key);
        for (const Setting& each : kSettings) {
          spelling.consider(each.key, each.key);
        }
        report.warning(ProblemCode::kSettingUnknown, setting.place, setting.key,
                       {spelling.nearest()});
      } else {
        known->read({setting, report, reading.agreement});
      }
    }
  }
  reading.problems = report.take();
  return reading;
}

std::string agreement_text(const Agreement& agreement) {
  std::string text;
  for (const Setting& setting : kSettings) {
    std::string const line =
        fmt::format("{:<17} = {}", setting.key, value_text(agreement, setting.key));
    text += setting.comment.empty() ? line : fmt::format("{:<34} # {}", line, setting.comment);
    text += "\n";
  }
  return text;
}

}  // namespace bocage::exchange
