#include "exchange/cooperations_json.h"

#include <utility>

#include "base/sha256.h"
#include "exchange/document_reader.h"
#include "exchange/json_object.h"
#include "exchange/plan_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::string_view kFormat = "bocage-cooperations/1";

std::string cooperation_text(const CooperationFigures& one) {
  JsonObject object;
  object.text("folder", one.folder).text("name", one.name);
  if (one.planned) {
    object.text("input_sha256", one.planned->input_sha256)
        .text("plan_sha256", one.planned->plan_sha256)
        .count("needs", one.planned->needs)
        .count("served", one.planned->served)
        .count("set_aside", one.planned->set_aside);
  }
  return object.take();
}

std::string unit_text(const UnitSummary& sum, std::string_view all, std::string_view part) {
  return JsonObject()
      .text("unit", sum.unit)
      .number(all, sum.needed)
      .number(part, sum.served)
      .take();
}

std::string part_text(const TakingPart& part) {
  return JsonObject()
      .text("stakeholder", part.stakeholder)
      .texts("cooperations", part.cooperations)
      .raw("gets",
           json_list(part.gets,
                     [](const UnitSummary& sum) { return unit_text(sum, "needs", "gets"); }))
      .raw("gives",
           json_list(part.gives,
                     [](const UnitSummary& sum) { return unit_text(sum, "offers", "gives"); }))
      .take();
}

class AcrossReader {
 public:
  explicit AcrossReader(const std::string& file) : in_(file) {}

  AcrossReport read(const DocumentRow& top) {
    AcrossReport report;
    if (in_.text(top, "format") != kFormat) {
      in_.report(ProblemCode::kPlanFormat, top, "format", kText);
      return report;
    }
    report.territory = in_.text(top, "territory");
    report.cooperations = in_.list<CooperationFigures>(
        top, "cooperations", [&](const DocumentRow& row) { return cooperation(row); });
    report.stakeholders = in_.list<TakingPart>(top, "stakeholders",
                                               [&](const DocumentRow& row) { return part(row); });
    in_.refuse_the_rest(top);
    return report;
  }

  Problems take_problems() { return in_.take_problems(); }

 private:
  CooperationFigures cooperation(const DocumentRow& row) {
    CooperationFigures one{in_.text(row, "folder"), in_.text(row, "name"), std::nullopt};
    if (row.find("plan_sha256") != nullptr) {
      one.planned = {in_.text(row, "input_sha256"), in_.text(row, "plan_sha256"),
                     in_.count(row, "needs"), in_.count(row, "served"),
                     in_.count(row, "set_aside")};
    }
    return one;
  }

  TakingPart part(const DocumentRow& row) {
    return {in_.text(row, "stakeholder"), in_.texts(row, "cooperations"),
            units(row, "gets", "needs", "gets"), units(row, "gives", "offers", "gives")};
  }

  std::vector<UnitSummary> units(const DocumentRow& row, std::string_view list,
                                 std::string_view all, std::string_view part) {
    return in_.list<UnitSummary>(row, list, [&](const DocumentRow& each) {
      UnitSummary sum;
      sum.unit = in_.text(each, "unit");
      sum.needed = in_.millionths(each, all);
      sum.served = in_.millionths(each, part);
      return sum;
    });
  }

  DocumentReader in_;
};

}  // namespace

AcrossReport across_report(const std::string& territory, const std::vector<Cooperation>& all,
                           std::vector<TakingPart> parts) {
  AcrossReport report{territory, {}, std::move(parts)};
  for (const Cooperation& one : all) {
    CooperationFigures figures{one.folder, one.territory.settings.name, std::nullopt};
    if (one.plan) {
      figures.planned = {one.plan->input_sha256, base::sha256_hex(write_plan(*one.plan)),
                         one.plan->summary.needs, one.plan->summary.served,
                         one.plan->summary.set_aside};
    }
    report.cooperations.push_back(std::move(figures));
  }
  return report;
}

std::string write_across(const AcrossReport& report) {
  return JsonDocument()
      .text("format", kFormat)
      .text("territory", report.territory)
      .raw("cooperations", json_lines(report.cooperations, cooperation_text))
      .raw("stakeholders", json_lines(report.stakeholders, part_text))
      .take();
}

base::Result<AcrossReport, Problems> read_across(std::string_view bytes, const std::string& file) {
  auto const document = read_json(bytes, file);
  if (!document) {
    return Problems{{document.failure()}};
  }
  AcrossReader reader(file);
  AcrossReport report = reader.read({&*document, ""});
  Problems problems = reader.take_problems();
  if (problems.has_errors()) {
    return problems;
  }
  return report;
}

}  // namespace bocage::exchange
