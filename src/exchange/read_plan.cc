#include <algorithm>
#include <utility>

#include "exchange/document_reader.h"
#include "exchange/plan_json.h"
#include "exchange/proof_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::vector<Criterion> order_of(DocumentReader& in, const DocumentRow& top) {
  std::vector<Criterion> criteria;
  const JsonValue* const list = in.member(top, "order", JsonKind::kArray, kList);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    auto const criterion = value_of<Criterion>(list->items[i].text);
    if (list->items[i].kind != JsonKind::kString || !criterion) {
      in.report(ProblemCode::kPlanValueWrong, top, "order", kCode, list->items[i].text);
      break;
    }
    criteria.push_back(*criterion);
  }
  return criteria;
}

Facts facts_of(DocumentReader& in, const DocumentRow& row) {
  Facts facts;
  const JsonValue* const value = in.member(row, "facts", JsonKind::kObject, kObject, true);
  if (value == nullptr) {
    return facts;
  }
  DocumentRow const inside{value, row.list, row.index};
  if (value->items.empty()) {
    in.report(ProblemCode::kPlanValueWrong, row, "facts", kObject);
  }
  facts.contribution = in.text(inside, "contribution", true);
  facts.distance = in.some_kilometres(inside, "km");
  facts.reach = in.some_kilometres(inside, "reach_km");
  if (inside.find("days") != nullptr) {
    facts.days = in.count(inside, "days");
  }
  facts.ban = in.text(inside, "ban", true);
  facts.minimum = in.some_millionths(inside, "minimum");
  facts.reachable = in.some_millionths(inside, "reachable");
  facts.condition = in.text(inside, "condition", true);
  in.refuse_the_rest(inside);
  return facts;
}

PlanSummary summary_of(DocumentReader& in, const DocumentRow& top) {
  PlanSummary summary;
  const JsonValue* const value = in.member(top, "summary", JsonKind::kObject, kObject);
  if (value == nullptr) {
    return summary;
  }
  DocumentRow const row{value, "summary"};
  summary.needs = in.count(row, "needs");
  summary.served = in.count(row, "served");
  summary.set_aside = in.count(row, "set_aside");
  summary.reachable_unserved = in.count(row, "reachable_unserved");
  summary.lowest_fill = in.millionths_or_null(row, "lowest_fill");
  summary.by_unit = in.list<UnitSummary>(row, "by_unit", [&](const DocumentRow& unit) {
    return UnitSummary{in.text(unit, "unit"), in.millionths(unit, "needed"),
                       in.millionths(unit, "served"), in.millionths(unit, "unit_km")};
  });
  summary.lines = in.count(row, "lines");
  summary.lines_distance = in.kilometres(row, "lines_km");
  in.refuse_the_rest(row);
  return summary;
}

std::optional<MinimaShortage> minima_of(DocumentReader& in, const DocumentRow& top) {
  const JsonValue* const value = in.member(top, "minima", JsonKind::kObject, kObject, true);
  if (value == nullptr) {
    return std::nullopt;
  }
  MinimaShortage minima;
  DocumentRow const row{value, "minima"};
  minima.kept = in.count(row, "kept");
  minima.bound = in.count(row, "bound");
  minima.drawn = in.truth(row, "drawn");
  minima.lot = in.large_count(row, "lot").value_or(0);
  minima.by_unit = in.list<UnitSummary>(row, "by_unit", [&](const DocumentRow& unit) {
    return UnitSummary{
        in.text(unit, "unit"), in.millionths(unit, "needed"), in.millionths(unit, "met"), {}};
  });
  minima.set_aside = in.list<SetAside>(row, "set_aside", [&](const DocumentRow& need) {
    return SetAside{in.text(need, "need"), in.millionths(need, "minimum"),
                    in.millionths_or_null(need, "returns_with")};
  });
  in.refuse_the_rest(row);
  return minima;
}

std::optional<int> block_of(DocumentReader& in, const DocumentRow& row) {
  return row.is_null("block") ? std::nullopt : std::optional(in.count(row, "block"));
}

void read_members(DocumentReader& in, const DocumentRow& top, Plan& plan) {
  plan.transfers = in.list<PlanTransfer>(top, "transfers", [&](const DocumentRow& row) {
    return PlanTransfer{in.text(row, "contribution"), in.text(row, "need"),
                        in.millionths(row, "quantity"), in.kilometres(row, "km")};
  });
  plan.needs = in.list<PlanNeed>(top, "needs", [&](const DocumentRow& row) {
    return PlanNeed{in.text(row, "id"),
                    in.millionths(row, "served"),
                    in.millionths(row, "fill"),
                    block_of(in, row),
                    in.code<Reason>(row, "reason").value_or(Reason::kMet),
                    in.numbers(row, "potential"),
                    facts_of(in, row)};
  });
  plan.contributions = in.list<PlanContribution>(top, "contributions", [&](const DocumentRow& row) {
    return PlanContribution{in.text(row, "id"), in.millionths(row, "given"),
                            in.millionths(row, "left"), block_of(in, row),
                            in.numbers(row, "potential")};
  });
}

