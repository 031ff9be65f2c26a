#include <fmt/format.h>

#include "base/decimal.h"
#include "exchange/codes.h"
#include "exchange/json.h"
#include "exchange/json_object.h"
#include "exchange/plan_json.h"
#include "exchange/proof_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string decimal(Millionths number) { return base::format_decimal(number.count(), 6); }
std::string kilometres(Metres distance) { return base::format_decimal(distance.count(), 3); }
std::string place(std::optional<int> block) {
  return block ? std::to_string(*block) : std::string("null");
}

std::string potential(const std::vector<Millionths>& entries) {
  std::string out = "[";
  for (Millionths const entry : entries) {
    out += out.size() > 1 ? ", " : "";
    out += decimal(entry);
  }
  return out + "]";
}

std::string element(const PlanTransfer& transfer) {
  return fmt::format(R"({{"contribution": {}, "need": {}, "quantity": {}, "km": {}}})",
                     quoted(transfer.contribution), quoted(transfer.need),
                     decimal(transfer.quantity), kilometres(transfer.distance));
}

std::string facts_in(const Facts& facts) {
  std::string out;
  auto const add = [&](std::string_view key, const std::string& value) {
    out += fmt::format(R"({}"{}": {})", out.empty() ? "" : ", ", key, value);
  };
  if (!facts.contribution.empty()) {
    add("contribution", quoted(facts.contribution));
  }
  if (facts.distance) {
    add("km", kilometres(*facts.distance));
  }
  if (facts.reach) {
    add("reach_km", kilometres(*facts.reach));
  }
  if (facts.days) {
    add("days", std::to_string(*facts.days));
  }
  if (!facts.ban.empty()) {
    add("ban", quoted(facts.ban));
  }
  if (facts.minimum) {
    add("minimum", decimal(*facts.minimum));
  }
  if (facts.reachable) {
    add("reachable", decimal(*facts.reachable));
  }
  if (!facts.condition.empty()) {
    add("condition", quoted(facts.condition));
  }
  return out;
}

std::string element(const PlanNeed& need) {
  std::string const facts = facts_in(need.facts);
  return fmt::format(
      R"({{"id": {}, "served": {}, "fill": {}, "block": {}, "reason": "{}", "potential": {}{}}})",
      quoted(need.id), decimal(need.served), decimal(need.fill), place(need.block),
      code_of(need.reason), potential(need.potential),
      facts.empty() ? "" : R"(, "facts": {)" + facts + "}");
}

std::string element(const PlanContribution& contribution) {
  return fmt::format(R"({{"id": {}, "given": {}, "left": {}, "block": {}, "potential": {}}})",
                     quoted(contribution.id), decimal(contribution.given),
                     decimal(contribution.left), place(contribution.block),
                     potential(contribution.potential));
}

std::string element(const PlanBlock& block) {
  return fmt::format(R"({{"id": {}, "level": {}, "needs": {}, "contributions": {}}})", block.id,
                     block.level.is_infinite() ? "null" : '"' + base::to_text(block.level) + '"',
                     block.needs, block.contributions);
}

std::string element(const PlanProof& proof) {
  return fmt::format(R"({{"contribution": {}, "need": {}, "quantity": "{}"}})",
                     quoted(proof.contribution), quoted(proof.need), base::to_text(proof.quantity));
}

std::string element(const PlanActivity& activity) {
  return fmt::format(R"({{"id": {}, "amount": "{}"}})", quoted(activity.id),
                     base::to_text(activity.amount));
}

std::string level_in(const ProgramLevel& level) {
  JsonObject object;
  object.text("objective", code_of(level.objective));
  if (!level.unit.empty()) {
    object.text("unit", level.unit);
  }
  if (level.threshold) {
    object.text("threshold", base::to_text(*level.threshold));
  }
  return object.text("reached", base::to_text(level.reached))
      .text("bound", base::to_text(level.bound))
      .raw("proof", proof_steps_json(level.proof, "\n        "))
      .take();
}

std::string element(const PlanProgram& program) {
  return JsonObject()
      .text("rule", code_of(program.rule))
      .texts("needs", program.needs)
      .texts("contributions", program.contributions)
      .texts("activities", program.activities)
      .raw("levels", json_list(program.levels, level_in, ",\n      ", "\n      "))
      .take();
}

std::string element(const Assumption& assumption) {
  bool const proposes = assumption.proposal != Millionths(0);
  return fmt::format(R"({{"code": "{}", "of": {}{}}})", code_of(assumption.code),
                     quoted(assumption.of),
                     proposes ? R"(, "proposal": )" + decimal(assumption.proposal) : "");
}

