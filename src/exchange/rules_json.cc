#include "exchange/rules_json.h"

#include <algorithm>

#include "base/sha256.h"
#include "exchange/assembly_json.h"
#include "exchange/codes.h"
#include "exchange/document_reader.h"
#include "exchange/json.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string first_day(const base::DayRange& range) {
  return range.is_open_start() ? "" : base::format_day(range.first);
}
std::string last_day(const base::DayRange& range) {
  return range.is_open_end() ? "" : base::format_day(range.last);
}

JsonObject rule_object(const LegalRule& rule) {
  JsonObject object;
  object.text("rule", rule.id)
      .text("form", rule.form)
      .text("predicate", code_of(rule.predicate))
      .text("parameter", rule.parameter_text)
      .text("source", rule.source)
      .text("valid_from", first_day(rule.valid))
      .text("valid_until", last_day(rule.valid))
      .text("severity", code_of(rule.severity))
      .text("confidence", code_of(rule.confidence))
      .text("english", rule.english)
      .text("french", rule.french);
  return object;
}

class RulesReportReader {
 public:
  RulesReportReader(const Assembly& assembly, const std::vector<LegalRule>& rules,
                    const std::string& file)
      : assembly_(assembly), rules_(rules), in_(file) {}

  RulesReport read(const DocumentRow& top) {
    RulesReport report;
    if (in_.text(top, "format") != "bocage-rules/1") {
      in_.report(ProblemCode::kPlanFormat, top, "format", kText);
      return report;
    }
    report.territory = in_.text(top, "territory");
    report.input_sha256 = in_.text(top, "input_sha256");
    report.day = day(top, "day").value_or(base::Day{});
    report.forms = in_.texts(top, "forms");
    report.judgements = in_.list<RuleJudgement>(
        top, "rules", [&](const DocumentRow& row) { return judgement(row); });
    report.public_ceiling = in_.millionths_or_null(top, "public_ceiling");
    report.capital =
        in_.list<CapitalStep>(top, "capital", [&](const DocumentRow& row) { return step(row); });
    report.surpluses = in_.list<SurplusSplit>(top, "surpluses",
                                              [&](const DocumentRow& row) { return split(row); });
    in_.refuse_the_rest(top);
    return report;
  }
  Problems take_problems() { return in_.take_problems(); }

 private:
  // Empty where it is open.
  std::optional<base::Day> day(const DocumentRow& row, std::string_view key) {
    std::string const text = in_.text(row, key);
    auto const day = base::parse_day(text);
    if (!day && !text.empty()) {
      in_.report(ProblemCode::kPlanValueWrong, row, key, kText, text);
    }
    return day;
  }

  LegalRule rule(const DocumentRow& row) {
    LegalRule rule;
    rule.id = in_.text(row, "rule");
    rule.form = in_.text(row, "form");
    rule.predicate = in_.code<RulePredicate>(row, "predicate").value_or(RulePredicate::kByHand);
    rule.parameter_text = in_.text(row, "parameter");
    rule.source = in_.text(row, "source");
    rule.valid.first = day(row, "valid_from").value_or(rule.valid.first);
    rule.valid.last = day(row, "valid_until").value_or(rule.valid.last);
    rule.severity = in_.code<RuleSeverity>(row, "severity").value_or(RuleSeverity::kError);
    rule.confidence =
        in_.code<RuleConfidence>(row, "confidence").value_or(RuleConfidence::kUnchecked);
    rule.english = in_.text(row, "english");
    rule.french = in_.text(row, "french");
    auto const known = std::find_if(rules_.begin(), rules_.end(), [&](const LegalRule& one) {
      return one.id == rule.id && one.valid == rule.valid;
    });
    if (known == rules_.end()) {
      in_.report(ProblemCode::kPlanValueWrong, row, "rule", kCode, rule.id);
      return rule;
    }
    rule.parameter = known->parameter;
    return rule;
  }

  RuleJudgement judgement(const DocumentRow& row) {
    RuleJudgement one;
    one.rule = rule(row);
    one.verdict = in_.code<RuleVerdict>(row, "verdict").value_or(RuleVerdict::kNotJudged);
    one.obstacle = in_.code<RuleObstacle>(row, "obstacle").value_or(RuleObstacle::kNone);
    one.missing = in_.text(row, "missing");
    one.found = in_.text(row, "found");
    one.breaches = in_.list<RuleBreach>(row, "breaches", [&](const DocumentRow& inner) {
      return RuleBreach{in_.text(inner, "what"), in_.text(inner, "found"),
                        in_.count(inner, "line")};
    });
    return one;
  }

