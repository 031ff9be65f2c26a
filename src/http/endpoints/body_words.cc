#include "http/endpoints/body_words.h"

#include "exchange/reading/number_text.h"
#include "exchange/wording/command_line.h"

namespace bocage::http {

void BodyWords::refuse(const char* name, const std::string& expected) {
  if (wrong_.empty()) {
    wrong_ = name;
    expected_ = expected;
  }
}

std::string BodyWords::wrong_in(territory::Language language) const {
  return exchange::not_one_of(wrong_, text(wrong_.c_str()), expected_, language);
}

base::Moment BodyWords::moment(const char* name, base::Moment otherwise) {
  auto const moment = base::parse_moment(text(name));
  if (!moment && !text(name).empty()) {
    refuse(name, "2026-12-03T14:05");
  }
  return moment.value_or(otherwise);
}

std::optional<base::Day> BodyWords::day(const char* name) {
  auto const day = base::parse_day(text(name));
  if (!day && !text(name).empty()) {
    refuse(name, "2026-12-03");
  }
  return day;
}

std::optional<territory::Millionths> BodyWords::quantity(const char* name) {
  constexpr int kUnitDecimals = 6;
  std::string const written = text(name);
  if (written.empty()) {
    return std::nullopt;
  }
  auto const number = exchange::read_number(written, kUnitDecimals);
  if (!number || *number < 0 || *number > territory::kLargestMillionths) {
    refuse(name, "12.5");
    return std::nullopt;
  }
  return territory::Millionths(*number);
}

}  // namespace bocage::http