// `"key": [...]`, an element a line.
template <class Rows>
std::string list(std::string_view key, const Rows& rows) {
  std::string out = fmt::format("  \"{}\": [", key);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out += i == 0 ? "\n    " : ",\n    ";
    out += element(rows[i]);
  }
  return out + (rows.empty() ? "]" : "\n  ]");
}

std::string order_of(const std::vector<Criterion>& order) {
  std::string out = "[";
  for (Criterion const criterion : order) {
    out += fmt::format("{}\"{}\"", out.size() > 1 ? ", " : "", code_of(criterion));
  }
  return out + "]";
}

bool fair_leads(const std::vector<Criterion>& order) {
  for (Criterion const criterion : order) {
    if (criterion != Criterion::kMinimum) {
      return criterion == Criterion::kFair;
    }
  }
  return false;
}

std::string head(const Plan& plan) {
  std::string out = fmt::format(
      "  \"format\": \"bocage-plan/1\", \"engine\": {}, \"territory\": {},\n"
      "  \"input_sha256\": {},",
      quoted(plan.engine), quoted(plan.territory), quoted(plan.input_sha256));
  if (!plan.previous_sha256.empty()) {
    out += fmt::format(" \"previous_sha256\": {},", quoted(plan.previous_sha256));
  }
  out += fmt::format(" \"rule\": \"{}\", \"order\": {}", code_of(plan.rule), order_of(plan.order));
  if (plan.answer) {
    out += fmt::format(", \"answer\": \"{}\"", code_of(*plan.answer));
  }
  return out;
}

std::string summary_in(const PlanSummary& summary) {
  std::string units;
  for (const UnitSummary& unit : summary.by_unit) {
    units += fmt::format(R"({}{{"unit": {}, "needed": {}, "served": {}, "unit_km": {}}})",
                         units.empty() ? "" : ", ", quoted(unit.unit), decimal(unit.needed),
                         decimal(unit.served), decimal(unit.unit_km));
  }
  return fmt::format(
      "  \"summary\": {{\"needs\": {}, \"served\": {}, \"set_aside\": {}, "
      "\"reachable_unserved\": {}, \"lowest_fill\": {},\n"
      "              \"by_unit\": [{}], \"lines\": {}, \"lines_km\": {}}}",
      summary.needs, summary.served, summary.set_aside, summary.reachable_unserved,
      summary.lowest_fill ? decimal(*summary.lowest_fill) : "null", units, summary.lines,
      kilometres(summary.lines_distance));
}

std::string minima_in(const MinimaShortage& minima) {
  std::string units;
  for (const UnitSummary& unit : minima.by_unit) {
    units += fmt::format(R"({}{{"unit": {}, "needed": {}, "met": {}}})", units.empty() ? "" : ", ",
                         quoted(unit.unit), decimal(unit.needed), decimal(unit.served));
  }
  std::string aside;
  for (const SetAside& need : minima.set_aside) {
    aside +=
        fmt::format("{}\n               {{\"need\": {}, \"minimum\": {}, \"returns_with\": {}}}",
                    aside.empty() ? "" : ",", quoted(need.need), decimal(need.minimum),
                    need.returns_with ? decimal(*need.returns_with) : "null");
  }
  return fmt::format(
      "  \"minima\": {{\"kept\": {}, \"bound\": {}, \"drawn\": {}, \"lot\": {},\n"
      "             \"by_unit\": [{}],\n             \"set_aside\": [{}]}}",
      minima.kept, minima.bound, minima.drawn, minima.lot, units, aside);
}

}  // namespace

std::string write_plan(const Plan& plan) {
  std::string out = "{\n" + head(plan) + ",\n" + summary_in(plan.summary) + ",\n";
  if (plan.minima) {
    out += minima_in(*plan.minima) + ",\n";
  }
  out += list("transfers", plan.transfers) + ",\n";
  out += list("needs", plan.needs) + ",\n";
  out += list("contributions", plan.contributions) + ",\n";
  out += list("blocks", plan.blocks) + ",\n";
  if (fair_leads(plan.order)) {
    out += list("proof", plan.proof) + ",\n";
  }
  if (!plan.programs.empty()) {
    out += list("programs", plan.programs) + ",\n";
  }
  if (!plan.activities.empty()) {
    out += list("activities", plan.activities) + ",\n";
  }
  out += list("assumptions", plan.assumptions) + "\n}\n";
  return out;
}

}  // namespace bocage::exchange
