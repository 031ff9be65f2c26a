#include "exchange/cooperations_json.h"

#include "base/sha256.h"
#include "exchange/json_object.h"
#include "exchange/plan_json.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

std::string cooperation_text(const Cooperation& one) {
  JsonObject object;
  object.text("folder", one.folder).text("name", one.territory.settings.name);
  if (one.plan) {
    object.text("input_sha256", one.plan->input_sha256)
        .text("plan_sha256", base::sha256_hex(write_plan(*one.plan)))
        .count("needs", one.plan->summary.needs)
        .count("served", one.plan->summary.served)
        .count("set_aside", one.plan->summary.set_aside);
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

}  // namespace

std::string write_cooperations(const std::string& territory, const std::vector<Cooperation>& all,
                               const std::vector<TakingPart>& parts) {
  return JsonDocument()
      .text("format", "bocage-cooperations/1")
      .text("territory", territory)
      .raw("cooperations", json_lines(all, cooperation_text))
      .raw("stakeholders", json_lines(parts, part_text))
      .take();
}

}  // namespace bocage::exchange
