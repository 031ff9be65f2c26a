#include "exchange/missing_json.h"

#include "exchange/codes.h"
#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string change(const Change& one) {
  return JsonObject().text("need", one.need).number("from", one.from).number("to", one.to).take();
}

std::string means(const MissingMeans& one) {
  JsonObject object;
  object.text("need", one.need)
      .texts("resources", one.resources)
      .text("unit", one.unit)
      .raw("block", one.block ? std::to_string(*one.block) : "null")
      .text("goal", code_of(one.goal))
      .number("extra", one.extra)
      .text("level_from", base::to_text(one.level_from))
      .text("level_to", base::to_text(one.level_to))
      .raw("lifted", json_list(one.lifted, change))
      .raw("losers", json_list(one.losers, change))
      .raw("people", one.people ? std::to_string(*one.people) : "null")
      .number("lifted_per_unit", one.lifted_per_unit);
  if (one.hours) {
    object.number("hours", one.hours);
  }
  if (!one.skill.empty()) {
    object.text("skill", one.skill).number("skill_left", one.skill_left);
  }
  return object.take();
}

std::string activity(const NewActivities::Activity& one) {
  return JsonObject().text("resource", one.resource).number("quantity", one.quantity).take();
}

std::string activities(const NewActivities& one) {
  return JsonObject()
      .text("unit", one.unit)
      .texts("needs", one.needs)
      .raw("activities", json_list(one.activities, activity))
      .truth("is_least", one.is_least)
      .take();
}

std::string amount(const MissingChain::Amount& one) {
  return JsonObject().text("resource", one.resource).number("quantity", one.quantity).take();
}

std::string chain(const MissingChain& one) {
  return JsonObject()
      .text("resource", one.resource)
      .number("short_of", one.short_of)
      .number("brought_in", one.brought_in)
      .number("could_make", one.could_make)
      .raw("steps", json_list(one.steps,
                              [](const MissingChain::Step& step) {
                                return JsonObject()
                                    .text("recipe", step.recipe)
                                    .number("amount", step.amount)
                                    .take();
                              }))
      .raw("uses", json_list(one.uses, amount))
      .raw("lacks", json_list(one.lacks, amount))
      .take();
}

std::string unit(const UnitSummary& one) {
  return JsonObject()
      .text("unit", one.unit)
      .number("needed", one.needed)
      .number("served", one.served)
      .take();
}

std::string joiner(const Joiner& one) {
  JsonObject object;
  object.text("stakeholder", one.stakeholder);
  if (one.distance) {
    object.kilometres("km", *one.distance);
  }
  if (!one.need.empty()) {
    object.text("need", one.need);
  }
  if (!one.contribution.empty()) {
    object.text("contribution", one.contribution);
  }
  return object.take();
}

std::string problem(const SharedProblemView& one) {
  return JsonObject()
      .text("id", one.id)
      .text("title", one.title)
      .text("theme", one.theme)
      .text("place", one.place)
      .text("raised_by", one.raised_by)
      .texts("shared_by", one.shared_by)
      .texts("needs", one.needs)
      .texts("contributions", one.contributions)
      .count("records", one.records)
      .raw("by_unit", json_list(one.by_unit, unit))
      .texts("lacking", one.lacking)
      .raw("could_join", json_list(one.could_join, joiner))
      .take();
}

}  // namespace

std::string write_missing(const MissingReport& report) {
  return JsonDocument()
      .text("format", "bocage-missing/1")
      .text("territory", report.territory)
      .text("input_sha256", report.input_sha256)
      .text("rule", code_of(report.rule))
      .raw("means", json_lines(report.means, means))
      .count("shortages_left_out", report.shortages_left_out)
      .raw("activities", json_lines(report.activities, activities))
      .raw("chains", json_lines(report.chains, chain))
      .raw("problems", json_lines(report.problems, problem))
      .take();
}

}  // namespace bocage::exchange