base::Int128 whole_in(DocumentReader& in, const DocumentRow& row, std::string_view key) {
  base::Fraction const number = in.signed_fraction(row, key);
  if (!number.is_whole()) {
    in.report(ProblemCode::kPlanValueWrong, row, key, kLevel);
  }
  return number.numerator();
}

ProgramLevel level_in(DocumentReader& in, const DocumentRow& row) {
  ProgramLevel level;
  level.objective = in.code<ProgramObjective>(row, "objective").value_or(ProgramObjective::kAbove);
  level.unit = in.text(row, "unit", true);
  if (row.find("threshold") != nullptr) {
    level.threshold = in.fraction(row, "threshold");
  }
  level.reached = whole_in(in, row, "reached");
  level.bound = whole_in(in, row, "bound");
  level.proof = read_proof_steps(in, row);
  return level;
}

void read_programs(DocumentReader& in, const DocumentRow& top, Plan& plan) {
  if (top.find("programs") != nullptr) {
    plan.programs = in.list<PlanProgram>(top, "programs", [&](const DocumentRow& row) {
      return PlanProgram{in.code<Rule>(row, "rule").value_or(Rule::kPeople), in.texts(row, "needs"),
                         in.texts(row, "contributions"), in.texts(row, "activities"),
                         in.list<ProgramLevel>(row, "levels", [&](const DocumentRow& level) {
                           return level_in(in, level);
                         })};
    });
  }
  if (top.find("activities") != nullptr) {
    plan.activities = in.list<PlanActivity>(top, "activities", [&](const DocumentRow& row) {
      return PlanActivity{in.text(row, "id"), in.fraction(row, "amount")};
    });
  }
  // What is empty is left out: a plan has one spelling.
  if (top.find("programs") != nullptr && plan.programs.empty()) {
    in.report(ProblemCode::kPlanValueWrong, top, "programs", kList);
  }
  if (top.find("activities") != nullptr && plan.activities.empty()) {
    in.report(ProblemCode::kPlanValueWrong, top, "activities", kList);
  }
}

void read_certificate(DocumentReader& in, const DocumentRow& top, Plan& plan) {
  plan.blocks = in.list<PlanBlock>(top, "blocks", [&](const DocumentRow& row) {
    base::Fraction const level =
        row.is_null("level") ? base::Fraction::infinity() : in.fraction(row, "level");
    return PlanBlock{in.count(row, "id"), level, in.count(row, "needs"),
                     in.count(row, "contributions")};
  });
  if (std::find(plan.order.begin(), plan.order.end(), Criterion::kFair) != plan.order.end()) {
    plan.proof = in.list<PlanProof>(top, "proof", [&](const DocumentRow& row) {
      return PlanProof{in.text(row, "contribution"), in.text(row, "need"),
                       in.fraction(row, "quantity")};
    });
  }
  plan.assumptions = in.list<Assumption>(top, "assumptions", [&](const DocumentRow& row) {
    auto const proposal = in.some_millionths(row, "proposal");
    if (proposal == Millionths(0)) {
      in.report(ProblemCode::kPlanValueWrong, row, "proposal", kQuantity, "0");
    }
    return Assumption{in.code<AssumptionCode>(row, "code").value_or(AssumptionCode::kNoPosition),
                      in.text(row, "of"), proposal.value_or(Millionths(0))};
  });
}

Plan plan_of(DocumentReader& in, const JsonValue& document) {
  DocumentRow const top{&document, {}};
  Plan plan;
  std::string const format = in.text(top, "format", true);
  if (document.kind != JsonKind::kObject || format != "bocage-plan/1") {
    in.report(ProblemCode::kPlanFormat, top, "format", "bocage-plan/1", format);
    return plan;
  }
  plan.engine = in.text(top, "engine");
  plan.territory = in.text(top, "territory");
  plan.input_sha256 = in.text(top, "input_sha256");
  plan.previous_sha256 = in.text(top, "previous_sha256", true);
  plan.rule = in.code<Rule>(top, "rule").value_or(Rule::kPeople);
  plan.order = order_of(in, top);
  plan.answer = in.code<Answer>(top, "answer", true);
  plan.summary = summary_of(in, top);
  plan.minima = minima_of(in, top);
  read_members(in, top, plan);
  read_programs(in, top, plan);
  read_certificate(in, top, plan);
  in.refuse_the_rest(top);
  return plan;
}

}  // namespace

base::Result<Plan, Problems> read_plan(std::string_view bytes, const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  DocumentReader reader(file);
  Plan plan = plan_of(reader, *document);
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return plan;
}

}  // namespace bocage::exchange