  CapitalStep step(const DocumentRow& row) {
    CapitalStep step;
    step.move = row.index;
    bool const is_known = row.index < assembly_.moves.size();
    std::string const date = in_.text(row, "date");
    std::string const who = in_.text(row, "associate");
    if (!is_known || date != base::format_day(assembly_.moves[row.index].day) ||
        who != assembly_.associates[assembly_.moves[row.index].associate].id) {
      in_.report(ProblemCode::kPlanValueWrong, row, "associate", kCode, who);
    }
    step.shares = in_.whole(row, "shares");
    step.public_shares = in_.whole(row, "public_shares");
    step.is_refused = in_.truth(row, "refused");
    step.is_over = in_.truth(row, "over");
    step.lacking = in_.whole(row, "lacking");
    step.holding = in_.whole(row, "holding");
    return step;
  }

  SurplusSplit split(const DocumentRow& row) {
    SurplusSplit split;
    split.surplus = row.index;
    std::string const year = in_.text(row, "year");
    if (row.index >= assembly_.surpluses.size() || year != assembly_.surpluses[row.index].year) {
      in_.report(ProblemCode::kPlanValueWrong, row, "year", kCode, year);
    }
    split.legal_reserve = in_.millionths(row, "legal_reserve");
    split.other_reserve = in_.millionths(row, "other_reserve");
    return split;
  }

  const Assembly& assembly_;
  const std::vector<LegalRule>& rules_;
  DocumentReader in_;
};

}  // namespace

std::string rules_sha256(const Territory& territory, const std::vector<LegalRule>& rules,
                         const std::vector<FactTable>& tables) {
  return base::sha256_hex(
      JsonObject()
          .text("assembly", assembly_sha256(territory))
          .raw("rules",
               json_list(rules, [](const LegalRule& rule) { return rule_object(rule).take(); }))
          .raw("tables", json_list(tables,
                                   [](const FactTable& table) {
                                     return JsonObject()
                                         .texts("columns", table.columns)
                                         .text("name", table.name)
                                         .raw("rows",
                                              json_list(
                                                  table.rows,
                                                  [](const auto& row) {
                                                    return JsonObject().texts("cells", row).take();
                                                  }))
                                         .take();
                                   }))
          .take());
}

std::string write_judgement(const RuleJudgement& judgement) {
  auto const breach = [](const RuleBreach& one) {
    return JsonObject()
        .text("what", one.what)
        .text("found", one.found)
        .count("line", one.line)
        .take();
  };
  return rule_object(judgement.rule)
      .text("verdict", code_of(judgement.verdict))
      .text("obstacle", code_of(judgement.obstacle))
      .text("missing", judgement.missing)
      .text("found", judgement.found)
      .raw("breaches", json_list(judgement.breaches, breach))
      .take();
}

std::string write_rules(const Territory& territory, const RulesReport& report) {
  const Assembly& assembly = territory.assembly;
  auto const step = [&](const CapitalStep& one) {
    const ShareMove& move = assembly.moves[one.move];
    return JsonObject()
        .text("date", base::format_day(move.day))
        .text("associate", assembly.associates[move.associate].id)
        .count("shares", one.shares)
        .count("public_shares", one.public_shares)
        .truth("refused", one.is_refused)
        .truth("over", one.is_over)
        .count("lacking", one.lacking)
        .count("holding", one.holding)
        .take();
  };
  auto const split = [&](const SurplusSplit& one) {
    return JsonObject()
        .text("year", assembly.surpluses[one.surplus].year)
        .number("legal_reserve", one.legal_reserve)
        .number("other_reserve", one.other_reserve)
        .take();
  };
  return JsonDocument()
      .text("format", "bocage-rules/1")
      .text("territory", report.territory)
      .text("input_sha256", report.input_sha256)
      .text("day", base::format_day(report.day))
      .raw("forms", json_list(report.forms, [](const auto& form) { return quoted_json(form); }))
      .raw("rules", json_lines(report.judgements, write_judgement))
      .raw("public_ceiling", report.public_ceiling ? decimal_json(*report.public_ceiling) : "null")
      .raw("capital", json_lines(report.capital, step))
      .raw("surpluses", json_lines(report.surpluses, split))
      .take();
}

base::Result<RulesReport, Problems> read_rules_report(const Territory& territory,
                                                      const std::vector<LegalRule>& rules,
                                                      std::string_view bytes,
                                                      const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  RulesReportReader reader(territory.assembly, rules, file);
  RulesReport report = reader.read({&*document, ""});
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return report;
}

}  // namespace bocage::exchange
