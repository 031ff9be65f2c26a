#include "exchange/explanation_json.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string decimal(Millionths number) { return base::format_decimal(number.count(), 6); }

template <class Values, class Write>
std::string list(const Values& values, Write write) {
  std::string out = "[";
  for (const auto& value : values) {
    out += out.size() > 1 ? ", " : "";
    out += write(value);
  }
  return out + "]";
}

std::string level(const std::optional<base::Fraction>& threshold) {
  return !threshold || threshold->is_infinite() ? "null" : quoted(base::to_text(*threshold));
}

std::string line(const PlanTransfer& transfer) {
  return fmt::format(R"({{"contribution": {}, "need": {}, "quantity": {}, "km": {}}})",
                     quoted(transfer.contribution), quoted(transfer.need),
                     decimal(transfer.quantity),
                     base::format_decimal(transfer.distance.count(), 3));
}

std::string change(const Change& other) {
  return fmt::format(R"({{"need": {}, "from": {}, "to": {}}})", quoted(other.need),
                     decimal(other.from), decimal(other.to));
}

std::string unlock(const Unlock& one) {
  return fmt::format(R"({{"goal": "{}", "extra": {}, "served": {}, "others": {}, "losers": {}}})",
                     code_of(one.goal), decimal(one.extra), decimal(one.served),
                     list(one.others, change), list(one.losers, change));
}

std::string need(const NeedExplanation& one) {
  return fmt::format(
      R"({{"id": {}, "quantity": {}, "served": {}, "reason": "{}", "level": {}, "gets": {}, "shares_with": {}, )"
      R"("supplied_by": {}, "unlocks": {}}})",
      quoted(one.need), decimal(one.quantity), decimal(one.served), code_of(one.reason),
      level(one.level), list(one.gets, line), list(one.shares_with, quoted),
      list(one.supplied_by, quoted), list(one.unlocks, unlock));
}

std::string contribution(const ContributionExplanation& one) {
  return fmt::format(
      R"({{"id": {}, "quantity": {}, "given": {}, "level": {}, "gives": {}, "needs_within_reach": {}}})",
      quoted(one.contribution), decimal(one.quantity), decimal(one.given), level(one.level),
      list(one.gives, line), one.needs_within_reach);
}

}  // namespace

std::string write_explanation(const StakeholderExplanation& explanation) {
  return fmt::format("{{\n  \"stakeholder\": {},\n  \"needs\": {},\n  \"contributions\": {}\n}}\n",
                     quoted(explanation.stakeholder), list(explanation.needs, need),
                     list(explanation.contributions, contribution));
}

}  // namespace bocage::exchange
