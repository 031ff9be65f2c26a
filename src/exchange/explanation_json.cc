#include "exchange/explanation_json.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string level(const std::optional<base::Fraction>& threshold) {
  return !threshold || threshold->is_infinite() ? "null" : quoted_json(base::to_text(*threshold));
}

std::string line(const PlanTransfer& transfer) {
  return fmt::format(R"({{"contribution": {}, "need": {}, "quantity": {}, "km": {}}})",
                     quoted_json(transfer.contribution), quoted_json(transfer.need),
                     decimal_json(transfer.quantity),
                     base::format_decimal(transfer.distance.count(), 3));
}

std::string change(const Change& other) {
  return fmt::format(R"({{"need": {}, "from": {}, "to": {}}})", quoted_json(other.need),
                     decimal_json(other.from), decimal_json(other.to));
}

std::string unlock(const Unlock& one) {
  return fmt::format(R"({{"goal": "{}", "extra": {}, "served": {}, "others": {}, "losers": {}}})",
                     code_of(one.goal), decimal_json(one.extra), decimal_json(one.served),
                     json_list(one.others, change), json_list(one.losers, change));
}

std::string need(const NeedExplanation& one) {
  return fmt::format(
      R"({{"id": {}, "quantity": {}, "served": {}, "reason": "{}", "level": {}, "gets": {}, "shares_with": {}, )"
      R"("supplied_by": {}, "unlocks": {}}})",
      quoted_json(one.need), decimal_json(one.quantity), decimal_json(one.served),
      code_of(one.reason), level(one.level), json_list(one.gets, line),
      json_list(one.shares_with, quoted_json), json_list(one.supplied_by, quoted_json),
      json_list(one.unlocks, unlock));
}

std::string contribution(const ContributionExplanation& one) {
  return fmt::format(
      R"({{"id": {}, "quantity": {}, "given": {}, "level": {}, "gives": {}, "needs_within_reach": {}}})",
      quoted_json(one.contribution), decimal_json(one.quantity), decimal_json(one.given),
      level(one.level), json_list(one.gives, line), one.needs_within_reach);
}

}  // namespace

std::string write_explanation(const StakeholderExplanation& explanation) {
  return fmt::format("{{\n  \"stakeholder\": {},\n  \"needs\": {},\n  \"contributions\": {}\n}}\n",
                     quoted_json(explanation.stakeholder), json_list(explanation.needs, need),
                     json_list(explanation.contributions, contribution));
}

}  // namespace bocage::exchange
